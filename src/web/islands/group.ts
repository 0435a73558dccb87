import { say } from './go-on.ts';
import { follow } from './group-follow.ts';

/** A film pointed at in the list of the box goes with the form; where the form says so, at once. */
function boxOf(form: HTMLFormElement): void {
  const films = Object.assign(document.createElement('input'), { type: 'hidden', name: 'films' });
  const told = Object.assign(document.createElement('p'), { className: 'hint' });
  form.append(films, told);
  form.addEventListener('film', (event) => {
    if (!(event instanceof CustomEvent)) return;
    event.preventDefault();
    const { id, title }: { id: string; title: string } = event.detail;
    if (films.value.split(',').includes(id)) return;
    films.value = films.value === '' ? id : `${films.value},${id}`;
    if (form.dataset.send === 'at-once') return form.requestSubmit();
    told.textContent = [told.textContent, title].filter(Boolean).join(' · ');
    say(told.textContent);
  });
}

/** A button that copies the link, where the browser lets it. */
function copyButton(link: HTMLInputElement): void {
  const { copy = '', copied = '' } = link.dataset;
  const button = Object.assign(document.createElement('button'), { type: 'button', textContent: copy });
  const told = document.createElement('span');
  told.setAttribute('role', 'status');
  button.addEventListener('click', () => {
    void navigator.clipboard.writeText(link.value).then(
      () => (told.textContent = copied),
      () => link.select(),
    );
  });
  document.querySelector('.invite .ways')?.prepend(button, told);
}

const form = document.querySelector('form.taste-form');
const link = document.getElementById('group-link');
const fresh = document.getElementById('group-fresh');
if (form instanceof HTMLFormElement) boxOf(form);
if (link instanceof HTMLInputElement && 'clipboard' in navigator) copyButton(link);
if (fresh !== null) follow(fresh);
