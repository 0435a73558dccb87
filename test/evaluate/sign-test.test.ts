import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { signTest } from '#evaluate/sign-test.ts';
import { seededRandom } from '#kernels/random.ts';

/** The chance of each number of wins, by multiplying out (p + q)^n: slow and obvious. */
function chances(n: number, share: number): number[] {
  let row = [1];
  for (let trial = 0; trial < n; trial++)
    row = Array.from({ length: row.length + 1 }, (_, k) => (row[k] ?? 0) * (1 - share) + (row[k - 1] ?? 0) * share);
  return row;
}
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const near = (a: number, b: number): void => assert.ok(Math.abs(a - b) < 1e-9, `${a} and ${b}`);

test('p and the interval, against the multiplied-out binomial', () => {
  fc.assert(
    fc.property(fc.nat(60), fc.nat(60), fc.constantFrom(0.05, 0.2), (wins, losses, alpha) => {
      const n = wins + losses;
      const found = signTest(wins, losses, { alpha });
      const even = chances(n, 0.5);
      near(found.p, Math.min(1, 2 * sum(even.slice(Math.max(wins, losses)))));
      if (wins > 0) near(sum(chances(n, found.low).slice(wins)), alpha / 2);
      else assert.equal(found.low, 0);
      if (losses > 0) near(sum(chances(n, found.high).slice(0, wins + 1)), alpha / 2);
      else assert.equal(found.high, 1);
      assert.ok(found.low <= found.share && found.share <= found.high);
      const turned = signTest(losses, wins, { alpha });
      near(turned.low, 1 - found.high);
      near(turned.p, found.p);
    }),
    { numRuns: 60 },
  );
  assert.deepEqual(signTest(0, 0), { wins: 0, losses: 0, share: 0.5, low: 0, high: 1, p: 1, anytimeP: 1 });
});

test('large numbers stay numbers', () => {
  const { low, high, p, anytimeP } = signTest(50_500, 49_500);
  // Normal approximation: 0.505 ± 1.96 x 0.00158, z = 3.16.
  assert.ok(Math.abs(low - 0.5019) < 1e-4 && Math.abs(high - 0.5081) < 1e-4 && p > 0.0014 && p < 0.0017);
  assert.ok(anytimeP > p);
  assert.equal(signTest(5000, 0).p, 0);
  assert.ok(signTest(5000, 0).low > 0.999);
});

test('the interval holds the truth 95 times in a hundred or more, p gives 5 false alarms in a hundred at most', (t) => {
  for (const share of [0.5, 0.63]) {
    const chance = chances(80, share);
    const tests = chance.map((_, wins) => signTest(wins, 80 - wins));
    const held = sum(chance.filter((_, wins) => (tests[wins]?.low ?? 1) <= share && share <= (tests[wins]?.high ?? 0)));
    assert.ok(held >= 0.95 && held < 0.98, `${held}`);
    if (share === 0.5) {
      const alarms = sum(chance.filter((_, wins) => (tests[wins]?.p ?? 0) <= 0.05));
      t.diagnostic(`exact: coverage ${held.toFixed(4)}, false alarms ${alarms.toFixed(4)}`);
      assert.ok(alarms <= 0.05 && alarms > 0.02);
    }
  }
});

test('looked at after every trial: p cries wolf, anytimeP does not', (t) => {
  const random = seededRandom(17);
  const met = new Map<string, { p: number; anytimeP: number }>();
  const look = (wins: number, n: number): { p: number; anytimeP: number } => {
    const found = met.get(`${wins} ${n}`) ?? signTest(wins, n - wins);
    met.set(`${wins} ${n}`, found);
    return found;
  };
  const runs = 1000;
  let [naive, safe] = [0, 0];
  for (let run = 0; run < runs; run++) {
    let wins = 0;
    let [naiveAlarm, safeAlarm] = [false, false];
    for (let n = 1; n <= 200; n++) {
      wins += Number(random() < 0.5);
      const { p, anytimeP } = look(wins, n);
      naiveAlarm ||= p <= 0.05;
      safeAlarm ||= anytimeP <= 0.05;
    }
    naive += Number(naiveAlarm);
    safe += Number(safeAlarm);
  }
  t.diagnostic(`ever an alarm in 200 looks: p ${(naive / 10).toFixed(1)} %, anytimeP ${(safe / 10).toFixed(1)} %`);
  assert.ok(safe / runs <= 0.05 && naive / runs > 0.15);
});
