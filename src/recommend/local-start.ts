import { asFilmIndex } from '#brand.ts';
import type { CatalogueFacts } from '#features/facts/film-facts.ts';
import { nationalities, tellers, type Nationality, type Teller } from '#features/facts/nationality.ts';
import { topK } from '#kernels/top-k.ts';
import { genreClassOf, type GenreClassName, type LocalTaste } from '#recommend/local-taste.ts';
import { pickGreedily, type Aim, type Rule } from '#recommend/shape/greedy.ts';
import { inQuota } from '#recommend/shape/quota.ts';
import { mostOfASaga, type Sagas } from '#recommend/shape/saga.ts';
import type { Recommended } from '#recommend/types.ts';

export interface LocalStartOptions {
  readonly top: number;
  /** Which shares the list is held to; a condition of the visitor's on one of them lifts it. */
  readonly hold: { readonly nationality: boolean; readonly time: boolean; readonly genres: boolean };
  /** The year of the recent films. */
  readonly lastYear: number;
}

/** What the shares of each kind are worth against the whole span of the scores. */
const weights = { nationality: 1, time: 1, genres: 0.3 };
const french = 1 + nationalities.indexOf('french');
/** The list is made film by film so far; it goes on by score alone. */
const mostShaped = 100;
/** From each nationality and time the best of these many are weighed. */
const fromEach = 60;
/** In the first places a saga has one film, then two; and a class of genres that they do not owe half a place has none. */
const firstPlaces = 10;

/**
 * The list for somebody of whom nothing is known, in a place whose taste is: film by film, the one with the highest score less what it would make the
 * list stray from the shares of nationalities, of heritage and of classes of genres (see `inQuota`).
 * @param scores a value a film; -Infinity for those that may not be in it
 */
export function localStartList(
  scores: Float32Array,
  facts: CatalogueFacts,
  taste: LocalTaste,
  { top, hold, lastYear }: LocalStartOptions,
): Recommended[] {
  const isHeritage = (film: number): boolean => lastYear - (facts.year[film] ?? 0) >= taste.heritage.from;
  const best = bestOfEach(scores, (film) => 2 * (facts.nationality[film] ?? 0) + Number(isHeritage(film)));
  const told = best.filter((film) => facts.nationality[film] !== 0);
  // Where only titles tell who is French, all the others are from elsewhere; otherwise who cannot be told comes after.
  const stock = told.some((film) => facts.nationality[film] !== french) ? told : best;
  const aims = [
    ...(hold.nationality ? [byNationality(facts, taste, stock)] : []),
    ...(hold.time ? [byTime(taste, isHeritage, stock)] : []),
    ...(hold.genres && taste.genres.length > 0 ? [byGenres(facts, taste, stock)] : []),
  ];
  const candidates = stock.map((film) => ({ film, score: scores[film] ?? 0 }));
  const first = pickGreedily(
    candidates.toSorted((a, b) => b.score - a.score || a.film - b.film),
    {
      top: Math.min(top, mostShaped),
      pool: candidates.length,
      relevance: 1,
      aims,
      rules: [fewOfASagaFirst(facts.sagas), ...(hold.genres ? [rareGenresLater(facts, taste)] : [])],
    },
  );
  const held = new Set(first.map(({ film }) => film));
  const rest = first.length >= top ? [] : Array.from(topK(scores, top + held.size)).filter((film) => !held.has(film));
  return [...first.map(({ film }) => film), ...rest]
    .slice(0, top)
    .map((film) => ({ film: asFilmIndex(film), score: scores[film] ?? 0, reasons: [] }));
}

/** What tells whose the films of a catalogue are: for most of those that may be listed, the countries, the language or the titles; null when for most nothing does. */
export function nationalityTeller(facts: CatalogueFacts, scores: Float32Array): Teller | null {
  const counts = new Uint32Array(1 + tellers.length);
  for (let film = 0; film < scores.length; film++) {
    const by = facts.nationalityBy[film] ?? 0;
    if (scores[film] !== -Infinity) counts[by] = (counts[by] ?? 0) + 1;
  }
  return tellers[counts.indexOf(Math.max(...counts)) - 1] ?? null;
}

/** The best films of each group, those that may be listed. */
function bestOfEach(scores: Float32Array, groupOf: (film: number) => number): number[] {
  const groups = new Map<number, number[]>();
  for (let film = 0; film < scores.length; film++) {
    if (scores[film] === -Infinity) continue;
    const group = groupOf(film);
    const held = groups.get(group);
    if (held === undefined) groups.set(group, [film]);
    else held.push(film);
  }
  return [...groups.values()].flatMap((films) =>
    Array.from(
      topK(
        Float32Array.from(films, (film) => scores[film] ?? 0),
        fromEach,
      ),
      (place) => films[place] ?? 0,
    ),
  );
}

function byNationality(facts: CatalogueFacts, { nationality }: LocalTaste, stock: readonly number[]): Aim {
  const there = new Set(stock.map((film) => facts.nationality[film] ?? 0));
  const wanted = amongThose<Nationality | 'foreign'>(
    there.has(0)
      ? [
          ['french', nationality.french],
          ['foreign', 1 - nationality.french],
        ]
      : nationalities.map((name) => [name, nationality[name]]),
    (name) => (name === 'foreign' ? there.size > 1 || !there.has(french) : there.has(1 + nationalities.indexOf(name))),
  );
  const whole = (['foreign', ...nationalities] as const).map((name) => new Map([[name, 1]]));
  return inQuota<Nationality | 'foreign'>(
    wanted,
    (film) => whole[facts.nationality[film] ?? 0] ?? new Map(),
    weights.nationality,
  );
}

function byTime({ heritage }: LocalTaste, isHeritage: (film: number) => boolean, stock: readonly number[]): Aim {
  const [old, recent] = [new Map([['heritage', 1] as const]), new Map([['recent', 1] as const])];
  const wanted = amongThose<'heritage' | 'recent'>(
    [
      ['heritage', heritage.share],
      ['recent', 1 - heritage.share],
    ],
    (name) => stock.some((film) => isHeritage(film) === (name === 'heritage')),
  );
  return inQuota<'heritage' | 'recent'>(wanted, (film) => (isHeritage(film) ? old : recent), weights.time);
}

function byGenres(facts: CatalogueFacts, { genres }: LocalTaste, stock: readonly number[]): Aim {
  const classOf = new Map(stock.map((film) => [film, genreClassOf(facts.genres[film] ?? [])]));
  const there = new Set(classOf.values());
  const wanted = amongThose(
    genres.map(({ name, share }) => [name, share]),
    (name) => there.has(name),
  );
  const none: ReadonlyMap<GenreClassName, number> = new Map();
  const whole = new Map(genres.map(({ name }) => [name, new Map([[name, 1]])]));
  return inQuota(
    wanted,
    (film) => {
      const name = classOf.get(film);
      return name === null || name === undefined ? none : (whole.get(name) ?? none);
    },
    weights.genres,
  );
}

/** The shares of those that can be had, brought back to 1 in all. */
function amongThose<Name extends string>(
  shares: readonly (readonly [Name, number])[],
  can: (name: Name) => boolean,
): ReadonlyMap<Name, number> {
  const had = shares.filter(([name]) => can(name));
  const sum = had.reduce((total, [, share]) => total + share, 0);
  return new Map(had.map(([name, share]) => [name, sum > 0 ? share / sum : 0]));
}

function fewOfASagaFirst(sagas: Sagas): Rule {
  const taken = new Map<number, number>();
  let films = 0;
  const sagaOf = (film: number): number => sagas[film] ?? -1;
  return {
    admits: (film) => sagaOf(film) < 0 || (taken.get(sagaOf(film)) ?? 0) < (films < firstPlaces ? 1 : mostOfASaga),
    take(film) {
      films++;
      taken.set(sagaOf(film), (taken.get(sagaOf(film)) ?? 0) + 1);
    },
  };
}

/**
 * Horror, for one, is three entries in a hundred: a film of it may come high by its success alone, but not in the first places. Films of genre Adult, which a
 * catalogue may hold, have no place here.
 */
function rareGenresLater({ genres }: CatalogueFacts, taste: LocalTaste): Rule {
  const rare = new Set(taste.genres.filter(({ share }) => share * firstPlaces < 0.5).map(({ name }) => name));
  let films = 0;
  return {
    admits(film) {
      if (genres[film]?.includes('Adult') === true) return false;
      if (films >= firstPlaces) return true;
      const name = genreClassOf(genres[film] ?? []);
      return name === null || !rare.has(name);
    },
    take: () => void films++,
  };
}
