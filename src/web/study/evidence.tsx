import type { JSX } from 'preact';
import type { Chart } from '#charts/chart.ts';
import type { Table } from '#indicators/told.ts';
import type { Used } from '#market/computed.ts';
import { ChartFigure } from '#web/components/chart-figure.tsx';
import { markOf } from '#web/study/notes.ts';
import { Noted, type Study } from '#web/study/study.tsx';

interface EvidenceProps {
  readonly chart: Chart;
  readonly table: Table;
  /** The rows of the book that are drawn. */
  readonly used?: readonly Used[];
  /** The calculations that are drawn, by name. */
  readonly computed?: readonly string[];
}

/** `id year year;id year`: the rows of the book, for whoever traces them. */
const usedWords = (used: readonly Used[]): string =>
  [...Map.groupBy(used, ({ id }) => id)].map(([id, some]) => [id, ...some.map(({ year }) => year)].join(' ')).join(';');

/** A chart, the table of its rows, and the sources of its numbers. */
export function evidence(study: Study, { chart, table, used = [], computed = [] }: EvidenceProps): JSX.Element {
  const { words, notes } = study;
  const sources = new Map<string, JSX.Element>();
  for (const { id, year } of used) {
    const row = study.row(id, year);
    if (row === null || sources.has(row.source.id)) continue;
    const number = notes.source(row.source);
    const mark = markOf(row);
    sources.set(
      row.source.id,
      <Noted
        mark={mark}
        letter={`${number}`}
        to={`#source-${number}`}
        told={words.toSource(words.marks[mark], number)}
      />,
    );
  }
  for (const name of computed) {
    const mark = study.markOf(name);
    if (mark === null) continue;
    const number = notes.method(name);
    sources.set(
      name,
      <Noted
        mark={mark}
        letter={`c${number}`}
        to={`#calcul-${number}`}
        told={words.toMethod(words.marks[mark], number)}
      />,
    );
  }
  return (
    <div class="evidence" data-used={usedWords(used)} data-computed-by={computed.join(';')}>
      <ChartFigure site={study.site} chart={chart} table={table} id={`figure-${table.name}`} />
      <p class="from">
        {words.from}{' '}
        {[...sources].map(([key, one]) => (
          <span key={key}>{one} </span>
        ))}
      </p>
    </div>
  );
}
