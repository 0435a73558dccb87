import { parseArgs } from 'node:util';
import { judgeChallenger, type ChallengeOptions } from '#evaluate/challenge.ts';
import { pairedInterval, summarise, type Summary } from '#evaluate/summary.ts';
import { onlyRows, type Csr } from '#kernels/csr.ts';
import { createPool, type Pool } from '#kernels/pool.ts';
import { gramOf, itemWeights, mix, ndcgs, type Tau } from './feedback/mixture.ts';
import { nightSeconds, nightText } from './feedback/night.ts';
import { feedbackTables } from './feedback/report.ts';
import { feedbackWorld, type World, type WorldSize } from './feedback/world.ts';

export interface FeedbackOptions extends Omit<WorldSize, 'ownVisitors'> {
  /** How many own visitors have been logged. */
  readonly own: readonly number[];
  readonly taus: readonly Tau[];
  /** Films in a basket. */
  readonly k: number;
  readonly worlds: number;
  readonly folds: number;
  readonly seed: number;
}

/** What the models give to unseen visitors of the house, once this many have been logged. */
export interface FeedbackRow {
  readonly own: number;
  /** nDCG@10 of each tau, in the order asked, over the visitors of all worlds. */
  readonly fixed: readonly Summary[];
  /** The same with the tau that validation chose, in each world. */
  readonly chosen: Summary;
  readonly taus: readonly Tau[];
  /** Chosen minus public alone, 95 % by paired bootstrap over visitors. */
  readonly gain: readonly [number, number];
  /** Public viewers, chosen minus public alone: what serving the house costs the others. */
  readonly publicCost: number;
  /** Worlds in which the gate would put it into service instead of the public model, as it stands and with a margin of .1 for the public. */
  readonly replaced: readonly [number, number];
  /** The best by validation of those that the gate lets pass as it stands. */
  readonly passing: Summary;
  readonly passingTaus: readonly Tau[];
}

export const feedbackDefaults: FeedbackOptions = {
  films: 240,
  difference: 1,
  publicViewers: 3000,
  testPeople: 300,
  own: [0, 50, 200, 1000],
  taus: ['public', 10, 3, 1, 0.3, 0.1, 0.03, 0.01, 0],
  k: 3,
  worlds: 8,
  folds: 5,
  seed: 1,
};

/**
 * The house's own feedback against a public that differs from it: one model, G = tau x G_public + G_own, for each tau and number of own visitors.
 * Tau is chosen on those visitors alone, by cross-validation: each fold is predicted from the others, and the tau of the highest mean nDCG@10 is
 * taken, the first of equals. Test visitors choose nothing. The gate is given the predictions of the folds, and public viewers never seen.
 */
export async function feedbackBench(options: FeedbackOptions = feedbackDefaults): Promise<FeedbackRow[]> {
  await using pool = createPool();
  const size = { ...options, ownVisitors: Math.max(...options.own) };
  const rows: Measured[][] = [];
  for (let at = 0; at < options.worlds; at++) {
    const world = feedbackWorld(size, options.seed + 7919 * at);
    const publicGram = await gramOf(pool, world.publicLikes);
    rows.push(await Array.fromAsync(options.own, (own) => measure(pool, world, publicGram, own, options)));
  }
  return options.own.map((own, place) => {
    const found = rows.flatMap((each) => each[place] ?? []);
    const chosen = found.flatMap((each) => each.chosen);
    return {
      own,
      fixed: options.taus.map((_, at) => summarise(found.flatMap((each) => each.fixed[at] ?? []))),
      chosen: summarise(chosen),
      taus: found.map(({ tau }) => tau),
      gain: pairedInterval(
        chosen,
        found.flatMap((each) => each.publicOnly),
        { seed: options.seed },
      ),
      publicCost: summarise(found.flatMap((each) => each.publicCost)).mean,
      replaced: [found.filter(({ strict }) => strict).length, found.filter(({ wide }) => wide).length],
      passing: summarise(found.flatMap(({ fixed, passing: at }) => fixed[at] ?? [])),
      passingTaus: found.map(({ passing: at }) => options.taus[at] ?? 'public'),
    };
  });
}

interface Measured {
  readonly fixed: readonly (readonly number[])[];
  readonly chosen: readonly number[];
  readonly publicOnly: readonly number[];
  readonly tau: Tau;
  readonly publicCost: readonly number[];
  /** What the gate says, as it stands and with a wide margin for the public. */
  readonly strict: boolean;
  readonly wide: boolean;
  /** The place of the best tau that passes. */
  readonly passing: number;
}

async function measure(
  pool: Pool,
  world: World,
  publicGram: Float32Array,
  own: number,
  { taus, k, folds, seed }: FeedbackOptions,
): Promise<Measured> {
  const shots = { k, seed };
  const likes = rowsWhere(world.ownLikes, (row) => row < own);
  const ownGram = await gramOf(pool, likes);
  const weigh = (gramian: Float32Array): Promise<Float32Array> => itemWeights(pool, gramian, world.films);
  const publicModel = await weigh(publicGram);

  // The held-out nDCG of every own visitor under each tau.
  const folded = taus.map((): number[] => []);
  const before: number[] = [];
  for (let fold = 0; fold < (likes.rows > 0 ? folds : 0); fold++) {
    const rest = await gramOf(
      pool,
      rowsWhere(likes, (row) => row % folds !== fold),
    );
    const held = rowsWhere(likes, (row) => row % folds === fold);
    before.push(...ndcgs(publicModel, held, shots));
    for (const [at, tau] of taus.entries())
      folded[at]?.push(...ndcgs(await weigh(mix(publicGram, rest, tau)), held, shots));
  }
  const means = folded.map((values) => summarise(values).mean);
  const best = own === 0 ? taus.indexOf('public') : means.indexOf(Math.max(...means));

  const models = await Array.fromAsync(taus, (tau) => weigh(mix(publicGram, ownGram, tau)));
  const fixed = models.map((model) => ndcgs(model, world.ownTest, shots));
  const incumbent = ndcgs(publicModel, world.publicTest, shots);
  const publicly = models.map((model) => ndcgs(model, world.publicTest, shots));
  const passes = (at: number, margins: ChallengeOptions = {}): boolean =>
    judgeChallenger(
      {
        public: { incumbent, challenger: publicly[at] ?? [] },
        own: { incumbent: before, challenger: folded[at] ?? [] },
      },
      margins,
    ).replace;
  const ranked = [...taus.keys()].toSorted((a, b) => (means[b] ?? 0) - (means[a] ?? 0));
  return {
    fixed,
    chosen: fixed[best] ?? [],
    publicOnly: ndcgs(publicModel, world.ownTest, shots),
    tau: taus[best] ?? 'public',
    publicCost: (publicly[best] ?? []).map((value, at) => value - (incumbent[at] ?? 0)),
    strict: passes(best),
    wide: passes(best, { publicMargin: 0.1 }),
    passing: own === 0 ? best : (ranked.find((at) => passes(at)) ?? taus.indexOf('public')),
  };
}

function rowsWhere(matrix: Csr, wanted: (row: number) => boolean): Csr {
  return onlyRows(
    matrix,
    Uint8Array.from({ length: matrix.rows }, (_, row) => Number(wanted(row))),
  );
}

/** The bench for houses that differ from the public, differ a little, and not at all. */
export async function runFeedbackBench(
  options: Partial<FeedbackOptions> = {},
): Promise<{ difference: number; rows: FeedbackRow[]; text: string }[]> {
  return Array.fromAsync([1, 0.3, 0], async (difference) => {
    const asked = { ...feedbackDefaults, ...options, difference };
    const rows = await feedbackBench(asked);
    return { difference, rows, text: feedbackTables(rows, asked) };
  });
}

if (import.meta.main) {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ options: { seed: text, worlds: text, json: { type: 'boolean' } } });
  const seed = Number(values.seed ?? feedbackDefaults.seed);
  const houses = await runFeedbackBench({ seed, worlds: Number(values.worlds ?? feedbackDefaults.worlds) });
  const night = await nightSeconds({ films: 4800, own: 1000, seed });
  if (values.json === true)
    console.log(JSON.stringify({ seed, night, houses: houses.map(({ difference, rows }) => ({ difference, rows })) }));
  else console.log([...houses.map((house) => house.text), nightText(night)].join('\n\n'));
}
