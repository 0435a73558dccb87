/** Forms that a passkey answers: where the browser knows passkeys, their button asks for one, and the answer is sent as any form is. */
function offer(form: HTMLFormElement, answer: HTMLInputElement): void {
  const said = form.querySelector('[role=status]');
  const say = (text: string): void => {
    if (said !== null) said.textContent = text;
  };
  form.removeAttribute('hidden');
  for (const part of document.querySelectorAll('[data-with-passkey]')) part.removeAttribute('hidden');
  let asking = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    // a second click would take the place of what the first asked for
    if (asking) return;
    asking = true;
    say('');
    ask(form.dataset.passkey ?? '', form.dataset.kind === 'create').then(
      (text) => {
        answer.value = text;
        form.submit();
      },
      () => {
        asking = false;
        say(form.dataset.failed ?? '');
      },
    );
  });
  // come back to, the page asks anew
  addEventListener('pageshow', () => (asking = false));
}

async function ask(address: string, create: boolean): Promise<string> {
  const response = await fetch(address, { method: 'POST' });
  if (response.redirected) {
    location.assign(response.url); // one has to prove first who one is
    return new Promise(() => undefined); // nothing is said of a page that goes
  }
  if (!response.ok) throw new Error(String(response.status));
  const options = await response.json();
  const credential = create
    ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
    : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
  if (!(credential instanceof PublicKeyCredential)) throw new Error('no passkey');
  return JSON.stringify(credential);
}

if (typeof PublicKeyCredential === 'function' && 'parseRequestOptionsFromJSON' in PublicKeyCredential)
  for (const form of document.querySelectorAll('form[data-passkey]')) {
    const answer = form.querySelector('input[name=answer]');
    if (form instanceof HTMLFormElement && answer instanceof HTMLInputElement) offer(form, answer);
  }
