import { smallOf, type Box } from '#charts/axes.ts';
import type { LineChart } from '#charts/chart.ts';
import { unheard } from '#charts/mark.ts';
import type { Scale } from '#charts/scales.ts';
import { text, type Sheet } from '#charts/sheet.ts';
import { px, tag } from '#charts/svg.ts';

const TALL = 32;

/** How much room the strip of counts takes. */
export const stripHeight = (sheet: Sheet): number => smallOf(sheet) * 1.6 + TALL + 6;

/** How many are behind each x: one small bar each, on the axis of the plot, and the most of them in words. */
export function countStrip(
  { title, points }: NonNullable<LineChart['strip']>,
  { sheet, box, x, step }: { readonly sheet: Sheet; readonly box: Box; readonly x: Scale; readonly step: number },
  top: number,
): string {
  const size = smallOf(sheet);
  const known = points.filter((point) => Number.isFinite(point.x) && Number.isFinite(point.n) && point.n > 0);
  const most = known.reduce((high, { n }) => Math.max(high, n), 0);
  const wide = Math.max(0.8, Math.min(14, step * 0.72));
  const foot = top + size * 1.6 + TALL;
  const most_ = sheet.say.pick({ fr: 'au plus', en: 'at most' });
  const d = known.map(({ x: at, n }) => {
    const tall = Math.max(0.6, (n / most) * TALL);
    return `M${px(x.at(at) - wide / 2)} ${px(foot)}v${px(-tall)}h${px(wide)}v${px(tall)}z`;
  });
  return unheard(
    text(`${title} (${most_} ${sheet.say.number(most)})`, [box.left, top + size], {
      size,
      class: 'soft',
      most: sheet.width - box.left,
    }),
    tag('path', { class: 'count', d: d.join('') }),
  );
}
