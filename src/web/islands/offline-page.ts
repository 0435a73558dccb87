const PAGES = 'lanterne-pages';
const PICTURES = 'lanterne-pictures';

/** Lists the pages that this device has kept, each with the day it was, and erases them when asked. */
async function showKept(list: HTMLElement): Promise<void> {
  const away = document.getElementById('away');
  if (!location.pathname.endsWith('/hors-ligne')) away?.removeAttribute('hidden');
  const cache = (await caches.has(PAGES)) ? await caches.open(PAGES) : null;
  const lines: HTMLElement[] = [];
  for (const { url } of (await cache?.keys()) ?? []) {
    const page = await cache?.match(url);
    if (page !== undefined) lines.push(await lineOf(list, url, page));
  }
  list.replaceChildren(...lines);
  document.getElementById('kept-nothing')?.toggleAttribute('hidden', lines.length > 0);
  document.getElementById('erase')?.toggleAttribute('hidden', lines.length === 0);
}

async function lineOf(list: HTMLElement, url: string, page: Response): Promise<HTMLElement> {
  const line = document.createElement('li');
  const link = document.createElement('a');
  const { title } = new DOMParser().parseFromString(await page.text(), 'text/html');
  const day = new Date(page.headers.get('Date') ?? '');
  link.href = url;
  link.textContent = title.replace(/ · [^·]*$/, ''); // without the cinema's name
  line.append(link);
  if (!Number.isNaN(day.getTime())) {
    const when = new Intl.DateTimeFormat(list.dataset.language, { dateStyle: 'long', timeStyle: 'short' }).format(day);
    line.append(`, ${list.dataset.saved ?? ''} ${when}`);
  }
  return line;
}

async function erase(list: HTMLElement, button: HTMLElement): Promise<void> {
  await Promise.all([caches.delete(PAGES), caches.delete(PICTURES)]);
  await showKept(list);
  const said = document.getElementById('erased');
  if (said === null) return;
  said.textContent = button.dataset.erased ?? '';
  said.focus();
}

const list = document.getElementById('kept-pages');
const button = document.getElementById('erase');
if (list !== null && button !== null && 'caches' in window) {
  void showKept(list);
  button.addEventListener('click', () => void erase(list, button));
}
