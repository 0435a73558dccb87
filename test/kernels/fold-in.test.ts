import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { addLogLift, addRow, logInPlace, tangentLog, type WeightRows } from '#kernels/fold-in.ts';
import { denseMatrix, sparse, type Dense } from './matrices.ts';

/** A matrix of quarters in packed form: multiples of a scale of a quarter. */
function packed(matrix: Dense, wide: boolean): WeightRows {
  const { indptr, indices, values } = sparse(matrix);
  return {
    starts: indptr,
    columns: wide ? indices : Uint16Array.from(indices),
    values: Int16Array.from(values, (value) => value * 4),
    scales: new Float32Array(matrix.cells.length).fill(0.25),
  };
}

const filled = denseMatrix({ rows: [1, 6] });
const quarters = fc.integer({ min: -8, max: 8 }).map((n) => n / 4);

test('adding a weighted row is adding its cells one by one', () => {
  fc.assert(
    fc.property(filled, quarters, fc.boolean(), (matrix, weight, wide) => {
      const weights = packed(matrix, wide);
      for (const [r, row] of matrix.cells.entries()) {
        const into = new Float32Array(matrix.columns).fill(1);
        addRow(into, weights, r, weight);
        assert.deepEqual(
          [...into],
          row.map((cell) => 1 + weight * cell),
        );
      }
    }),
  );
});

test('the log lift of a row is that of the formula, held at the least; cells that are not kept are left alone', () => {
  fc.assert(
    fc.property(filled, quarters, fc.constantFrom(0.02, 0.5, 2), fc.boolean(), (matrix, weight, base, wide) => {
      const weights = packed(matrix, wide);
      const bases = new Float32Array(matrix.columns).fill(base);
      for (const [r, row] of matrix.cells.entries()) {
        const into = new Float32Array(matrix.columns).fill(1);
        addLogLift(into, weights, r, { base: bases, weight, least: 0.1 });
        for (const [j, cell] of row.entries()) {
          const expected = 1 + (cell === 0 ? 0 : weight * Math.log(Math.max(0.1, 1 + cell / base)));
          assert.ok(Math.abs((into[j] ?? 0) - expected) <= 1e-5 * Math.max(1, Math.abs(expected)), `${r}, ${j}`);
        }
      }
    }),
  );
});

const number = fc.double({ min: -1e3, max: 1e3, noNaN: true });
const floors = fc.double({ min: 1e-6, max: 10, noNaN: true });

test('the continued logarithm rises everywhere, and is the logarithm from its floor on', () => {
  fc.assert(
    fc.property(number, number, floors, (a, b, floor) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)];
      assert.ok(tangentLog(low, floor) <= tangentLog(high, floor));
      if (high - low > 1e-9 * (Math.abs(high) + floor)) assert.ok(tangentLog(low, floor) < tangentLog(high, floor));
      if (high >= floor) assert.equal(tangentLog(high, floor), Math.log(high));
      else if (high > 0) assert.ok(tangentLog(high, floor) >= Math.log(high) - 1e-12);
    }),
    { numRuns: 500 },
  );
});

test('it has no step and no corner at its floor', () => {
  fc.assert(
    fc.property(floors, (floor) => {
      const step = 1e-4 * floor;
      const [below, at, above] = [floor - step, floor, floor + step].map((value) => tangentLog(value, floor));
      const [left, right] = [(at ?? 0) - (below ?? 0), (above ?? 0) - (at ?? 0)];
      assert.ok(Math.abs(left - 1e-4) < 1e-9 && Math.abs(right - 1e-4) < 1e-7, `${left}, ${right}`);
    }),
  );
});

test('a whole vector at once, with what is added', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(number, number), { maxLength: 20 }), floors, (pairs, floor) => {
      const into = Float32Array.from(pairs, ([value]) => value);
      const addend = Float32Array.from(pairs, ([, value]) => value);
      const expected = into.map((value, j) => tangentLog(value, floor) + (addend[j] ?? 0));
      logInPlace(into, floor, addend);
      assert.deepEqual(into, expected);
    }),
  );
});
