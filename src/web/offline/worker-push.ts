import type { OfflinePlan } from './plan.ts';

/** Written in when the script is served. */
declare const PLAN: OfflinePlan;
/** The part of a service worker's scope that is used here. */
declare const self: PushScope;

interface WorkerEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface PushEvent extends WorkerEvent {
  readonly data: { json(): unknown } | null;
}
interface ClickEvent extends WorkerEvent {
  readonly notification: Notification;
}
interface ChangeEvent extends WorkerEvent {
  readonly oldSubscription: PushSubscription | null;
  readonly newSubscription: PushSubscription | null;
}
interface LeavingEvent extends WorkerEvent {
  readonly request: Request;
}
interface Tab {
  readonly url: string;
  focus(): Promise<unknown>;
}
interface PushScope {
  readonly location: Location;
  readonly registration: ServiceWorkerRegistration;
  readonly clients: {
    matchAll(of: { type: 'window'; includeUncontrolled: boolean }): Promise<readonly Tab[]>;
    openWindow(address: string): Promise<unknown>;
  };
  addEventListener(type: 'push', listener: (event: PushEvent) => void): void;
  addEventListener(type: 'notificationclick', listener: (event: ClickEvent) => void): void;
  addEventListener(type: 'pushsubscriptionchange', listener: (event: ChangeEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: LeavingEvent) => void): void;
}

const AT = '/alertes/appareil';
const WAITS = [1000, 8000];

self.addEventListener('push', (event) => event.waitUntil(show(event)));
self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(open(linkOf(event.notification.data)));
});
self.addEventListener('pushsubscriptionchange', (event) => event.waitUntil(renew(event)));
// who signs out here, or erases everything, is told nothing more here
self.addEventListener('fetch', (event) => {
  const { method, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method === 'POST' && origin === self.location.origin && PLAN.leaving.includes(pathname)) event.waitUntil(leave());
});

/** Always shows something: browsers take the permission away from who does not. */
async function show({ data }: PushEvent): Promise<void> {
  const { title, body, link, tag, lang } = read(data);
  await self.registration.showNotification(typeof title === 'string' && title !== '' ? title : PLAN.name, {
    body: text(body) ?? PLAN.news,
    lang: text(lang) ?? 'fr',
    icon: '/icon/192.png',
    badge: '/icon/192.png',
    tag: text(tag) ?? 'lanterne',
    data: text(link) ?? '/',
  });
}

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

function read(data: PushEvent['data']): { [name: string]: unknown } {
  try {
    const told = data?.json();
    return typeof told === 'object' && told !== null ? { ...told } : {};
  } catch {
    return {};
  }
}

/** A page of this site; whatever else was given, its first page. */
function linkOf(data: unknown): string {
  const { origin } = self.location;
  try {
    const address = new URL(text(data) ?? '/', origin);
    if (address.origin === origin) return address.href;
  } catch {
    // no address at all
  }
  return `${origin}/`;
}

async function open(address: string): Promise<void> {
  const tabs = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const there = tabs.find(({ url }) => url === address);
  await (there === undefined ? self.clients.openWindow(address) : there.focus());
}

/** The push service gave this device another address: the house is told, and which one it replaces. */
async function renew({ oldSubscription: old, newSubscription }: ChangeEvent): Promise<void> {
  const fresh = newSubscription ?? (await subscribe(old));
  const { endpoint = '', keys } = fresh?.toJSON() ?? {};
  if (endpoint === '') return;
  await fetch(AT, {
    method: 'POST',
    headers: { Accept: 'application/json' },
    body: new URLSearchParams({
      endpoint,
      p256dh: keys?.p256dh ?? '',
      auth: keys?.auth ?? '',
      renewed: '1',
      old: old?.endpoint ?? '',
    }),
  });
}

async function subscribe(old: PushSubscription | null): Promise<PushSubscription | null> {
  const key = old?.options.applicationServerKey ?? (await (await fetch(AT)).json()).key;
  if (key === null) return null;
  return self.registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
}

/** The form is on its way: once it is done, does the house still know this device? */
async function leave(): Promise<void> {
  for (const wait of WAITS) {
    await new Promise((resolve) => setTimeout(resolve, wait));
    const held = await self.registration.pushManager?.getSubscription();
    if (held == null) return;
    const answer = await fetch(`${AT}?id=${await idOf(held.endpoint)}`);
    if (answer.ok && !(await answer.json()).known) await held.unsubscribe();
  }
}

async function idOf(endpoint: string): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(endpoint)));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
