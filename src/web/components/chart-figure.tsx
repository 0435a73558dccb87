import type { JSX } from 'preact';
import type { Chart } from '#charts/chart.ts';
import { drawChart } from '#charts/draw-chart.ts';
import { markCount } from '#charts/sheet.ts';
import type { Table } from '#indicators/told.ts';
import { DataTable } from '#web/components/data-table.tsx';
import type { Site } from '#web/site.ts';

interface ChartFigureProps {
  readonly site: Pick<Site, 'language' | 'words'>;
  readonly chart: Chart;
  /** The same rows, to be read; none when the page shows them itself. */
  readonly table?: Table;
  /** The address of the films behind a key; null where there are none to show. */
  readonly link?: (key: string) => string | null;
  /** Begins the ids inside: one for each chart of a page. */
  readonly id?: string;
}

/** With more stops than these, one may go past the chart. */
const MANY = 6;

/** A chart under its finding, for a wide room, for a narrow one and for large letters in a narrow one, and the table of the same rows. */
export function ChartFigure({
  site,
  chart,
  table,
  link,
  id = `chart-${table?.name ?? chart.kind}`,
}: ChartFigureProps): JSX.Element {
  const { charts: words } = site.words;
  const options = link === undefined ? {} : { link };
  const drawn = (['wide', 'narrow', 'compact'] as const).map((width) =>
    drawChart(chart, { ...options, width, id: `${id}-${width}` }),
  );
  return (
    <figure class="chart-figure" id={id}>
      <figcaption id={`${id}-finding`}>{chart.title}</figcaption>
      {markCount(chart) > MANY ? (
        <p class="chart-past">
          <a href={`#${id}-end`}>{words.past}</a>
        </p>
      ) : null}
      <div
        class={endsLatest(chart) ? 'chart-room from-end' : 'chart-room'}
        role="region"
        aria-label={words.room(chart.title)}
        tabIndex={0}
        dangerouslySetInnerHTML={{ __html: drawn.join('') }}
      />
      <div id={`${id}-end`} tabIndex={-1}>
        {table === undefined ? null : (
          <details class="chart-table">
            <summary>{words.table}</summary>
            <DataTable site={site} table={table} {...options} />
          </details>
        )}
      </div>
    </figure>
  );
}

/** Whether what matters first stands at the right end: the newest years. */
const endsLatest = (chart: Chart): boolean => chart.kind === 'line' || (chart.kind === 'bar' && !chart.lying);
