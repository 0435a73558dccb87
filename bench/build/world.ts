import { seededRandom, shuffle } from '#kernels/random.ts';

/** What every dump of one seed and scale agrees on. Titles are named by their position in title.basics. */
export type World = {
  readonly seed: number;
  readonly scale: number;
  readonly titles: number;
  readonly people: number;
  /** a title: the number of its `tt` identifier, in file order */
  readonly titleNumbers: Int32Array;
  /** a title: an index of `titleTypes` */
  readonly types: Uint8Array;
  /** positions of the series and mini-series, the possible parents of an episode */
  readonly series: Int32Array;
};

/**
 * One title type: how many titles at full scale, its rows in the other files, and its typical audience.
 * `principals` is a mean a title; `rated` and `akas` are totals; `votes` scales the tail of the vote counts.
 */
export type TitleType = {
  readonly name: string;
  readonly titles: number;
  readonly principals: number;
  readonly rated: number;
  readonly akas: number;
  readonly votes: number;
};

export const titleTypes = [
  { name: 'tvEpisode', titles: 8_970_000, principals: 8, rated: 837_250, akas: 310_000, votes: 6 },
  { name: 'movie', titles: 700_000, principals: 12, rated: 336_000, akas: 2_800_000, votes: 30 },
  { name: 'short', titles: 1_000_000, principals: 5, rated: 170_000, akas: 600_000, votes: 6 },
  { name: 'video', titles: 300_000, principals: 6, rated: 57_000, akas: 300_000, votes: 6 },
  { name: 'tvSeries', titles: 280_000, principals: 10, rated: 112_000, akas: 560_000, votes: 25 },
  { name: 'tvMovie', titles: 150_000, principals: 10, rated: 55_500, akas: 300_000, votes: 12 },
  { name: 'tvMiniSeries', titles: 65_000, principals: 10, rated: 21_450, akas: 130_000, votes: 20 },
  { name: 'tvSpecial', titles: 17_000, principals: 3, rated: 5_100, akas: 0, votes: 6 },
  { name: 'videoGame', titles: 14_000, principals: 3, rated: 4_900, akas: 0, votes: 8 },
  { name: 'tvShort', titles: 4_000, principals: 3, rated: 800, akas: 0, votes: 6 },
] as const satisfies readonly TitleType[];

const fullTitles = 11_500_000;
const fullPeople = 14_500_000;

/** Titles of each type at a scale; episodes take up what rounding leaves, and there is at least one series. */
export function titlesByType(scale: number): number[] {
  const counts = titleTypes.map((type) => Math.round(type.titles * scale));
  counts[series] = Math.max(1, counts[series] ?? 0);
  const others = counts.slice(1).reduce((sum, count) => sum + count, 0);
  counts[episode] = Math.max(0, Math.round(fullTitles * scale) - others);
  return counts;
}

/** The positions of `titleTypes` that the dumps treat on their own. */
export const episode = 0;
export const movie = 1;
export const series = 4;
export const miniSeries = 6;

/**
 * The world of a seed and a scale (1 = the size of the real files in 2026). Identifiers are dense at first and one in four
 * later, as in the real files, and the files are in the order of the identifiers **as text**, as the real ones are:
 * `tt10000005` comes between `tt1000000` and `tt1000001`.
 */
export function createWorld(seed: number, scale: number): World {
  const counts = titlesByType(scale);
  const titles = counts.reduce((sum, count) => sum + count, 0);
  const types = new Uint8Array(titles);
  let at = 0;
  for (const [type, count] of counts.entries()) types.fill(type, at, (at += count));
  shuffle(types, stream(seed, 'types'));
  const titleNumbers = inTextOrder(numberTitles(titles, stream(seed, 'title numbers')));
  const parents = Int32Array.from(positionsOf(types, [series, miniSeries]));
  return {
    seed,
    scale,
    titles,
    people: Math.max(1, Math.round(fullPeople * scale)),
    titleNumbers,
    types,
    series: parents,
  };
}

/** A generator of its own for each purpose, so that two dumps can draw the same thing without drawing all the rest. */
export function stream(seed: number, purpose: string): () => number {
  let hash = Math.imul(seed, 0x85ebca6b) ^ 0x811c9dc5;
  for (let k = 0; k < purpose.length; k++) hash = Math.imul(hash ^ purpose.charCodeAt(k), 0x01000193);
  return seededRandom(hash);
}

/** The number of the `nm` identifier of person k: rising, one in five missing. */
export const personNumber = (k: number): number => Math.floor(k * 1.279) + 1;

/** Puts rising identifier numbers below 10^8, written with at least seven digits, in the order of their text. */
export function inTextOrder(rising: Int32Array): Int32Array {
  const ordered = new Int32Array(rising.length);
  const split = rising.findIndex((number) => number >= 10_000_000);
  const sevens = split < 0 ? rising.length : split;
  let seven = 0;
  let eight = sevens;
  for (let at = 0; at < ordered.length; at++) {
    const short = seven < sevens ? (rising[seven] ?? 0) * 10 : Infinity;
    const long = eight < rising.length ? (rising[eight] ?? 0) : Infinity;
    ordered[at] = (short <= long ? rising[seven++] : rising[eight++]) ?? 0;
  }
  return ordered;
}

function numberTitles(titles: number, random: () => number): Int32Array {
  const numbers = new Int32Array(titles);
  const dense = Math.round(titles * 0.084);
  for (let k = 0; k < titles; k++) {
    numbers[k] = k < dense ? k + 1 : dense + (k - dense) * 4 + 1 + Math.floor(random() * 4);
  }
  return numbers;
}

function* positionsOf(types: Uint8Array, wanted: readonly number[]): Generator<number> {
  for (const [position, type] of types.entries()) if (wanted.includes(type)) yield position;
}
