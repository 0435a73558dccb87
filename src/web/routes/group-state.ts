import type { Context } from 'hono';
import { openGroup, versionOf } from '#web/group/open-group.ts';
import type { Site } from '#web/site.ts';

/**
 * How a group stands, for the pages that watch it: a version, and of each member the sentences to say when they come, change or go. 304 as long as
 * nothing changed: two small queries, and no choice is computed.
 * @throws GROUP_GONE, NOTHING_KEPT
 */
export async function groupState(context: Context, site: Site): Promise<Response> {
  const open = await openGroup(context, site);
  const version = versionOf(open, site.lanterne.model);
  const headers = { 'Cache-Control': 'no-store', ETag: `"${version}"` };
  if (context.req.header('If-None-Match') === headers.ETag) return context.body(null, 304, headers);
  const { joined, now, left } = site.words.group.group;
  const people = open.people.map(({ handle, name, liked }) => ({
    handle,
    films: liked.length,
    joined: joined(name),
    now: now(name, liked.length),
    left: left(name),
  }));
  return context.json({ version, people }, 200, headers);
}
