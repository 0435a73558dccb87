import { smallOf, type Box } from '#charts/axes.ts';
import type { LineChart } from '#charts/chart.ts';
import { lanes } from '#charts/labels.ts';
import { widthOf } from '#charts/measure.ts';
import type { Scale } from '#charts/scales.ts';
import { text, type Sheet } from '#charts/sheet.ts';
import { rule } from '#charts/svg.ts';

/** Vertical rules, their words above the plot on as many lines as they need. */
export interface Rules {
  readonly height: number;
  readonly draw: (box: Box) => string;
}

/** @param x the scale of the plot @param left where the plot begins @param right where it ends */
export function rulesOf(
  { rules = [] }: LineChart,
  sheet: Sheet,
  x: Scale,
  { left, right }: Pick<Box, 'left' | 'right'>,
): Rules {
  const size = smallOf(sheet) - 0.5;
  const placed = rules
    .map(({ x: value, label }) => ({ label, at: x.at(value), wide: widthOf(label, size) }))
    .filter(({ at }) => Number.isFinite(at) && at >= left && at <= right)
    .map((one) => ({ ...one, before: one.at + 4 + one.wide > sheet.width }));
  const lane = lanes(
    placed.map(({ at, wide, before }) => ({ from: before ? at - 4 - wide : at, to: before ? at : at + 4 + wide })),
  );
  const lineHeight = size * 1.35;
  const height = placed.length === 0 ? 0 : (Math.max(...lane) + 1) * lineHeight + 4;
  return {
    height,
    draw: ({ top, bottom }) =>
      placed
        .map(({ label, at, before }, index) => {
          const base = top - height + size + (lane[index] ?? 0) * lineHeight;
          const anchor = before ? 'end' : 'start';
          return [
            rule([at, base - size * 0.8], [at, bottom], {
              class: 'rule',
              'stroke-dasharray': '3 3',
              'stroke-width': 1,
            }),
            text(label, [before ? at - 4 : at + 4, base], { size, class: 'soft halo', anchor, most: right }),
          ].join('');
        })
        .join(''),
  };
}
