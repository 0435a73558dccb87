const PARTS = ['languages', 'kept', 'basket', 'results'];
/** What is said of the new page: its summary first. */
const SAID = '#summary, [data-say]';
let underWay: AbortController | null = null;
let shown = location.pathname + location.search;

/**
 * Goes to another list of films without leaving the page: the parts that change are taken from the page at `address`. Where the two
 * pages do not have the same ones, the browser goes there as usual. What was in use stays in use: the focus, what was unfolded. The
 * event `swapped` tells the islands whose elements were replaced.
 */
export async function goOn(address: string, { remember = true }: { remember?: boolean } = {}): Promise<boolean> {
  const parts = PARTS.filter((id) => document.getElementById(id) !== null);
  if (!parts.includes('results')) return leave(address);
  underWay?.abort();
  underWay = new AbortController();
  try {
    const response = await fetch(address, { signal: underWay.signal });
    const fresh = new DOMParser().parseFromString(await response.text(), 'text/html');
    if (!response.ok || PARTS.some((id) => parts.includes(id) !== (fresh.getElementById(id) !== null)))
      return leave(address);
    const used = document.activeElement?.id ?? '';
    for (const { id } of document.querySelectorAll('details[open]')) fresh.getElementById(id)?.setAttribute('open', '');
    for (const id of parts) document.getElementById(id)?.replaceWith(fresh.getElementById(id) ?? '');
    document.dispatchEvent(new Event('swapped'));
    if (used !== '' && document.activeElement?.id !== used)
      document.getElementById(used)?.focus({ preventScroll: true });
    const label = fresh.querySelector('label[for=q]')?.textContent;
    const old = document.querySelector('label[for=q]');
    if (old !== null && label) old.textContent = label;
    document.title = fresh.title;
    if (remember) history.pushState(null, '', address);
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

/** Makes every link marked `data-swap` go on in place, and gives the focus to what took its place. */
export function swapLinks(): void {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[data-swap]') : null;
    if (!(link instanceof HTMLAnchorElement) || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0)
      return;
    const rank =
      link.closest('.films') === null
        ? -1
        : [...document.querySelectorAll('.films > .film')].findIndex((film) => film.contains(link));
    event.preventDefault();
    void goOn(link.href).then((done) => done && focusAgain(link, rank));
  });
  addEventListener('popstate', () => {
    // going to another place of the same page is a popstate too
    if (location.pathname + location.search !== shown) void goOn(location.href, { remember: false });
  });
}

/** The focus stays on the link when the new page has it too. */
function focusAgain({ id }: HTMLAnchorElement, rank: number): void {
  const same = id === '' ? null : document.getElementById(id);
  const results = rank < 0 && id !== '' ? document.getElementById('results-title') : null;
  if (same === null && results === null) refocus(rank);
  else (same ?? results)?.focus({ preventScroll: true });
}

function refocus(rank: number): void {
  const films = document.querySelectorAll('.films > .film .film-title a');
  const next =
    rank < 0
      ? document.getElementById('q')
      : (films[Math.min(rank, films.length - 1)] ?? document.getElementById('results-title'));
  if (next instanceof HTMLElement) next.focus({ preventScroll: rank < 0 });
}

function leave(address: string): false {
  location.assign(address);
  return false;
}
