import { draft, collectSeries, rounded, type Draft } from '#market/import/draft.ts';
import { about, limits, sources, yearOf } from '#market/import/formats/national-common.ts';
import { findHeader, looksLike, underHeader, type OfficialTable } from '#market/import/official-table.ts';

const origins = {
  'films français': 'french',
  'films américains': 'american',
  'films européens': 'european',
  'autres films': 'other',
} as const;
/** Five sheets have these columns: the one of entries says so in its last. */
export function readNationalities(table: OfficialTable): Draft | null {
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

/** Four origins, in entries. */
export function readOrigins(table: OfficialTable): Draft | null {
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
