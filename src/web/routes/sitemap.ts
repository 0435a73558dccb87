import type { Context } from 'hono';
import { fault } from '#errors.ts';
import { indicators } from '#indicators/registry.ts';
import type { Lanterne } from '#lanterne.ts';
import { languages, pathIn } from '#web/language.ts';
import { originOf } from '#web/origin.ts';

/** Films a part; each has an address in each language, and the protocol allows 50 000 addresses. */
const FILMS = 20_000;
const PAGES = [
  '/',
  '/parcourir',
  '/chiffres',
  ...indicators.map(({ name }) => `/chiffres/${name}`),
  '/etude',
  '/specialisation',
  '/qualite',
  '/mentions',
];

/** Where the parts of the site's map are. Protocol: https://www.sitemaps.org/protocol.html */
export async function sitemap(context: Context, lanterne: Lanterne): Promise<Response> {
  const origin = originOf(context, { lanterne });
  const parts = Math.ceil((await lanterne.knownFilmsCount()) / FILMS) + 1;
  const entries = Array.from(
    { length: parts },
    (_, at) => `<sitemap><loc>${text(`${origin}/sitemap-${at + 1}.xml`)}</loc>${lastmod(lanterne)}</sitemap>`,
  );
  const programme = `<sitemap><loc>${text(`${origin}/programme/plan.xml`)}</loc></sitemap>`;
  return answer(context, `<sitemapindex xmlns="${SPACE}">${entries.join('')}${programme}</sitemapindex>`);
}

/**
 * One part: first the pages of the site, then the films that some people know.
 * @throws PAGE_UNKNOWN past the last part
 */
export async function sitemapPart(context: Context, lanterne: Lanterne): Promise<Response> {
  const part = Number(/\d+/.exec(context.req.param('part') ?? '')?.[0]);
  const films = part === 1 ? [] : await lanterne.knownFilms((part - 2) * FILMS, FILMS);
  if (part !== 1 && films.length === 0) throw fault('PAGE_UNKNOWN', { path: context.req.path });
  const paths = part === 1 ? PAGES : films.map((id) => `/film/${id}`);
  const origin = text(originOf(context, { lanterne }));
  const built = lastmod(lanterne);
  const entries = paths.flatMap((path) =>
    languages.map((language) => `<url><loc>${origin}${pathIn(language, path)}</loc>${built}</url>`),
  );
  return answer(context, `<urlset xmlns="${SPACE}">${entries.join('')}</urlset>`);
}

/** What robots may read: everything but what readers made for themselves. */
export function robots(context: Context, lanterne: Lanterne): Response {
  const closed = ['/api/', '/films?', '/*liked=', '/*not=', '/*seen=', '/ma-liste', '/mes-donnees'];
  const rules = closed.flatMap((path) => [path, ...(path.startsWith('/*') ? [] : [pathIn('en', path)])]);
  const lines = ['User-agent: *', ...rules.map((path) => `Disallow: ${path}`), ''];
  context.header('Cache-Control', 'public, max-age=86400');
  return context.text(`${lines.join('\n')}\nSitemap: ${originOf(context, { lanterne })}/sitemap.xml\n`);
}

const SPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';

const lastmod = ({ catalogueDate }: Lanterne): string => `<lastmod>${catalogueDate.slice(0, 10)}</lastmod>`;

function answer(context: Context, body: string): Response {
  return context.body(`<?xml version="1.0" encoding="UTF-8"?>\n${body}\n`, 200, {
    'Content-Type': 'application/xml; charset=utf-8',
    'Cache-Control': 'public, max-age=86400',
  });
}

const text = (value: string): string => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
