import type { Chart, Mark } from '#charts/chart.ts';

/** Every mark of a chart, in the order of its data. */
export function marksOf(chart: Chart): readonly Mark[] {
  switch (chart.kind) {
    case 'line':
      return chart.series.flatMap(({ points }) => points);
    case 'bar':
      return chart.bars;
    case 'dot':
      return chart.dots;
    case 'span':
      return chart.rows.flatMap((row) => [row, ...row.dots]);
    case 'heat':
      return chart.cells.flat();
    case 'map':
      return [...chart.places, ...chart.points];
  }
}
