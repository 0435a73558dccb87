import { fault } from '#errors.ts';
import { collectSeries, draft, insee, type Draft } from '#market/import/draft.ts';
import {
  above,
  findHeader,
  looksLike,
  underHeader,
  type NamedRow,
  type OfficialTable,
} from '#market/import/official-table.ts';
import { departments } from '#market/places.ts';
import type { Populated } from '#market/store.ts';

const needed = [
  'Code département',
  'Code commune',
  'Nom de la commune',
  'Population municipale',
  'Population comptée à part',
  'Population totale',
] as const;

/** Villages of the Meuse that the First World War emptied, and that INSEE counts with no inhabitant. */
const emptied = new Set(['55039', '55050', '55139', '55189', '55239', '55307']);

/**
 * INSEE's populations of reference (or legal ones) by commune: semicolons, comment lines that name the year, thousands parted by spaces.
 * Source: insee.fr, “Populations de référence”, sheet “Communes”.
 * @returns null when the table is another
 * @throws FILE_ROW
 */
export function readPopulations(table: OfficialTable): Draft | null {
  // The workbook has the same people again by canton, by district, by department.
  if (table.sheet !== null && table.sheet !== 'Communes') return null;
  const header = findHeader(table, looksLike(needed));
  if (header === null) return null;
  const written = above(table, header);
  const named = underHeader(table, header, needed);
  const year = Number(/statistique\s*:\s*1er janvier (\d{4})/i.exec(written)?.[1] ?? Number.NaN);
  if (Number.isNaN(year))
    throw fault('FILE_ROW', {
      file: table.file,
      line: 1,
      problem: 'no line “Date de référence statistique : 1er janvier …” says of which year it is',
    });
  const source = `insee-populations-${year}`;
  const communes = named.rows.map((row) => communeOf(row, year, source));
  const twice = firstTwice(communes.map(({ commune }) => commune.code));
  const row = named.rows[twice];
  if (row !== undefined) throw row.wrong('Code commune', `${communes[twice]?.commune.code ?? ''} stands twice`);
  if (communes.length === 0) throw fault('FILE_EMPTY', { file: table.file });
  const series = collectSeries();
  const byDepartment = [...Map.groupBy(communes, ({ commune }) => commune.department)];
  for (const [place, some] of byDepartment) {
    const about = { place, unit: 'people', source, reliability: 'B' } as const;
    series.add({ ...about, id: `population.${place}` }, year, sum(some.map(({ commune }) => commune.population)));
    series.add({ ...about, id: `population-total.${place}` }, year, sum(some.map(({ total }) => total)));
    series.add({ ...about, id: `communes.${place}`, unit: 'communes' }, year, some.length);
  }
  const page = /Page\s*:\s*(https:\/\/\S+)/.exec(written)?.[1];
  const updated = /mise à jour\s*:\s*\p{L}+ (\d{4})/iu.exec(written)?.[1];
  return draft(
    'populations',
    `${year} ${byDepartment
      .map(([code]) => code)
      .sort()
      .join(' ')}`,
    communes.length,
    {
      sources: [
        insee(
          source,
          `Populations des communes au 1er janvier ${year}`,
          page ?? 'https://www.insee.fr/fr/information/2008354',
          updated ?? String(year + 3),
        ),
      ],
      communes: communes.map(({ commune }) => commune),
      series: series.list(),
    },
  );
}

function communeOf(row: NamedRow, year: number, source: string): { commune: Populated; total: number } {
  const department = row.text('Code département').padStart(2, '0');
  if (!departments.has(department))
    throw row.wrong('Code département', `there is no department “${row.text('Code département')}”`);
  const code = department.slice(0, 2) + row.text('Code commune').padStart(3, '0');
  if (!/^(\d{2}|2[AB])\d{3}$/.test(code))
    throw row.wrong('Code commune', `“${row.text('Code commune')}” is no code of a commune`);
  const name = row.text('Nom de la commune');
  if (name === '') throw row.wrong('Nom de la commune', 'it is empty');
  const count = { low: 0, high: 3_000_000, whole: true };
  const population = row.number('Population municipale', { ...count, low: emptied.has(code) ? 0 : 1 });
  const total = row.number('Population totale', count);
  if (population + row.number('Population comptée à part', count) !== total)
    throw row.wrong('Population totale', `${total} is not the municipal population and those counted apart`);
  return { commune: { code, name, department, population, year, source }, total };
}

function firstTwice(codes: readonly string[]): number {
  const seen = new Set<string>();
  return codes.findIndex((code) => seen.size === seen.add(code).size);
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
