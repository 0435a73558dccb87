import { join } from 'node:path';
import { Hono, type Context, type MiddlewareHandler } from 'hono';
import { compress } from 'hono/compress';
import type { Lanterne } from '#lanterne.ts';
import { createImageProxy, type ImageProxy } from '#web/image-proxy.ts';
import { languageOf, languages, pathIn } from '#web/language.ts';
import { faultOf, faultPage, statusOf } from '#web/routes/error.tsx';
import { film } from '#web/routes/film.tsx';
import { films } from '#web/routes/films.tsx';
import { home } from '#web/routes/home.tsx';
import { image } from '#web/routes/image.ts';
import { importForm, importLimit, importTaste } from '#web/routes/import.tsx';
import { mentions } from '#web/routes/mentions.tsx';
import { poster } from '#web/routes/poster.ts';
import { health, icon, script, style } from '#web/routes/static.ts';
import { titles } from '#web/routes/titles.ts';
import { siteIn, type Site } from '#web/site.ts';

/** The list of routes. `lanterne` gives the one in service: it may change between two requests, never inside one. */
export function createApp(lanterne: () => Lanterne): Hono {
  const app = new Hono();
  const accent = (): string | null => attempt(() => lanterne().config.accent);
  app.use(safeHeaders, readingOnly(accent), compress());

  app.get('/healthz', (context) => health(context, lanterne()));
  app.get('/style.css', (context) => style(context, lanterne()));
  app.get('/island/:version/:file{[a-z-]+\\.js}', script);
  app.get('/favicon.svg', icon);
  for (const language of languages) {
    const at = (path: string): string => pathIn(language, path);
    const inLanguage = (route: Route) => (context: Context) => route(context, siteIn(lanterne(), language));
    app.get(at('/'), inLanguage(home));
    app.get(at('/films'), inLanguage(films));
    app.get(at('/film/:id'), inLanguage(film));
    app.get(at('/mentions'), inLanguage(mentions));
    app.get(at('/importer'), inLanguage(importForm));
    app.post(
      at('/importer'),
      importLimit(() => siteIn(lanterne(), language)),
      inLanguage(importTaste),
    );
    app.get(at('/api/titles'), inLanguage(titles));
    app.get(at('/poster/:file{tt\\d+\\.svg}'), inLanguage(poster));
    app.get(
      at('/image/:size/:name'),
      inLanguage((context, site) => image(context, site, proxyOf(site))),
    );
  }
  app.notFound((context) => faultPage(context, 'notFound', 404, accent()));
  app.onError((error, context) => {
    const kind = faultOf(error);
    if (kind === 'ours') console.error(error);
    return faultPage(context, kind, statusOf(error), accent());
  });

  const proxies = new Map<string, ImageProxy>();
  const proxyOf = ({ lanterne: { config } }: Site): ImageProxy => {
    const known = proxies.get(config.imageBase);
    if (known !== undefined) return known;
    const proxy = createImageProxy({ folder: join(config.dataFolder, 'posters'), base: config.imageBase });
    proxies.set(config.imageBase, proxy);
    return proxy;
  };
  return app;
}

type Route = (context: Context, site: Site) => Response | Promise<Response>;

const POLICY = [
  "default-src 'self'",
  "img-src 'self' data:",
  "style-src 'self'",
  "script-src 'self'",
  "object-src 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ');

/** Nothing inline, nothing from elsewhere, nothing told to other sites, in no frame. */
const safeHeaders: MiddlewareHandler = async (context, next) => {
  await next();
  context.res.headers.set('Content-Security-Policy', POLICY);
  context.res.headers.set('X-Content-Type-Options', 'nosniff');
  context.res.headers.set('Referrer-Policy', 'same-origin');
  context.res.headers.set('Cross-Origin-Opener-Policy', 'same-origin');
  context.res.headers.set('Cross-Origin-Resource-Policy', 'same-origin');
  context.res.headers.set('Permissions-Policy', 'camera=(), microphone=(), geolocation=()');
};

/** Nothing here changes anything: reading is all that is answered. */
const readingOnly =
  (accent: () => string | null): MiddlewareHandler =>
  async (context, next) => {
    if (context.req.method === 'GET' || context.req.method === 'HEAD') return next();
    if (context.req.method === 'POST' && languageOf(context.req.path).bare === '/importer') return next();
    const response = faultPage(context, 'method', 405, accent());
    response.headers.set('Allow', 'GET, HEAD');
    return response;
  };

function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}
