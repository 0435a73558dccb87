import type { Context } from 'hono';
import { fault } from '#errors.ts';
import { queryOf } from '#web/page.ts';
import { posterOf, posterVersion } from '#web/poster-address.ts';
import type { Site } from '#web/site.ts';

/**
 * A film's drawn poster; kept for ever by browsers when its address holds the right version.
 * @throws FILM_UNKNOWN
 */
export async function poster(context: Context, site: Site): Promise<Response> {
  const id = (context.req.param('file') ?? '').replace(/\.svg$/, '');
  const [card] = await site.lanterne.cards([id]);
  if (card === undefined) throw fault('FILM_UNKNOWN', { id });
  const lasting = queryOf(context).get('v') === posterVersion(card, site.language);
  return context.body(posterOf(card, site.language), 200, {
    'Content-Type': 'image/svg+xml; charset=utf-8',
    'Cache-Control': lasting ? 'public, max-age=31536000, immutable' : 'public, max-age=300',
  });
}
