import { smallOf } from '#charts/axes.ts';
import type { LineChart } from '#charts/chart.ts';
import { unheard } from '#charts/mark.ts';
import { wrap } from '#charts/measure.ts';
import type { Scale } from '#charts/scales.ts';
import { text, type Sheet } from '#charts/sheet.ts';
import { px, tag } from '#charts/svg.ts';

const TALL = 32;

type Strip = NonNullable<LineChart['strip']>;

/** How much room the strip of counts takes. */
export const stripHeight = (sheet: Sheet, strip: Strip): number =>
  titleOf(sheet, strip).length * smallOf(sheet) * 1.25 + TALL + 10;

/** How many are behind each x: one small bar each, on the axis of the plot, and the most of them in words. */
export function countStrip(
  strip: Strip,
  { sheet, x, step }: { readonly sheet: Sheet; readonly x: Scale; readonly step: number },
  top: number,
): string {
  const size = smallOf(sheet);
  const known = knownOf(strip);
  const most = mostOf(strip);
  const wide = Math.max(0.8, Math.min(14, step * 0.72));
  const lines = titleOf(sheet, strip);
  const foot = top + lines.length * size * 1.25 + 6 + TALL;
  const d = known.map(({ x: at, n }) => {
    const tall = Math.max(0.6, (n / most) * TALL);
    return `M${px(x.at(at) - wide / 2)} ${px(foot)}v${px(-tall)}h${px(wide)}v${px(tall)}z`;
  });
  return unheard(
    ...lines.map((line, row) => text(line, [0, top + size * (1 + row * 1.25)], { size, class: 'soft' })),
    tag('path', { class: 'count', d: d.join('') }),
  );
}

const knownOf = ({ points }: Strip): Strip['points'] =>
  points.filter((point) => Number.isFinite(point.x) && Number.isFinite(point.n) && point.n > 0);

const mostOf = (strip: Strip): number => knownOf(strip).reduce((high, { n }) => Math.max(high, n), 0);

function titleOf(sheet: Sheet, strip: Strip): readonly string[] {
  const most = sheet.say.pick({ fr: 'au plus', en: 'at most' });
  const words = `${strip.title} (${most.replace(' ', '\u00a0')}\u00a0${sheet.say.number(mostOf(strip))})`;
  return wrap(words, smallOf(sheet), sheet.width, 2);
}
