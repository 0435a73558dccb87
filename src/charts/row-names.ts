import { unheard } from '#charts/mark.ts';
import { widest, wrap } from '#charts/measure.ts';
import { text, type Sheet } from '#charts/sheet.ts';

export interface Rows {
  /** Where the plot begins. */
  readonly left: number;
  /** The middle of each row's drawing. */
  readonly middles: readonly number[];
  /** Where the names begin. */
  readonly top: number;
  readonly bottom: number;
  /** The names. */
  readonly body: string;
}

interface Named {
  readonly name: string;
  /** Rows that follow one another with the same group stand under its name. */
  readonly group?: string;
}

/** Names of rows: before their drawings, or above them on a narrow sheet. @param thick how tall each drawing is */
export function rowsOf(sheet: Sheet, named: readonly Named[], thick: number, top: number): Rows {
  const size = sheet.font;
  const most = sheet.narrow ? sheet.width - 4 : sheet.width * 0.32;
  const names = named.map(({ name }) => wrap(name, size, most, 2));
  const left = sheet.narrow ? 1 : Math.min(most, widest(names.flat(), size)) + 12;
  const lineHeight = size * 1.2;
  const parts: string[] = [];
  const middles: number[] = [];
  let y = top;
  let group: string | undefined;
  for (const [index, lines] of names.entries()) {
    const heading = named[index]?.group;
    if (heading !== undefined && heading !== group) {
      y += index === 0 ? 2 : size * 0.5;
      parts.push(text(heading, [0, y + size], { size, class: 'soft', bold: true, most: sheet.width }));
      y += size * 1.5;
    }
    group = heading;
    const words = lines.length * lineHeight;
    const first = sheet.narrow ? y : y + Math.max(0, (thick + 8 - words) / 2);
    parts.push(
      ...lines.map((line, row) =>
        text(line, [0, first + lineHeight * (row + 0.8)], { size, class: sheet.narrow ? 'ink halo' : 'ink' }),
      ),
    );
    middles.push(sheet.narrow ? y + words + 2 + thick / 2 : y + Math.max(words, thick + 8) / 2);
    y += sheet.narrow ? words + thick + 9 : Math.max(words + 4, thick + 8);
  }
  return { left, middles, top, bottom: y, body: unheard(...parts) };
}
