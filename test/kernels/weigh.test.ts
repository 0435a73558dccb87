import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { dotRows } from '#kernels/csr.ts';
import { documentFrequency, dropRareColumns, rowProducts, shrunkTfIdf, sideBySide, softBins } from '#kernels/weigh.ts';
import { assertClose, denseMatrix, dot, sparse, written, type Dense } from './matrices.ts';

const frequencyOf = ({ columns, cells }: Dense): number[] =>
  Array.from({ length: columns }, (_, c) => cells.filter((row) => row[c] !== 0).length);

test('the document frequency counts the rows that hold a column', () => {
  fc.assert(
    fc.property(denseMatrix(), (matrix) =>
      assert.deepEqual([...documentFrequency(sparse(matrix))], frequencyOf(matrix)),
    ),
  );
});

test('shrunk TF-IDF, from its formula', () => {
  fc.assert(
    fc.property(denseMatrix({ least: 0 }), fc.constantFrom(0, 1, 15), (matrix, shrink) => {
      const frequency = frequencyOf(matrix);
      const filled = matrix.cells.filter((row) => row.some((value) => value !== 0)).length;
      const expected = matrix.cells.map((row) => {
        const weighed = row.map((value, c) => (value === 0 ? 0 : value * Math.log((filled + 1) / (frequency[c] ?? 0))));
        const length = Math.sqrt(dot(weighed, weighed) + shrink);
        return weighed.map((value) => (length > 0 ? value / length : 0));
      });
      assertClose(written(shrunkTfIdf(sparse(matrix), shrink)).flat(), expected.flat());
    }),
  );
});

test('without shrinkage a filled row has length 1; the more shrinkage, the shorter', () => {
  fc.assert(
    fc.property(denseMatrix({ rows: [1, 8], columns: [1, 8], least: 0 }), (matrix) => {
      const lengths = [0, 1, 10].map((shrink) => shrunkTfIdf(sparse(matrix), shrink)).map((m) => dotRows(m, 0, 0));
      const filled = matrix.cells[0]?.some((value) => value !== 0) ?? false;
      assertClose(lengths.slice(0, 1), [filled ? 1 : 0]);
      if (filled) assert.ok((lengths[0] ?? 0) > (lengths[1] ?? 0) && (lengths[1] ?? 0) > (lengths[2] ?? 0));
    }),
  );
});

test('soft bins: length 1, likeness falls as the values part, 0 beyond two steps, NaN is empty', () => {
  const bins = { low: 1890, high: 2040, step: 10 };
  const year = fc.integer({ min: 1890, max: 2040 });
  const likeness = (a: number, b: number): number => dotRows(softBins(Float32Array.of(a, b), bins), 0, 1);
  fc.assert(
    fc.property(year, fc.nat(60), fc.nat(60), (a, near, further) => {
      assertClose([likeness(a, a)], [1]);
      const [close, far] = [Math.min(near, further), Math.max(near, further)].map((gap) => Math.min(2040, a + gap));
      assert.ok(likeness(a, close ?? a) >= likeness(a, far ?? a) - 1e-6);
      if ((far ?? a) - a >= 20) assert.equal(likeness(a, far ?? a), 0);
    }),
  );
  const matrix = softBins(Float32Array.of(Number.NaN, 1895, 1700, 2500, 2040), bins);
  const rows = written(matrix);
  assert.deepEqual([...matrix.indptr], [0, 0, 2, 3, 4, 5]);
  assertClose(rows[1]?.slice(0, 3) ?? [], [Math.SQRT1_2, Math.SQRT1_2, 0]);
  assert.equal(rows[2]?.[0], 1, 'what is below is in the first bin');
  assert.deepEqual(rows[3], rows[4], 'what is above is in the last');
});

test('soft bins stay in range whatever the step', () => {
  fc.assert(
    fc.property(fc.float({ min: Math.fround(0.1), max: 3, noNaN: true }), fc.float({ noNaN: true }), (step, value) => {
      written(softBins(Float32Array.of(value), { low: 3, high: 9.5, step }));
    }),
  );
});

test('row products: the dot product of two rows is the product of theirs', () => {
  fc.assert(
    fc.property(denseMatrix({ rows: [4, 4] }), denseMatrix({ rows: [4, 4] }), (left, right) => {
      const [a, b] = [sparse(left), sparse(right)];
      const both = rowProducts(a, b);
      const expected = left.cells.map((row, r) => row.flatMap((x) => (right.cells[r] ?? []).map((y) => x * y + 0)));
      assert.deepEqual(written(both), expected);
      for (let r = 0; r < 4; r++)
        for (let s = 0; s < 4; s++) assertClose([dotRows(both, r, s)], [dotRows(a, r, s) * dotRows(b, r, s)]);
    }),
  );
});

test('side by side: the rows one after the other, each part weighed', () => {
  const parts = fc.array(fc.tuple(denseMatrix({ rows: [3, 3], columns: [0, 4] }), fc.integer({ min: 1, max: 4 })), {
    minLength: 1,
    maxLength: 4,
  });
  fc.assert(
    fc.property(parts, (list) => {
      const joined = sideBySide(list.map(([matrix, weight]) => ({ matrix: sparse(matrix), weight })));
      const expected = [0, 1, 2].map((r) =>
        list.flatMap(([{ cells }, weight]) => (cells[r] ?? []).map((value) => value * weight)),
      );
      assert.deepEqual(written(joined), expected);
    }),
  );
  assert.deepEqual(written(sideBySide([])), []);
});

test('dropping rare columns keeps the others in order, and says which', () => {
  fc.assert(
    fc.property(denseMatrix(), fc.nat(4), (matrix, atLeast) => {
      const wanted = frequencyOf(matrix).flatMap((count, c) => (count >= atLeast ? [c] : []));
      const { matrix: compact, kept } = dropRareColumns(sparse(matrix), atLeast);
      assert.deepEqual([...kept], wanted);
      assert.equal(compact.columns, wanted.length);
      assert.deepEqual(
        written(compact),
        matrix.cells.map((row) => wanted.map((c) => row[c] ?? 0)),
      );
    }),
  );
});
