import { betaCells } from '#kernels/statistics/beta-cells.ts';
import type { Interval } from '#kernels/statistics/interval.ts';
import { partySum } from '#kernels/statistics/party-sum.ts';
import type { Parties } from '#state/attendance.ts';

/** What is known of how many of those who wish a film come to it. */
export interface ShowUp {
  /** The runs that it was learnt from. */
  readonly runs: number;
  /** The share of the wishes that come true, over films, and its interval. */
  readonly mean: number;
  readonly interval: Interval;
  /** Of the share of the next film: the weight of each of `cells` equal parts of [0, 1]. */
  readonly next: Float64Array;
}

/** How many seats those who wished would take, with an interval: never the one without the other. */
export interface ExpectedSeats extends Interval {
  readonly mean: number;
}

/**
 * What a run taught. `came` null: nothing. Tickets sold to all say no more than that those who had wished were no more than they; taken as a bound they
 * draw the share down (in simulation to a third of the planted one, with intervals that hold in half the cases or fewer), as nobody knows who would have come anyway.
 */
export interface Lesson {
  readonly parties: Parties;
  readonly came: number | null;
}

/** The level of the intervals. */
export const level = 0.9;

/**
 * What is believed of the share before the house counted anything: 30 %, worth ten wishes (nine chances in ten that it lies between 8 and 53 %).
 * A choice, drawn from what is published: people do about half of what they firmly intend (Sheeran & Webb 2016); 40 to 60 % of those who register
 * for something free do not come; and a wish here names neither a day nor a price, so less than half.
 */
export const prior = { a: 3, b: 7 } as const;

// how alike films are: the share of one film is Beta(mean · alike, (1 − mean) · alike)
const alikes = [6, 12, 24, 48, 96];
const cells = 60;
const means = 40;

/**
 * Learns the share that comes from the runs that were counted: a beta-binomial model, its mean and its spread between films integrated over a grid.
 * Source: Morrison 1979, “Purchase intentions and purchase behavior” (stated intentions as beta-binomial); Gelman et al. 2013, “Bayesian data
 * analysis”, section 5.3 (the hierarchical model, on a grid); Sheeran & Webb 2016, “The intention–behavior gap”, doi:10.1111/spc3.12265.
 */
export function learnShowUp(lessons: readonly Lesson[]): ShowUp {
  const { mass, start } = grid();
  const told = lessons.flatMap((lesson) => likelihood(lesson) ?? []);
  const chances = start.map((before, row) =>
    told.reduce((sum, of) => sum + Math.log(Math.max(dot(mass[row], of), Number.MIN_VALUE)), Math.log(before)),
  );
  const best = Math.max(...chances);
  const raw = chances.map((chance) => Math.exp(chance - best));
  const whole = raw.reduce((sum, one) => sum + one, 0);
  const next = new Float64Array(cells);
  const ofMean = new Float64Array(means);
  for (const [row, weight] of raw.entries()) {
    const share = weight / whole;
    mass[row]?.forEach((part, cell) => (next[cell] = (next[cell] ?? 0) + share * part));
    const at = Math.floor(row / alikes.length);
    ofMean[at] = (ofMean[at] ?? 0) + share;
  }
  const { low, high } = middleOf(ofMean);
  const mean = ofMean.reduce((sum, weight, at) => sum + weight * ((at + 0.5) / means), 0);
  return { runs: told.length, mean, interval: { low: low / means, high: (high + 1) / means }, next };
}

/** How many of these parties' seats will be taken at the next film: each comes whole or not at all, the film's share not being known. */
export function expectSeats({ next }: Pick<ShowUp, 'next'>, parties: Parties): ExpectedSeats {
  const most = seatsOf(parties);
  const mass = new Float64Array(most + 1);
  for (const [cell, weight] of next.entries()) {
    if (weight < 1e-9) continue;
    partySum(parties, (cell + 0.5) / cells).forEach((part, k) => (mass[k] = (mass[k] ?? 0) + weight * part));
  }
  return { mean: mass.reduce((sum, part, k) => sum + part * k, 0), ...middleOf(mass) };
}

/** How many people some parties are. */
export const seatsOf = (parties: Parties): number => parties.reduce((sum, count, at) => sum + count * (at + 1), 0);

/** How many parties of 1 to 9 some wishes are. */
export function partiesOf(wishes: readonly { readonly seats: number }[]): Parties {
  const parties = Array.from({ length: 9 }, () => 0);
  for (const { seats } of wishes) parties[seats - 1] = (parties[seats - 1] ?? 0) + 1;
  return parties;
}

/** How likely each share makes what was counted: heads are counted and parties come as they like, so a count holds within half of the largest party. */
function likelihood({ parties, came }: Lesson): Float64Array | null {
  const most = seatsOf(parties);
  if (most === 0 || came === null) return null;
  const largest = parties.findLastIndex((count) => count > 0) + 1;
  const half = Math.floor(largest / 2);
  const [low, high] = [Math.min(came, most) - half, Math.min(came, most) + half];
  return Float64Array.from({ length: cells }, (_, cell) =>
    partySum(parties, (cell + 0.5) / cells).reduce((sum, part, k) => sum + (k >= low && k <= high ? part : 0), 0),
  );
}

/** The whole numbers between which `level` of a distribution lies: half of what is left below them at most (none may be, at nobody), the rest above. */
function middleOf(mass: Float64Array): Interval {
  const tail = (1 - level) / 2;
  let [below, low, left] = [0, -1, 0];
  for (const [k, part] of mass.entries()) {
    if (low < 0 && below + part > tail) [low, left] = [k, below];
    below += part;
    if (low >= 0 && below - left >= level - 1e-12) return { low, high: k };
  }
  return { low: Math.max(0, low), high: mass.length - 1 };
}

interface Grid {
  /** A row a (mean, alike): the film's share, in cells. */
  readonly mass: readonly Float64Array[];
  /** What each row is worth before anything was counted. */
  readonly start: readonly number[];
}

let made: Grid | null = null;
function grid(): Grid {
  if (made !== null) return made;
  const ofMean = betaCells(prior.a, prior.b, means);
  const rows = [...ofMean].flatMap((weight, at) =>
    alikes.map((alike) => {
      const mean = (at + 0.5) / means;
      return { start: weight / alikes.length, mass: betaCells(mean * alike, (1 - mean) * alike, cells) };
    }),
  );
  made = { mass: rows.map(({ mass }) => mass), start: rows.map(({ start }) => start) };
  return made;
}

const dot = (a: Float64Array | undefined, b: Float64Array): number =>
  b.reduce((sum, value, at) => sum + value * (a?.[at] ?? 0), 0);
