import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { decodeArtefact, encodeArtefact } from '#kernels/artefact.ts';
import type { KeptRow } from '#kernels/keep-rows.ts';
import {
  packedArrays,
  packedBytes,
  packedFrom,
  packedWeight,
  packRows,
  type PackedRows,
} from '#models/collaborative/packed-rows.ts';

const width = 9;
const size = fc.oneof(
  fc.double({ min: 1e-30, max: 1e-6, noNaN: true }),
  fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
);
const value = fc.oneof(
  fc.constant(0),
  size,
  size.map((one) => -one),
);
const rows = fc.array(
  fc.array(value, { minLength: width, maxLength: width }).map((row) => Float32Array.from(row)),
  { maxLength: 8 },
);

/** The `most` largest of a row in size, its own column left out. */
function keepOfRow(row: Float32Array, most: number, own: number): KeptRow {
  const large = (j: number): number => Math.abs(row[j] ?? 0);
  const columns = Int32Array.from([...row.keys()].filter((j) => j !== own && large(j) > 0))
    .toSorted((a, b) => large(b) - large(a) || a - b)
    .slice(0, most)
    .toSorted();
  return { columns, values: Float32Array.from(columns, (j) => row[j] ?? 0) };
}

/** Written as an artefact and read back. */
function throughFile(packed: PackedRows, height: number): PackedRows {
  const header = { kind: 'test', version: 1, vocabulary: '' };
  const read = decodeArtefact(encodeArtefact({ header, arrays: packedArrays('a', packed) }), header);
  assert.ok(typeof read !== 'string');
  const back = packedFrom('a', read.arrays, height);
  assert.ok(back !== null);
  return back;
}

test('written and read back, no weight is further than half a scale from what it was, and none but the kept', () => {
  fc.assert(
    fc.property(rows, fc.integer({ min: 0, max: width }), (matrix, most) => {
      const kept = matrix.map((row, r) => keepOfRow(row, most, r));
      const packed = throughFile(packRows(kept, width), matrix.length);
      for (const [r, row] of matrix.entries()) {
        const largest = (kept[r]?.values ?? new Float32Array()).reduce((top, one) => Math.max(top, Math.abs(one)), 0);
        const scale = packed.scales[r] ?? Number.NaN;
        assert.equal(scale, Math.fround(largest / 32_767));
        assert.ok((kept[r]?.columns.length ?? 0) <= most && packedWeight(packed, r, r) === 0);
        for (const [column, cell] of row.entries()) {
          const found = packedWeight(packed, r, column);
          if (kept[r]?.columns.includes(column)) {
            assert.ok(Math.abs(found - cell) <= scale * 0.51, `${cell} became ${found}`);
          } else assert.equal(found, 0);
        }
      }
    }),
    { numRuns: 300 },
  );
});

test('the largest weight of a row fits its 16 bits, whatever its size', () => {
  fc.assert(
    fc.property(fc.float({ min: Math.fround(1e-30), max: Math.fround(3e38), noNaN: true }), (largest) => {
      const row = { columns: Int32Array.of(0, 1), values: Float32Array.of(largest, -largest) };
      const packed = packRows([row], 2);
      assert.deepEqual([...packed.values], [32_767, -32_767]);
    }),
    { numRuns: 1000 },
  );
});

test('from 65 537 columns on, columns are 32 bits wide', () => {
  for (const [columns, bits] of [
    [65_536, 16],
    [65_537, 32],
  ] as const) {
    const row = { columns: Int32Array.of(0, columns - 1), values: Float32Array.of(0.5, -1) };
    const packed = throughFile(
      packRows([row, { columns: new Int32Array(0), values: new Float32Array(0) }], columns),
      2,
    );
    assert.equal(packed.columns.BYTES_PER_ELEMENT * 8, bits);
    assert.equal(packed.columns[1], columns - 1);
    assert.ok(Math.abs(packedWeight(packed, 0, columns - 1) + 1) < 1e-4);
    assert.equal(packedWeight(packed, 0, columns - 2), 0);
    assert.equal(packedWeight(packed, 1, columns - 1), 0);
    assert.equal(packedBytes(packed), 3 * 4 + (2 * bits) / 8 + 2 * 2 + 2 * 4);
  }
});

test('arrays that are missing, of another type or length are refused', () => {
  const packed = packRows([keepOfRow(Float32Array.of(0, 1, 2), 3, 0), keepOfRow(Float32Array.of(3, 0, 2), 3, 1)], 3);
  const arrays = packedArrays('a', packed);
  assert.ok(packedFrom('a', arrays, 2) !== null);
  assert.equal(packedFrom('b', arrays, 2), null);
  assert.equal(packedFrom('a', arrays, 3), null);
  for (const name of Object.keys(arrays)) {
    const { [name]: _, ...rest } = arrays;
    assert.equal(packedFrom('a', rest, 2), null, `without ${name}`);
    assert.equal(packedFrom('a', { ...arrays, [name]: new Int8Array(9) }, 2), null, `${name} of another type`);
    const short = arrays[name]?.slice(0, -1);
    if (short !== undefined) assert.equal(packedFrom('a', { ...arrays, [name]: short }, 2), null, `${name} too short`);
  }
});
