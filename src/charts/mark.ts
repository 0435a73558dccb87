import type { Mark } from '#charts/chart.ts';
import type { Sheet } from '#charts/sheet.ts';
import { escapeXml, tag } from '#charts/svg.ts';

/**
 * A value that can be reached and read: a link where there are films behind it, else a picture with its label. Where marks are many, the keyboard
 * stops at their series instead.
 * @param shapes markup; the last one, of class `hit`, is where the pointer touches it and where the focus is shown
 */
export function mark(sheet: Sheet, { label, key }: Mark, ...shapes: readonly string[]): string {
  const address = key === undefined ? null : sheet.link(key);
  // who touches a narrow screen has no pointer to rest on a mark: the table says the many
  const title = sheet.narrow && !sheet.fine && address === null ? '' : tag('title', {}, escapeXml(label));
  const named = { class: 'mark', 'aria-label': sheet.fine ? label : undefined };
  if (address !== null) {
    const tabindex = sheet.fine || sheet.still ? undefined : '-1';
    return tag('a', { ...named, href: address, tabindex }, title, ...shapes);
  }
  const stop = { role: 'img', tabindex: sheet.still ? undefined : '0' };
  return tag('g', sheet.fine ? { ...named, ...stop } : named, title, ...shapes);
}

/**
 * Marks that belong together. When they are too many to be stops, they are one stop with a label that sums them up: the pointer reaches each, and
 * the table under the chart has them all.
 */
export function marks(sheet: Sheet, label: string, inside: readonly string[]): string {
  if (sheet.fine) return tag('g', { role: 'group', 'aria-label': label }, ...inside);
  const stop = { class: 'stop', role: 'group', 'aria-label': label, tabindex: sheet.still ? undefined : '0' };
  return tag('g', stop, unheard(...inside));
}

/** Lines, ticks and words that the labels of the marks say already. */
export const unheard = (...inside: readonly string[]): string =>
  inside.every((one) => one === '') ? '' : tag('g', { 'aria-hidden': 'true' }, ...inside);
