import { smallOf } from '#charts/axes.ts';
import type { HeatChart } from '#charts/chart.ts';
import { hatching } from '#charts/hatching.ts';
import { heatLegend, stepsOf } from '#charts/heat-legend.ts';
import { mark, marks, unheard } from '#charts/mark.ts';
import { widest, widthOf, wrap } from '#charts/measure.ts';
import { rowsOf } from '#charts/row-names.ts';
import { text, type Drawn, type Sheet } from '#charts/sheet.ts';
import { px, tag } from '#charts/svg.ts';

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
  const heads = headsOf(chart.columns.names, wide, sheet);
  const top = keys.height + 10 + heads.height;
  const rows = rowsOf(
    sheet,
    chart.rows.names.map((name) => ({ name })),
    sheet.narrow ? tall : tall - 8,
    top,
  );
  const letters = size - 0.5;
  // all values or none: a grid where only the short ones are written tells a false story
  const fits = chart.cells.flat().every(({ text: own }) => widthOf(own, letters) + 2 <= wide);
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
      const written = {
        size: letters,
        class: step === null ? 'ink' : `${steps.letter}t${step}`,
        anchor: 'middle',
      } as const;
      const words =
        fits && step !== null ? text(cell.text, [at.x + at.width / 2, middle + letters * 0.33], written) : '';
      return mark(sheet, cell, ground, tag('rect', { ...at, class: 'hit' })) + unheard(words);
    });
    return marks(sheet, `${name} : ${rowWords(chart, row)}`, cells);
  });
  const body = [hatching(sheet), keys.body, heads.draw(guess.left, top), rows.body, ...drawn];
  return { body: body.join(''), height: rows.bottom + 4 };
}

interface Heads {
  readonly height: number;
  readonly draw: (left: number, top: number) => string;
}

/** Names of columns: on one to three lines where their words are no wider than a cell, else upright. */
function headsOf(names: readonly string[], wide: number, sheet: Sheet): Heads {
  const size = smallOf(sheet);
  const turned =
    widest(
      names.flatMap((name) => name.split(' ')),
      size,
    ) +
      4 >
    wide;
  const lines = names.map((name) => wrap(name, size, wide - 4, 3));
  const most = lines.reduce((high, { length }) => Math.max(high, length), 1);
  const height = turned ? Math.min(90, widest(names, size)) + 10 : size * (0.5 + most * 1.2);
  const draw = (left: number, top: number): string => {
    const written = names.map((name, index) => {
      const at = left + wide * (index + 0.5);
      if (turned) {
        const [x, y] = [at + size * 0.35, top - 5];
        return text(name, [x, y], { size, class: 'soft', most: 90, transform: `rotate(-90 ${px(x)} ${px(y)})` });
      }
      const own = lines[index] ?? [];
      return own
        .map((line, row) =>
          text(line, [at, top - 6 - size * 1.2 * (own.length - 1 - row)], { size, class: 'soft', anchor: 'middle' }),
        )
        .join('');
    });
    return unheard(...written);
  };
  return { height, draw };
}

/** The values of a row, column by column. */
const rowWords = ({ columns, cells }: HeatChart, row: number): string =>
  columns.names.map((name, column) => `${name} ${cells[row]?.[column]?.text ?? ''}`.trim()).join(', ');
