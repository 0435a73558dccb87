import { join } from 'node:path';
import { Hono, type Context, type MiddlewareHandler } from 'hono';
import { every } from 'hono/combine';
import { compress } from 'hono/compress';
import { trimTrailingSlash } from 'hono/trailing-slash';
import type { Config } from '#config.ts';
import type { Lanterne } from '#lanterne.ts';
import type { State } from '#state/open-state.ts';
import { bodyOfAtMost, ownPagesOnly, rateOf, usualBody } from '#web/guards.ts';
import type { Route, Routing } from '#web/routing.ts';
import { accountRoutes } from '#web/routes/account-routes.ts';
import { programmeRoutes } from '#web/routes/programme-routes.ts';
import { staffRoutes } from '#web/routes/staff-routes.ts';
import { wishRoutes } from '#web/routes/wish-routes.ts';
import { needsMemory } from '#web/needs-memory.ts';
import { readyPages } from '#web/ready-pages.ts';
import { createImageProxy, type ImageProxy } from '#web/image-proxy.ts';
import { languageOf, languages, pathIn } from '#web/language.ts';
import { lookOf } from '#web/look.ts';
import { originOf } from '#web/origin.ts';
import { accessibility } from '#web/routes/accessibility.tsx';
import { advice, adviceFile } from '#web/routes/advice.tsx';
import { browse } from '#web/routes/browse.tsx';
import { season, seasonFile } from '#web/routes/season.tsx';
import { changeDisplay, display } from '#web/routes/display.tsx';
import { faultOf, faultPage, statusOf } from '#web/routes/error.tsx';
import { figure } from '#web/routes/figure.tsx';
import { figureFile } from '#web/routes/figure-file.ts';
import { figureFilms } from '#web/routes/figure-films.tsx';
import { figureTable } from '#web/routes/figure-table.tsx';
import { figures } from '#web/routes/figures.tsx';
import { film } from '#web/routes/film.tsx';
import { films } from '#web/routes/films.tsx';
import { group } from '#web/routes/group.tsx';
import { createGroupHere, groupAct } from '#web/routes/group-act.ts';
import { groupState } from '#web/routes/group-state.ts';
import { groups } from '#web/routes/groups.tsx';
import { home } from '#web/routes/home.tsx';
import { image } from '#web/routes/image.ts';
import { importForm, importLimit, importTaste } from '#web/routes/import.tsx';
import { keep } from '#web/routes/keep.ts';
import { mark } from '#web/routes/mark.ts';
import { mentions } from '#web/routes/mentions.tsx';
import { eraseMine, myData, myDataFile } from '#web/routes/my-data.tsx';
import { mood } from '#web/routes/mood.tsx';
import { myList } from '#web/routes/my-list.tsx';
import { manifest, offline, pixelIcon, worker } from '#web/routes/offline.tsx';
import { person } from '#web/routes/person.tsx';
import { poster } from '#web/routes/poster.ts';
import { share } from '#web/routes/share.tsx';
import { quality } from '#web/routes/quality.tsx';
import { report } from '#web/routes/report.tsx';
import { reportLetter, reportPaper } from '#web/routes/report-file.ts';
import { robots, sitemap, sitemapPart } from '#web/routes/sitemap.ts';
import { health, icon, script, style } from '#web/routes/static.ts';
import { study, studyModel } from '#web/routes/study.tsx';
import { surprise } from '#web/routes/surprise.tsx';
import { titles } from '#web/routes/titles.ts';
import { siteIn, type Site } from '#web/site.ts';
import { visitorOf } from '#web/visitor.ts';

/**
 * The list of routes. `lanterne` gives the one in service: it may change between two requests, never inside one.
 * @param state where what visitors say is kept; null keeps nothing, and the pages offer nothing to keep
 */
export function createApp(lanterne: () => Lanterne, state: State | null = null): Hono {
  const app = new Hono();
  const config = (): Config | null => attempt(() => lanterne().config);
  const accent = (): string | null => config()?.accent ?? null;
  const proxied = (): boolean => config()?.proxied === true;
  app.use(
    safeHeaders(config),
    rateOf({ most: config()?.readsAMinute ?? USUAL_READS, time: 60 }, proxied),
    trimTrailingSlash(),
    compress(),
    readyPages(lanterne),
  );

  app.get('/healthz', (context) => health(context, lanterne(), state));
  app.get('/style.css', (context) => style(context, lanterne()));
  app.get('/island/:version/:file{[a-z-]+\\.js}', script);
  app.get('/favicon.svg', icon);
  app.get('/icon/:name', pixelIcon);
  app.get('/sw.js', (context) => worker(context, lanterne()));
  app.get('/robots.txt', (context) => robots(context, lanterne()));
  app.get('/sitemap.xml', (context) => sitemap(context, lanterne()));
  app.get('/:part{sitemap-[1-9]\\d{0,3}\\.xml}', (context) => sitemapPart(context, lanterne()));
  const write = (limit = bodyOfAtMost(usualBody)): MiddlewareHandler =>
    every(
      rateOf({ most: config()?.writesAMinute ?? USUAL_WRITES, time: 60 }, proxied),
      ownPagesOnly(() => config()?.origin),
      limit,
    );
  const form = write();
  const imports = write(importLimit(({ req }) => siteIn(lanterne(), languageOf(req.path).language)));
  const drawings = rateOf({ most: 240, time: 60 }, proxied);
  const newGroups = rateOf({ most: 30, time: 600 }, proxied);
  for (const language of languages) {
    const at = (path: string): string => pathIn(language, path);
    const inLanguage = (route: Route) => async (context: Context) => {
      const site = { ...siteIn(lanterne(), language), state };
      const { visitor, memory } = await visitorOf(context, state);
      return route(context, {
        ...site,
        visitor,
        memory,
        here: originOf(context, site),
        look: await lookOf(context, state, visitor),
      });
    };
    const inMemory = (route: Route) => inLanguage(needsMemory(route));
    app.get(at('/'), inLanguage(home));
    app.get(at('/films'), inLanguage(films));
    app.get(at('/film/:id'), inLanguage(film));
    app.get(at('/humeur'), inLanguage(mood));
    app.get(at('/surprise'), inLanguage(surprise));
    app.get(at('/personne/:id'), inLanguage(person));
    app.get(at('/parcourir'), inLanguage(browse));
    app.get(at('/chiffres'), inLanguage(figures));
    app.get(at('/chiffres/:file{[a-z0-9-]+\\.(?:csv|svg|png)}'), drawings, inLanguage(figureFile));
    app.get(at('/chiffres/:name'), inLanguage(figure));
    app.get(at('/chiffres/:name/films'), inLanguage(figureFilms));
    app.get(at('/chiffres/:name/table'), inLanguage(figureTable));
    app.get(at('/specialisation'), inLanguage(advice));
    app.get(at('/specialisation.csv'), inLanguage(adviceFile));
    app.get(at('/specialisation/saison'), inLanguage(season));
    app.get(at('/specialisation/saison.csv'), inLanguage(seasonFile));
    app.get(at('/mentions'), inLanguage(mentions));
    app.get(at('/qualite'), inLanguage(quality));
    app.get(at('/etude'), inLanguage(study));
    app.get(at('/etude/modele'), inLanguage(studyModel));
    app.get(at('/rapport'), inMemory(report));
    app.get(at('/rapport.pdf'), drawings, inMemory(reportPaper));
    app.get(at('/rapport.html'), inMemory(reportLetter));
    app.get(at('/accessibilite'), inLanguage(accessibility));
    app.get(at('/affichage'), inLanguage(display));
    app.get(at('/ma-liste'), inMemory(myList));
    app.get(at('/mes-donnees'), inMemory(myData));
    app.get(at('/mes-donnees.json'), inMemory(myDataFile));
    app.get(at('/importer'), inLanguage(importForm));
    app.get(at('/envoyer'), inLanguage(share));
    app.get(at('/hors-ligne'), inLanguage(offline));
    app.get(at('/manifest.webmanifest'), inLanguage(manifest));
    app.get(at('/groupe'), inMemory(groups));
    app.get(at('/groupe/:code'), inMemory(group));
    app.get(at('/groupe/:code/etat'), inMemory(groupState));
    app.get(at('/api/titles'), inLanguage(titles));
    app.get(at('/poster/:file{tt\\d+\\.svg}'), inLanguage(poster));
    app.get(
      at('/image/:size/:name'),
      inLanguage((context, site) => image(context, site, proxyOf(site))),
    );
    app.post(at('/importer'), imports, inLanguage(importTaste));
    app.post(at('/groupe'), newGroups, form, inMemory(createGroupHere));
    app.post(at('/groupe/:code'), form, inMemory(groupAct));
    app.post(at('/marque'), form, inMemory(mark));
    app.post(at('/garder'), form, inMemory(keep));
    app.post(at('/affichage'), form, inLanguage(changeDisplay));
    app.post(at('/mes-donnees/effacer'), form, inMemory(eraseMine));
    const routing: Routing = {
      page: (path, route) => app.get(at(path), inLanguage(route)),
      kept: (path, route) => app.get(at(path), inMemory(route)),
      form: (path, route, { most, limit } = {}) =>
        app.post(
          at(path),
          every(...(most ? [rateOf(most, proxied)] : []), limit ? write(limit) : form),
          inMemory(route),
        ),
      open: (path, route, most) => app.post(at(path), rateOf(most, proxied), bodyOfAtMost(usualBody), inMemory(route)),
    };
    for (const routes of [programmeRoutes, wishRoutes, accountRoutes, staffRoutes]) routes(routing);
  }
  app.all('*', notThatWay(accent));
  app.notFound((context) => faultPage(context, 'notFound', 404, accent()));
  app.onError((error, context) => {
    const kind = faultOf(error);
    if (kind === 'ours') console.error(error);
    const response = faultPage(context, kind, statusOf(error), accent());
    if (kind === 'tooMany' || kind === 'noMemory') response.headers.set('Retry-After', '60');
    return response;
  });

  const proxies = new Map<string, ImageProxy>();
  const proxyOf = ({ lanterne: one }: Site): ImageProxy => {
    const known = proxies.get(one.config.imageBase);
    if (known !== undefined) return known;
    const proxy = createImageProxy({ folder: join(one.config.dataFolder, 'posters'), base: one.config.imageBase });
    proxies.set(one.config.imageBase, proxy);
    return proxy;
  };
  return app;
}

const USUAL_READS = 1200;
const USUAL_WRITES = 60;

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

/** Nothing inline, nothing from elsewhere, nothing told to other sites, in no frame; encrypted for a year where the public address is. */
const safeHeaders =
  (config: () => Config | null): MiddlewareHandler =>
  async (context, next) => {
    await next();
    // a letter carries its styles inside, and has a policy of its own
    if (!context.res.headers.has('Content-Security-Policy')) context.res.headers.set('Content-Security-Policy', POLICY);
    context.res.headers.set('X-Content-Type-Options', 'nosniff');
    context.res.headers.set('Referrer-Policy', 'same-origin');
    context.res.headers.set('Cross-Origin-Opener-Policy', 'same-origin');
    context.res.headers.set('Cross-Origin-Resource-Policy', 'same-origin');
    context.res.headers.set('Permissions-Policy', 'camera=(), microphone=(), geolocation=()');
    if (config()?.origin?.startsWith('https:') === true)
      context.res.headers.set('Strict-Transport-Security', 'max-age=31536000; includeSubDomains');
  };

/** What no route answers: 405 for a method that changes things, 404 for the rest. */
const notThatWay =
  (accent: () => string | null) =>
  (context: Context): Response | Promise<Response> => {
    if (context.req.method === 'GET' || context.req.method === 'HEAD') return context.notFound();
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
