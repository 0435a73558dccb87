import { collectSeries, draft, rounded, type Draft } from '#market/import/draft.ts';
import { about, isYear, limits, sources, units, yearOf } from '#market/import/formats/national-common.ts';
import { readNationalities, readOrigins } from '#market/import/formats/national-origins.ts';
import {
  findHeader,
  looksLike,
  underHeader,
  type NamedRow,
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
