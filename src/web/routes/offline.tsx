import type { Context } from 'hono';
import type { JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { fault } from '#errors.ts';
import type { Lanterne } from '#lanterne.ts';
import type { Asset } from '#web/assets.ts';
import { Island } from '#web/components/island.tsx';
import { Layout } from '#web/components/layout.tsx';
import { languages, pathIn } from '#web/language.ts';
import { drawIcon } from '#web/offline/draw-icon.ts';
import { manifestOf } from '#web/offline/manifest.ts';
import { workerScript } from '#web/offline/worker-script.ts';
import { page } from '#web/page.ts';
import { siteIn, type Site } from '#web/site.ts';

/** What can be read without a network, and how to erase it; shown in place of the pages that cannot be had. */
export const offline = (context: Context, site: Site): Response => page(context, <OfflinePage site={site} />);

/** The service worker. Its address never changes: browsers look there for a new one, whose caches bear its version. */
export function worker(context: Context, lanterne: Lanterne): Response {
  const { body, type, version } = workerOf(lanterne);
  const headers = { 'Cache-Control': 'no-cache', ETag: `W/"${version}"` };
  if (context.req.header('If-None-Match') === headers.ETag) return context.body(null, 304, headers);
  return context.body(body, 200, { ...headers, 'Content-Type': type });
}

/** What a device must know to install the site. */
export function manifest(context: Context, site: Site): Response {
  return context.body(JSON.stringify(manifestOf(site)), 200, {
    'Content-Type': 'application/manifest+json; charset=utf-8',
    'Cache-Control': 'public, max-age=86400',
  });
}

/**
 * The icon as a picture of pixels, for devices that do not draw.
 * @throws PAGE_UNKNOWN
 */
export function pixelIcon(context: Context): Response {
  const drawn = iconOf(context.req.param('name') ?? '');
  if (drawn === null) throw fault('PAGE_UNKNOWN', { path: context.req.path });
  return context.body(drawn, 200, { 'Content-Type': 'image/png', 'Cache-Control': 'public, max-age=604800' });
}

const icons = new Map<string, Buffer<ArrayBuffer>>();
const sizes = new Map([
  ['180.png', { size: 180, maskable: true }], // Apple's, which rounds the corners itself
  ['192.png', { size: 192, maskable: false }],
  ['512.png', { size: 512, maskable: false }],
  ['maskable-512.png', { size: 512, maskable: true }],
]);

function iconOf(name: string): Buffer<ArrayBuffer> | null {
  const asked = sizes.get(name);
  if (asked === undefined) return null;
  const drawn = icons.get(name) ?? drawIcon(asked.size, asked);
  icons.set(name, drawn);
  return drawn;
}

const workers = new WeakMap<Lanterne, Asset>();

function workerOf(lanterne: Lanterne): Asset {
  const known = workers.get(lanterne);
  if (known !== undefined) return known;
  const pages = languages.map((language) => renderToString(<OfflinePage site={siteIn(lanterne, language)} />));
  const script = workerScript(lanterne.config, pages);
  workers.set(lanterne, script);
  return script;
}

function OfflinePage({ site }: { readonly site: Site }): JSX.Element {
  const { offline: words } = site.words;
  return (
    <Layout site={site} title={words.title} path="/hors-ligne" query="" class="offline">
      <div class="narrow">
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        <p id="away" hidden class="notice">
          {words.away}
        </p>
        <section aria-labelledby="kept-title">
          <h2 id="kept-title">{words.keptTitle}</h2>
          <ul id="kept-pages" class="kept-pages" data-saved={words.saved} data-language={site.language} />
          <p id="kept-nothing">{words.nothing}</p>
          <button type="button" id="erase" class="quiet button" hidden data-erased={words.erased}>
            {words.erase}
          </button>
          <p id="erased" role="status" aria-live="polite" tabIndex={-1} />
        </section>
        <p>{words.whatTitle}</p>
        <ul class="counts">
          {words.what.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <p class="ways">
          <a class="button" href="">
            {words.again}
          </a>
          <a class="quiet button" href={pathIn(site.language, '/')}>
            {site.words.toHome}
          </a>
        </p>
      </div>
      <Island name="offline-page" />
    </Layout>
  );
}
