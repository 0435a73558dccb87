import type { Lanterne, ListOptions } from '#lanterne.ts';
import type { FilterName, Filters } from '#recommend/shape/filters.ts';
import { firstYear, lastYear, type ListView, type ViewName, type ViewPart } from '#web/list-view.ts';

/** What a view asks of the engine; empty for a list as it comes. */
export function wishesOf(view: ListView): Pick<ListOptions, 'dials' | 'filters' | 'mood' | 'recency' | 'diversity'> {
  const { rare, recent, far, plain, mood } = view;
  const filters = filtersOf(view);
  return {
    ...(rare === 0 && far === 0 ? {} : { dials: { popularity: -rare / 2, closeness: 0.5 - far / 4 } }),
    ...(Object.keys(filters).length === 0 ? {} : { filters }),
    ...(mood === null ? {} : { mood: { valence: mood.valence / 10, energy: mood.energy / 10 } }),
    ...(recent === 0 ? {} : { recency: recent / 2 }),
    ...(plain ? { diversity: 0 } : {}),
  };
}

/** The view that a catalogue can answer: a genre, country or language that none of its films has is left out and named. */
export async function knownView(
  lanterne: Lanterne,
  view: ListView,
): Promise<{ readonly view: ListView; readonly refused: readonly ViewName[] }> {
  const { kind, land, tongue } = view;
  if (kind === null && land === null && tongue === null) return { view, refused: [] };
  const values = await lanterne.filterValues();
  const refused: ViewName[] = [
    ...(kind === null || values.genres.includes(kind) ? [] : (['kind'] as const)),
    ...(land === null || values.countries.includes(land) ? [] : (['land'] as const)),
    ...(tongue === null || values.languages.includes(tongue) ? [] : (['tongue'] as const)),
  ];
  return { view: { ...view, ...Object.fromEntries(refused.map((name) => [name, null])) }, refused };
}

/** The part of a view that makes a condition of the engine. */
export const partOf: Readonly<Record<FilterName, ViewPart>> = {
  years: 'years',
  length: 'length',
  genres: 'kind',
  countries: 'land',
  languages: 'tongue',
  audience: 'family',
};

function filtersOf({ from, to, length, kind, land, tongue, family }: ListView): Filters {
  return {
    ...(from === null && to === null ? {} : { years: [from ?? firstYear, to ?? lastYear] as const }),
    ...(length === null ? {} : { length: [1, length] as const }),
    ...(kind === null ? {} : { genres: [kind] }),
    ...(land === null ? {} : { countries: [land] }),
    ...(tongue === null ? {} : { languages: [tongue] }),
    ...(family ? { audience: 'family' as const } : {}),
  };
}
