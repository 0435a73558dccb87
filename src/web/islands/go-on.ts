const PARTS = ['languages', 'kept', 'change', 'basket', 'keep', 'wall', 'results'];
/** What is said of the new page: its summary first. */
const SAID = '#summary, [data-say]';
let underWay: AbortController | null = null;
let shown = location.pathname + location.search;

/**
 * Goes to another list of films without leaving the page: the parts that change are taken from the page at `address`. Where the two pages
 * have not the same of them, the browser goes there as usual. What was in use stays in use: the focus, what was unfolded. The event
 * `swapped` tells the islands whose elements were replaced.
 */
export async function goOn(address: string, { remember = true }: { remember?: boolean } = {}): Promise<boolean> {
  const parts = partsOf(document);
  const inPlace = parts.includes('results') || parts.includes('wall');
  if (!inPlace || new URL(address, location.href).pathname !== location.pathname) return leave(address);
  underWay?.abort();
  underWay = new AbortController();
  try {
    const response = await fetch(address, { signal: underWay.signal });
    const fresh = new DOMParser().parseFromString(await response.text(), 'text/html');
    if (!response.ok || partsOf(fresh).join() !== parts.join()) return leave(address);
    const unfolded = [...document.querySelectorAll('details[open]')].map(({ id }) => fresh.getElementById(id));
    for (const details of unfolded) details?.setAttribute('open', '');
    const used = document.activeElement?.id ?? '';
    for (const id of parts) {
      const [old, next] = [document.getElementById(id), fresh.getElementById(id)];
      // what is read aloud when it changes must stay the same element
      if (id === 'change') old?.replaceChildren(...(next?.childNodes ?? []));
      else old?.replaceWith(next ?? '');
    }
    document.dispatchEvent(new Event('swapped'));
    if (used !== '' && document.activeElement?.id !== used)
      document.getElementById(used)?.focus({ preventScroll: true });
    const label = fresh.querySelector('label[for=q]');
    document.querySelector('label[for=q]')?.replaceChildren(...(label?.childNodes ?? []));
    document.title = fresh.title;
    if (remember) history.pushState(null, '', bare(response.url));
    shown = location.pathname + location.search;
    say([...document.querySelectorAll(SAID)].map((part) => part.textContent).join(', '));
    return true;
  } catch (error) {
    return error instanceof DOMException && error.name === 'AbortError' ? false : leave(address);
  }
}

/** Lets go of a page that is on its way: another will be asked for. */
export const holdOn = (): void => underWay?.abort();

/** Says a sentence to those who listen to the page, when they are done with what they hear; and lets it be seen when `seen`. */
export function say(text: string, seen = false): void {
  const announce = document.getElementById('announce');
  if (announce === null) return;
  announce.textContent = text;
  announce.className = seen ? 'hint' : 'heard-only';
}

/** Makes every link marked `data-swap` go on in place, and gives the focus to what took its place, where it stood on the screen. */
export function swapLinks(): void {
  // what was just done is told once, and not kept in the addresses that are shared
  history.replaceState(history.state, '', bare(location.href));
  shown = location.pathname + location.search;
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[data-swap]') : null;
    if (!(link instanceof HTMLAnchorElement) || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0)
      return;
    const rank =
      link.closest('.films') === null
        ? -1
        : [...document.querySelectorAll('.films > .film')].findIndex((film) => film.contains(link));
    const before = link.closest('#results') === null ? 'q' : 'results-title';
    const stood = link.getBoundingClientRect().top;
    event.preventDefault();
    void goOn(link.href).then((done) => done && refocus(link.id, stood, rank, before));
  });
  addEventListener('popstate', () => {
    // going to another place of the same page is a popstate too
    if (location.pathname + location.search !== shown) void goOn(location.href, { remember: false });
  });
}

function refocus(id: string, stood: number, rank: number, before: string): void {
  const same = id === '' ? null : document.getElementById(id);
  if (same !== null) {
    same.focus({ preventScroll: true });
    // a page that grew above the link would carry it away from under the hand
    if (same.closest('#wall') !== null)
      scrollBy({ top: same.getBoundingClientRect().top - stood, behavior: 'instant' });
    return;
  }
  const films = document.querySelectorAll('.films > .film .film-title a');
  const next =
    rank < 0
      ? document.getElementById(before)
      : (films[Math.min(rank, films.length - 1)] ?? document.getElementById('results-title'));
  if (next instanceof HTMLElement) next.focus({ preventScroll: rank >= 0 ? false : isSeen(next) });
}

const partsOf = (page: Document): string[] => PARTS.filter((id) => page.getElementById(id) !== null);

const isSeen = (element: HTMLElement): boolean => {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
};

/** An address without what was just done. */
function bare(address: string): string {
  const url = new URL(address, location.href);
  url.searchParams.delete('undo');
  return url.href;
}

function leave(address: string): false {
  location.assign(address);
  return false;
}
