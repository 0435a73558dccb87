import { flatAxisHeight, smallOf, uprightAxis } from '#charts/axes.ts';
import { block, intervalOf, partsLegend, reachOf, stacked, stripes, wholeOf, type Bar } from '#charts/bar-parts.ts';
import type { BarChart } from '#charts/chart.ts';
import { mark, marks, unheard } from '#charts/mark.ts';
import { widest, widthOf } from '#charts/measure.ts';
import { scaleOf, type Scale } from '#charts/scales.ts';
import { text, type Drawn, type Sheet } from '#charts/sheet.ts';
import { rule, tag } from '#charts/svg.ts';
import { valueWords } from '#charts/tick-words.ts';

/** A bar beside another, most often by year; values above them where there is room. */
export function drawUprightBars(chart: BarChart, sheet: Sheet): Drawn {
  const size = smallOf(sheet);
  const keys = partsLegend(sheet, chart.parts);
  const plain = chart.parts.length < 2;
  const top = keys.height + size * (plain && chart.bars.length < 16 ? 3.2 : 2.4);
  const bottom = top + (sheet.narrow ? 190 : 260);
  const y = scaleOf(sheet, {
    axis: { ...chart.y, zero: true },
    values: reachOf(chart.bars),
    range: [bottom, top],
    most: sheet.narrow ? 5 : 6,
    zero: true,
    round: true,
    flat: false,
    size,
  });
  const left =
    widest(
      y.ticks.map((tick) => tick.text),
      size,
    ) + 8;
  const each = (sheet.width - left) / chart.bars.length;
  const thick = Math.max(0.8, Math.min(56, each * (each > 8 ? 0.72 : 0.86)));
  const values = chart.bars.map((bar) => valueWords(chart.y, wholeOf(bar), sheet.say.language));
  const written = plain && widest(values, size) + 4 < each;
  const drawn = chart.bars.map((bar, index) => {
    const at = left + each * (index + 0.5);
    const blocks = stacked(bar).flatMap(([from, to], part) => {
      const [high, low] = [Math.min(y.at(from), y.at(to)), Math.max(y.at(from), y.at(to))];
      const seam = chart.parts.length > 1 && low - high > 2 ? 1 : 0;
      return low - high < 0.05 ? [] : [block(sheet, part, at - thick / 2, high, thick, low - high - seam)];
    });
    const hit = { class: 'hit', x: at - each / 2, y: top, width: each, height: bottom - top };
    const words = written ? valueAbove(bar, values[index] ?? '', at, y, size) : '';
    const shapes = [...blocks, ...whiskerOf(bar, at, y, thick)];
    // on a telephone bars so thin are not touched one by one
    if (sheet.narrow && !sheet.fine) return shapes.join('');
    return mark(sheet, bar, ...shapes, tag('rect', hit)) + unheard(words);
  });
  const box = { left, right: sheet.width, top, bottom };
  const names = namesUnder(chart, sheet, left, each, bottom);
  const body = [
    stripes(sheet, chart.parts.length),
    keys.body,
    uprightAxis(sheet, y, { ...box, top: top - size * 0.6 }, chart.y.title),
    marks(sheet, chart.category.title, drawn),
    unheard(rule([left, y.at(0)], [sheet.width, y.at(0)], { class: 'axis' })),
    names,
  ];
  return { body: body.join(''), height: bottom + flatAxisHeight(sheet, chart.category.title) };
}

function whiskerOf(bar: Bar, at: number, y: Scale, thick: number): string[] {
  const ends = intervalOf(bar);
  if (ends === null) return [];
  const [from, to] = [y.at(ends[0]), y.at(ends[1])];
  const cap = Math.min(4, thick / 2);
  return [
    rule([at, from], [at, to], { class: 'gap-line', 'stroke-width': 4 }),
    rule([at, from], [at, to], { class: 'whisker', 'stroke-width': 1.5 }),
    rule([at - cap, from], [at + cap, from], { class: 'whisker', 'stroke-width': 1.5 }),
    rule([at - cap, to], [at + cap, to], { class: 'whisker', 'stroke-width': 1.5 }),
  ];
}

function valueAbove(bar: Bar, words: string, at: number, y: Scale, size: number): string {
  const high = Math.min(...[0, wholeOf(bar), ...(intervalOf(bar) ?? [])].map(y.at));
  return text(words, [at, high - 5], { size, class: 'ink', anchor: 'middle' });
}

/** As many names as have room: every one, or each second, fifth, tenth; for years or decades without a gap, those that are round. */
function namesUnder({ bars, category }: BarChart, sheet: Sheet, left: number, each: number, bottom: number): string {
  const size = smallOf(sheet);
  const names = bars.map(({ name }) => name);
  const wide = widest(names, size) + 8;
  const every = [1, 2, 5, 10, 20, 25, 50, 100].find((count) => each * count >= wide) ?? names.length;
  const step = Number(names[1]) - Number(names[0]);
  const regular = names.every(
    (name, index) => /^\d{4}$/.test(name) && Number(name) === Number(names[0]) + step * index,
  );
  const shown = (name: string, index: number): boolean =>
    regular ? Number(name) % (every * step) === 0 : index % every === 0;
  return unheard(
    ...names.map((name, index) => {
      if (!shown(name, index)) return '';
      const half = Math.min(widthOf(name, size), sheet.width - left) / 2;
      const at = Math.min(sheet.width - half, Math.max(half, left + each * (index + 0.5)));
      return text(name, [at, bottom + size + 6], { size, class: 'soft', anchor: 'middle', most: sheet.width - left });
    }),
    category.title === ''
      ? ''
      : text(category.title, [sheet.width, bottom + size * 2 + 11], {
          size,
          class: 'soft',
          anchor: 'end',
          most: sheet.width,
        }),
  );
}
