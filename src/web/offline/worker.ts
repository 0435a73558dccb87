import type { OfflinePlan } from './plan.ts';

/** Written in when the script is served. */
declare const PLAN: OfflinePlan;
/** The part of a service worker's scope that is used here: TypeScript's own description of it cannot stand beside that of pages. */
declare const self: WorkerScope;

interface WorkerEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface FetchEvent extends WorkerEvent {
  readonly request: Request;
  readonly preloadResponse: Promise<Response | undefined>;
  respondWith(answer: Promise<Response>): void;
}
interface WorkerScope {
  readonly location: Location;
  readonly registration: ServiceWorkerRegistration;
  readonly clients: {
    claim(): Promise<void>;
    matchAll(of: { type: 'window' }): Promise<readonly { readonly url: string }[]>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: WorkerEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void;
}

const SHELL = `lanterne-shell-${PLAN.version}`;
const PAGES = 'lanterne-pages';
const PICTURES = 'lanterne-pictures';
const MOST_PICTURES = 150;
const DAY = 86_400_000;
/** TMDB's terms allow six months; one month is fresh enough to keep without another look. */
const OLDEST = 150 * DAY;
const FRESH = 30 * DAY;
const PATIENCE = 8000;

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(takeOver()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== self.location.origin) return;
  if (request.method !== 'GET') {
    if (PLAN.erasing.includes(pathname)) event.waitUntil(erase());
  } else if (/^(?:\/en)?\/(?:poster|image)\//.test(pathname)) event.respondWith(picture(event));
  else if (isKept(request.url)) event.respondWith(keptPage(event));
  else if (request.mode === 'navigate') event.respondWith(fromNetwork(event).catch(() => offlinePage(pathname)));
  else if (/^\/(?:style\.css|favicon\.svg|island\/)/.test(pathname)) event.respondWith(partOfShell(request));
});

async function install(): Promise<void> {
  const cache = await caches.open(SHELL);
  await cache.addAll(PLAN.shell.map((path) => new Request(path, { credentials: 'omit' })));
  await self.skipWaiting();
}

/** Removes what other versions left, then keeps the list that is open already, whose coming this worker did not see. */
async function takeOver(): Promise<void> {
  const ours = new Set([SHELL, PAGES, PICTURES]);
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name.startsWith('lanterne-') && !ours.has(name)).map((name) => caches.delete(name)),
  );
  await self.registration.navigationPreload?.enable();
  await self.clients.claim();
  for (const { url } of await self.clients.matchAll({ type: 'window' })) {
    const address = addressOf(url);
    if (!isKept(address) || (await caches.match(address)) !== undefined) continue;
    const response = await fetch(address).catch(() => null);
    if (response === null) continue;
    await keepPage(address, response.clone());
    await keepPicturesOf(await response.text());
  }
}

const keptAs = (url: string): OfflinePlan['kept'][number] | undefined => {
  const { pathname, searchParams } = new URL(url);
  const page = PLAN.kept.find(({ path }) => path === pathname);
  const worth = page !== undefined && !searchParams.has('q') && (page.with === null || searchParams.has(page.with));
  return worth ? page : undefined;
};
const isKept = (url: string): boolean => keptAs(url) !== undefined;

function addressOf(address: string): string {
  const url = new URL(address);
  url.hash = '';
  for (const name of PLAN.passing) if (url.searchParams.has(name)) url.searchParams.delete(name);
  return url.href;
}

/** The network first; when it fails, or is slow and this very page is kept, the kept one. */
async function keptPage(event: FetchEvent): Promise<Response> {
  const { request } = event;
  const address = addressOf(request.url);
  const fresh = fromNetwork(event);
  event.waitUntil(fresh.then((response) => keepPage(address, response.clone())).catch(() => {}));
  const old = await (await caches.open(PAGES)).match(address);
  if (old !== undefined) {
    const late = new Promise<Response>((resolve) => setTimeout(() => resolve(old), PATIENCE));
    return Promise.race([fresh, late]).catch(() => old);
  }
  return request.mode === 'navigate' ? fresh.catch(() => offlinePage(new URL(address).pathname)) : fresh;
}

/** The last page of each kind, in whichever language, is kept: one list, one programme. */
async function keepPage(address: string, response: Response): Promise<void> {
  const type = response.headers.get('Content-Type') ?? '';
  const secret = /no-store/.test(response.headers.get('Cache-Control') ?? '');
  if (!response.ok || response.redirected || !type.startsWith('text/html') || secret) return;
  const cache = await caches.open(PAGES);
  const kind = (url: string): string => new URL(url).pathname.replace(/^\/en(?=\/)/, '');
  await cache.put(address, response);
  for (const other of await cache.keys())
    if (other.url !== address && kind(other.url) === kind(address)) await cache.delete(other);
}

/** Pictures that the browser has already fetched for a page; none is fetched for this. */
async function keepPicturesOf(page: string): Promise<void> {
  const cache = await caches.open(PICTURES);
  const addresses = new Set(
    [...page.matchAll(/"(\/(?:en\/)?(?:poster|image)\/[^"]*)"/g)].flatMap(([, text = '']) =>
      text
        .replaceAll('&amp;', '&')
        .split(', ')
        .map((one) => one.split(' ')[0] ?? ''),
    ),
  );
  for (const address of [...addresses].slice(0, MOST_PICTURES)) {
    const had = await fetch(address, { cache: 'only-if-cached', mode: 'same-origin' }).catch(() => null);
    if (had?.ok === true) await cache.put(address, had);
  }
}

async function picture(event: FetchEvent): Promise<Response> {
  const { request } = event;
  try {
    const response = await fetch(request);
    if (response.ok) event.waitUntil(keepPicture(request, response.clone()));
    return response;
  } catch (error) {
    const kept = await (await caches.open(PICTURES)).match(request);
    if (kept === undefined || ageOf(kept) > OLDEST) throw error;
    return kept;
  }
}

async function keepPicture(request: Request, response: Response): Promise<void> {
  const cache = await caches.open(PICTURES);
  const known = await cache.match(request);
  if (known !== undefined && ageOf(known) < FRESH) return;
  await cache.put(request, response);
  const all = await cache.keys();
  await Promise.all(all.slice(0, Math.max(0, all.length - MOST_PICTURES)).map((oldest) => cache.delete(oldest)));
}

const ageOf = (response: Response): number => Date.now() - Date.parse(response.headers.get('Date') ?? '') || 0;

/** Addresses of the shell hold their version. A kept page may ask for an older one: without a network, the one there is serves. */
async function partOfShell(request: Request): Promise<Response> {
  const cache = await caches.open(SHELL);
  const exact = await cache.match(request);
  if (exact !== undefined) return exact;
  return fetch(request).catch(async (error: unknown) => {
    const name = nameOf(request.url);
    const other = (await cache.keys()).find(({ url }) => nameOf(url) === name);
    const kept = other === undefined ? undefined : await cache.match(other);
    if (kept === undefined) throw error;
    return kept;
  });
}

const nameOf = (url: string): string => new URL(url).pathname.replace(/^\/island\/[^/]+\//, '');

async function fromNetwork({ request, preloadResponse }: FetchEvent): Promise<Response> {
  return (await preloadResponse) ?? fetch(request);
}

async function offlinePage(pathname: string): Promise<Response> {
  const page = PLAN.offline.find(
    ({ under }) => under === '/' || pathname === under || pathname.startsWith(`${under}/`),
  );
  const kept = page === undefined ? undefined : await caches.match(page.path);
  return kept ?? Response.error();
}

const erase = (): Promise<unknown> => Promise.all([caches.delete(PAGES), caches.delete(PICTURES)]);
