import { test } from 'node:test';
import * as fc from 'fast-check';
import { createRowDots } from '#kernels/row-dots.ts';
import { assertClose, dot } from './matrices.ts';

test('the dot product of every flagged row, one query after the other, whatever the depth', () => {
  const sizes = fc.record({ rows: fc.integer({ min: 0, max: 9 }), depth: fc.integer({ min: 1, max: 70 }) });
  const world = sizes.chain(({ rows, depth }) => {
    const query = fc.array(fc.integer({ min: -8, max: 8 }), { minLength: depth, maxLength: depth });
    return fc.record({
      depth: fc.constant(depth),
      cells: fc.array(fc.integer({ min: -128, max: 127 }), { minLength: rows * depth, maxLength: rows * depth }),
      flags: fc.uint8Array({ min: 0, max: 1, minLength: rows, maxLength: rows }),
      queries: fc.array(query, { minLength: 1, maxLength: 3 }),
    });
  });
  fc.assert(
    fc.property(world, fc.boolean(), ({ depth, cells, flags, queries }, whole) => {
      const matrix = whole ? Int8Array.from(cells) : Float32Array.from(cells, (cell) => cell / 16);
      const ask = createRowDots(matrix, flags.length, depth);
      const rows = Array.from(flags, (_, r) => [...matrix.subarray(r * depth, (r + 1) * depth)]);
      for (const query of queries)
        assertClose(
          ask(query),
          rows.map((row) => dot(row, query)),
          0,
        );
      for (const query of queries)
        assertClose(
          ask(query, flags),
          rows.map((row, r) => (flags[r] === 1 ? dot(row, query) : 0)),
          0,
        );
    }),
    { numRuns: 100 },
  );
});
