import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { betaCells } from '#kernels/statistics/beta-cells.ts';
import { incompleteBeta } from '#kernels/statistics/special.ts';
import { partySum } from '#kernels/statistics/party-sum.ts';

const near = (a: number, b: number, within: number): void =>
  assert.ok(Math.abs(a - b) <= within, `${a} is not within ${within} of ${b}`);

test('who comes, against every choice of parties counted one by one', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 10 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (sizes, p) => {
        const parties = Array.from({ length: 9 }, (_, at) => sizes.filter((size) => size === at + 1).length);
        const slow = new Float64Array(sizes.reduce((sum, size) => sum + size, 0) + 1);
        for (let choice = 0; choice < 2 ** sizes.length; choice++) {
          const come = sizes.filter((_, at) => ((choice >> at) & 1) === 1);
          const people = come.reduce((sum, size) => sum + size, 0);
          slow[people] = (slow[people] ?? 0) + p ** come.length * (1 - p) ** (sizes.length - come.length);
        }
        const fast = partySum(parties, p);
        assert.equal(fast.length, slow.length);
        slow.forEach((mass, k) => near(fast[k] ?? Number.NaN, mass, 1e-12));
      },
    ),
    { numRuns: 60 },
  );
});

test('beyond 150 parties the normal law is near the exact one', () => {
  // the same parties, split in two: each half is exact
  const [half, whole] = [
    [40, 50, 20, 10],
    [80, 100, 40, 20],
  ];
  const [part, all] = [partySum(half, 0.3), partySum(whole, 0.3)];
  const exact = new Float64Array(all.length);
  part.forEach((a, i) => part.forEach((b, j) => (exact[i + j] = (exact[i + j] ?? 0) + a * b)));
  let [below, under] = [0, 0];
  exact.forEach((mass, k) => {
    below += mass;
    under += all[k] ?? 0;
    near(under, below, 0.01);
  });
  near(under, 1, 1e-9);
});

test('the parts of a beta law are those of its distribution, and sum to one', () => {
  for (const [a, b] of [
    [1.8, 4.2],
    [0.03, 2.9],
    [14, 34],
  ] as const) {
    const cells = betaCells(a, b, 60);
    near(
      cells.reduce((sum, mass) => sum + mass, 0),
      1,
      1e-12,
    );
    near(
      cells.subarray(0, 20).reduce((sum, mass) => sum + mass, 0),
      incompleteBeta(a, b, 1 / 3),
      1e-12,
    );
  }
});
