import { createHash } from 'node:crypto';
import { drawBar } from '#charts/bar.ts';
import type { Chart } from '#charts/chart.ts';
import { drawDot } from '#charts/dot.ts';
import { drawHeat } from '#charts/heat.ts';
import { drawLine } from '#charts/line.ts';
import { drawMap } from '#charts/map.ts';
import { wrap } from '#charts/measure.ts';
import { isFine, markCount, text, type Drawn, type Sheet } from '#charts/sheet.ts';
import { drawSpan } from '#charts/span.ts';
import { standaloneStyle } from '#charts/standalone-style.ts';
import { escapeXml, tag } from '#charts/svg.ts';
import { speechOf } from '#words/speech.ts';

export interface DrawOptions {
  /** The address of the films behind a key; null where there are none to show. */
  readonly link?: (key: string) => string | null;
  /** A picture on its own: title, caption and colours inside, on white. */
  readonly standalone?: boolean;
  /** Lines under a standalone chart: filters, date, source. */
  readonly caption?: readonly string[];
  /** `narrow`: the drawing for a telephone; `compact`: the same for large letters, on fewer units. */
  readonly width?: ChartWidth;
  /** Begins the ids inside; made from what is drawn unless told. */
  readonly id?: string;
}

/** Widths in units of the sheet: 18 are one rem, so that letters are as large as those of the page. */
export const widths = { wide: 684, narrow: 288, compact: 190 } as const;
export type ChartWidth = keyof typeof widths;
const MARGIN = 28;

/**
 * A chart as the text of an `<svg>`. In a page its classes are styled by 27-charts.css; a standalone one carries its colours. Marks are links, or
 * can be reached and read one by one while they are few (`MOST_STOPS`).
 */
export function drawChart(chart: Chart, options: DrawOptions = {}): string {
  const { link = () => null, standalone = false, caption = [], width = 'wide' } = options;
  const sheet: Sheet = {
    width: widths[width],
    narrow: width !== 'wide',
    font: width === 'wide' ? 14 : 13,
    id: options.id ?? `chart-${hash(JSON.stringify([chart, width]))}`,
    say: speechOf(chart.language),
    fine: isFine(chart),
    still: standalone,
    link,
  };
  const drawn = markCount(chart) === 0 ? drawNothing(sheet) : drawKind(chart, sheet);
  return standalone
    ? framed(chart, sheet, drawn, caption)
    : root(chart, sheet, width, [sheet.width, drawn.height], drawn.body);
}

function drawKind(chart: Chart, sheet: Sheet): Drawn {
  switch (chart.kind) {
    case 'line':
      return drawLine(chart, sheet);
    case 'bar':
      return drawBar(chart, sheet);
    case 'dot':
      return drawDot(chart, sheet);
    case 'span':
      return drawSpan(chart, sheet);
    case 'heat':
      return drawHeat(chart, sheet);
    case 'map':
      return drawMap(chart, sheet);
  }
}

function drawNothing(sheet: Sheet): Drawn {
  const words = sheet.say.pick({ fr: 'Aucune donnée à montrer', en: 'No data to show' });
  return { body: text(words, [0, sheet.font * 1.5], { size: sheet.font, class: 'soft' }), height: sheet.font * 2.5 };
}

function root(
  chart: Chart,
  sheet: Sheet,
  kept: ChartWidth,
  [width, height]: readonly [number, number],
  body: string,
): string {
  return tag(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: `chart chart-${chart.kind} chart-${kept}`,
      viewBox: `0 0 ${Math.ceil(width)} ${Math.ceil(height)}`,
      width: sheet.still ? String(Math.ceil(width)) : undefined,
      height: sheet.still ? String(Math.ceil(height)) : undefined,
      role: 'group',
      lang: chart.language,
      'aria-labelledby': `${sheet.id}-title`,
      'aria-describedby': `${sheet.id}-desc`,
    },
    tag('title', { id: `${sheet.id}-title` }, escapeXml(chart.title)),
    tag('desc', { id: `${sheet.id}-desc` }, escapeXml(chart.description)),
    body,
  );
}

/** Title above, caption under, white all around. */
function framed(chart: Chart, sheet: Sheet, drawn: Drawn, caption: readonly string[]): string {
  const size = sheet.font - 2;
  const big = sheet.narrow ? 16 : 20;
  const title = wrap(chart.title, big, sheet.width, 4, true);
  const notes = caption.flatMap((line) => wrap(line, size, sheet.width, 6));
  const top = MARGIN + title.length * big * 1.25 + 10;
  const under = top + drawn.height + 14;
  const whole = [sheet.width + 2 * MARGIN, under + notes.length * size * 1.4 + MARGIN] as const;
  return root(
    chart,
    sheet,
    sheet.narrow ? 'narrow' : 'wide',
    whole,
    [
      tag('style', {}, standaloneStyle),
      tag('rect', { class: 'ground', width: Math.ceil(whole[0]), height: Math.ceil(whole[1]) }),
      ...title.map((line, index) =>
        text(line, [MARGIN, MARGIN + big * (0.85 + index * 1.25)], { size: big, class: 'ink', bold: true }),
      ),
      tag('g', { transform: `translate(${MARGIN} ${Math.round(top)})` }, drawn.body),
      ...notes.map((line, index) => text(line, [MARGIN, under + size * (1 + index * 1.4)], { size, class: 'soft' })),
    ].join(''),
  );
}

const hash = (written: string): string => createHash('sha256').update(written).digest('hex').slice(0, 10);
