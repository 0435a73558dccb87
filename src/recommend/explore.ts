import type { Scored } from '#recommend/shape/types.ts';

export interface ExploreOptions {
  /** Places of the list. */
  readonly top: number;
  /** Films that may not be shown: liked, disliked, seen. */
  readonly away: ReadonlySet<number>;
  /** One place in this many is explored; 0: none. */
  readonly every?: number;
  /** The first places are never explored. */
  readonly sure?: number;
  /** Films next in rank among which the explored ones are drawn. */
  readonly pool?: number;
  /** Part of the draw that is uniform over the pool, 0 to 1: no film of the pool is ever out of reach. The rest follows the scores. */
  readonly epsilon?: number;
  /** Of the softmax, in standard deviations of the pool's scores: the scale of a model's scores does not matter. */
  readonly temperature?: number;
}

/** Where a film was shown, and how likely that was. */
export interface Placed {
  /** From 1. */
  readonly position: number;
  /** Probability that this film is shown at this position, over everything that the policy draws, explored or not. */
  readonly propensity: number;
  readonly explored: boolean;
}

/** The policy of one list: what it may draw, with the exact probability of each film at each position. */
export interface Exploration<T> {
  draw(random: () => number): (T & Placed)[];
  /** 0 where the film cannot be shown; the sum over the films is 1 at every position of the list. */
  propensity(film: number, position: number): number;
}

/** Ten places in a row, of which one at most is explored. */
interface Block {
  readonly start: number;
  /** The first place that may be explored. */
  readonly from: number;
  readonly end: number;
  /** Whether it has an explored place: 1 but for an unfinished block, whose share of one is its length over `every`. */
  readonly chance: number;
}

/** What is left to draw once it is known which blocks have an explored place. */
interface Plan {
  readonly chance: number;
  readonly blocks: readonly Block[];
  /** Rank of the first film of the pool: those before it are shown for sure. */
  readonly first: number;
  /** For each block, the probability of each film of its own part of the pool. */
  readonly hands: readonly Float64Array[];
}

/**
 * An exploration slot: one place in ten of a list, drawn uniformly among those after the third, goes to a film drawn from those next in rank
 * (softmax of their scores mixed with a uniform part); all other places keep the ranking. The pool is dealt like cards, one part an explored place,
 * so that draws are independent, no film comes twice and every propensity is a product: exact, with no simulation. A list that shows every film
 * left to show explores nothing. A block of places that ends before the sure ones do has no explored place.
 * Source: Langford and Zhang 2007, "The epoch-greedy algorithm for contextual multi-armed bandits" (exploring and exploiting apart); Strehl,
 * Langford, Li, Kakade 2010, "Learning from logged implicit exploration data" (propensities).
 * @param ranked best first; films that come twice count once
 */
export function exploration<T extends Scored>(ranked: readonly T[], options: ExploreOptions): Exploration<T> {
  const { sure = 3, pool = 30, epsilon = 0.2, temperature = 1 } = options;
  const every = Math.floor(options.every ?? 10);
  const films = withoutRepeats(ranked, options.away);
  const top = Math.min(Math.max(0, Math.floor(options.top)), films.length);
  const blocks = films.length > top && every > 0 ? cut(top, every, sure) : [];
  const unfinished = blocks.find(({ chance }) => chance < 1);
  const plan = (chance: number, chosen: readonly Block[]): Plan => {
    const first = top - chosen.length;
    const scores = films.slice(first, first + Math.max(pool, chosen.length)).map(({ score }) => score);
    return { chance, blocks: chosen, first, hands: deal(scores, chosen.length, { epsilon, temperature }) };
  };
  const plans =
    unfinished === undefined
      ? [plan(1, blocks)]
      : [
          plan(unfinished.chance, blocks),
          plan(
            1 - unfinished.chance,
            blocks.filter((block) => block !== unfinished),
          ),
        ];
  const rankOf = new Map(films.map(({ film }, rank) => [film, rank]));

  const propensity = (film: number, position: number): number => {
    const rank = rankOf.get(film);
    if (rank === undefined || !(position >= 1 && position <= top)) return 0;
    return plans.reduce((sum, each) => sum + each.chance * chanceUnder(each, rank, position - 1), 0);
  };

  return {
    propensity,
    draw(random) {
      const chosen = plans.length > 1 && random() >= (plans[0]?.chance ?? 1) ? plans[1] : plans[0];
      if (chosen === undefined) return [];
      const explored = new Map<number, number>();
      for (const [at, { from, end }] of chosen.blocks.entries()) {
        const place = from + Math.floor(random() * (end - from));
        const card = drawFrom(chosen.hands[at] ?? new Float64Array(1), random);
        explored.set(place, chosen.first + at + card * chosen.blocks.length);
      }
      let rank = 0;
      return Array.from({ length: top }, (_, place) => films[explored.get(place) ?? rank++]).flatMap((shown, place) =>
        shown === undefined
          ? []
          : [
              {
                ...shown,
                position: place + 1,
                propensity: propensity(shown.film, place + 1),
                explored: explored.has(place),
              },
            ],
      );
    },
  };
}

function withoutRepeats<T extends Scored>(ranked: readonly T[], away: ReadonlySet<number>): T[] {
  const met = new Set(away);
  return ranked.filter(({ film, score }) => {
    const kept = score > -Infinity && !met.has(film);
    met.add(film);
    return kept;
  });
}

function cut(top: number, every: number, sure: number): Block[] {
  return Array.from({ length: Math.ceil(top / every) }, (_, at) => {
    const start = at * every;
    const end = Math.min(top, start + every);
    return { start, from: Math.max(start, sure), end, chance: (end - start) / every };
  }).filter(({ from, end }) => from < end);
}

/** The pool dealt into hands (the n-th film to hand n mod hands), each with the probabilities of its films. */
function deal(
  scores: readonly number[],
  hands: number,
  { epsilon, temperature }: { epsilon: number; temperature: number },
): Float64Array[] {
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  const spread = Math.sqrt(scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / scores.length);
  const scale = spread * temperature;
  return Array.from({ length: hands }, (_, hand) => {
    const own = scores.filter((__, at) => at % hands === hand);
    const best = Math.max(...own);
    const weights = own.map((score) => (scale > 0 ? Math.exp((score - best) / scale) : 1));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    return Float64Array.from(weights, (weight) => ((1 - epsilon) * weight) / total + epsilon / own.length);
  });
}

/** Probability that the film of this rank stands at this place (from 0), once the blocks that explore are known. */
function chanceUnder({ blocks, first, hands }: Plan, rank: number, place: number): number {
  const before = blocks.filter(({ end }) => end <= place).length;
  const at = blocks.findIndex(({ start, end }) => start <= place && place < end);
  const block = blocks[at];
  // A film shown for sure has moved down by the explored places above it.
  const moved = place - rank;
  if (block === undefined) return Number(moved === before);
  const { from, end } = block;
  const places = end - from;
  let chance = 0;
  if (moved === before) chance += (end - Math.max(place + 1, from)) / places;
  if (moved === before + 1) chance += Math.max(0, place - from) / places;
  const card = rank - first - at;
  if (place >= from && card >= 0 && card % blocks.length === 0)
    chance += (hands[at]?.[card / blocks.length] ?? 0) / places;
  return chance;
}

function drawFrom(chances: Float64Array, random: () => number): number {
  let left = random();
  const last = chances.length - 1;
  for (let at = 0; at < last; at++) {
    left -= chances[at] ?? 0;
    if (left < 0) return at;
  }
  return last;
}
