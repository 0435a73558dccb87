import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { benjaminiHochberg } from '#kernels/statistics/false-discovery.ts';

/** The step-up procedure as published: reject the k least, k the last with p(k) <= k·q / n. */
function rejected(pValues: readonly number[], q: number): Set<number> {
  const order = [...pValues.keys()].sort((a, b) => (pValues[a] ?? 0) - (pValues[b] ?? 0));
  const last = order.findLastIndex((at, k) => (pValues[at] ?? 0) <= ((k + 1) * q) / order.length);
  return new Set(order.slice(0, last + 1));
}

test('the fifteen p-values of the example of Benjamini & Hochberg 1995: four discoveries at 5 %', () => {
  const pValues = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
  ];
  const q = benjaminiHochberg(Float64Array.from(pValues));
  assert.equal(q.filter((one) => one <= 0.05).length, 4);
  assert.ok(Math.abs((q[3] ?? 1) - (0.0095 * 15) / 4) < 1e-15);
  // The fifth passes only at 0.0201 x 15 / 5.
  assert.ok(Math.abs((q[4] ?? 1) - 0.0603) < 1e-12);
  assert.equal(q[14], 1);
});

test('what has a q-value at most q is what the procedure rejects at q, in any order, with ties', () => {
  const pValue = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 0.01, 0.05, 1));
  fc.assert(
    fc.property(fc.array(pValue, { maxLength: 40 }), fc.double({ min: 0.001, max: 0.999, noNaN: true }), (some, q) => {
      const found = benjaminiHochberg(Float64Array.from(some));
      const expected = rejected(some, q);
      for (const [at, one] of found.entries()) {
        assert.ok(one >= (some[at] ?? 1) - 1e-15 && one <= 1);
        if (Math.abs(one - q) > 1e-12) assert.equal(one <= q, expected.has(at));
      }
    }),
  );
});
