import type { Context } from 'hono';
import { listVenues } from '#state/venues.ts';
import { languages, pathIn } from '#web/language.ts';
import type { Site } from '#web/site.ts';

/** The pages of the programme and of its venues, for the site's map. Protocol: https://www.sitemaps.org/protocol.html */
export async function programmeMap(context: Context, { state, here }: Site): Promise<Response> {
  const venues = state === null ? [] : await listVenues(state.db);
  const paths = ['/programme', ...venues.flatMap(({ id, closed }) => (closed === null ? [`/programme/${id}`] : []))];
  const entries = paths.flatMap((path) =>
    languages.map((language) => `<url><loc>${here}${pathIn(language, path)}</loc><changefreq>daily</changefreq></url>`),
  );
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${entries.join('')}</urlset>\n`;
  return context.body(body, 200, {
    'Content-Type': 'application/xml; charset=utf-8',
    'Cache-Control': 'public, max-age=3600',
  });
}
