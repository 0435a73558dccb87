/** Adds what only a script can do to the page that gives an address away: copy it, hand it to the device's own way of sharing, print. */
function sharing(panel: HTMLElement, field: HTMLTextAreaElement): void {
  const said = document.getElementById('share-said');
  const say = (text: string): void => {
    if (said !== null) said.textContent = text;
  };
  const offer = (id: string, work: (button: HTMLElement) => void): void => {
    const button = document.getElementById(id);
    if (button === null) return;
    for (const hidden of [button, button.closest('li')]) hidden?.removeAttribute('hidden');
    button.addEventListener('click', () => work(button));
  };
  field.addEventListener('focus', () => field.select());
  offer('copy', () => {
    field.select();
    const copied = navigator.clipboard?.writeText(field.value) ?? Promise.reject(new Error('no clipboard'));
    copied.then(
      () => say(panel.dataset.copied ?? ''),
      () => say(panel.dataset.byHand ?? ''),
    );
  });
  if ('share' in navigator)
    offer('share', (button) => {
      const title = button.dataset.title ?? document.title;
      // turned down by the person: nothing to say
      navigator.share({ title, url: field.value }).catch(() => {});
    });
  offer('print', () => print());
}

const panel = document.querySelector('.share-panel');
const field = document.getElementById('address');
if (panel instanceof HTMLElement && field instanceof HTMLTextAreaElement) sharing(panel, field);
