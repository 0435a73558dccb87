import { scaleSqrt } from 'd3-scale';
import { smallOf, topAxis, topAxisHeight } from '#charts/axes.ts';
import type { SpanChart } from '#charts/chart.ts';
import { legend } from '#charts/labels.ts';
import { mark, marks } from '#charts/mark.ts';
import { rowsOf } from '#charts/row-names.ts';
import { scaleOf } from '#charts/scales.ts';
import type { Drawn, Sheet } from '#charts/sheet.ts';
import { rule, tag } from '#charts/svg.ts';

/** A row a person: a bar over the years of most of the work, a dot a work, its area the votes. */
export function drawSpan(chart: SpanChart, sheet: Sheet): Drawn {
  const size = smallOf(sheet);
  const thick = sheet.narrow ? 22 : 26;
  const sizes = chart.rows
    .flatMap(({ dots }) => dots.map((dot) => dot.size))
    .filter((one) => Number.isFinite(one) && one > 0);
  const largest = sizes.reduce((most, one) => Math.max(most, one), 0);
  const radius = scaleSqrt()
    .domain([0, largest || 1])
    .range([1.6, thick / 2])
    .clamp(true);
  const area = (one: number): number => radius(Number.isFinite(one) ? one : 0);
  const keys = legend(sheet, sizeItems(chart, sheet, largest, area), { top: 0, keyWidth: thick });
  const top = keys.height + 8 + topAxisHeight(sheet);
  const rows = rowsOf(sheet, chart.rows, thick, top + 4);
  const x = scaleOf(sheet, {
    axis: chart.x,
    values: chart.rows.flatMap(({ from, to, dots }) => [from, to, ...dots.map((dot) => dot.x)]),
    range: [rows.left + thick / 2, sheet.width - thick / 2],
    most: sheet.narrow ? 6 : 10,
    zero: false,
    round: false,
    flat: true,
    size,
  });
  const drawn = chart.rows.map((row, index) => {
    const middle = rows.middles[index] ?? 0;
    const ends = [row.from, row.to].every(Number.isFinite);
    const bar = ends
      ? rule([x.at(row.from), middle], [x.at(row.to), middle], {
          class: 'l1',
          'stroke-width': 7,
          'stroke-opacity': '0.28',
          'stroke-linecap': 'round',
        })
      : '';
    const hit = { class: 'hit', x: 0, y: middle - thick / 2 - 2, width: sheet.width, height: thick + 4 };
    return marks(sheet, row.label, [
      mark(sheet, row, bar, tag('rect', hit)),
      ...row.dots
        .filter((dot) => Number.isFinite(dot.x))
        .toSorted((a, b) => area(b.size) - area(a.size))
        .map((dot) => {
          const at = { cx: x.at(dot.x), cy: middle, r: area(dot.size) };
          const bubble = tag('circle', { class: 'bubble', 'fill-opacity': '0.45', ...at });
          // no finger could tell so many apart: the row leads to them all
          if (sheet.narrow && !sheet.fine) return bubble;
          return mark(sheet, dot, bubble, tag('circle', { class: 'hit', ...at, r: Math.max(5, at.r) }));
        }),
    ]);
  });
  const box = { left: rows.left, right: sheet.width, top, bottom: rows.bottom };
  const body = [keys.body, topAxis(sheet, x, box, chart.x.title), rows.body, ...drawn];
  return { body: body.join(''), height: rows.bottom + 4 };
}

/** Circles of round sizes, and what their area counts. */
function sizeItems(
  { size }: SpanChart,
  sheet: Sheet,
  largest: number,
  area: (one: number) => number,
): Parameters<typeof legend>[1] {
  if (largest === 0) return [];
  const ten = 10 ** Math.floor(Math.log10(largest));
  const round = [5, 2, 1].map((digit) => digit * ten).find((value) => value <= largest) ?? largest;
  return [round / 100, round / 10, round].map((value, index, all) => ({
    name:
      index === all.length - 1 ? `${sheet.say.number(value)} (${size})` : sheet.say.number(value, value < 1 ? 2 : 0),
    key: (x: number, y: number) =>
      tag('circle', { class: 'bubble', 'fill-opacity': '0.45', cx: x + 13, cy: y, r: area(value) }),
  }));
}
