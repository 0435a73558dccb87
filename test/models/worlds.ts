import { families } from '#features/families.ts';
import type { FamilyMatrix, Features } from '#features/read-features.ts';
import { csrFromTriplets } from '#kernels/csr.ts';

/** What is known of a film of the tests: terms by family, and numbers. */
export interface Facts {
  readonly terms: Readonly<Record<string, readonly string[]>>;
  readonly year?: number;
  readonly votes?: number;
  readonly rating?: number;
  readonly renown?: number;
}

/** A catalogue's features from facts written by hand, one film after the other; terms in the order of their text. */
export function featuresOf(films: readonly Facts[]): Features {
  const column = (value: (facts: Facts) => number | undefined): Float32Array =>
    Float32Array.from(films, (facts) => value(facts) ?? Number.NaN);
  return {
    vocabulary: `${films.length} films of the tests`,
    films: films.length,
    families: families.map(({ name, trait, shrink }) => {
      const labels = [...new Set(films.flatMap(({ terms }) => terms[name] ?? []))].toSorted();
      const cells = films.flatMap(({ terms }, film) =>
        (terms[name] ?? []).map((term) => ({ film, id: labels.indexOf(term) })),
      );
      const matrix = csrFromTriplets(
        films.length,
        labels.length,
        Int32Array.from(cells, ({ film }) => film),
        Int32Array.from(cells, ({ id }) => id),
        new Float32Array(cells.length).fill(1),
      );
      return { name, trait, shrink, labels, matrix };
    }),
    year: column(({ year }) => year),
    votes: column(({ votes }) => votes),
    rating: column(({ rating }) => rating),
    renown: column(({ renown }) => renown),
  };
}

/** The same films in another dense order: film `order[n]` becomes film n. */
export function reordered(features: Features, order: readonly number[]): Features {
  const place = new Map(order.map((film, to) => [film, to]));
  const numbers = (of: Float32Array): Float32Array => Float32Array.from(order, (film) => of[film] ?? Number.NaN);
  const family = (one: FamilyMatrix): FamilyMatrix => {
    const { rows, columns, indptr, indices, values } = one.matrix;
    const row = new Int32Array(indices.length);
    for (let film = 0; film < rows; film++) row.fill(place.get(film) ?? 0, indptr[film], indptr[film + 1]);
    return { ...one, matrix: csrFromTriplets(rows, columns, row, indices, values) };
  };
  return {
    ...features,
    families: features.families.map(family),
    year: numbers(features.year),
    votes: numbers(features.votes),
    rating: numbers(features.rating),
    renown: numbers(features.renown),
  };
}

/**
 * Films as the squares of a checkerboard seen from above: film f holds keyword k when both are black or both are white, but not its own
 * (k = f). Films of one colour share nothing with those of the other.
 */
export function checkerboard(films: number): Facts[] {
  return Array.from({ length: films }, (_, film) => {
    const terms = Array.from({ length: films }, (__, k) => k).filter((k) => k !== film && (k + film) % 2 === 0);
    const keyword = terms.map((k) => `square ${String(k).padStart(3, '0')}`);
    return { terms: { keyword, words: keyword }, year: 2000, votes: 5000, rating: 7 };
  });
}

const film = (
  title: string,
  year: number,
  votes: number,
  rating: number,
  [genre, director, cast, keyword, language]: readonly string[],
): Facts => {
  return {
    terms: {
      title: list(title),
      genre: list(genre),
      director: list(director),
      cast: list(cast),
      keyword: list(keyword),
      words: list(keyword),
      language: list(language),
    },
    year,
    votes,
    rating,
  };
};

/** Three small families of films: westerns (0-4), musicals (5-9), police films (10-14); 4 and 14 bear one title. People are letters. */
export const handMade: readonly Facts[] = [
  film('dawn', 1952, 90_000, 7.9, ['western', 'a', 'p q r', 'ranch duel sheriff', 'en']),
  film('river', 1956, 60_000, 7.4, ['western', 'a', 'p q', 'ranch cattle sheriff', 'en']),
  film('canyon', 1959, 20_000, 7.1, ['western drama', 'a', 'p s', 'duel cattle desert', 'en']),
  film('dust', 1961, 9_000, 6.8, ['western', 'b', 'q s', 'desert duel sheriff', 'en']),
  film('return', 1964, 4_000, 6.6, ['western', 'b', 'r s', 'ranch desert cattle', 'en']),
  film('waltz', 1951, 80_000, 7.8, ['musical', 'c', 't u', 'dance stage love', 'fr']),
  film('footlights', 1953, 50_000, 7.3, ['musical romance', 'c', 't v', 'dance stage theatre', 'fr']),
  film('carousel', 1957, 30_000, 7.2, ['musical', 'c', 'u v', 'love fair dance', 'fr']),
  film('chorus', 1960, 8_000, 6.9, ['musical', 'd', 't w', 'stage theatre song', 'fr']),
  film('encore', 1963, 3_000, 6.5, ['musical romance', 'd', 'u w', 'song love fair', 'fr']),
  film('alibi', 1955, 70_000, 7.7, ['crime', 'e', 'x y', 'police murder night', 'it']),
  film('witness', 1958, 40_000, 7.5, ['crime drama', 'e', 'x z', 'police trial murder', 'it']),
  film('verdict', 1962, 10_000, 7.0, ['crime', 'e', 'y z', 'trial judge murder', 'it']),
  film('night', 1965, 6_000, 6.7, ['crime', 'f', 'x k', 'night city police', 'it']),
  film('return', 1967, 5_000, 6.6, ['crime', 'f', 'y k', 'city judge trial', 'it']),
];

function list(text = ''): string[] {
  return text.split(' ').filter((word) => word !== '');
}
