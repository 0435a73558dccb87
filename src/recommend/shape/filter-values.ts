import type { FilmFacts } from '#recommend/shape/types.ts';

/** The values that the films of a catalogue have, those of most films first. */
export interface FilterValues {
  readonly genres: readonly string[];
  /** ISO 3166-1 alpha-2. */
  readonly countries: readonly string[];
  /** ISO 639-1 of original languages. */
  readonly languages: readonly string[];
}

/** What a filter may ask of a catalogue; ties in the order of the alphabet. */
export function filterValues({
  genres,
  countries,
  language,
}: Pick<FilmFacts, 'genres' | 'countries' | 'language'>): FilterValues {
  return {
    genres: byFilms(genres.flat()),
    countries: byFilms(countries.flat()),
    languages: byFilms(language.filter((code) => code !== null)),
  };
}

function byFilms(values: readonly string[]): string[] {
  const films = new Map<string, number>();
  for (const value of values) films.set(value, (films.get(value) ?? 0) + 1);
  return [...films].toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([value]) => value);
}
