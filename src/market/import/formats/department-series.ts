import { fault } from '#errors.ts';
import {
  cellText,
  findHeader,
  frenchNumber,
  underHeader,
  type NamedRow,
  type OfficialTable,
} from '#market/import/official-table.ts';
import { collectSeries, draft, rounded, type Draft } from '#market/import/draft.ts';
import { departments } from '#market/places.ts';

/** What a series measures: its figures, its unit, what no value can be, and by what its values are multiplied. */
interface Measure {
  readonly topic: string;
  readonly unit: string;
  readonly high: number;
  readonly times: number;
  /** The total of the country is the sum of the departments. */
  readonly adds: boolean;
}

const measures = {
  entries: { topic: 'entries-millions', unit: 'M', high: 1000, times: 1, adds: true },
  index: { topic: 'attendance-index', unit: '', high: 40, times: 1, adds: false },
  screenings: { topic: 'screenings', unit: 'screenings', high: 100_000, times: 1000, adds: true },
  occupancy: { topic: 'seat-occupancy', unit: 'share', high: 100, times: 0.01, adds: false },
  seats: { topic: 'seats', unit: 'seats', high: 10_000_000, times: 1, adds: true },
  screens: { topic: 'screens', unit: 'screens', high: 100_000, times: 1, adds: true },
  cinemas: { topic: 'cinemas', unit: 'cinemas', high: 100_000, times: 1, adds: true },
} as const satisfies Record<string, Measure>;
type MeasureName = keyof typeof measures;

/** The published file has the 96 departments of the mainland and Corsica, and their total. */
const departmentsPublished = 96;
const source = 'cnc-departments';

/**
 * One of CNC's series by department since 1966: a row a department, a column a year, decimal commas, thousands parted by U+202F, a last row TOTAL.
 * The seven series have the same header: what one measures is told by its total, its decimals and its size.
 * Source: cnc.fr, “Statistiques par secteur: salles de cinéma”.
 * @returns null when the table is another
 * @throws FILE_ROW
 */
export function readDepartmentSeries(table: OfficialTable): Draft | null {
  const isHeader = (cells: readonly string[]): boolean =>
    (cells.includes('dep_code') || cells.includes('dep_nom')) && cells.filter(isYear).length >= 10;
  const header = findHeader(table, isHeader);
  if (header === null) return null;
  const named = underHeader(table, header, ['dep_code', 'dep_nom']);
  const years = named.columns.filter(isYear);
  const total = named.rows.find((row) => row.text('dep_nom') === 'TOTAL');
  const rows = named.rows.filter((row) => row !== total);
  if (total === undefined || rows.length < departmentsPublished) {
    const problem = `it has ${rows.length} departments${total === undefined ? ' and no row TOTAL' : ''}, not the ${departmentsPublished} published and their TOTAL`;
    throw fault('FILE_ROW', { file: table.file, line: table.rows.at(-1)?.line ?? 1, problem });
  }
  const codes = rows.map(codeOf);
  const name = measureOf(table, total, rows, years);
  const measure = measures[name];
  const series = collectSeries();
  for (const [place, row] of [...rows, total].entries()) {
    const code = codes[place] ?? 'FR';
    if (codes.indexOf(code) !== place && row !== total) throw row.wrong('dep_code', `${code} stands twice`);
    for (const year of years) {
      const value = row.numberOrNull(year, { low: 0, high: measure.high });
      // Before the first year of a series its departments are empty, and its total is 0.
      if (value === null || (row === total && value === 0)) continue;
      if (value === 0 && name !== 'entries') throw row.wrong(year, 'a department has no 0');
      const about = {
        id: `${measure.topic}.${code}`,
        place: code,
        unit: measure.unit,
        source,
        reliability: 'A',
      } as const;
      series.add(about, Number(year), rounded(value * measure.times, 4));
    }
  }
  if (measure.adds) requireSums(total, rows, years);
  const [first = '', last = ''] = [years.at(0), years.at(-1)];
  return draft('departments', name, rows.length + 1, {
    sources: [
      {
        id: source,
        publisher: 'CNC',
        title: `Séries départementales de fréquentation des salles, ${first}-${last}`,
        url: 'https://www.cnc.fr/professionnels/etudes-et-rapports/statistiques/statistiques-par-secteur',
        date: String(Number(last) + 1),
        licence: null,
        kind: 'officiel',
      },
    ],
    series: series.list(),
  });
}

const isYear = (text: string): boolean => /^(19|20)\d\d$/.test(text);

function codeOf(row: NamedRow): string {
  const code = row.text('dep_code').padStart(2, '0');
  if (!departments.has(code)) throw row.wrong('dep_code', `there is no department “${row.text('dep_code')}”`);
  return code;
}

/**
 * Told by the last year: the total of what adds up is many times a department's, that of a rate is one of them. Among what adds up, entries have two
 * decimals and screenings one; seats, screens and cinemas have none, and differ tenfold, threefold. Of rates, the index has two decimals, the occupancy one.
 */
function measureOf(
  table: OfficialTable,
  total: NamedRow,
  rows: readonly NamedRow[],
  years: readonly string[],
): MeasureName {
  const last = years.at(-1) ?? '';
  const all = total.number(last, { low: 0 });
  const middle = rows.map((row) => row.number(last, { low: 0 })).sort((a, b) => a - b)[rows.length >> 1] ?? 0;
  const decimals = Math.max(
    ...table.rows.flatMap(({ cells }) => cells.slice(2).map((cell) => decimalsOf(cellText(cell)))),
  );
  if (all < 20 * middle) return decimals === 2 ? 'index' : 'occupancy';
  if (decimals === 2) return 'entries';
  if (decimals === 1) return 'screenings';
  return all > 100_000 ? 'seats' : all > 3000 ? 'screens' : 'cinemas';
}

const decimalsOf = (text: string): number => (frenchNumber(text) === null ? 0 : (text.split(/[.,]/)[1]?.length ?? 0));

/** A department's value is rounded to its last decimal: the sum may be off by half of it for each. */
function requireSums(total: NamedRow, rows: readonly NamedRow[], years: readonly string[]): void {
  for (const year of years) {
    const expected = total.numberOrNull(year) ?? 0;
    const step = 0.5 * 10 ** -decimalsOf(total.text(year));
    const sum = rows.reduce((all, row) => all + (row.numberOrNull(year) ?? 0), 0);
    if (Math.abs(sum - expected) > step * (rows.length + 1))
      throw total.wrong(year, `the departments add up to ${rounded(sum, 2)}, not to ${total.text(year)}`);
  }
}
