import type { CatalogueFacts } from '#features/facts/film-facts.ts';
import { nationalities } from '#features/facts/nationality.ts';
import type { LocalTaste } from '#recommend/local-taste.ts';

export interface StandingGround {
  readonly facts: Pick<CatalogueFacts, 'year' | 'nationality' | 'revenue'>;
  /** How well known each film is, by dense index: only its order counts. */
  readonly fame: Float32Array;
  /** The year of the recent films. */
  readonly lastYear: number;
  /** Films that are none of this do not count. */
  readonly recommendable: (film: number) => boolean;
}

/** Sums below this are slips of the sources: a film that was shown earned more. */
const leastRevenue = 100_000;
/** With fewer films of known revenue in a nationality, fame alone counts. */
const leastKnown = 20;
/** Years before and after whose films are of the same time. */
const around = { recent: 1, heritage: 5 };
const french = 1 + nationalities.indexOf('french');

/**
 * How great a success each film is among its own: minus the logarithm of its rank among the films of its nationality and of its time. World fame is
 * American, and comes with the years: ranks inside a nationality and a time are free of both, and a first place is worth 0, a tenth -2.3, a hundredth
 * -4.6 in each. A French film is ranked by what it earned, most of it here, the votes of the world being for a few films of festivals; a foreign one, by what it
 * earned and by fame, half each, since its money may come from a country that shows it alone. Where the earnings are unknown they are what fame
 * lets expect. A film loses ln 2 each half-life. Films whose nationality nothing tells stand among all those that are not French.
 * @returns a value a film, 0 at most; -Infinity for those that may not be recommended
 */
export function localStanding(ground: StandingGround, taste: Pick<LocalTaste, 'heritage' | 'halfLife'>): Float32Array {
  const { facts, fame, lastYear, recommendable } = ground;
  const standing = new Float32Array(fame.length).fill(-Infinity);
  const films: number[] = [];
  for (let film = 0; film < fame.length; film++) if (recommendable(film)) films.push(film);
  const nationalityOf = (film: number): number => facts.nationality[film] ?? 0;
  const yearOf = (film: number): number => facts.year[film] ?? 0;
  const ageOf = (film: number): number => Math.max(0, lastYear - yearOf(film));
  const timeOf = (film: number): 'recent' | 'heritage' => (ageOf(film) < taste.heritage.from ? 'recent' : 'heritage');
  for (const [time, all] of Map.groupBy(films, timeOf)) {
    const halfLife = taste.halfLife[time];
    const foreign = all.filter((film) => nationalityOf(film) !== french);
    for (const [group, own] of Map.groupBy(all, nationalityOf)) {
      const peers = group === 0 ? foreign : own;
      const within = { yearOf, around: around[time] };
      const byMoney = rankByTime(own, peers, { ...within, value: earnings(peers, facts.revenue, fame) });
      const byFame = group === french ? byMoney : rankByTime(own, peers, { ...within, value: fame });
      for (const film of own) {
        const ranks = [byMoney, byFame].map((by) => Math.log(by.get(film) ?? peers.length));
        standing[film] = -((ranks[0] ?? 0) + (ranks[1] ?? 0)) / 2 - (Math.LN2 * ageOf(film)) / halfLife;
      }
    }
  }
  return standing;
}

/**
 * What films earned, or may have: where it is unknown, the mean that their fame lets expect, from the regression of the logarithm of the
 * revenue on fame over those where it is known, brought back from logarithms by the mean of the exponentials of its residuals. Fame itself, where too few are.
 * Source: Duan 1983, "Smearing estimate: a nonparametric retransformation method", JASA 78.
 */
function earnings(films: readonly number[], revenue: ArrayLike<number>, fame: Float32Array): Float32Array {
  const earned = (film: number): number => revenue[film] ?? 0;
  const known = films.filter((film) => earned(film) >= leastRevenue);
  if (known.length < leastKnown) return fame;
  const mean = (of: (film: number) => number): number => known.reduce((sum, film) => sum + of(film), 0) / known.length;
  const log = (film: number): number => Math.log(earned(film));
  const fameOf = (film: number): number => fame[film] ?? 0;
  const [meanFame, meanLog] = [mean(fameOf), mean(log)];
  const spread = mean((film) => (fameOf(film) - meanFame) ** 2);
  const slope = spread === 0 ? 0 : mean((film) => (fameOf(film) - meanFame) * (log(film) - meanLog)) / spread;
  const line = (film: number): number => meanLog + slope * (fameOf(film) - meanFame);
  const smear = Math.log(mean((film) => Math.exp(log(film) - line(film))));
  const told = new Float32Array(fame.length);
  for (const film of films) told[film] = earned(film) >= leastRevenue ? log(film) : line(film) + smear;
  return told;
}

/** 1 + how many of the peers stand higher. */
function rankAmong(films: readonly number[], peers: readonly number[], value: ArrayLike<number>): Map<number, number> {
  const sorted = Float32Array.from(peers, (film) => value[film] ?? 0).toSorted();
  return new Map(films.map((film) => [film, 1 + above(sorted, value[film] ?? 0)]));
}

/** How many values of a rising list are above this one. */
function above(sorted: Float32Array, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) > value) high = middle;
    else low = middle + 1;
  }
  return sorted.length - low;
}

interface InTime {
  readonly value: ArrayLike<number>;
  readonly yearOf: (film: number) => number;
  /** Peers of so many years before and after stand with a film. */
  readonly around: number;
}

function rankByTime(
  films: readonly number[],
  peers: readonly number[],
  { value, yearOf, around: reach }: InTime,
): Map<number, number> {
  const byYear = Map.groupBy(peers, yearOf);
  const ranks = new Map<number, number>();
  for (const [year, own] of Map.groupBy(films, yearOf)) {
    const near = Array.from({ length: 2 * reach + 1 }, (_, at) => byYear.get(year - reach + at) ?? []).flat();
    for (const [film, rank] of rankAmong(own, near, value)) ranks.set(film, rank);
  }
  return ranks;
}
