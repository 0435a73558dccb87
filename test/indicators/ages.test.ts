import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import * as fc from 'fast-check';
import {
  agesOf,
  clusteredMean,
  meanAge,
  meanBounds,
  medianAge,
  medianBounds,
  quantileAge,
} from '#indicators/parts/ages.ts';
import { seededRandom } from '#kernels/random.ts';

const histogram = (values: readonly number[], unknown = 0): Parameters<typeof agesOf>[0][number] => {
  const counts = Map.groupBy(values, (value) => value);
  const ages = [...counts.keys()].toSorted((a, b) => a - b);
  return { ages, counts: ages.map((age) => counts.get(age)?.length ?? 0), unknown };
};
const ages = fc.array(fc.integer({ min: 5, max: 100 }), { minLength: 1, maxLength: 60 });
const medianOf = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
};

suite('ages, known and not', () => {
  test('histograms add up; the median, the quartiles and the mean are those of the values', () => {
    fc.assert(
      fc.property(ages, ages, (one, other) => {
        const all = agesOf([histogram(one, 2), histogram(other, 3)]);
        const values = [...one, ...other];
        assert.deepEqual([all.known, all.unknown], [values.length, 5]);
        assert.equal(medianAge(all).value, medianOf(values));
        assert.equal(quantileAge(all, 0), Math.min(...values));
        assert.ok(Math.abs(meanAge(all).value - values.reduce((sum, age) => sum + age, 0) / values.length) < 1e-9);
      }),
    );
  });

  test('whatever the ages not known, within those seen, the median and the mean of all lie between the worst bounds', () => {
    fc.assert(
      fc.property(ages, fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 80 }), (known, places) => {
        const [low, high] = [Math.min(...known), Math.max(...known)];
        const hidden = places.map((place) => Math.round(low + place * (high - low)));
        const seen = agesOf([histogram(known, hidden.length)]);
        const truth = [...known, ...hidden];
        const mean = truth.reduce((sum, age) => sum + age, 0) / truth.length;
        const about = meanBounds(seen).worst;
        assert.ok(about.low - 1e-9 <= mean && mean <= about.high + 1e-9);
        // The bounds are of distributions; between two people the median is any age from one to the other.
        const sorted = truth.toSorted((a, b) => a - b);
        const [left, right] = [
          sorted[Math.floor((sorted.length - 1) / 2) - 1] ?? low,
          sorted[Math.ceil((sorted.length - 1) / 2) + 1] ?? high,
        ];
        const { worst, plausible } = medianBounds(seen);
        assert.ok(worst.low <= right && left <= worst.high, `${worst.low} to ${worst.high}, true ${left} to ${right}`);
        assert.ok(worst.low <= plausible.low && plausible.low <= plausible.high && plausible.high <= worst.high);
      }),
    );
  });

  test('nothing unknown: both bounds are the median; everything unknown but a few: as far as the ages seen', () => {
    const known = Array.from({ length: 101 }, (_, i) => i);
    const { worst, plausible } = medianBounds(agesOf([histogram(known)]));
    assert.deepEqual(
      [worst, plausible],
      [
        { low: 50, high: 50 },
        { low: 50, high: 50 },
      ],
    );
    assert.deepEqual(medianBounds(agesOf([histogram(known, 500)])).worst, { low: 0, high: 100 });
    // A third of all unknown: order (2/3 - 1/2) / (2/3) = 1/4, and 3/4; were they like a half, 3/8 and 5/8.
    const third = medianBounds(agesOf([histogram(known, 50.5)]));
    assert.deepEqual(third.worst, { low: 25, high: 75 });
    assert.ok(Math.abs(third.plausible.low - 37.5) < 1e-9 && Math.abs(third.plausible.high - 62.5) < 1e-9);
  });

  test('P7: where the young are not known, the known mislead, the bounds hold, and the coverage tells', () => {
    const random = seededRandom(7);
    let misled = 0;
    for (let run = 0; run < 300; run++) {
      const truth = Array.from({ length: 400 }, () => 18 + Math.floor(60 * random() * random()));
      const known = truth.filter((age) => random() < (age < 30 ? 0.4 : 0.9));
      const seen = agesOf([histogram(known, truth.length - known.length)]);
      const share = seen.known / (seen.known + seen.unknown);
      assert.equal(share, known.length / 400);
      const { low, high } = medianAge(seen);
      const median = medianOf(truth);
      if (median < low || median > high) misled++;
      const { worst } = medianBounds(seen);
      assert.ok(worst.low <= median && median <= worst.high);
    }
    assert.ok(misled > 200, `the known alone mislead ${misled} times in 300`);
  });

  test('P7: where a person has several credits, the interval that takes people as draws covers 95 %, the naive one does not', () => {
    const random = seededRandom(11);
    const runs = 1500;
    const [covered, naive] = [{ n: 0 }, { n: 0 }];
    // A person's credits spread over ages around their own; how many they have does not depend on it.
    const expected = 45;
    for (let run = 0; run < runs; run++) {
      const values: number[] = [];
      const sums = { people: 120, sum: 0, squares: 0, products: 0, credits: 0 };
      for (let person = 0; person < sums.people; person++) {
        const own = expected + 40 * (random() - 0.5);
        const n = 1 + Math.floor(6 * random() * random());
        let s = 0;
        for (let credit = 0; credit < n; credit++) {
          const age = own + 6 * (random() - 0.5);
          values.push(age);
          s += age;
        }
        sums.sum += s;
        sums.squares += s * s;
        sums.products += s * n;
        sums.credits += n * n;
      }
      const { low, high, value } = clusteredMean(values.length, sums);
      if (low <= expected && expected <= high) covered.n++;
      const spread = Math.sqrt(
        values.reduce((sum, age) => sum + (age - value) ** 2, 0) / (values.length - 1) / values.length,
      );
      if (Math.abs(value - expected) <= 1.96 * spread) naive.n++;
    }
    assert.ok(Math.abs(covered.n / runs - 0.95) <= 0.02, `${covered.n / runs}`);
    assert.ok(naive.n / runs < 0.92, `the naive interval covers ${naive.n / runs}`);
  });

  test('P7: the mean age of distinct people is covered', () => {
    const random = seededRandom(3);
    let covered = 0;
    for (let run = 0; run < 1500; run++) {
      const values = Array.from({ length: 80 }, () => 20 + Math.floor(random() * 61));
      const { low, high } = meanAge(agesOf([histogram(values)]));
      if (low <= 50 && 50 <= high) covered++;
    }
    assert.ok(Math.abs(covered / 1500 - 0.95) <= 0.02, `${covered / 1500}`);
  });
});
