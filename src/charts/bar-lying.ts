import { smallOf, topAxis, topAxisHeight } from '#charts/axes.ts';
import { block, intervalOf, partsLegend, reachOf, stacked, stripes, wholeOf, type Bar } from '#charts/bar-parts.ts';
import type { BarChart } from '#charts/chart.ts';
import { mark, marks, unheard } from '#charts/mark.ts';
import { widest, widthOf } from '#charts/measure.ts';
import { rowsOf } from '#charts/row-names.ts';
import { scaleOf, type Scale } from '#charts/scales.ts';
import { text, type Drawn, type Sheet } from '#charts/sheet.ts';
import { rule, tag } from '#charts/svg.ts';
import { valueWords } from '#charts/tick-words.ts';

/** A bar a row, its name before it, its value after it. */
export function drawLyingBars(chart: BarChart, sheet: Sheet): Drawn {
  const size = smallOf(sheet);
  const thick = sheet.narrow ? 16 : 18;
  const keys = partsLegend(sheet, chart.parts);
  const top = keys.height + (keys.height > 0 ? 8 : 0) + topAxisHeight(sheet);
  const rows = rowsOf(sheet, chart.bars, thick, top + 4);
  const plain = chart.parts.length < 2;
  const values = chart.bars.map((bar) => (plain ? valueWords(chart.y, wholeOf(bar), sheet.say.language) : ''));
  const x = scaleOf(sheet, {
    axis: { ...chart.y, zero: true },
    values: reachOf(chart.bars),
    range: [rows.left + 1, sheet.width - (plain ? widest(values, size) + 8 : 10)],
    most: sheet.narrow ? 4 : 6,
    zero: true,
    round: !chart.y.share,
    flat: true,
    size,
  });
  const box = { left: rows.left, right: sheet.width, top, bottom: rows.bottom };
  const drawn = chart.bars.map((bar, index) => {
    const middle = rows.middles[index] ?? 0;
    const hit = { class: 'hit', x: 0, y: middle - thick / 2 - 4, width: sheet.width, height: thick + 8 };
    const { blocks, words } = blocksOf(sheet, bar, x, middle, thick, chart);
    const value = valueOf(bar, values[index] ?? '', x, middle, size);
    return mark(sheet, bar, ...blocks, ...whiskerOf(bar, x, middle), tag('rect', hit)) + unheard(...words, value);
  });
  const body = [
    stripes(sheet, chart.parts.length),
    keys.body,
    topAxis(sheet, x, box, chart.y.title),
    rows.body,
    marks(sheet, chart.category.title, drawn),
    ...(sheet.narrow
      ? rows.middles.map((y) => rule([x.at(0), y - thick / 2 - 1], [x.at(0), y + thick / 2 + 1], { class: 'axis' }))
      : [rule([x.at(0), top], [x.at(0), rows.bottom], { class: 'axis' })]),
  ];
  return { body: body.join(''), height: rows.bottom + 4 };
}

interface Blocks {
  readonly blocks: string[];
  readonly words: string[];
}

function blocksOf(sheet: Sheet, bar: Bar, x: Scale, middle: number, thick: number, { y, parts }: BarChart): Blocks {
  const size = smallOf(sheet) - 0.5;
  const drawn: Blocks = { blocks: [], words: [] };
  for (const [index, [from, to]] of stacked(bar).entries()) {
    const [left, right] = [Math.min(x.at(from), x.at(to)), Math.max(x.at(from), x.at(to))];
    if (right - left < 0.05) continue;
    const seam = parts.length > 1 && right - left > 2 ? 1 : 0;
    const words = parts.length > 1 ? valueWords(y, bar.values[index] ?? 0, sheet.say.language) : '';
    const fits = words !== '' && widthOf(words, size) + 10 < right - left;
    drawn.blocks.push(block(sheet, index, left, middle - thick / 2, right - left - seam, thick));
    if (fits) drawn.words.push(chip(words, (left + right) / 2, middle, size));
  }
  return drawn;
}

/** Letters on a coloured ground: on a plate of the page's own ground, so that they are read over any colour and hatching. */
const chip = (words: string, at: number, middle: number, size: number): string =>
  tag('rect', {
    class: 'gap',
    x: at - widthOf(words, size) / 2 - 3,
    y: middle - 7,
    width: widthOf(words, size) + 6,
    height: 14,
    rx: 3,
  }) + text(words, [at, middle + size * 0.36], { size, class: 'ink', anchor: 'middle' });

function whiskerOf(bar: Bar, x: Scale, middle: number): string[] {
  const ends = intervalOf(bar);
  if (ends === null) return [];
  const [from, to] = [x.at(ends[0]), x.at(ends[1])];
  return [
    rule([from, middle], [to, middle], { class: 'gap-line', 'stroke-width': 4 }),
    rule([from, middle], [to, middle], { class: 'whisker', 'stroke-width': 1.5 }),
    rule([from, middle - 4], [from, middle + 4], { class: 'whisker', 'stroke-width': 1.5 }),
    rule([to, middle - 4], [to, middle + 4], { class: 'whisker', 'stroke-width': 1.5 }),
  ];
}

function valueOf(bar: Bar, words: string, x: Scale, middle: number, size: number): string {
  if (words === '') return '';
  const end = Math.max(...[0, wholeOf(bar), ...(intervalOf(bar) ?? [])].map(x.at));
  return text(words, [end + 6, middle + size * 0.36], { size, class: 'ink' });
}
