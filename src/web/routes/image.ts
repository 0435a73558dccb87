import type { Context } from 'hono';
import { asFilmId } from '#brand.ts';
import { fault } from '#errors.ts';
import { isImageName } from '#web/image-name.ts';
import type { ImageProxy } from '#web/image-proxy.ts';
import { queryOf } from '#web/page.ts';
import { posterAddress } from '#web/poster-address.ts';
import type { Site } from '#web/site.ts';

const LASTING = 'public, max-age=604800, stale-while-revalidate=86400, stale-if-error=604800';
const RENEWED_SOON = 'public, max-age=3600, stale-while-revalidate=86400, stale-if-error=604800';

/**
 * A TMDB poster through our proxy; when it cannot be had, the way to the drawn one.
 * @throws PAGE_UNKNOWN for what cannot be the name of a poster, or of a film
 */
export async function image(context: Context, site: Site, proxy: ImageProxy): Promise<Response> {
  const { size = '', name = '' } = context.req.param();
  if (!isImageName(size, name)) throw fault('PAGE_UNKNOWN', { path: context.req.path });
  const picture = site.lanterne.config.postersOn ? await proxy.get(size, name) : null;
  if (picture === null) {
    const id = asFilmId(queryOf(context).get('film') ?? '');
    const [card] = id === null ? [] : await site.lanterne.cards([id]);
    if (card === undefined) throw fault('PAGE_UNKNOWN', { path: context.req.path });
    context.header('Cache-Control', 'private, max-age=300');
    return context.redirect(posterAddress(card, site.language), 302);
  }
  // The same bytes whoever asks: no Vary, so that a cache between keeps one copy.
  const headers = { ETag: picture.etag, 'Cache-Control': picture.stale ? RENEWED_SOON : LASTING };
  const known = (context.req.header('If-None-Match') ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  if (known.includes(picture.etag) || known.includes('*')) return context.body(null, 304, headers);
  return context.body(picture.body, 200, { ...headers, 'Content-Type': picture.type });
}
