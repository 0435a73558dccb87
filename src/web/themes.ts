const DARK = '@media (prefers-color-scheme: dark) {';
const ROOT = /(?<![\w-]):root\b/g;

/**
 * Makes the rules of a style sheet for the dark theme, written once for those whose device is dark, follow the reader's own choice too: a page
 * of class `theme-light` leaves them, one of class `theme-dark` has them on any device. They weigh what they weighed (`:where` adds
 * nothing), so that what comes later still wins. The result is nested CSS, to be made flat.
 */
export function withThemes(css: string): string {
  const at = css.indexOf(DARK);
  if (at < 0) return css;
  const from = at + DARK.length;
  const end = closing(css, from);
  const rules = css.slice(from, end).replaceAll(ROOT, '&:root');
  return [
    css.slice(0, at),
    `@media (prefers-color-scheme: dark) { :where(:root:not(.theme-light)) {${rules}} }\n`,
    `:where(:root.theme-dark) {${rules}}`,
    withThemes(css.slice(end + 1)),
  ].join('');
}

/** Where the brace that was open before `from` closes. */
function closing(css: string, from: number): number {
  let open = 1;
  for (let at = from; at < css.length; at++) {
    if (css[at] === '{') open++;
    if (css[at] === '}' && --open === 0) return at;
  }
  return css.length;
}
