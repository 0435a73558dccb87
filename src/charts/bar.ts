import type { BarChart } from '#charts/chart.ts';
import { drawLyingBars } from '#charts/bar-lying.ts';
import { drawUprightBars } from '#charts/bar-upright.ts';
import type { Drawn, Sheet } from '#charts/sheet.ts';

/** Bars, plain or stacked, upright or lying. */
export const drawBar = (chart: BarChart, sheet: Sheet): Drawn =>
  chart.lying ? drawLyingBars(chart, sheet) : drawUprightBars(chart, sheet);
