/** Attributes of an element: a number is a place on the sheet; what is undefined is not written; in a page, classes begin with `c-`. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Text as XML may hold it: what XML forbids (control characters, halves of letters) is left out. */
export const escapeXml = (text: string): string =>
  text
    .toWellFormed()
    // oxlint-disable-next-line no-control-regex -- these are what XML forbids
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);

/** A place on the sheet, to a tenth. @throws RangeError for what is no number: nothing is drawn at NaN */
export function px(place: number): string {
  if (!Number.isFinite(place)) throw new RangeError(`a place on a chart is a number, not ${place}`);
  const tenths = Math.round(place * 10);
  return String(tenths === 0 ? 0 : tenths / 10);
}

/** An element with its children, which are markup already. */
export function tag(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const written = Object.entries(attributes)
    .map(([key, value]) => {
      if (value === undefined) return '';
      if (typeof value === 'number') return ` ${key}="${px(value)}"`;
      return ` ${key}="${key === 'class' ? prefixed(value) : escapeXml(value)}"`;
    })
    .join('');
  const inside = children.join('');
  return inside === '' ? `<${name}${written}/>` : `<${name}${written}>${inside}</${name}>`;
}

const prefixed = (classes: string): string =>
  classes
    .split(' ')
    .map((one) => (one.startsWith('chart') ? one : `c-${one}`))
    .join(' ');

/** The d of a path through places, broken where there is none. */
export const lineThrough = (places: readonly (readonly [number, number])[]): string =>
  places.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${px(x)} ${px(y)}`).join('');

/** A straight line. */
export const rule = (from: readonly [number, number], to: readonly [number, number], attributes: Attributes): string =>
  tag('path', { d: lineThrough([from, to]), ...attributes });
