import { collectSeries, draft, insee, type Draft } from '#market/import/draft.ts';
import { findHeader, underHeader, type OfficialTable } from '#market/import/official-table.ts';

const kinds: ReadonlyMap<string, string> = new Map([
  ["Ménages d'une personne", 'households-alone-share'],
  ['Un couple sans enfant', 'households-couple-share'],
  ['Un couple avec enfant(s)', 'households-children-share'],
  ['Une famille monoparentale', 'households-lone-parent-share'],
]);
const first = 'Type de ménages';

/** Whether a table is that of the households of a department, which does not say of which. */
export const isHouseholds = (table: OfficialTable): boolean => headerOf(table) !== null;

const headerOf = (table: OfficialTable) =>
  findHeader(table, (cells) => cells[0] === first && cells.some((cell) => /^Nombre de ménages \d{4}$/.test(cell)));

/**
 * INSEE's table of the households of a department by kind. Source: insee.fr, “Dossier complet”, FAM T1.
 * @returns null when the table is another
 * @throws FILE_ROW
 */
export function readHouseholds(table: OfficialTable, department: string): Draft | null {
  const header = headerOf(table);
  if (header === null) return null;
  const { columns, rows } = underHeader(table, header, [first]);
  const years = columns.flatMap((column) => /^Nombre de ménages (\d{4})$/.exec(column)?.[1] ?? []);
  const all = rows.find((row) => row.text(first) === 'Ensemble');
  const missing = [...kinds.keys()].find((kind) => !rows.some((row) => row.text(first) === kind));
  if (all === undefined || missing !== undefined)
    throw (rows.at(-1) ?? all)?.wrong(first, `there is no row “${all === undefined ? 'Ensemble' : missing}”`);
  const source = `insee-households-${department}`;
  const series = collectSeries();
  const add = (topic: string, unit: string, year: string, value: number): void =>
    series.add(
      { id: `${topic}.${department}`, place: department, unit, source, reliability: 'A' },
      Number(year),
      value,
    );
  for (const year of years) {
    const column = `Nombre de ménages ${year}`;
    const households = all.number(column, { low: 1, whole: true });
    add('households', 'households', year, households);
    for (const row of rows) {
      const value = row.number(column, { low: 0, high: households, whole: true });
      const topic = kinds.get(row.text(first));
      if (topic !== undefined) add(topic, 'share', year, Number((value / households).toFixed(3)));
    }
  }
  const last = years.at(-1) ?? '';
  const url = `https://www.insee.fr/fr/statistiques/2011101?geo=DEP-${department}`;
  return draft('households', department, rows.length, {
    sources: [
      insee(source, `Ménages, recensement de ${last} : département ${department}`, url, String(Number(last) + 3)),
    ],
    series: series.list(),
  });
}
