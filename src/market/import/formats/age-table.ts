import { collectSeries, draft, insee, type Draft } from '#market/import/draft.ts';
import { findHeader, underHeader, type NamedRow, type OfficialTable } from '#market/import/official-table.ts';

const isHeader = (cells: readonly string[]): boolean => cells[0] === 'Âge' && cells.slice(1).some(isYear);
const isYear = (text: string): boolean => /^(19|20)\d\d$/.test(text);

/** The total of each year: by it the department is found, which the table does not name. Null when the table is another. */
export function ageTotals(table: OfficialTable): ReadonlyMap<number, number> | null {
  const read = readRows(table);
  if (read === null) return null;
  const all = read.rows.find((row) => row.text('Âge') === 'Ensemble');
  return new Map(all === undefined ? [] : read.years.map((year) => [Number(year), all.number(year, { low: 1 })]));
}

/**
 * INSEE's table of the people of a department by age: the columns are years, each with its percentages.
 * Source: insee.fr, “Dossier complet”, POP T0.
 * @returns null when the table is another
 * @throws FILE_ROW
 */
export function readAgeTable(table: OfficialTable, department: string): Draft | null {
  const read = readRows(table);
  if (read === null) return null;
  const { years, rows } = read;
  const source = `insee-ages-${department}`;
  const series = collectSeries();
  for (const year of years) {
    let sum = 0;
    for (const row of rows) {
      const value = row.number(year, { low: 1, high: 5_000_000, whole: true });
      const band = bandOf(row);
      if (band === null) {
        if (Math.abs(sum - value) > 3 && sum > 0) throw row.wrong(year, `the ages add up to ${sum}, not ${value}`);
        continue;
      }
      sum += value;
      const about = {
        id: `people-${band}.${department}`,
        place: department,
        unit: 'people',
        source,
        reliability: 'A',
      } as const;
      series.add(about, Number(year), value);
    }
    const all = rows.find((row) => bandOf(row) === null);
    const total = all?.number(year) ?? sum;
    if (Math.abs(sum - total) > 3) throw (all ?? rows[0])?.wrong(year, `the ages add up to ${sum}, not ${total}`);
  }
  const last = years.at(-1) ?? '';
  const url = `https://www.insee.fr/fr/statistiques/2011101?geo=DEP-${department}`;
  return draft('ages', department, rows.length, {
    sources: [
      insee(
        source,
        `Population par âge, recensement de ${last} : département ${department}`,
        url,
        String(Number(last) + 3),
      ),
    ],
    series: series.list(),
  });
}

function readRows(table: OfficialTable): { years: readonly string[]; rows: readonly NamedRow[] } | null {
  const header = findHeader(table, isHeader);
  if (header === null) return null;
  const { columns, rows } = underHeader(table, header, ['Âge']);
  return { years: columns.filter(isYear), rows };
}

/** `60-74`, `75-plus`; null for the total. */
function bandOf(row: NamedRow): string | null {
  const text = row.text('Âge');
  if (text === 'Ensemble') return null;
  const [, from, to] = /^(\d+) (?:à (\d+) ans|ans ou plus)$/.exec(text) ?? [];
  if (from === undefined) throw row.wrong('Âge', `“${text}” is no age`);
  return `${from}-${to ?? 'plus'}`;
}
