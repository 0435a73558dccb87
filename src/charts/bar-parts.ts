import type { BarChart } from '#charts/chart.ts';
import { legend } from '#charts/labels.ts';
import { light } from '#charts/palette.ts';
import type { Sheet } from '#charts/sheet.ts';
import { tag } from '#charts/svg.ts';

export type Bar = BarChart['bars'][number];

/** Where each part of a bar begins and ends: above zero upwards, below it downwards. What is no number counts as nothing. */
export function stacked({ values }: Bar): readonly (readonly [number, number])[] {
  let above = 0;
  let below = 0;
  return values.map((value) => {
    if (!Number.isFinite(value)) return [above, above];
    if (value >= 0) return [above, (above += value)];
    return [below, (below += value)];
  });
}

/** The ends of a bar's interval; null when it has none. */
export function intervalOf({ from, to }: Bar): readonly [number, number] | null {
  return from === undefined || to === undefined || !Number.isFinite(from) || !Number.isFinite(to) ? null : [from, to];
}

/** Every value that the axis must hold. */
export const reachOf = (bars: readonly Bar[]): number[] => [
  0,
  ...bars.flatMap((bar) => [...stacked(bar).flat(), ...(intervalOf(bar) ?? [])]),
];

/** The whole of a bar. */
export const wholeOf = ({ values }: Bar): number =>
  values.filter(Number.isFinite).reduce((sum, value) => sum + value, 0);

/** The class of a part: a hue of its own for plain bars and for each part of stacked ones. */
export const partClass = (index: number): string => `p${(index % light.parts.length) + 1}`;

/** A part of a bar: a rectangle, with hatching over every second part so that neighbours differ without colour. */
export function block(sheet: Sheet, index: number, x: number, y: number, width: number, height: number): string {
  const at = { x, y, width: Math.max(0, width), height: Math.max(0, height) };
  const hatched = index % 2 === 1 ? tag('rect', { ...at, fill: `url(#${sheet.id}-stripes)` }) : '';
  return tag('rect', { class: partClass(index), ...at }) + hatched;
}

/** The hatching of parts; nothing for plain bars. */
export const stripes = (sheet: Sheet, parts: number): string =>
  parts < 2
    ? ''
    : tag(
        'pattern',
        {
          id: `${sheet.id}-stripes`,
          width: 5,
          height: 5,
          patternUnits: 'userSpaceOnUse',
          patternTransform: 'rotate(45)',
        },
        tag('path', { class: 'gap-line', d: 'M0 0V5', 'stroke-width': 2, 'stroke-opacity': '0.55' }),
      );

/** The names of parts; nothing for plain bars. */
export const partsLegend = (sheet: Sheet, parts: readonly string[]): ReturnType<typeof legend> =>
  parts.length < 2
    ? { body: '', height: 0 }
    : legend(
        sheet,
        parts.map((name, index) => ({ name, key: (x, y) => block(sheet, index, x, y - 6, 14, 12) })),
        {
          top: 0,
          keyWidth: 14,
        },
      );
