import { widthOf } from '#charts/measure.ts';
import { unheard } from '#charts/mark.ts';
import type { Scale } from '#charts/scales.ts';
import { text, type Sheet } from '#charts/sheet.ts';
import { rule } from '#charts/svg.ts';

/** A part of the sheet. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The size of the letters of ticks and notes. */
export const smallOf = ({ font }: Sheet): number => font - 1;

/** The lines and words of a vertical axis: a rule across at each tick, its label before it, the title above. */
export function uprightAxis(sheet: Sheet, scale: Scale, { left, right, top }: Box, title: string): string {
  const size = smallOf(sheet);
  return unheard(
    text(title, [0, top - size], { size, class: 'soft', most: sheet.width }),
    ...scale.ticks.flatMap((tick) => [
      rule([left, tick.at], [right, tick.at], { class: 'grid' }),
      text(tick.text, [left - 7, tick.at + size * 0.35], { size, class: 'soft', anchor: 'end' }),
    ]),
  );
}

/** The line and words of a horizontal axis under its plot. */
export function flatAxis(sheet: Sheet, scale: Scale, { left, right, bottom }: Box, title: string): string {
  const size = smallOf(sheet);
  return unheard(
    rule([left, bottom], [right, bottom], { class: 'axis' }),
    ...scale.ticks.flatMap((tick, index) => [
      rule([tick.at, bottom], [tick.at, bottom + 5], { class: 'axis' }),
      text(tick.text, [inside(sheet, tick.text, tick.at, size), bottom + size + 7], {
        size,
        class: 'soft',
        anchor: 'middle',
      }),
      index > 0 || title === ''
        ? ''
        : text(title, [right, bottom + size * 2 + 11], { size, class: 'soft', anchor: 'end', most: right - left }),
    ]),
  );
}

/** How much room `flatAxis` takes under its plot. */
export const flatAxisHeight = (sheet: Sheet, title: string): number => smallOf(sheet) * (title === '' ? 1.4 : 2.6) + 10;

/** The lines and words of a horizontal axis above rows: what is high can be read from its top. */
export function topAxis(sheet: Sheet, scale: Scale, { left, top, bottom }: Box, title: string): string {
  const size = smallOf(sheet);
  return unheard(
    text(title, [left, top - size * 1.5 - 8], { size, class: 'soft', most: sheet.width - left }),
    ...scale.ticks.flatMap((tick) => [
      rule([tick.at, top], [tick.at, bottom], { class: 'grid' }),
      text(tick.text, [inside(sheet, tick.text, tick.at, size), top - 6], { size, class: 'soft', anchor: 'middle' }),
    ]),
  );
}

/** How much room `topAxis` takes above its rows. */
export const topAxisHeight = (sheet: Sheet): number => smallOf(sheet) * 2.5 + 10;

/** The middle of a label, moved so that it stays on the sheet. */
function inside(sheet: Sheet, label: string, at: number, size: number): number {
  const half = widthOf(label, size) / 2;
  return Math.max(half, Math.min(sheet.width - half, at));
}
