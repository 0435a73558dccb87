import type { Locality } from '#advice/locality.ts';
import { decadeFit, markingAge } from '#advice/local-fit.ts';
import { supplyOf, type JudgedNiche } from '#advice/judge.ts';
import { seededRandom } from '#kernels/random.ts';

/** How much each of the three weighs: numbers of at least 0, not all 0. */
export interface AdviceWeights {
  readonly supply: number;
  readonly esteem: number;
  readonly fit: number;
}

/** The question is what suits this audience, so its fit weighs as much as the two others together; the reader may have it otherwise. */
export const usualWeights: AdviceWeights = { supply: 1, esteem: 1, fit: 2 };

export interface RankedNiche extends JudgedNiche {
  /** The weighted mean of the three standard scores: 0 is a niche like the others. */
  readonly score: number;
  readonly parts: AdviceWeights;
  readonly rank: number;
  /** Between which ranks it stands in nine draws of ten, when weights, esteem and fit move. */
  readonly best: number;
  readonly worst: number;
  /** Share of the draws in which it is in the first tenth of all niches. */
  readonly firstTenth: number;
}

/** A niche that stays in the first tenth in this share of the draws stays ahead; under the second, its rank falls apart. */
export const holds = 0.8;
export const fallsApart = 0.5;
/** A rank that moves no further than this in nine draws of ten holds. */
export const narrow = 20;
/** Fewer niches than this are not ranked: a tenth of them is nothing. */
export const fewestRanked = 20;

export interface RankOptions {
  readonly weights?: AdviceWeights;
  readonly draws?: number;
  readonly seed?: number;
}

/**
 * Ranks niches by the weighted mean of three standard scores (supply, esteem, log of the fit), and says how far each rank holds: in each draw
 * the weights are drawn around those asked (Dirichlet, 12 times the shares: a weight of a half then stands between .27 and .73 in nine draws of ten),
 * esteem and fit within their uncertainty (what is not known of an origin, a genre or a decade is not known of all its niches alike), and the age that marks
 * for life anew. Source of the method: Saisana, Saltelli and Tarantola 2005, “Uncertainty
 * and sensitivity analysis techniques as tools for the quality assessment of composite indicators”, JRSS A 168.
 */
export function rankNiches(
  niches: readonly JudgedNiche[],
  locality: Locality,
  { weights = usualWeights, draws = 1000, seed = 1 }: RankOptions = {},
): RankedNiche[] {
  const supply = standard(niches.map(({ films }) => supplyOf(films)));
  const scale = scaleOf(niches.map(({ esteem }) => esteem?.premium ?? 0));
  const fitScale = scaleOf(niches.map(({ fit }) => Math.log(fit.lift)));
  const parts = niches.map((niche, at) => ({
    supply: supply[at] ?? 0,
    esteem: scale(niche.esteem?.premium ?? 0),
    fit: fitScale(Math.log(niche.fit.lift)),
  }));
  const usual = normal(weights);
  const score = parts.map((part) => weigh(part, usual));
  const rank = ranksOf(score);
  const ranks = niches.map(() => new Uint32Array(draws));
  const random = seededRandom(seed);
  const gauss = gaussian(random);
  const decades = [...new Set(niches.map(({ decade }) => decade))];
  for (let draw = 0; draw < draws; draw++) {
    const drawn = dirichlet(usual, random);
    const age = markingAge.from + random() * (markingAge.to - markingAge.from);
    const shift = new Map(
      decades.map((decade) => [
        decade,
        Math.log(decadeFit(locality, { decade }, age).lift / decadeFit(locality, { decade }).lift),
      ]),
    );
    const unknown = new Map<string | number, number>();
    const shared = (key: string | number): number => {
      const known = unknown.get(key);
      if (known !== undefined) return known;
      const made = gauss();
      unknown.set(key, made);
      return made;
    };
    const scores = niches.map(({ esteem, fit, genre, decade, origin }, at) =>
      weigh(
        {
          supply: supply[at] ?? 0,
          esteem: esteem === null ? 0 : scale(esteem.premium + gauss() * esteem.spread),
          fit: fitScale(
            Math.log(fit.lift) +
              (shift.get(decade) ?? 0) +
              shared(origin) * fit.parts.origin.spread +
              shared(genre) * fit.parts.genre.spread +
              shared(decade) * fit.parts.decade.spread,
          ),
        },
        drawn,
      ),
    );
    for (const [at, place] of ranksOf(scores).entries()) {
      const row = ranks[at];
      if (row !== undefined) row[draw] = place;
    }
  }
  return niches
    .map((niche, at) => {
      const row = (ranks[at] ?? new Uint32Array(0)).toSorted();
      return {
        ...niche,
        score: score[at] ?? 0,
        parts: parts[at] ?? { supply: 0, esteem: 0, fit: 0 },
        rank: rank[at] ?? 0,
        best: row[Math.floor(0.05 * (draws - 1))] ?? 0,
        worst: row[Math.ceil(0.95 * (draws - 1))] ?? 0,
        firstTenth:
          row.length === 0 ? 0 : row.filter((place) => place <= Math.ceil(niches.length / 10)).length / row.length,
      };
    })
    .toSorted((a, b) => a.rank - b.rank);
}

const weigh = (parts: AdviceWeights, weights: AdviceWeights): number =>
  parts.supply * weights.supply + parts.esteem * weights.esteem + parts.fit * weights.fit;

function normal({ supply, esteem, fit }: AdviceWeights): AdviceWeights {
  const sum = supply + esteem + fit;
  return sum > 0 ? { supply: supply / sum, esteem: esteem / sum, fit: fit / sum } : normal(usualWeights);
}

/** Values as standard scores: the mean is 0, the standard deviation 1. */
function standard(values: readonly number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const scale = scaleOf(values.map((value) => value - mean));
  return values.map((value) => scale(value - mean));
}

/** Divides by the standard deviation around 0, so that “none” stays 0; what does not vary weighs nothing. */
function scaleOf(values: readonly number[]): (value: number) => number {
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + value ** 2, 0) / Math.max(1, values.length));
  return deviation > 1e-12 ? (value) => value / deviation : () => 0;
}

/** The rank of each score, 1 for the highest; equals in the order given. */
function ranksOf(scores: readonly number[]): Uint32Array {
  const order = Uint32Array.from(scores.keys()).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
  const ranks = new Uint32Array(scores.length);
  for (const [place, at] of order.entries()) ranks[at] = place + 1;
  return ranks;
}

/** Draws weights around shares: gamma variates of shape 12 times the share (Marsaglia and Tsang 2000), over their sum. */
function dirichlet(shares: AdviceWeights, random: () => number): AdviceWeights {
  const draw = (share: number): number => (share <= 0 ? 0 : gamma(concentration * share, random));
  return normal({ supply: draw(shares.supply), esteem: draw(shares.esteem), fit: draw(shares.fit) });
}

const concentration = 12;

function gamma(shape: number, random: () => number): number {
  if (shape < 1) return gamma(shape + 1, random) * random() ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  const gauss = gaussian(random);
  for (;;) {
    const x = gauss();
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - random()) < x ** 2 / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** Standard normal variates of a uniform generator (Box and Muller 1958). */
function gaussian(random: () => number): () => number {
  return () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
