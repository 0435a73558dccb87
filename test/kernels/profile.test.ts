import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { transpose } from '#kernels/csr.ts';
import {
  addToProfile,
  emptyProfile,
  latentDot,
  latentScores,
  profileScores,
  sharedCells,
  tasteTimesPrior,
} from '#kernels/profile.ts';
import { latentScoresOf, profileScoresOf, tasteTimesPriorOf } from '#kernels/profile-rows.ts';
import { assertClose, denseMatrix, dot, sparse } from './matrices.ts';

const steps = fc.array(fc.tuple(fc.nat(5), fc.constantFrom(-1, -0.5, 0, 0.5, 1)), { maxLength: 30 });

test('profile scores are the dot products with the sum of the weighted rows, call after call on one scratch', () => {
  fc.assert(
    fc.property(
      denseMatrix({ rows: [6, 6], columns: [1, 5] }),
      fc.array(steps, { minLength: 1, maxLength: 4 }),
      (matrix, calls) => {
        const csr = sparse(matrix);
        const profile = emptyProfile(matrix.columns);
        for (const call of calls) {
          for (const [row, weight] of call) addToProfile(profile, csr, row, weight);
          const into = new Float32Array(6).fill(2);
          profileScores(profile, transpose(csr), into);
          const sum = Array.from({ length: matrix.columns }, (_, c) =>
            call.reduce((total, [row, weight]) => total + weight * (matrix.cells[row]?.[c] ?? 0), 0),
          );
          assertClose(
            into,
            matrix.cells.map((row) => 2 + dot(row, sum)),
          );
          assert.equal(profile.size, 0);
          assert.ok(
            profile.weight.every((weight) => weight === 0),
            'the scratch is clean',
          );
        }
      },
    ),
    { numRuns: 300 },
  );
});

test('for some rows alone, what all rows get; nothing of the others is touched', () => {
  fc.assert(
    fc.property(
      denseMatrix({ rows: [6, 6], columns: [1, 5] }),
      steps,
      fc.uniqueArray(fc.nat(5)),
      fc.array(fc.constantFrom(0, 1), { minLength: 6, maxLength: 6 }),
      (matrix, call, some, flags) => {
        const [csr, rows, known] = [sparse(matrix), Int32Array.from(some), Uint8Array.from(flags)];
        const latent = Int8Array.from({ length: 6 * 3 }, (_, at) => ((at * 37) % 19) - 9);
        const [query, prior] = [Float32Array.of(1, -2, 0.5), Float32Array.of(0, 1, 2, 3, 4, 5)];
        const [all, alone] = [new Float32Array(6).fill(2), new Float32Array(6).fill(2)];
        const profile = emptyProfile(matrix.columns);
        for (const [row, weight] of call) addToProfile(profile, csr, row, weight);
        profileScores(profile, transpose(csr), all);
        latentScores(latent, 3, query, 0.1, known.fill(1), all);
        tasteTimesPrior(all, 1.5, prior, Uint8Array.from(flags));
        for (const [row, weight] of call) addToProfile(profile, csr, row, weight);
        profileScoresOf(profile, csr, rows, alone);
        latentScoresOf(latent, query, 0.1, rows, alone);
        tasteTimesPriorOf(alone, 1.5, prior, Uint8Array.from(flags), rows);
        assertClose(
          [...rows].map((row) => (alone[row] === -Infinity ? -1e6 : (alone[row] ?? 0))),
          [...rows].map((row) => (all[row] === -Infinity ? -1e6 : (all[row] ?? 0))),
        );
        for (const row of [0, 1, 2, 3, 4, 5]) if (!some.includes(row)) assert.equal(alone[row], 2);
        assert.equal(profile.size, 0);
        assert.ok(profile.weight.every((weight) => weight === 0) && profile.held.every((flag) => flag === 0));
      },
    ),
    { numRuns: 200 },
  );
});

test('latent scores and dots, odd depths too', () => {
  const world = fc.integer({ min: 0, max: 7 }).chain((depth) =>
    fc.record({
      depth: fc.constant(depth),
      latent: fc.int8Array({ minLength: 5 * depth, maxLength: 5 * depth }),
      query: fc.array(fc.integer({ min: -9, max: 9 }), { minLength: depth, maxLength: depth }),
      flags: fc.array(fc.constantFrom(0, 1), { minLength: 5, maxLength: 5 }),
    }),
  );
  fc.assert(
    fc.property(world, ({ depth, latent, query, flags }) => {
      const rows = Array.from({ length: 5 }, (_, r) => [...latent.subarray(r * depth, (r + 1) * depth)]);
      const into = new Float32Array(5).fill(1);
      latentScores(latent, depth, Float32Array.from(query), 0.5, Uint8Array.from(flags), into);
      assertClose(
        into,
        rows.map((row, r) => (flags[r] === 1 ? 1 + 0.5 * dot(row, query) : 1)),
        1e-3,
      );
      for (const [a, left] of rows.entries())
        for (const [b, right] of rows.entries()) assert.equal(latentDot(latent, depth, a, b) + 0, dot(left, right) + 0);
    }),
  );
});

test('taste times prior: a logarithm, the prior, and -Infinity where the flag is 0', () => {
  const into = Float32Array.of(0.999, -3, 5);
  tasteTimesPrior(into, 2, Float32Array.of(0.25, 0, 1), Uint8Array.of(1, 1, 0));
  assertClose(into.subarray(0, 2), [0.25, 2 * Math.log(0.001)]);
  assert.equal(into[2], -Infinity);
});

test('the cells that two rows share', () => {
  fc.assert(
    fc.property(denseMatrix({ rows: [2, 5] }), (matrix) => {
      const [a = [], b = []] = matrix.cells;
      const expected = a.flatMap((value, column) => {
        const product = value * (b[column] ?? 0);
        return product === 0 ? [] : [{ column, product }];
      });
      assert.deepEqual(sharedCells(sparse(matrix), 0, 1), expected);
    }),
  );
});
