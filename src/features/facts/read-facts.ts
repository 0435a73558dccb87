import type { Catalogue } from '#catalogue/catalogue.ts';
import { filmListFacts } from '#catalogue/queries/film-list-facts.ts';
import { readsAsFamilyFilm } from '#features/facts/family-film.ts';
import { findSagas } from '#features/facts/find-sagas.ts';
import { nationalities, nationalityOf, tellers } from '#features/facts/nationality.ts';

/** The facts of every film, each combination of values held once: a film has the place of its own in the list of them. */
export interface PackedFacts {
  /** 0 when unknown. */
  readonly year: Int32Array;
  /** Minutes, 0 when unknown. */
  readonly runtime: Int32Array;
  readonly family: Uint8Array;
  readonly sagas: Int32Array;
  /** As in CatalogueFacts. */
  readonly nationality: Uint8Array;
  readonly nationalityBy: Uint8Array;
  readonly revenue: Float32Array;
  readonly language: Int32Array;
  readonly genre: Int32Array;
  readonly country: Int32Array;
  readonly director: Int32Array;
  readonly languages: readonly string[];
  readonly genres: readonly (readonly string[])[];
  readonly countries: readonly (readonly string[])[];
  /** The numbers of the people who directed together. */
  readonly directors: readonly (readonly number[])[];
}

const filmsAtOnce = 25_000;
/** Films with fewer votes (when the catalogue has votes) are in no saga: they are not recommended, and their titles would drown the others'. */
const sagaVotes = 100;

/** Reads the facts of every film of a catalogue and finds its sagas: seconds for hundreds of thousands of films, best on a thread of its own. */
export async function readFacts(catalogue: Catalogue): Promise<PackedFacts> {
  const { films } = catalogue;
  const year = new Int32Array(films);
  const runtime = new Int32Array(films);
  const family = new Uint8Array(films);
  const nationality = new Uint8Array(films);
  const nationalityBy = new Uint8Array(films);
  const revenue = new Float32Array(films);
  const language = combinations<string>(films);
  const genre = combinations<readonly string[]>(films);
  const country = combinations<readonly string[]>(films);
  const director = combinations<readonly number[]>(films);
  const clues = Array.from({ length: films }, () => nothing);
  for (let first = 0; first < films; first += filmsAtOnce) {
    for (const row of await catalogue.run(filmListFacts, { first, last: first + filmsAtOnce - 1 })) {
      const { film } = row;
      year[film] = row.year;
      runtime[film] = row.runtime;
      family[film] = Number(readsAsFamilyFilm(row.genres, row.keywords));
      const whose = nationalityOf(row);
      nationality[film] = whose === null ? 0 : 1 + nationalities.indexOf(whose.nationality);
      nationalityBy[film] = whose === null ? 0 : 1 + tellers.indexOf(whose.by);
      revenue[film] = row.revenue;
      language.put(film, row.language, row.language);
      genre.put(film, row.genres.join('\n'), row.genres);
      country.put(film, row.countries.join('\n'), row.countries);
      director.put(film, row.directors.join(), row.directors);
      if (row.votes > 0 && row.votes < sagaVotes && row.renown === 0) continue;
      const names = [...new Set([row.title, row.originalTitle, row.titleFr])].filter((name) => name !== '');
      clues[film] = { votes: row.votes + row.renown, names, keywords: row.keywords };
    }
  }
  const rated = clues.some(({ votes }) => votes >= sagaVotes);
  return {
    year,
    runtime,
    family,
    nationality,
    nationalityBy,
    revenue,
    sagas: findSagas({
      names: clues.map(({ votes, names }) => (rated && votes === 0 ? [] : names)),
      keywords: clues.map(({ keywords }) => keywords),
      directors: Array.from(director.places, (place) => director.list[place] ?? []),
    }),
    language: language.places,
    genre: genre.places,
    country: country.places,
    director: director.places,
    languages: language.list,
    genres: genre.list,
    countries: country.list,
    directors: director.list,
  };
}

interface Clues {
  readonly votes: number;
  readonly names: readonly string[];
  readonly keywords: readonly string[];
}

const nothing: Clues = { votes: 0, names: [], keywords: [] };

interface Combinations<T> {
  readonly list: T[];
  readonly places: Int32Array;
  put(film: number, key: string, value: T): void;
}

function combinations<T>(films: number): Combinations<T> {
  const list: T[] = [];
  const places = new Int32Array(films);
  const known = new Map<string, number>();
  return {
    list,
    places,
    put(film, key, value) {
      const place = known.get(key) ?? list.push(value) - 1;
      known.set(key, place);
      places[film] = place;
    },
  };
}
