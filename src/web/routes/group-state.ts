import type { Context } from 'hono';
import { openGroup } from '#web/group/open-group.ts';
import { standingOf } from '#web/group/standing.ts';
import type { Site } from '#web/site.ts';

/**
 * How a group stands, for the pages that follow it; 304 as long as nothing changed. A few small queries, and no choice is computed.
 * @throws GROUP_GONE, NOTHING_KEPT
 */
export async function groupState(context: Context, site: Site): Promise<Response> {
  const standing = standingOf(site, await openGroup(context, site));
  const headers = { 'Cache-Control': 'no-store', ETag: `"${standing.version}"` };
  // a proxy that compresses makes an ETag weak
  if (context.req.header('If-None-Match')?.replace(/^W\//, '') === headers.ETag)
    return context.body(null, 304, headers);
  return context.json(standing, 200, headers);
}
