import { collectSeries, draft, insee, type Draft } from '#market/import/draft.ts';
import {
  above,
  findHeader,
  looksLike,
  underHeader,
  type NamedRow,
  type OfficialTable,
} from '#market/import/official-table.ts';

const needed = ["Tranche d'âge", 'Taux en %'] as const;

/** Whether a table is that of the poverty of a department, which does not say of which. */
export const isPoverty = (table: OfficialTable): boolean => findHeader(table, looksLike(needed)) !== null;

/**
 * INSEE's table of the poverty rate of a department by age; its title names the year. Source: insee.fr, Filosofi.
 * @returns null when the table is another
 * @throws FILE_ROW
 */
export function readPoverty(table: OfficialTable, department: string): Draft | null {
  const header = findHeader(table, looksLike(needed));
  if (header === null) return null;
  const { rows } = underHeader(table, header, needed);
  const year = Number(/\b(20\d\d)\b/.exec(above(table, header))?.[1] ?? Number.NaN);
  if (Number.isNaN(year)) throw rows[0]?.wrong(needed[0], 'no title above the header says of which year it is');
  const source = `insee-poverty-${department}`;
  const series = collectSeries();
  for (const row of rows) {
    const id = `${topicOf(row)}.${department}`;
    const value = row.number(needed[1], { low: 0, high: 100 }) / 100;
    series.add({ id, place: department, unit: 'share', source, reliability: 'A' }, year, Number(value.toFixed(4)));
  }
  const url = `https://www.insee.fr/fr/statistiques/1405599?geo=DEP-${department}`;
  return draft('poverty', department, rows.length, {
    sources: [
      insee(source, `Taux de pauvreté en ${year} (Filosofi) : département ${department}`, url, String(year + 3)),
    ],
    series: series.list(),
  });
}

function topicOf(row: NamedRow): string {
  const text = row.text(needed[0]);
  if (text === 'Ensemble') return 'poverty-share';
  const [, under, from, to, open] = /^(?:Moins de (\d+) ans|De (\d+) à (\d+) ans|(\d+) ans ou plus)$/.exec(text) ?? [];
  if (under !== undefined) return `poverty-share-under-${under}`;
  if (from !== undefined) return `poverty-share-${from}-${to}`;
  if (open !== undefined) return `poverty-share-${open}-plus`;
  throw row.wrong(needed[0], `“${text}” is no age`);
}
