import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { seededRandom } from '#kernels/random.ts';
import { createRidge } from '#kernels/ridge.ts';
import { createSquares, factorGram, substitute } from '#kernels/squares.ts';
import { assertClose, gaussian } from './matrices.ts';

const floats = (length: number, seed: number): Float32Array => {
  const random = seededRandom(seed);
  return Float32Array.from({ length }, () => 2 * random() - 1);
};

/** Y'·Y by its definition. */
function squares(factors: ArrayLike<number>, n: number, d: number): number[][] {
  return Array.from({ length: d }, (_, r) =>
    Array.from({ length: d }, (__, c) => {
      let sum = 0;
      for (let k = 0; k < n; k++) sum += (factors[k * d + r] ?? 0) * (factors[k * d + c] ?? 0);
      return sum;
    }),
  );
}

test('factorise and substitute solve what elimination solves', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 6 }), fc.nat(), (quarter, seed) => {
      const n = 4 * quarter;
      const matrix = squares(floats(2 * n * n, seed), 2 * n, n);
      for (const [i, row] of matrix.entries()) row[i] = (row[i] ?? 0) + 1;
      const side = Float64Array.from(floats(n, seed + 1));
      const expected = gaussian(matrix, [...side]);
      // Only the lower triangle may be read.
      const squared = createSquares(n);
      squared.matrix.set(matrix.flatMap((row, i) => row.map((value, j) => (j <= i ? value : Number.NaN))));
      squared.factorise();
      substitute(squared.matrix, n, side);
      assertClose(side, expected, 1e-9);
    }),
  );
});

test('a matrix that is not positive definite, or holds NaN, is refused with a sentence', () => {
  const squared = createSquares(4);
  squared.matrix.set([1, 0, 0, 0, 1, 1]);
  assert.throws(() => squared.factorise(), /not positive definite at row 1 of 4/);
  squared.matrix.fill(Number.NaN);
  assert.throws(() => squared.factorise(), /not positive definite at row 0/);
});

test("Y'·Y is the sum of the squares, whatever the number of rows", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 200 }), fc.constantFrom(4, 8, 12), fc.nat(), (n, d, seed) => {
      const factors = floats(n * d, seed);
      const found = factorGram(factors, n, d);
      const expected = squares(factors, n, d);
      for (let r = 0; r < d; r++)
        for (let c = 0; c <= r; c++)
          assert.ok(Math.abs((found[r * d + c] ?? Number.NaN) - (expected[r]?.[c] ?? 0)) < 1e-10);
    }),
  );
});

test('rows times an upper triangle', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 64 }), fc.constantFrom(4, 8, 12), fc.nat(), (rows, d, seed) => {
      const { panel, upper, times } = createSquares(d);
      panel.set(floats(rows * d, seed));
      for (let r = 0; r < d; r++) for (let c = r; c < d; c++) upper[r * d + c] = ((seed + 7 * r + 3 * c) % 11) - 5;
      const found = times(rows);
      for (let r = 0; r < rows; r++)
        for (let c = 0; c < d; c++) {
          let sum = 0;
          for (let k = 0; k < d; k++) sum += (panel[r * d + k] ?? 0) * (upper[k * d + c] ?? 0);
          assert.ok(Math.abs((found[r * d + c] ?? Number.NaN) - sum) < 1e-12);
        }
    }),
  );
});

test('a ridge is the regularised least squares of its rows and targets', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(4, 8, 16),
      fc.array(fc.integer({ min: 0, max: 149 }), { maxLength: 150 }),
      fc.boolean(),
      fc.nat(),
      (d, seen, aimed, seed) => {
        const factors = floats(150 * d, seed);
        const gram = Float64Array.from(squares(floats(20 * d, seed + 1), 20, d).flat());
        const targets = floats(seen.length, seed + 2);
        const ridge = createRidge(d);
        const rows = seen.map((row) => [...factors.subarray(row * d, (row + 1) * d)]);
        const matrix = Array.from({ length: d }, (_, r) =>
          Array.from({ length: d }, (__, c) =>
            rows.reduce(
              (sum, row) => sum + (row[r] ?? 0) * (row[c] ?? 0),
              (gram[r * d + c] ?? 0) + (r === c ? 0.5 : 0),
            ),
          ),
        );
        const side = Array.from({ length: d }, (_, r) =>
          rows.reduce((sum, row, k) => sum + (row[r] ?? 0) * (aimed ? (targets[k] ?? 0) : 1), 0),
        );
        const found = ridge.solve({
          gram,
          lambda: 0.5,
          factors,
          indices: Int32Array.from([99, ...seen]),
          first: 1,
          end: seen.length + 1,
          ...(aimed ? { targets: Float32Array.of(99, ...targets) } : {}),
        });
        assertClose(found, gaussian(matrix, side), 1e-8);
        const other = new Float64Array(d).fill(1);
        ridge.again(other);
        assertClose(
          other,
          gaussian(
            matrix,
            Array.from(other, () => 1),
          ),
          1e-8,
        );
      },
    ),
  );
});

test('a number of factors that is no multiple of 4 is refused with a sentence', () => {
  assert.throws(() => createRidge(10), /a multiple of 4, not 10/);
});
