import { pairedInterval, summarise } from '#evaluate/summary.ts';

/** nDCG of both models on the same held-out shots, one value a viewer, in the same order. */
export interface Bout {
  readonly incumbent: readonly number[];
  readonly challenger: readonly number[];
}

export type StratumName = 'public' | 'own';

export interface StratumResult {
  readonly name: StratumName;
  readonly viewers: number;
  readonly incumbent: number;
  readonly challenger: number;
  /** Mean of challenger - incumbent, with its 95 % interval by paired bootstrap. */
  readonly difference: number;
  readonly low: number;
  readonly high: number;
  /** Whether it has viewers enough to be judged. */
  readonly judged: boolean;
}

export interface Verdict {
  readonly replace: boolean;
  /** One sentence, with the figures that decided. */
  readonly reason: string;
  readonly strata: readonly StratumResult[];
}

export interface ChallengeOptions {
  /** What the lower end of the interval may lose, in nDCG. */
  readonly margin?: number;
  /**
   * The same for public viewers, as `margin` unless told. A house whose visitors differ from the public needs more: a model that learns from them
   * must lose something on the others (docs/models.md).
   */
  readonly publicMargin?: number;
  /** A stratum with fewer viewers is not judged. */
  readonly leastViewers?: number;
  readonly seed?: number;
  readonly draws?: number;
}

/** Two means nearer than this differ by rounding only. */
const rounding = 1e-9;

/**
 * The gate before a nightly model goes into service: it replaces the one in service when, on public viewers and on the house's own visitors
 * apart, the lower end of the 95 % interval of its gain is above -margin, and its mean on own visitors is not lower. A stratum with too few
 * viewers is said and left aside; with nobody to judge on, or values that are not numbers, the model in service stays. A difference without
 * effect has an interval as wide as its spread over viewers, so with few visitors only a clear gain, or a model that changes few lists, passes:
 * what stays in service was good enough yesterday. Each night's loss may come near the margin, so a fixed model (the public one) should be put in
 * the incumbent's place now and then.
 * Source: the non-inferiority test, ICH E9 (1998), 3.3.2; paired bootstrap: Efron and Tibshirani 1993.
 * @throws RangeError, a sentence, when the two sides have not the same viewers
 */
export function judgeChallenger(
  bouts: Readonly<Record<StratumName, Bout>>,
  { margin = 0.002, publicMargin = margin, leastViewers = 20, seed = 1, draws = 2000 }: ChallengeOptions = {},
): Verdict {
  const margins = { public: publicMargin, own: margin };
  const strata = (['public', 'own'] as const).map((name): StratumResult => {
    const { incumbent, challenger } = bouts[name];
    const viewers = incumbent.length;
    if (challenger.length !== viewers)
      throw new RangeError(
        `The ${name} stratum has ${viewers} viewers for one model, ${challenger.length} for the other.`,
      );
    const judged = viewers >= Math.max(1, leastViewers);
    const difference = summarise(challenger.map((value, at) => value - (incumbent[at] ?? 0))).mean;
    const [low, high] = judged ? pairedInterval(challenger, incumbent, { seed, draws }) : [NaN, NaN];
    const [before, after] = [summarise(incumbent).mean, summarise(challenger).mean];
    return { name, viewers, incumbent: before, challenger: after, difference, low, high, judged };
  });
  const answer = (replace: boolean, reason: string): Verdict => ({ replace, reason, strata });
  const aside = strata.filter(({ judged }) => !judged).map((stratum) => leftAside(stratum, leastViewers));
  const judged = strata.filter((stratum) => stratum.judged);
  const told = [...aside, ...judged.map(figures)].join('; ');

  if (strata.some(({ difference }) => !Number.isFinite(difference)))
    return answer(false, 'The model in service stays: some of the values to compare are not numbers.');
  if (judged.length === 0) return answer(false, `The model in service stays, there is nobody to judge on: ${told}.`);
  const worse = judged.find(({ name, low }) => !(low > -margins[name]));
  if (worse !== undefined) {
    const how = worse.high < 0 ? 'is worse' : 'may be worse';
    return answer(
      false,
      `The model in service stays, the new one ${how} on ${viewersOf(worse)} by more than ${margins[worse.name]}: ${told}.`,
    );
  }
  const losing = judged.find(({ name, difference }) => name === 'own' && difference < -rounding);
  if (losing !== undefined)
    return answer(false, `The model in service stays, the new one has a lower mean on ${viewersOf(losing)}: ${told}.`);
  return answer(true, `The new model replaces the one in service, it is not worse: ${told}.`);
}

const viewersOf = ({ name }: StratumResult): string => (name === 'own' ? 'own visitors' : 'public viewers');
const signed = (value: number): string => `${value < 0 ? '-' : '+'}${Math.abs(value).toFixed(4)}`;

function figures(stratum: StratumResult): string {
  const { viewers, incumbent, challenger, difference, low, high } = stratum;
  return `${viewers} ${viewersOf(stratum)}, nDCG ${incumbent.toFixed(4)} to ${challenger.toFixed(4)}, ${signed(difference)} (95 %: ${signed(low)} to ${signed(high)})`;
}

const leftAside = (stratum: StratumResult, least: number): string =>
  `${viewersOf(stratum)} are too few to judge on (${stratum.viewers} of ${least})`;
