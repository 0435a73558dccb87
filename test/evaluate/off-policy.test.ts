import assert from 'node:assert/strict';
import { test } from 'node:test';
import { estimateOffPolicy, type LoggedRow } from '#evaluate/off-policy.ts';
import { summarise } from '#evaluate/summary.ts';
import { seededRandom } from '#kernels/random.ts';
import { exploration } from '#recommend/explore.ts';

const near = (a: number, b: number, tolerance = 1e-12): void =>
  assert.ok(Math.abs(a - b) <= tolerance, `${a} and ${b}`);

test('two rows by hand', () => {
  // Weights 2 and 4, rewards 1 and 0: IPS (2 + 0) / 2, SNIPS 2 / 6.
  const found = estimateOffPolicy([
    { propensity: 0.5, reward: 1 },
    { propensity: 0.25, reward: 0 },
  ]);
  near(found.ips.value, 1);
  near(found.ips.error, 1, 1e-12);
  near(found.snips?.value ?? NaN, 1 / 3);
  near(found.snips?.error ?? NaN, Math.sqrt(2 * (4 * (2 / 3) ** 2 + 16 / 9)) / 6);
  near(found.meanWeight, 3);
  near(found.effectiveRows, 36 / 20);
  assert.deepEqual([found.rows, found.lists, found.clipped, found.clip], [2, 2, 0, Infinity]);
});

test('the error of IPS is the standard error of a mean when every row is a list; SNIPS ignores a shift of all rewards', () => {
  const random = seededRandom(5);
  const rows = Array.from({ length: 200 }, () => ({
    propensity: 0.1 + 0.9 * random(),
    reward: random(),
    target: random(),
  }));
  const found = estimateOffPolicy(rows);
  const plain = summarise(rows.map(({ propensity, reward, target }) => (target / propensity) * reward));
  near(found.ips.value, plain.mean);
  near(found.ips.error, plain.error);
  const moved = estimateOffPolicy(rows.map((row) => ({ ...row, reward: row.reward + 10 })));
  near((moved.snips?.value ?? NaN) - 10, found.snips?.value ?? NaN, 1e-9);
  near(moved.snips?.error ?? NaN, found.snips?.error ?? NaN, 1e-9);
});

test('clipping is stated, and only ever lowers IPS of rewards that are not negative', () => {
  const rows = [0.5, 0.01, 0.2, 0.02].map((propensity) => ({ propensity, reward: 1 }));
  const [free, cut] = [estimateOffPolicy(rows), estimateOffPolicy(rows, { clip: 10 })];
  assert.deepEqual([cut.clip, cut.clipped, free.clipped], [10, 2, 0]);
  near(cut.ips.value, (2 + 10 + 5 + 10) / 4);
  assert.ok(cut.ips.value < free.ips.value);
});

test('nothing, one list, no overlap, and what cannot be weighed', () => {
  const empty = estimateOffPolicy([]);
  assert.deepEqual([empty.ips.value, empty.ips.error, empty.snips, empty.lists], [0, Infinity, null, 0]);
  const alone = estimateOffPolicy([
    { propensity: 1, reward: 1, list: 'x' },
    { propensity: 1, reward: 0, list: 'x' },
  ]);
  assert.deepEqual([alone.ips.value, alone.ips.error, alone.lists], [0.5, Infinity, 1]);
  const apart = estimateOffPolicy([
    { propensity: 0.5, reward: 1, target: 0 },
    { propensity: 0.5, reward: 1, target: 0 },
  ]);
  assert.deepEqual([apart.ips.value, apart.snips, apart.meanWeight], [0, null, 0]);
  for (const propensity of [0, -1, 1.5, NaN])
    assert.throws(() => estimateOffPolicy([{ propensity, reward: 1 }]), /Row 1 has a propensity of/);
});

/** Ten films; the log draws from one distribution, the policy judged from another. */
const logging = [0.3, 0.2, 0.15, 0.1, 0.08, 0.06, 0.04, 0.03, 0.02, 0.02];
const judged = logging.toReversed();
const liking = logging.map((_, film) => 0.1 + 0.05 * film);
const truth = judged.reduce((sum, part, film) => sum + part * (liking[film] ?? 0), 0);

function drawnFrom(chances: readonly number[], random: () => number): number {
  let left = random();
  return Math.max(
    0,
    chances.findIndex((chance) => (left -= chance) < 0),
  );
}

test('simulation: unbiased, and the intervals hold the truth 95 times in a hundred', (t) => {
  const random = seededRandom(8);
  const trials = 3000;
  const [ips, snips]: [number[], number[]] = [[], []];
  let [ipsHeld, snipsHeld] = [0, 0];
  for (let trial = 0; trial < trials; trial++) {
    const rows: LoggedRow[] = Array.from({ length: 2000 }, () => {
      const film = drawnFrom(logging, random);
      const reward = Number(random() < (liking[film] ?? 0));
      return { propensity: logging[film] ?? 0, target: judged[film] ?? 0, reward };
    });
    const found = estimateOffPolicy(rows);
    ips.push(found.ips.value);
    snips.push(found.snips?.value ?? NaN);
    ipsHeld += Number(found.ips.low <= truth && truth <= found.ips.high);
    snipsHeld += Number((found.snips?.low ?? 1) <= truth && truth <= (found.snips?.high ?? 0));
    near(found.meanWeight, 1, 0.4);
  }
  t.diagnostic(
    `truth ${truth.toFixed(4)}, IPS ${summarise(ips).mean.toFixed(4)}, SNIPS ${summarise(snips).mean.toFixed(4)}`,
  );
  t.diagnostic(
    `coverage: IPS ${((100 * ipsHeld) / trials).toFixed(1)} %, SNIPS ${((100 * snipsHeld) / trials).toFixed(1)} %`,
  );
  const bias = summarise(ips);
  near(bias.mean, truth, 3.5 * bias.error);
  near(summarise(snips).mean, truth, 0.005);
  for (const held of [ipsHeld, snipsHeld]) near(held / trials, 0.95, 0.02);
  const spread = (values: number[]): number => summarise(values).error;
  assert.ok(spread(snips) < spread(ips), 'self-normalising pays');
});

test('simulation: rows of one list share its visitor; with the lists told the interval holds, without it does not', (t) => {
  const random = seededRandom(21);
  const trials = 1000;
  let [told, untold] = [0, 0];
  for (let trial = 0; trial < trials; trial++) {
    const rows = Array.from({ length: 60 }, (_, list) => {
      const mood = random() < 0.5 ? 0.1 : 0.7;
      return Array.from({ length: 10 }, () => ({ propensity: 1, reward: Number(random() < mood), list: String(list) }));
    }).flat();
    const holds = ({ low, high }: { low: number; high: number }): number => Number(low <= 0.4 && 0.4 <= high);
    told += holds(estimateOffPolicy(rows).ips);
    untold += holds(estimateOffPolicy(rows.map(({ propensity, reward }) => ({ propensity, reward }))).ips);
  }
  t.diagnostic(`coverage: lists told ${(told / 10).toFixed(1)} %, not told ${(untold / 10).toFixed(1)} %`);
  near(told / trials, 0.95, 0.025);
  assert.ok(untold / trials < 0.8);
});

test('simulation: lists of the exploration slot tell what a list with another film in fifth place would have earned', (t) => {
  const random = seededRandom(4);
  const ranked = Array.from({ length: 40 }, (_, film) => ({ film, score: -film }));
  const policy = exploration(ranked, { top: 10, away: new Set() });
  const film = 17;
  const liked = 0.35;
  const rows: LoggedRow[] = Array.from({ length: 60_000 }, (_, list) => {
    const fifth = policy.draw(random)[4];
    const reward = Number(random() < (fifth?.film === film ? liked : 0.1));
    return { propensity: fifth?.propensity ?? 0, reward, target: Number(fifth?.film === film), list: String(list) };
  });
  const { ips, snips, meanWeight } = estimateOffPolicy(rows);
  t.diagnostic(
    `truth ${liked}, IPS ${ips.value.toFixed(3)} ±${ips.error.toFixed(3)}, SNIPS ${snips?.value.toFixed(3)}`,
  );
  near(ips.value, liked, 3 * ips.error);
  near(snips?.value ?? NaN, liked, 3 * (snips?.error ?? 0));
  near(meanWeight, 1, 0.5);
});
