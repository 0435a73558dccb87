import { goOn, holdOn } from './go-on.ts';

/** A slider moved by the arrows asks once it rests, milliseconds. */
const REST = 250;

/** Applies each change of a `data-refine` form at once: the list goes on in place, the focus stays where it is. */
function refine(): void {
  let timer = 0;
  document.addEventListener('input', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || formOf(target) === null || target.type !== 'range') return;
    // a page on its way must not replace a slider that is being moved
    holdOn();
    clearTimeout(timer);
    tell(target);
  });
  document.addEventListener('change', ({ target }) => {
    const form = target instanceof Element ? formOf(target) : null;
    if (form === null) return;
    clearTimeout(timer);
    const rest = target instanceof HTMLInputElement && target.type === 'range' ? REST : 0;
    timer = window.setTimeout(() => void goOn(addressOf(form)), rest);
  });
  document.addEventListener('submit', (event) => {
    const form = event.target instanceof Element ? formOf(event.target) : null;
    if (form === null) return;
    event.preventDefault();
    clearTimeout(timer);
    const title = (): HTMLElement | null => document.getElementById('results-title');
    void goOn(addressOf(form)).then((done) => done && title()?.focus());
  });
}

const formOf = (target: Element): HTMLFormElement | null => target.closest<HTMLFormElement>('form[data-refine]');

/** The address that the form asks for, without what asks for nothing. */
function addressOf(form: HTMLFormElement): string {
  const asked = new URLSearchParams();
  for (const [name, value] of new FormData(form))
    if (typeof value === 'string' && value !== '' && value !== '0') asked.append(name, value);
  const [address = ''] = form.action.split(/[?#]/);
  return asked.size === 0 ? address : `${address}?${asked.toString()}`;
}

/** The value of a slider in words, for the eye and the ear. */
function tell(slider: HTMLInputElement): void {
  const told = (slider.dataset['told'] ?? '').split('|')[Number(slider.value) - Number(slider.min)] ?? '';
  slider.setAttribute('aria-valuetext', told);
  const now = document.getElementById(`${slider.id}-now`);
  if (now !== null) now.textContent = told;
}

refine();
