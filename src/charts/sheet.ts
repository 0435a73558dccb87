import { marksOf } from '#charts/marks-of.ts';
import type { Chart } from '#charts/chart.ts';
import { cut } from '#charts/measure.ts';
import { escapeXml, tag } from '#charts/svg.ts';
import type { Speech } from '#words/speech.ts';

/** What a chart is drawn on. Units are CSS pixels at the usual size of letters, 18 to the rem. */
export interface Sheet {
  readonly width: number;
  /** For a telephone: names stand over their rows, legends over their curves. */
  readonly narrow: boolean;
  /** The size of letters. */
  readonly font: number;
  /** Begins every id of this drawing. */
  readonly id: string;
  readonly say: Speech;
  /** Few enough marks for each to be a stop of the keyboard. */
  readonly fine: boolean;
  /** A picture on its own, without focus. */
  readonly still: boolean;
  readonly link: (key: string) => string | null;
}

/** What a kind of chart gives: its markup, and how tall it is. */
export interface Drawn {
  readonly body: string;
  readonly height: number;
}

/** With more marks than this, the keyboard stops at series and rows: the table under the chart has every value and link. */
export const MOST_STOPS = 40;

/** How many marks a chart has. */
export const markCount = (chart: Chart): number => marksOf(chart).length;

/** Whether each mark of a chart is a stop of the keyboard. */
export const isFine = (chart: Chart): boolean => markCount(chart) <= MOST_STOPS;

/** Letters on a sheet: `at` is the base line. */
export function text(
  content: string,
  at: readonly [number, number],
  { size, anchor, bold, most, ...more }: TextOptions,
): string {
  const shown = most === undefined ? content : cut(content, size, most, bold);
  return tag(
    'text',
    {
      x: at[0],
      y: at[1],
      'font-size': size,
      'text-anchor': anchor,
      'font-weight': bold === true ? '700' : undefined,
      ...more,
    },
    escapeXml(shown),
  );
}

interface TextOptions {
  readonly size: number;
  readonly class: string;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly bold?: boolean;
  /** Cut to this width. */
  readonly most?: number;
  readonly transform?: string;
}
