import { goOn, say, swapLinks } from './go-on.ts';
import { keepTyping } from './keep-typing.ts';
import { markForms } from './marks.ts';

interface Film {
  readonly id: string;
  readonly title: string;
  readonly original: string | null;
  readonly facts: string;
  readonly picture: string;
}

const PAUSE = 150;
/** The count is said once the typing rests, not at every letter. */
const REST = 700;

/**
 * Makes the film box an editable combobox with a list (WAI-ARIA APG, "Editable Combobox With List Autocomplete"): arrows go round the list, Alt and an arrow
 * open or close it, Home and End and the arrows of the line go back to the text, Escape closes then clears, Tab leaves without choosing, Enter adds the
 * film pointed at, or sends the form as it is.
 */
function tasteBox(form: HTMLFormElement, input: HTMLInputElement): void {
  const list = document.createElement('ul');
  let films: readonly Film[] = [];
  let active = -1;
  let timer = 0;
  let announcing = 0;
  let asking: AbortController | null = null;

  list.id = 'q-list';
  list.className = 'found';
  list.hidden = true;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', form.dataset.listLabel ?? '');
  input.after(list);
  for (const [name, value] of Object.entries({
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': list.id,
  })) {
    input.setAttribute(name, value);
  }

  const point = (to: number): void => {
    list.children[active]?.setAttribute('aria-selected', 'false');
    active = to;
    const option = list.children[active];
    if (option === undefined) return input.removeAttribute('aria-activedescendant');
    option.setAttribute('aria-selected', 'true');
    option.scrollIntoView({ block: 'nearest' });
    input.setAttribute('aria-activedescendant', option.id);
  };
  const open = (shown: boolean): void => {
    list.hidden = !shown;
    input.setAttribute('aria-expanded', String(shown));
    if (!shown) point(-1);
  };
  const tell = (text: string, seen: boolean): void => {
    clearTimeout(announcing);
    announcing = window.setTimeout(() => say(text, seen), REST);
  };
  const forget = (): void => {
    clearTimeout(timer);
    clearTimeout(announcing);
    asking?.abort();
    open(false);
    films = [];
    list.replaceChildren();
  };
  const choose = (film: Film): void => {
    // a page of its own way with films takes the choice, and says so
    if (!form.dispatchEvent(new CustomEvent('film', { detail: film, cancelable: true }))) {
      input.value = '';
      return forget();
    }
    const taste = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (name !== 'q') taste.append(name, String(value));
    taste.append('q', film.id);
    input.value = '';
    forget();
    form.querySelector<HTMLInputElement>('#as-liked')?.click();
    const [address] = form.action.split(/[?#]/);
    void goOn(`${address}?${taste.toString()}`);
    input.focus();
  };
  const ask = async (text: string): Promise<void> => {
    asking?.abort();
    asking = new AbortController();
    const { signal } = asking;
    try {
      const response = await fetch(`${form.dataset.titles}?q=${encodeURIComponent(text)}`, { signal });
      if (!response.ok) throw new Error(response.statusText);
      const answer: { announce: string; films: Film[] } = await response.json();
      if (signal.aborted) return;
      point(-1);
      films = answer.films;
      list.replaceChildren(...films.map((film, at) => optionOf(film, at)));
      list.scrollTop = 0;
      open(films.length > 0 && document.activeElement === input);
      if (films.length > 0) say('');
      tell(answer.announce, films.length === 0);
    } catch {
      if (signal.aborted) return;
      forget();
      tell(form.dataset.failed ?? '', true);
    }
  };

  const typed = (): void => {
    clearTimeout(timer);
    asking?.abort();
    const text = input.value.trim();
    if (text === '' || /[;\n]/.test(text)) {
      say('');
      return forget();
    }
    timer = window.setTimeout(() => void ask(text), PAUSE);
  };
  input.addEventListener('input', typed);
  // on a slow line one types before this script is there
  if (document.activeElement === input) typed();
  // a browser would make one long title of the lines of a list
  input.addEventListener('paste', (event) => {
    const lines = (event.clipboardData?.getData('text/plain') ?? '')
      .split(/[\r\n]+/)
      .filter((line) => line.trim() !== '');
    if (lines.length < 2) return;
    event.preventDefault();
    input.setRangeText(lines.join(' ; '), input.selectionStart ?? 0, input.selectionEnd ?? 0, 'end');
    input.dispatchEvent(new Event('input'));
  });
  input.addEventListener('keydown', (event) => {
    const { key } = event;
    const last = films.length - 1;
    const film = films[active];
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    if ((key === 'ArrowDown' || key === 'ArrowUp') && last >= 0) {
      event.preventDefault();
      const down = key === 'ArrowDown';
      if (event.altKey) return open(down);
      open(true);
      point(down ? (active < last ? active + 1 : 0) : active > 0 ? active - 1 : last);
    } else if (key === 'Enter' && film !== undefined && !list.hidden) {
      event.preventDefault();
      choose(film);
    } else if (key === 'Escape') {
      if (list.hidden) {
        input.value = '';
        say('');
        forget();
      } else open(false);
      event.preventDefault();
    } else if (['Home', 'End', 'ArrowLeft', 'ArrowRight'].includes(key)) point(-1);
    else if (key === 'Tab') open(false);
  });
  list.addEventListener('mousedown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const option = event.target instanceof Element ? event.target.closest('[role=option]') : null;
    const film = option === null ? undefined : films[[...list.children].indexOf(option)];
    if (film !== undefined) choose(film);
  });
  input.addEventListener('click', () => open(films.length > 0));
  input.addEventListener('blur', () => open(false));
  form.addEventListener('submit', forget);
}

function optionOf(film: Film, at: number): HTMLElement {
  const option = document.createElement('li');
  option.id = `q-${at}`;
  option.setAttribute('role', 'option');
  option.setAttribute('aria-selected', 'false');
  const picture = document.createElement('img');
  picture.src = film.picture;
  picture.alt = '';
  picture.width = 52;
  picture.height = 78;
  const words = document.createElement('span');
  words.append(
    textIn('b', film.title),
    ...(film.original === null ? [] : [textIn('i', film.original)]),
    textIn('small', film.facts),
  );
  option.append(picture, words);
  return option;
}

function textIn(tag: 'b' | 'i' | 'small', text: string): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
}

keepTyping();
const form = document.querySelector('form.taste-form');
const input = document.getElementById('q');
if (form instanceof HTMLFormElement && input instanceof HTMLInputElement) tasteBox(form, input);
swapLinks();
markForms();
