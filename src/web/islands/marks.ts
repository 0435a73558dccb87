import { say } from './go-on.ts';

/** What the server answers to a mark. */
interface Done {
  readonly said: string;
  readonly undo: string;
  readonly undoFor: string;
}

/** Sends the forms under the films without leaving the page; what was done is said in their place, with the way to undo it. */
export function markForms(): void {
  document.addEventListener('submit', (event) => {
    const { target: form, submitter: button } = event;
    if (!(form instanceof HTMLFormElement) || !(button instanceof HTMLButtonElement)) return;
    const place = form.closest('.film, .film-page .heading');
    if (!form.classList.contains('marks') || place === null) return;
    event.preventDefault();
    void send(form, button, place);
  });
}

async function send(form: HTMLFormElement, button: HTMLButtonElement, place: Element): Promise<void> {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value);
  body.set(button.name, button.value);
  try {
    const answer = await fetch(form.action, { method: 'POST', body, headers: { Accept: 'application/json' } });
    if (!answer.ok) throw new Error(answer.statusText);
    const done: Done = await answer.json();
    if (button.value.startsWith('-')) undone(button, place);
    else marked(form, button, place, done);
    say(done.said);
  } catch {
    // as without script: the server says what is wrong
    button.after(
      Object.assign(document.createElement('input'), { type: 'hidden', name: button.name, value: button.value }),
    );
    form.submit();
  }
}

/** The film steps back behind a sentence; a film to watch stays as it is, its button pressed. */
function marked(form: HTMLFormElement, button: HTMLButtonElement, place: Element, { said, undo, undoFor }: Done): void {
  const kind = button.value;
  button.setAttribute('aria-pressed', 'true');
  button.value = `-${kind}`;
  if (kind === 'wanted' || !place.matches('.film')) return;
  const back = Object.assign(document.createElement('p'), { className: 'said', textContent: `${said} ` });
  const again = Object.assign(document.createElement('button'), { type: 'button', textContent: undo });
  again.setAttribute('aria-label', undoFor);
  again.addEventListener('click', () => void send(form, button, place));
  back.append(again);
  place.classList.add('gone');
  place.append(back);
  again.focus();
}

function undone(button: HTMLButtonElement, place: Element): void {
  button.setAttribute('aria-pressed', 'false');
  button.value = button.value.slice(1);
  place.classList.remove('gone');
  place.querySelector('.said')?.remove();
  button.focus();
}
