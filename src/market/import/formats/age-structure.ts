import { fault } from '#errors.ts';
import { collectSeries, draft, insee, type Draft } from '#market/import/draft.ts';
import { findHeader, underHeader, type OfficialTable } from '#market/import/official-table.ts';
import { departmentOf, departments } from '#market/places.ts';

/** The bands of the book, from the columns that they are the sums of. */
const bands: readonly (readonly [band: string, ...columns: string[]])[] = [
  ['0-14', 'POP0014'],
  ['15-29', 'POP1529'],
  ['30-44', 'POP3044'],
  ['45-59', 'POP4559'],
  ['60-74', 'POP6074'],
  ['75-plus', 'POP7589', 'POP90P'],
];
const openBand = ['75-plus', 'POP75P'] as const;

/**
 * INSEE's ages by commune, summed by department: `CODGEO;P21_POP;P21_POP0014;…`; the year is in the names of the columns.
 * Source: insee.fr, “base-cc-evol-struct-pop”.
 * @returns null when the table is another
 * @throws FILE_ROW
 */
export function readAgeStructure(table: OfficialTable): Draft | null {
  const header = findHeader(
    table,
    (cells) => cells.includes('CODGEO') && cells.some((cell) => /^P\d\d_POP\d{4}$/.test(cell)),
  );
  if (header === null) return null;
  const { columns } = underHeader(table, header, ['CODGEO']);
  const prefix =
    columns
      .flatMap((column) => /^(P\d\d_)POP0014$/.exec(column)?.[1] ?? [])
      .sort()
      .at(-1) ?? 'P__';
  const merged = columns.includes(`${prefix}POP75P`);
  const used = merged ? [...bands.slice(0, -1), openBand] : bands;
  const needed = used.flatMap(([, ...names]) => names.map((name) => prefix + name));
  const { rows } = underHeader(table, header, ['CODGEO', `${prefix}POP`, ...needed]);
  const sums = new Map<string, number[]>();
  for (const row of rows) {
    const department = departmentOf(row.text('CODGEO').padStart(5, '0'));
    if (!departments.has(department)) throw row.wrong('CODGEO', `“${row.text('CODGEO')}” is no code of a commune`);
    const people = used.map(([, ...names]) =>
      names.reduce((sum, name) => sum + row.number(prefix + name, { low: 0 }), 0),
    );
    const all = row.number(`${prefix}POP`, { low: 0 });
    const sum = people.reduce((total, one) => total + one, 0);
    if (Math.abs(sum - all) > 1 + all / 1000)
      throw row.wrong(`${prefix}POP`, `the ages add up to ${sum.toFixed(0)}, not ${all}`);
    sums.set(
      department,
      people.map((one, place) => one + (sums.get(department)?.[place] ?? 0)),
    );
  }
  if (sums.size === 0) throw fault('FILE_EMPTY', { file: table.file });
  const year = 2000 + Number(prefix.slice(1, 3));
  const source = `insee-age-structure-${year}`;
  const series = collectSeries();
  for (const [place, people] of sums)
    for (const [at, [band]] of used.entries()) {
      const about = { id: `people-${band}.${place}`, place, unit: 'people', source, reliability: 'B' } as const;
      series.add(about, year, Math.round(people[at] ?? 0));
    }
  const url = 'https://www.insee.fr/fr/statistiques/8202264';
  return draft('age-structure', `${year} ${[...sums.keys()].sort().join(' ')}`, rows.length, {
    sources: [insee(source, `Évolution et structure de la population en ${year}, par commune`, url, String(year + 3))],
    series: series.list(),
  });
}
