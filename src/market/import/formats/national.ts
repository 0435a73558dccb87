import { fault } from '#errors.ts';
import { cnc, collectSeries, draft, rounded, type Draft } from '#market/import/draft.ts';
import {
  findHeader,
  looksLike,
  underHeader,
  type NamedRow,
  type NamedTable,
  type OfficialTable,
} from '#market/import/official-table.ts';

const months = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
] as const;
const weekdays = {
  Lundi: 'monday',
  Mardi: 'tuesday',
  Mercredi: 'wednesday',
  Jeudi: 'thursday',
  Vendredi: 'friday',
  Samedi: 'saturday',
  Dimanche: 'sunday',
} as const;
const origins = {
  'films français': 'french',
  'films américains': 'american',
  'films européens': 'european',
  'autres films': 'other',
} as const;
const source = 'cnc-attendance';
const sources = [
  cnc(
    source,
    'Fréquentation des salles de cinéma : mois, semaines, jours et nationalités',
    'https://www.data.gouv.fr/datasets/frequentation-des-salles-de-cinema/',
    '2025',
  ),
];
const about = (id: string, unit: string, reliability: 'A' | 'B' = 'A') =>
  ({ id: `${id}.FR`, place: 'FR', unit, source, reliability }) as const;
/** What the country's cinemas can have counted in a month, in a year: the workbooks write units, whatever their headers say. */
const limits = {
  entries: { month: 60_000_000, low: 10_000_000, year: 600_000_000 },
  screenings: { month: 2_000_000, low: 1_000_000, year: 20_000_000 },
  receipts: { month: 500_000_000, low: 100_000_000, year: 5_000_000_000 },
} as const;
const units = { entries: 'entries', screenings: 'screenings', receipts: '€' } as const;

/**
 * One sheet of CNC's workbooks of the country's attendance: months, weeks, days of the week, nationalities, origins, or years.
 * Source: data.gouv.fr, “Fréquentation des salles de cinéma”.
 * @returns null when the table is another
 * @throws FILE_ROW
 */
export function readNational(table: OfficialTable): Draft | null {
  return (
    readMonths(table) ??
    readWeeks(table) ??
    readWeekdays(table) ??
    readNationalities(table) ??
    readOrigins(table) ??
    readYears(table)
  );
}

function readMonths(table: OfficialTable): Draft | null {
  const header = findHeader(table, looksLike(months));
  if (header === null) return null;
  const named = underHeader(table, header, months);
  const titles = named.columns.join(' ');
  const what = /recettes/i.test(titles) ? 'receipts' : /séances/i.test(titles) ? 'screenings' : 'entries';
  const total = named.columns.find((column) => column.startsWith('Total'));
  const series = collectSeries();
  for (const row of named.rows) {
    const year = yearOf(row, named);
    let sum = 0;
    for (const [place, month] of months.entries()) {
      const value = row.numberOrNull(month, { low: 0, high: limits[what].month });
      if (value === null) continue;
      sum += value;
      if (what !== 'receipts')
        series.add(about(`${what}-month-${String(place + 1).padStart(2, '0')}`, units[what]), year, Math.round(value));
    }
    if (total === undefined) continue;
    const all = row.number(total, { low: limits[what].low, high: limits[what].year });
    if (Math.abs(sum - all) > all / 100) throw row.wrong(total, `the months add up to ${sum.toFixed(0)}, not ${all}`);
    series.add(about(what, units[what]), year, Math.round(all));
  }
  return draft('national', `months ${what}${total === undefined ? ' alone' : ''}`, named.rows.length, {
    sources,
    series: series.list(),
  });
}

/** Weeks go from Wednesday to Tuesday: the first and the last of a year are cut by it. Entries alone are kept. */
function readWeeks(table: OfficialTable): Draft | null {
  const header = findHeader(table, ([first, ...others]) => first === 'Années' && others.filter(isYear).length >= 10);
  const last = table.rows.at(-1);
  if (header === null || last === undefined || !String(last.cells[0]).startsWith('Total Entrées')) return null;
  const named = underHeader(table, header, ['Années']);
  const series = collectSeries();
  for (const row of named.rows) {
    const [, week] = /^semaine (\d+)\*?$/.exec(row.text('Années')) ?? [];
    if (week === undefined && !row.text('Années').startsWith('Total'))
      throw row.wrong('Années', `“${row.text('Années')}” is no week`);
    if (week === undefined) continue;
    for (const year of named.columns.filter(isYear)) {
      const value = row.numberOrNull(year, { low: 0, high: 30 });
      if (value !== null) series.add(about(`entries-week-${week.padStart(2, '0')}`, 'M'), Number(year), value);
    }
  }
  return draft('national', 'weeks', named.rows.length - 1, { sources, series: series.list() });
}

function readWeekdays(table: OfficialTable): Draft | null {
  const names = Object.keys(weekdays);
  const header = findHeader(table, looksLike(names));
  if (header === null) return null;
  const named = underHeader(table, header, names);
  const series = collectSeries();
  for (const row of named.rows) {
    const year = yearOf(row, named);
    const shares = names.map((name) => row.number(name, { low: 0, high: 100 }));
    requireHundred(row, names[0] ?? '', shares);
    for (const [place, day] of Object.values(weekdays).entries())
      series.add(about(`weekday-share-${day}`, 'share'), year, rounded((shares[place] ?? 0) / 100, 4));
  }
  return draft('national', 'weekdays', named.rows.length, { sources, series: series.list() });
}

/** Five sheets have these columns: the one of entries says so in its last. */
function readNationalities(table: OfficialTable): Draft | null {
  const header = findHeader(table, looksLike(['Années', 'France', 'majoritaires', 'minoritaires', 'Etats-Unis']));
  const total = header?.cells.map(String).find((cell) => /^total entrées/i.test(cell));
  if (header === null || total === undefined) return null;
  const named = underHeader(table, header, ['Années', 'France', 'Etats-Unis', total]);
  const series = collectSeries();
  for (const row of named.rows) {
    const year = yearOf(row, named);
    const all = row.number(total, { low: limits.entries.low, high: limits.entries.year });
    const share = (country: string): number => row.number(country, { low: 0, high: all }) / all;
    series.add(about('nationality-french-share', 'share', 'B'), year, rounded(share('France'), 4));
    series.add(about('nationality-american-share', 'share', 'B'), year, rounded(share('Etats-Unis'), 4));
  }
  return draft('national', 'nationalities', named.rows.length, { sources, series: series.list() });
}

function readOrigins(table: OfficialTable): Draft | null {
  const names = Object.keys(origins);
  const header = findHeader(table, looksLike(names));
  if (header === null) return null;
  const named = underHeader(table, header, names);
  const series = collectSeries();
  for (const row of named.rows) {
    const entries = names.map((name) => row.number(name, { low: 0, high: limits.entries.year }));
    const all = entries.reduce((sum, value) => sum + value, 0);
    if (all < limits.entries.low) throw row.wrong(names[0] ?? '', `a year of ${all.toFixed(0)} entries is impossible`);
    for (const [place, origin] of Object.values(origins).entries())
      series.add(
        about(`origin-${origin}-share`, 'share', 'B'),
        yearOf(row, named),
        rounded((entries[place] ?? 0) / all, 4),
      );
  }
  return draft('national', 'origins', named.rows.length, { sources, series: series.list() });
}

function readYears(table: OfficialTable): Draft | null {
  const columns = [
    'Année',
    'Séances (milliers)',
    'Entrées (millions)',
    'Recette (M€ courants)',
    'Recette moyenne par entrée (€)',
  ];
  const header = findHeader(table, looksLike(columns));
  if (header === null) return null;
  const named = underHeader(table, header, columns);
  const [, screenings = '', entries = '', receipts = '', mean = ''] = columns;
  const series = collectSeries();
  for (const row of named.rows) {
    const year = yearOf(row, named);
    // Before the count of receipts there is a hyphen.
    const value = (column: string, what: keyof typeof limits): number | null =>
      row.text(column) === '-' ? null : row.numberOrNull(column, { low: limits[what].low, high: limits[what].year });
    const [seen, shown, paid] = [value(entries, 'entries'), value(screenings, 'screenings'), receiptsOf(row, receipts)];
    if (seen !== null) series.add(about('entries', 'entries'), year, Math.round(seen));
    if (shown !== null) series.add(about('screenings', 'screenings'), year, Math.round(shown));
    if (paid !== null) series.add(about('receipts', '€'), year, Math.round(paid));
    const each = row.text(mean) === '-' ? null : row.numberOrNull(mean, { low: 0, high: 100 });
    if (each !== null) series.add(about('receipt-per-entry', '€'), year, rounded(each, 2));
  }
  return draft('national', 'years', named.rows.length, { sources, series: series.list() });
}

const receiptsOf = (row: NamedRow, column: string): number | null =>
  row.text(column) === '-' ? null : row.numberOrNull(column, { low: 0, high: limits.receipts.year });

function requireHundred(row: NamedRow, column: string, shares: readonly number[]): void {
  const sum = shares.reduce((all, share) => all + share, 0);
  if (Math.abs(sum - 100) > 1) throw row.wrong(column, `the days add up to ${sum.toFixed(1)} %, not 100`);
}

const isYear = (text: string | number | null): boolean => /^(19|20)\d\d$/.test(String(text));

/** The year of a row stands in its first column, whatever that is called. */
function yearOf(row: NamedRow, { columns, header }: NamedTable): number {
  const [first] = columns;
  if (first === undefined) throw fault('FILE_ROW', { file: '', line: header.line, problem: 'it has no column' });
  return row.number(first, { low: 1900, high: 2100, whole: true });
}
