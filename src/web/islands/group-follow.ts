/** Who is in the group, with what to say of each. */
interface Person {
  readonly handle: string;
  readonly films: number;
  readonly joined: string;
  readonly now: string;
  readonly left: string;
}

interface Standing {
  readonly version: string;
  readonly people: readonly Person[];
}

const SOONEST = 4000;
const LATEST = 60_000;
const PARTS = ['group-people', 'group-chosen'];

/**
 * Follows a group: asks how it stands every few seconds, less and less often as nothing changes, never while the page is hidden or when the reader
 * stops it. A change is said, and shown in its place unless the reader is there.
 */
export function follow(place: HTMLElement): void {
  const { state = '', live = '', changed = '' } = place.dataset;
  const said = document.getElementById('group-said');
  const on = Object.assign(document.createElement('input'), { type: 'checkbox', id: 'group-live', checked: true });
  const label = Object.assign(document.createElement('label'), { htmlFor: on.id, textContent: live });
  const begun = standingIn(document);
  if (begun === null) return;
  let last = begun;
  let shown = begun.version;
  let wait = SOONEST;
  let timer = 0;
  const both = document.createElement('span');
  both.append(on, label);
  place.append(both);

  const ask = async (): Promise<void> => {
    const headers = { 'If-None-Match': `"${last.version}"` };
    try {
      const answer = await fetch(state, { headers, cache: 'no-store' });
      if (answer.status === 410) return location.reload();
      if (answer.status === 200) {
        const next: Standing = await answer.json();
        if (said !== null) said.textContent = news(last.people, next.people).join(' ') || changed;
        wait = SOONEST;
        last = next;
      } else wait = Math.min(LATEST, wait * 1.3);
      if (last.version !== shown) shown = (await swap()) ?? shown;
    } catch {
      wait = Math.min(LATEST, wait * 2);
    }
    plan();
  };
  const plan = (): void => {
    clearTimeout(timer);
    if (on.checked && !document.hidden) timer = window.setTimeout(() => void ask(), wait);
  };
  const again = (): void => {
    wait = SOONEST;
    clearTimeout(timer);
    if (on.checked && !document.hidden) void ask();
  };
  on.addEventListener('change', again);
  document.addEventListener('visibilitychange', again);
  plan();
}

/** What changed from one standing to the next, a sentence each. */
function news(before: readonly Person[], after: readonly Person[]): string[] {
  const was = new Map(before.map((person) => [person.handle, person]));
  const is = new Set(after.map(({ handle }) => handle));
  return [
    ...after.flatMap(({ handle, films, joined, now }) => {
      const old = was.get(handle);
      if (old === undefined) return films > 0 ? [joined, now] : [joined];
      return old.films === films ? [] : [now];
    }),
    ...before.flatMap(({ handle, left }) => (is.has(handle) ? [] : [left])),
  ];
}

/** Shows the group as it stands; null when the reader is using what would be replaced, or the page cannot be had. */
async function swap(): Promise<string | null> {
  const answer = await fetch(location.pathname, { cache: 'no-store' });
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const fresh = PARTS.flatMap((id) => page.getElementById(id) ?? []);
  const old = PARTS.flatMap((id) => document.getElementById(id) ?? []);
  const used = old.some(
    (part) => part.contains(document.activeElement) || part.querySelector('details[open]') !== null,
  );
  if (!answer.ok || fresh.length !== PARTS.length || old.length !== PARTS.length || used) return null;
  for (const [at, part] of old.entries()) part.replaceWith(fresh[at] ?? part);
  return standingIn(page)?.version ?? null;
}

/** How the group stood when a page was made. */
function standingIn(page: Document): Standing | null {
  const text = page.getElementById('group')?.dataset.standing;
  return text === undefined ? null : JSON.parse(text);
}
