import { countText, coverageText } from '#indicators/exported.ts';
import type { Holdings } from '#indicators/holdings.ts';
import type { Cell, Column, Table, Told } from '#indicators/told.ts';
import { sourcesLine } from '#indicators/words/sources.ts';
import type { Speech } from '#words/speech.ts';

/** An answer as lines for a person: finding, N, what is known, method, sources, and one of its tables. */
export function toldLines(told: Told, table: Table | undefined, { sources }: Holdings, say: Speech): string[] {
  const label = (fr: string, en: string): string => say.pick({ fr: `${fr}\u00a0: `, en: `${en}: ` });
  const others = told.tables.filter((one) => one !== table).map(({ name, rows }) => `${name} (${rows.length})`);
  return [
    told.title,
    told.question,
    '',
    ...told.finding,
    '',
    `N = ${countText(told, say)}`,
    ...told.coverage.map(({ what, known, of }) => `${label('connu', 'known')}${what}, ${coverageText(known, of, say)}`),
    ...told.cautions.map((caution) => label('réserve', 'caution') + caution),
    label('méthode', 'method') + told.method,
    ...told.citations.map(({ text, url }) => label('référence', 'reference') + text + (url === null ? '' : ` ${url}`)),
    label('sources', 'sources') + sourcesLine(sources, say),
    ...(table === undefined ? [] : ['', table.title, ...tableLines(table, say)]),
    ...(others.length === 0
      ? []
      : ['', `${label('autres tables (--table)', 'other tables (--table)')}${others.join(', ')}`]),
  ];
}

/** A table in columns: numbers to the right. */
export function tableLines({ columns, rows }: Table, say: Speech): string[] {
  const shown = [
    columns.map(({ title }) => title),
    ...rows.map((row) => columns.map((column, at) => cellText(row[at] ?? null, column, say))),
  ];
  const widths = columns.map((_, at) => Math.max(...shown.map((row) => row[at]?.length ?? 0)));
  return shown.map((row) =>
    row
      .map((cell, at) => {
        const kind = columns[at]?.kind;
        return kind === 'number' || kind === 'share' || kind === 'year'
          ? cell.padStart(widths[at] ?? 0)
          : cell.padEnd(widths[at] ?? 0);
      })
      .join('  ')
      .trimEnd(),
  );
}

function cellText(value: Cell, { kind, digits = 0, unit = '' }: Column, say: Speech): string {
  if (value === null) return '–';
  if (typeof value === 'string') return value;
  if (kind === 'year') return String(value);
  if (kind === 'share') return say.percent(value, digits);
  return `${say.number(value, digits)}${unit === '' ? '' : `\u00a0${unit}`}`;
}
