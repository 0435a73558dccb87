/**
 * On a slow line one types before the page is whole; the browser takes the focus to the place that the address names once it is, and what is
 * typed then is lost. The field gets the focus back.
 */
export function keepTyping(): void {
  const field = document.activeElement;
  const { hash } = location;
  if (!(field instanceof HTMLElement) || !field.matches('input, textarea, select') || hash === '') return;
  const giveBack = ({ target }: Event): void => {
    if (target instanceof Element && target !== field && `#${target.id}` === hash) field.focus({ preventScroll: true });
  };
  document.addEventListener('focusin', giveBack);
  addEventListener('load', () => document.removeEventListener('focusin', giveBack));
}
