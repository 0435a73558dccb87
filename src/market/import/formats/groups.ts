import { draft, insee, type Draft } from '#market/import/draft.ts';
import { above, findHeader, looksLike, underHeader, type OfficialTable } from '#market/import/official-table.ts';

const needed = ['CODGEO', 'LIBGEO', 'EPCI', 'LIBEPCI', 'DEP', 'REG'] as const;

/**
 * INSEE's groups of communes (EPCI): the group of each commune. Source: insee.fr/fr/information/2510634, sheet “Composition_communale”.
 * @returns null when the table is another
 * @throws FILE_ROW
 */
export function readGroups(table: OfficialTable): Draft | null {
  const header = findHeader(table, looksLike(needed));
  if (header === null) return null;
  const { rows } = underHeader(table, header, needed);
  const groups = rows.map((row) => {
    const [code, group, name] = [row.text('CODGEO').padStart(5, '0'), row.text('EPCI'), row.text('LIBEPCI')];
    if (!/^(\d{2}|2[AB])\d{3}$/.test(code)) throw row.wrong('CODGEO', `“${code}” is no code of a commune`);
    if (!/^(\d{9}|ZZZZZZZZZ)$/.test(group)) throw row.wrong('EPCI', `“${group}” is no code of a group of communes`);
    if (name === '') throw row.wrong('LIBEPCI', 'it is empty');
    return [code, group, name] as const;
  });
  const year = /géographie au \d\d\/\d\d\/(\d{4})/i.exec(above(table, header))?.[1] ?? '2024';
  const departments = [...new Set(rows.map((row) => row.text('DEP')))].sort().join(' ');
  const url = 'https://www.insee.fr/fr/information/2510634';
  return draft('groups', departments, groups.length, {
    sources: [insee(`insee-groups-${year}`, `Composition communale des EPCI au 1er janvier ${year}`, url, year)],
    groups,
  });
}
