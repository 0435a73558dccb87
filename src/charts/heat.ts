import { smallOf } from '#charts/axes.ts';
import type { HeatChart } from '#charts/chart.ts';
import { hatching } from '#charts/hatching.ts';
import { heatLegend, stepsOf } from '#charts/heat-legend.ts';
import { mark, marks, unheard } from '#charts/mark.ts';
import { widest, widthOf } from '#charts/measure.ts';
import { rowsOf } from '#charts/row-names.ts';
import { text, type Drawn, type Sheet } from '#charts/sheet.ts';
import { tag } from '#charts/svg.ts';

/** A grid of cells, the darker the more; hatched where there is no value. */
export function drawHeat(chart: HeatChart, sheet: Sheet): Drawn {
  const size = smallOf(sheet);
  const tall = sheet.narrow ? 22 : 30;
  const steps = stepsOf(chart);
  const keys = heatLegend(chart, steps, sheet);
  const count = Math.max(1, chart.columns.names.length);
  const guess = rowsOf(
    sheet,
    chart.rows.names.map((name) => ({ name })),
    tall,
    0,
  );
  const wide = (sheet.width - guess.left) / count;
  const turned = widest(chart.columns.names, size) + 6 > wide;
  const head = turned ? Math.min(90, widest(chart.columns.names, size)) + 10 : size * 1.7;
  const top = keys.height + 10 + head;
  const rows = rowsOf(
    sheet,
    chart.rows.names.map((name) => ({ name })),
    sheet.narrow ? tall : tall - 8,
    top,
  );
  const heads = chart.columns.names.map((name, index) => {
    const at = guess.left + wide * (index + 0.5);
    if (!turned) return text(name, [at, top - 6], { size, class: 'soft', anchor: 'middle' });
    const [x, y] = [at + size * 0.35, top - 5];
    return text(name, [x, y], {
      size,
      class: 'soft',
      most: 90,
      transform: `rotate(-90 ${Math.round(x)} ${Math.round(y)})`,
    });
  });
  const drawn = chart.rows.names.map((name, row) => {
    const middle = rows.middles[row] ?? 0;
    const cells = chart.columns.names.map((_, column) => {
      const cell = chart.cells[row]?.[column];
      if (cell === undefined) return '';
      const at = { x: guess.left + wide * column, y: middle - tall / 2, width: wide - 1.5, height: tall - 1.5 };
      const step = steps.of(cell.value);
      const ground =
        step === null
          ? tag('rect', { ...at, fill: `url(#${sheet.id}-hatch)` })
          : tag('rect', { ...at, class: `${steps.letter}${step}` });
      const letters = size - 0.5;
      const fits = widthOf(cell.text, letters) + 2 <= wide;
      const written = {
        size: letters,
        class: step === null ? 'ink' : `${steps.letter}t${step}`,
        anchor: 'middle',
      } as const;
      const words =
        fits && step !== null ? text(cell.text, [at.x + at.width / 2, middle + letters * 0.33], written) : '';
      return mark(sheet, cell, ground, words, tag('rect', { ...at, class: 'hit' }));
    });
    return marks(sheet, `${name} : ${rowWords(chart, row)}`, cells);
  });
  const body = [hatching(sheet), keys.body, unheard(...heads), rows.body, ...drawn];
  return { body: body.join(''), height: rows.bottom + 4 };
}

/** The values of a row, column by column. */
const rowWords = ({ columns, cells }: HeatChart, row: number): string =>
  columns.names.map((name, column) => `${name} ${cells[row]?.[column]?.text ?? ''}`.trim()).join(', ');
