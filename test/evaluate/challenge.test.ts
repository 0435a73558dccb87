import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { judgeChallenger, type Bout } from '#evaluate/challenge.ts';
import { seededRandom } from '#kernels/random.ts';

/** Viewers whose nDCG varies much from one to the next, and little between the two models. */
function bout(viewers: number, gain: number, { seed = 1, noise = 0.01 } = {}): Bout {
  const random = seededRandom(seed);
  const incumbent = Array.from({ length: viewers }, () => 0.2 + 0.5 * random());
  return { incumbent, challenger: incumbent.map((value) => value + gain + noise * (random() - 0.5)) };
}
const none: Bout = { incumbent: [], challenger: [] };

test('equal: replaced, a tie is not worse', () => {
  const same = bout(100, 0, { noise: 0 });
  const { replace, reason, strata } = judgeChallenger({ public: same, own: same });
  assert.ok(replace);
  assert.match(reason, /^The new model replaces .* 100 own visitors, nDCG 0\.\d{4} to 0\.\d{4}, \+0\.0000 \(95 %: /);
  assert.deepEqual(
    strata.map(({ name, viewers, difference, judged }) => [name, viewers, difference, judged]),
    [
      ['public', 100, 0, true],
      ['own', 100, 0, true],
    ],
  );
});

test('better: replaced; worse on both: not', () => {
  assert.ok(judgeChallenger({ public: bout(500, 0.02), own: bout(60, 0.03) }).replace);
  const { replace, reason } = judgeChallenger({ public: bout(500, -0.02), own: bout(60, -0.03) });
  assert.ok(!replace);
  assert.match(reason, /stays, the new one is worse on public viewers by more than 0\.002: /);
});

test('worse on one stratum: not, whichever it is, however good the other', () => {
  const onOwn = judgeChallenger({ public: bout(500, 0.1), own: bout(60, -0.02) });
  assert.ok(!onOwn.replace && onOwn.reason.includes('is worse on own visitors'));
  const onPublic = judgeChallenger({ public: bout(500, -0.02), own: bout(60, 0.1) });
  assert.ok(!onPublic.replace && onPublic.reason.includes('is worse on public viewers'));
});

test('a loss inside the margin passes on public viewers, never on own visitors', () => {
  const slight = bout(500, -0.001, { noise: 0.001 });
  assert.ok(judgeChallenger({ public: slight, own: bout(60, 0.01) }).replace);
  const { replace, reason } = judgeChallenger({ public: bout(500, 0.01), own: slight });
  assert.ok(!replace && reason.includes('a lower mean on own visitors'));
  assert.ok(!judgeChallenger({ public: slight, own: none }, { margin: 0.0005 }).replace);
});

test('a wider margin for public viewers lets a house that differs learn, and no further', () => {
  const bouts = (loss: number): { public: Bout; own: Bout } => ({ public: bout(500, -loss), own: bout(60, 0.05) });
  assert.ok(!judgeChallenger(bouts(0.04)).replace);
  assert.ok(judgeChallenger(bouts(0.04), { publicMargin: 0.05 }).replace);
  const { replace, reason } = judgeChallenger(bouts(0.06), { publicMargin: 0.05 });
  assert.ok(!replace && reason.includes('worse on public viewers by more than 0.05'));
  assert.ok(!judgeChallenger({ ...bouts(0), own: bout(60, -0.01) }, { publicMargin: 0.05 }).replace);
});

test('not shown to be no worse: it stays', () => {
  const { replace, reason } = judgeChallenger({ public: bout(500, 0.01), own: bout(40, 0.005, { noise: 0.4 }) });
  assert.ok(!replace && reason.includes('may be worse on own visitors'));
});

test('too few own visitors: said, and judged on public viewers alone; the other way round as well', () => {
  const few = judgeChallenger({ public: bout(500, 0.01), own: bout(19, -0.3) });
  assert.ok(few.replace);
  assert.match(few.reason, /own visitors are too few to judge on \(19 of 20\); 500 public viewers/);
  assert.ok(!judgeChallenger({ public: bout(500, 0.01), own: bout(20, -0.3) }).replace);
  const noPublic = judgeChallenger({ public: none, own: bout(60, 0.03) });
  assert.ok(noPublic.replace && noPublic.reason.includes('public viewers are too few to judge on (0 of 20)'));
});

test('nobody, values that are no numbers, and two sides that do not match', () => {
  for (const own of [none, bout(1, 1), bout(19, 1)]) {
    const { replace, reason } = judgeChallenger({ public: bout(3, 1), own });
    assert.ok(!replace && reason.includes('nobody to judge on'));
  }
  const broken = {
    incumbent: Array.from({ length: 30 }, () => 0.3),
    challenger: Array.from({ length: 30 }, () => NaN),
  };
  const { replace, reason } = judgeChallenger({ public: bout(500, 0.01), own: broken });
  assert.ok(!replace && reason.includes('not numbers'));
  assert.throws(
    () => judgeChallenger({ public: { incumbent: [1, 2], challenger: [1] }, own: none }),
    /2 viewers for one model, 1 for the other/,
  );
});

test('seeded; and a model is never replaced by one that loses for every viewer more than the margin', () => {
  fc.assert(
    fc.property(
      fc.nat(80),
      fc.nat(80),
      fc.integer(),
      fc.double({ min: 0.0021, max: 0.5, noNaN: true }),
      (n, m, seed, loss) => {
        const bouts = { public: bout(n, -loss, { seed, noise: 0 }), own: bout(m, -loss, { seed, noise: 0 }) };
        const verdict = judgeChallenger(bouts, { draws: 200 });
        assert.ok(!verdict.replace);
        assert.deepEqual(judgeChallenger(bouts, { draws: 200 }), verdict);
      },
    ),
    { numRuns: 40 },
  );
});

test('simulation: a model that loses as much as the margin passes 5 times in a hundred at most', (t) => {
  const trials = 400;
  const passes = (gain: number): number =>
    Array.from({ length: trials }, (_, trial) =>
      judgeChallenger(
        { public: bout(200, gain, { seed: 2 * trial, noise: 0.02 }), own: bout(60, 0.01, { seed: 2 * trial + 1 }) },
        { draws: 400 },
      ),
    ).filter(({ replace }) => replace).length / trials;
  const [atMargin, equal, better] = [passes(-0.002), passes(0), passes(0.002)];
  t.diagnostic(`passes: at the margin ${atMargin}, equal ${equal}, better ${better}`);
  assert.ok(atMargin <= 0.05 && equal > 0.9 && better > 0.99);
});
