import { smallOf, topAxis, topAxisHeight } from '#charts/axes.ts';
import type { DotChart } from '#charts/chart.ts';
import { mark, marks, unheard } from '#charts/mark.ts';
import { rowsOf } from '#charts/row-names.ts';
import { scaleOf } from '#charts/scales.ts';
import type { Drawn, Sheet } from '#charts/sheet.ts';
import { rule, tag } from '#charts/svg.ts';

/** A dot and its interval a row; a dot is hollow when its interval holds the value of no difference. */
export function drawDot(chart: DotChart, sheet: Sheet): Drawn {
  const size = smallOf(sheet);
  const thick = sheet.narrow ? 12 : 16;
  const top = topAxisHeight(sheet);
  const rows = rowsOf(sheet, chart.dots, thick, top + 4);
  const { neutral } = chart;
  const values = chart.dots.flatMap((dot) => [dot.x, dot.from, dot.to]);
  const x = scaleOf(sheet, {
    axis: chart.x,
    values: [...values, ...(neutral === undefined ? [] : [neutral])],
    range: [rows.left + 8, sheet.width - 10],
    most: sheet.narrow ? 5 : 8,
    zero: neutral === undefined && new Set(values).size < 2,
    round: true,
    flat: true,
    size,
  });
  const drawn = chart.dots.map((dot, index) => {
    const middle = rows.middles[index] ?? 0;
    const hit = { class: 'hit', x: 0, y: middle - thick / 2 - 4, width: sheet.width, height: thick + 8 };
    const open = neutral !== undefined && dot.from <= neutral && neutral <= dot.to;
    const known = [dot.x, dot.from, dot.to].every(Number.isFinite);
    return mark(
      sheet,
      dot,
      known
        ? rule([x.at(dot.from), middle], [x.at(dot.to), middle], {
            class: 'l1',
            'stroke-width': 2.5,
            'stroke-opacity': '0.75',
          })
        : '',
      known
        ? tag('circle', {
            class: open ? 'o1' : 'f1',
            cx: x.at(dot.x),
            cy: middle,
            r: open ? 4.5 : 5.5,
            'stroke-width': 2,
          })
        : '',
      tag('rect', hit),
    );
  });
  const box = { left: rows.left, right: sheet.width, top, bottom: rows.bottom };
  const body = [
    topAxis(sheet, x, box, chart.x.title),
    neutral === undefined || !Number.isFinite(neutral)
      ? ''
      : unheard(rule([x.at(neutral), top], [x.at(neutral), rows.bottom], { class: 'rule', 'stroke-width': 1.5 })),
    rows.body,
    marks(sheet, chart.x.title, drawn),
  ];
  return { body: body.join(''), height: rows.bottom + 4 };
}
