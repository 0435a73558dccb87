/** Where the device stands; the section shows what is of it. */
type Standing = 'install' | 'denied' | 'off' | 'on';

interface Told {
  readonly key: string | null;
  readonly known: boolean;
}

/** Turns notifications on and off on this device, in the section that the page holds for it. */
async function pushSwitch(section: HTMLElement): Promise<void> {
  const { at = '' } = section.dataset;
  const status = section.querySelector('[role=status]');
  const show = (standing: Standing, said?: string): void => {
    section.hidden = false;
    for (const part of section.querySelectorAll<HTMLElement>('[data-when]'))
      part.hidden = part.dataset.when !== standing;
    if (!(status instanceof HTMLElement) || said === undefined) return;
    status.textContent = said;
    status.focus();
  };
  const send = async (path: string, fields: Record<string, string>): Promise<void> => {
    const answer = await fetch(path, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { Accept: 'application/json' },
    });
    if (!answer.ok) throw new Error(answer.statusText);
  };

  if (!('serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window)) {
    // only Apple's browsers have the word: false in a tab, true in an installed site
    if ('standalone' in navigator && navigator.standalone === false) show('install');
    return;
  }
  const { pushManager } = await navigator.serviceWorker.ready;
  let held = await pushManager.getSubscription();
  const id = held === null ? '' : await idOf(held.endpoint);
  const told: Told = await (await fetch(`${at}?id=${id}`)).json();
  const { key } = told;
  if (key === null) return;

  const subscribe = async (more: Record<string, string>): Promise<void> => {
    held = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytesOf(key) });
    const { endpoint, keys } = held.toJSON();
    await send(at, { endpoint: endpoint ?? '', p256dh: keys?.p256dh ?? '', auth: keys?.auth ?? '', ...more });
  };
  const attempt = (work: () => Promise<void>) => (): void => {
    work().catch(() =>
      show(Notification.permission === 'denied' ? 'denied' : held === null ? 'off' : 'on', section.dataset.failed),
    );
  };
  const [turnOn, turnOff] = section.querySelectorAll('button');
  turnOn?.addEventListener(
    'click',
    attempt(async () => {
      await held?.unsubscribe();
      held = null;
      if ((await Notification.requestPermission()) !== 'granted')
        return show(Notification.permission === 'denied' ? 'denied' : 'off');
      await subscribe({}).catch(async (error: unknown) => {
        await held?.unsubscribe();
        held = null;
        throw error;
      });
      show('on', section.dataset.on);
    }),
  );
  turnOff?.addEventListener(
    'click',
    attempt(async () => {
      if (held !== null) await send(`${at}/retirer`, { endpoint: held.endpoint });
      await held?.unsubscribe();
      held = null;
      show('off', section.dataset.off);
    }),
  );

  if (Notification.permission === 'denied') return show('denied');
  if (held === null || !told.known) return show('off');
  show('on');
  const { applicationServerKey: had } = held.options;
  if (had === null || textOf(had) === key) return;
  // the house has new keys: this device takes them, and its old address goes
  const old = held.endpoint;
  await held.unsubscribe();
  held = null;
  attempt(() => subscribe({ renewed: '1', old }))();
}

async function idOf(endpoint: string): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(endpoint)));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const bytesOf = (base64url: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64url.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));

const textOf = (bytes: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

const section = document.getElementById('push');
// a browser that forbids it, a private window: the page does without
if (section !== null) pushSwitch(section).catch(() => {});
