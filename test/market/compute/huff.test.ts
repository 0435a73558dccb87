import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { captured, huffShares } from '#market/compute/huff.ts';
import { huffFit, huffGrid, plausible, type HuffWorld } from '#market/compute/huff-fit.ts';

const size = fc.integer({ min: 1, max: 14 });
const time = fc.double({ min: 3, max: 120, noNaN: true });
const power = fc.record({
  alpha: fc.double({ min: 0, max: 2, noNaN: true }),
  beta: fc.double({ min: 0, max: 3, noNaN: true }),
});
const region = fc.tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 1, max: 8 })).chain(([places, homes]) =>
  fc.record({
    attraction: fc.array(size, { minLength: places, maxLength: places }),
    minutes: fc.array(fc.array(time, { minLength: places, maxLength: places }), {
      minLength: homes,
      maxLength: homes,
    }),
    people: fc.array(fc.integer({ min: 1, max: 20_000 }), { minLength: homes, maxLength: homes }),
  }),
);

describe('the model of Huff', () => {
  it('on paper: sizes 1 and 4, at 10 and 20 minutes, time squared', () => {
    // 1/100 against 4/400: as much each
    assert.deepEqual(huffShares([1, 4], [[10, 20]], { alpha: 1, beta: 2 }), [[0.5, 0.5]]);
    // 1/10 against 4/20: one third, two thirds
    const [[near = 0, far = 0] = []] = huffShares([1, 4], [[10, 20]], { alpha: 1, beta: 1 });
    assert.ok(Math.abs(near - 1 / 3) < 1e-12 && Math.abs(far - 2 / 3) < 1e-12);
  });

  it('shares everybody out', () => {
    fc.assert(
      fc.property(region, power, ({ attraction, minutes, people }, powers) => {
        const shares = huffShares(attraction, minutes, powers);
        for (const row of shares) assert.ok(Math.abs(row.reduce((sum, share) => sum + share, 0) - 1) < 1e-9);
        const all = people.reduce((sum, one) => sum + one, 0);
        const drawn = captured(people, shares).reduce((sum, one) => sum + one, 0);
        assert.ok(Math.abs(drawn - all) < 1e-6 * all);
      }),
    );
  });

  it('is the inverse of time where all places are as large, whatever alpha', () => {
    fc.assert(
      fc.property(region, fc.double({ min: 0, max: 2, noNaN: true }), ({ attraction, minutes }, alpha) => {
        const shares = huffShares(
          attraction.map(() => 7),
          minutes,
          { alpha, beta: 1 },
        );
        for (const [home, row] of minutes.entries()) {
          const inverse = row.map((one) => 1 / one);
          const all = inverse.reduce((sum, one) => sum + one, 0);
          for (const [at, one] of inverse.entries()) assert.ok(Math.abs((shares[home]?.[at] ?? 0) - one / all) < 1e-9);
        }
      }),
    );
  });

  it('draws more to a place that grows, and less to one that is farther', () => {
    fc.assert(
      fc.property(region, ({ attraction, minutes }) => {
        const share = (sizes: readonly number[], times: readonly (readonly number[])[]): number =>
          huffShares(sizes, times)[0]?.[0] ?? 0;
        const before = share(attraction, minutes);
        const larger = attraction.map((one, at) => (at === 0 ? one + 3 : one));
        const farther = minutes.map((row) => row.map((one, at) => (at === 0 ? one + 10 : one)));
        assert.ok(share(larger, minutes) >= before);
        assert.ok(share(attraction, farther) <= before);
      }),
    );
  });

  it('with neither power shares equally', () => {
    assert.deepEqual(huffShares([1, 9, 5, 2], [[5, 60, 20, 90]], { alpha: 0, beta: 0 }), [[0.25, 0.25, 0.25, 0.25]]);
  });
});

const world: HuffWorld = {
  people: [1000, 500],
  attraction: [1, 1, 4],
  minutes: [
    [10, 20, 20],
    [20, 10, 20],
  ],
  entries: [900, 100, null],
};

describe('how the model fits', () => {
  it('is the root mean square of the differences of shares', () => {
    const { error, leakage, captured: drawn } = huffFit(world, { alpha: 1, beta: 1 });
    // weights 0.1, 0.05, 0.2: shares 2/7, 1/7, 4/7
    const expected = [1000 * (2 / 7) + 500 / 7, 1000 / 7 + 500 * (2 / 7), 1500 * (4 / 7)];
    for (const [at, value] of expected.entries()) assert.ok(Math.abs((drawn[at] ?? 0) - value) < 1e-9);
    assert.ok(Math.abs(leakage - 4 / 7) < 1e-12);
    const [one = 0, two = 0] = expected;
    const first = one / (one + two) - 0.9;
    assert.ok(Math.abs(error - 100 * Math.abs(first)) < 1e-9, 'with two places both differ as much');
  });

  it('finds again the powers that made the entries', () => {
    const far: HuffWorld = {
      people: [900, 400, 1200, 300],
      attraction: [5, 2, 1, 3],
      minutes: [
        [5, 30, 45, 50],
        [30, 6, 40, 35],
        [20, 25, 15, 60],
        [60, 20, 30, 8],
      ],
      entries: [null, null, null, null],
    };
    const made = huffFit(far, { alpha: 1.2, beta: 2.5 }).captured;
    const grid = huffGrid({ ...far, entries: made });
    const [best] = grid.toSorted((a, b) => a.error - b.error);
    assert.deepEqual([best?.alpha, best?.beta], [1.2, 2.5]);
    assert.ok((best?.error ?? 1) < 1e-9);
  });

  it('keeps the pairs that the data cannot tell apart', () => {
    const fits = [2, 3, 5.4, 5.5, 9].map((error) => ({ alpha: 1, beta: 1, error, leakage: 0, captured: [] }));
    // six shares: three degrees of freedom, 0.05^(-1/3) = 2.714
    assert.deepEqual(
      plausible(fits, 6).map(({ error }) => error),
      [2, 3, 5.4],
    );
    assert.ok(plausible(fits, 20).length < 3, 'more places tell more apart');
    assert.equal(plausible(fits, 3).length, fits.length);
  });
});
