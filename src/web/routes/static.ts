import type { Context } from 'hono';
import { fault } from '#errors.ts';
import type { Lanterne } from '#lanterne.ts';
import { island, islandsVersion, styleSheet, type Asset } from '#web/assets.ts';
import { favicon } from '#web/components/lantern-mark.tsx';
import type { State } from '#state/open-state.ts';
import { memoryOf } from '#web/memory.ts';
import { queryOf } from '#web/page.ts';

/** The style sheet, in the cinema's colour. */
export const style = (context: Context, { config }: Lanterne): Response => {
  const sheet = styleSheet(config.accent);
  return send(context, sheet, queryOf(context).get('v') === sheet.version);
};

/**
 * One island of script.
 * @throws PAGE_UNKNOWN
 */
export const script = (context: Context): Response => {
  const { version, file = '' } = context.req.param();
  const asset = island(file.replace(/\.js$/, ''));
  if (asset === null) throw fault('PAGE_UNKNOWN', { path: context.req.path });
  return send(context, asset, version === islandsVersion());
};

/** The icon of the site. */
export const icon = (context: Context): Response =>
  context.body(favicon, 200, {
    'Content-Type': 'image/svg+xml; charset=utf-8',
    'Cache-Control': 'public, max-age=604800',
  });

/** Whether the service answers, for those who watch over it; 503 when the memory of what visitors keep does not. */
export async function health(
  context: Context,
  { films, catalogueDate, hasRatings }: Lanterne,
  kept: State | null,
): Promise<Response> {
  const state = await memoryOf(kept);
  const failing = state === 'failing';
  context.header('Cache-Control', 'no-store');
  return context.json(
    { status: failing ? 'failing' : 'ok', state, films, catalogueDate, hasRatings },
    failing ? 503 : 200,
  );
}

function send(context: Context, { body, type, version }: Asset, lasting: boolean): Response {
  const etag = `W/"${version}"`;
  const headers = { 'Cache-Control': lasting ? 'public, max-age=31536000, immutable' : 'public, no-cache', ETag: etag };
  if (context.req.header('If-None-Match') === etag) return context.body(null, 304, headers);
  return context.body(body, 200, { ...headers, 'Content-Type': type });
}
