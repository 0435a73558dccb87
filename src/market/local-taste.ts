import { placeName } from '#market/places.ts';
import type { Cinema, MarketBook } from '#market/types.ts';
import { genreClassNames, type GenreClassName, type LocalTaste } from '#recommend/local-taste.ts';

/**
 * Of what is neither French nor American, the part that is European: 70 % of the entries of France in 2022, 69 % of those of the Creuse (CNC, establishments
 * 2022). The book keeps the two first shares alone.
 */
const europeanOfTheRest = 0.7;
/** The CNC's heritage: first released ten years ago or more. */
const heritageAge = 10;
/** No figure tells how fast a film is forgotten: our choices; `bench/start-list.ts` shows what others would change. */
const halfLife = { recent: 5, heritage: 20 };

const ages = ['under-25', '25-49', '50-plus'] as const;
type Age = (typeof ages)[number];
type ByAge = Readonly<Record<Age, number>>;

/**
 * What is seen at the place of the cinema that asks, from the market's book: entries by nationality of its commune's own cinemas, else of its department's, else of
 * France (also when the book has only some of them), weighted by the ages of the department; the part of heritage among the films shown (not among the entries, 2 %: a list has one place a film);
 * entries by genre of France, those whose audience's ages are known weighted by local ages.
 * @returns null when the book does not even know what France sees
 */
export function localTaste(book: MarketBook): LocalTaste | null {
  const near = nearestShares(book);
  const heritage = valueOf(book, 'heritage-films-share.FR');
  if (near === null || heritage === null) return null;
  const { french, american, source, ...told } = near;
  const rest = Math.max(0, 1 - french - american);
  return {
    ...told,
    source: book.sources.get(source)?.publisher ?? source,
    nationality: {
      french,
      american,
      european: rest * europeanOfTheRest,
      other: rest * (1 - europeanOfTheRest),
    },
    heritage: { from: heritageAge, share: heritage },
    halfLife,
    genres: genreShares(book),
  };
}

interface Near extends Pick<LocalTaste, 'place' | 'code' | 'nearness' | 'year' | 'source'> {
  readonly french: number;
  readonly american: number;
}

function nearestShares(book: MarketBook): Near | null {
  const { commune, department } = book.home;
  const known =
    book.cinemasComplete?.(department) === false
      ? []
      : book.cinemas.filter(({ frenchShare, americanShare }) => frenchShare !== null && americanShare !== null);
  const own = known.filter((cinema) => cinema.commune === commune);
  const named = own[0]?.communeName ?? book.communes.find(({ code }) => code === commune)?.name ?? commune;
  if (own.length > 0) return { place: named, code: commune, nearness: 'cinema', ...together(own) };
  const around = known.filter((cinema) => cinema.department === department);
  if (around.length > 0)
    return {
      place: placeName(department) ?? department,
      code: department,
      nearness: 'department',
      ...together(around),
    };
  const [french, american] = ['french', 'american'].map((which) => book.figure(`nationality-${which}-share.FR`));
  if (french === null || french === undefined || american === null || american === undefined) return null;
  const [f, a] = [french.value * ageLift(book, 'french'), american.value * ageLift(book, 'american')];
  const rest = Math.max(0, 1 - french.value - american.value) * ageLift(book, 'european');
  const sum = f + a + rest;
  const { year, source } = french;
  return { place: 'France', code: 'FR', nearness: 'country', year, source, french: f / sum, american: a / sum };
}

/** Shares of several cinemas as one, each by its entries. */
function together(cinemas: readonly Cinema[]): Pick<Near, 'french' | 'american' | 'year' | 'source'> {
  const weight = (cinema: Cinema): number => Math.max(1, cinema.entries);
  const total = cinemas.reduce((sum, cinema) => sum + weight(cinema), 0);
  const mean = (of: (cinema: Cinema) => number | null): number =>
    cinemas.reduce((sum, cinema) => sum + (weight(cinema) * (of(cinema) ?? 0)) / total, 0);
  return {
    french: mean(({ frenchShare }) => frenchShare),
    american: mean(({ americanShare }) => americanShare),
    year: Math.max(...cinemas.map(({ year }) => year)),
    source: cinemas[0]?.source ?? '',
  };
}

/** The classes of the national entries by genre, and the classes of the statistic that make each. */
const entriesBy: readonly (readonly [GenreClassName, readonly string[]])[] = [
  ['animation', ['animation']],
  ['comedy', ['comedy']],
  ['comedy-drama', ['comedy-drama']],
  ['adventure', ['action', 'comic-book', 'fantasy', 'science-fiction']],
  ['thriller', ['thriller']],
  ['horror', ['horror']],
  ['drama', ['drama']],
];
/** The audience profile of a class: by age, only comedies and live fiction are known. */
const profileOf: Partial<Record<GenreClassName, string>> = {
  comedy: 'comedy',
  'comedy-drama': 'fiction',
  adventure: 'fiction',
  thriller: 'fiction',
  horror: 'fiction',
  drama: 'fiction',
};

function genreShares(book: MarketBook): LocalTaste['genres'] {
  const weighted = entriesBy.map(([name, parts]) => {
    const shares = parts.map((part) => valueOf(book, `genre-entries-share-${part}.FR`));
    const profile = profileOf[name];
    const lift = profile === undefined ? 1 : ageLift(book, profile);
    return { name, share: lift * shares.reduce<number>((sum, share) => sum + (share ?? 0), 0) };
  });
  const sum = weighted.reduce((total, { share }) => total + share, 0);
  return sum === 0
    ? []
    : weighted
        .filter(({ share }) => share > 0)
        .map(({ name, share }) => ({ name, share: share / sum }))
        .toSorted((a, b) => genreClassNames.indexOf(a.name) - genreClassNames.indexOf(b.name));
}

/**
 * How many more entries the ages of the department let expect for a kind of films than those of France: the sum over ages of the kind's audience share x
 * (local share of potential entries / national share of entries). 1 when an age or the kind is not known.
 */
export function ageLift(book: MarketBook, kind: string): number {
  const local = potentialByAge(book);
  const national = byAge((age) => valueOf(book, `audience-entries-share-${age}.FR`));
  const profile = byAge((age) => {
    const of = (band: string): number | null => valueOf(book, `film-audience-${kind}-${band}.FR`, profileYear);
    const [children, young] = [of('3-14'), of('15-24')];
    return age !== 'under-25' ? of(age) : children === null || young === null ? null : children + young;
  });
  if (local === null || national === null || profile === null) return 1;
  return ages.reduce((sum, age) => sum + (profile[age] * local[age]) / national[age], 0);
}

/** The year of the audience profiles by film: an earlier one has single figures of other surveys. */
const profileYear = 2023;

/** The share of each age in the entries that the department would give with national habits; null when its ages are not known. */
function potentialByAge(book: MarketBook): ByAge | null {
  const known = book.ages(book.home.department);
  if (known === null) return null;
  const limits: Readonly<Record<Age, readonly [number, number]>> = {
    'under-25': [3, 25],
    '25-49': [25, 50],
    '50-plus': [50, Infinity],
  };
  const entries = byAge((age) => {
    const [penetration, frequency] = ['penetration', 'frequency'].map((what) =>
      valueOf(book, `audience-${what}-${age}.FR`),
    );
    if (penetration === null || penetration === undefined || frequency === null || frequency === undefined) return null;
    return penetration * frequency * peopleBetween(known.bands, limits[age]);
  });
  if (entries === null) return null;
  const sum = ages.reduce((total, age) => total + entries[age], 0);
  return sum > 0 ? byAge((age) => entries[age] / sum) : null;
}

/** People from one age to before another, bands cut in proportion. */
function peopleBetween(
  bands: readonly { readonly from: number; readonly to: number | null; readonly people: number }[],
  [low, high]: readonly [number, number],
): number {
  return bands.reduce((sum, { from, to, people }) => {
    const end = to === null ? Infinity : to + 1;
    if (end === Infinity) return sum + (from >= low && high === Infinity ? people : 0);
    const shared = Math.min(end, high) - Math.max(from, low);
    return sum + (shared <= 0 ? 0 : (people * shared) / (end - from));
  }, 0);
}

function byAge(of: (age: Age) => number | null): ByAge | null {
  const [young, middle, old] = ages.map(of);
  return young === null ||
    young === undefined ||
    middle === null ||
    middle === undefined ||
    old === null ||
    old === undefined
    ? null
    : { 'under-25': young, '25-49': middle, '50-plus': old };
}

const valueOf = (book: MarketBook, id: string, year?: number): number | null => book.figure(id, year)?.value ?? null;
