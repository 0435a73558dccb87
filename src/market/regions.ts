import { departments } from '#market/places.ts';
import type { Figure } from '#market/types.ts';

const source = 'lanterne-regions';
/** Enough departments for a rank to mean something. */
const ranked = 90;

/**
 * What follows from the series of all departments: the index of each region, as the sum of its entries over the sum of the populations that entries
 * and index imply; the rank of each department by its index. Only years of which every department is known.
 */
export function derivedFigures(figures: ReadonlyMap<string, readonly Figure[]>): Figure[] {
  const indexes = new Map<number, Map<string, number>>();
  for (const code of departments.keys())
    for (const { year, value } of figures.get(`attendance-index.${code}`) ?? [])
      indexes.set(year, (indexes.get(year) ?? new Map<string, number>()).set(code, value));
  const entries = new Map(
    [...departments.keys()].map((code) => [
      code,
      new Map((figures.get(`entries-millions.${code}`) ?? []).map(({ year, value }) => [year, value])),
    ]),
  );
  return [...indexes]
    .filter(([, of]) => of.size >= ranked)
    .flatMap(([year, of]) => [
      ...ranksOf(year, of),
      ...regionsOf(year, of, (code) => entries.get(code)?.get(year) ?? null),
    ]);
}

function ranksOf(year: number, of: ReadonlyMap<string, number>): Figure[] {
  const values = [...of.values()];
  const note = { fr: `Rang sur ${of.size} départements`, en: `Rank of ${of.size} departments` };
  return [...of].map(([place, index]) => ({
    id: `attendance-rank.${place}`,
    place,
    year,
    value: 1 + values.filter((other) => other > index).length,
    unit: '',
    source: 'cnc-departments',
    reliability: 'B',
    note,
  }));
}

function regionsOf(
  year: number,
  of: ReadonlyMap<string, number>,
  entriesOf: (code: string) => number | null,
): Figure[] {
  const byRegion = Map.groupBy(
    [...departments.values()].filter(({ code }) => !code.startsWith('97')),
    ({ region }) => region,
  );
  return [...byRegion].flatMap(([place, members]) => {
    let [entries, people] = [0, 0];
    for (const { code } of members) {
      const [index, seen] = [of.get(code) ?? 0, entriesOf(code)];
      if (index === 0 || seen === null) return [];
      entries += seen;
      people += seen / index;
    }
    const shared = { place, year, source, reliability: 'B' } as const;
    return [
      { ...shared, id: `attendance-index.${place}`, unit: '', value: Number((entries / people).toFixed(2)) },
      { ...shared, id: `entries-millions.${place}`, unit: 'M', value: Number(entries.toFixed(2)) },
    ];
  });
}
