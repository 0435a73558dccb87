import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { decodeArtefact, encodeArtefact, type Artefact, type ArtefactArray } from '#kernels/artefact.ts';

const expected = { kind: 'test', version: 3, vocabulary: 'films' };
const array: fc.Arbitrary<ArtefactArray> = fc.oneof(
  fc.int32Array({ maxLength: 9 }),
  fc.float32Array({ maxLength: 9 }),
  fc.int8Array({ maxLength: 9 }),
  fc.uint8Array({ maxLength: 9 }),
);
const artefact: fc.Arbitrary<Artefact> = fc.record({
  header: fc.string({ unit: 'grapheme' }).map((note) => ({ ...expected, note })),
  arrays: fc
    .array(fc.tuple(fc.constantFrom('a', 'b', 'été', 'long name'), array), { maxLength: 4 })
    .map((list) => Object.fromEntries(list)),
});
const sample = encodeArtefact({
  header: { ...expected, note: 'x' },
  arrays: {
    i: Int32Array.of(1, -2, 3),
    f: Float32Array.of(0.5),
    b: Int8Array.of(-1, 2, 3, 4, 5),
    u: Uint8Array.of(255),
  },
});

test('what is written is read back, type for type', () => {
  fc.assert(
    fc.property(artefact, (made) => {
      const read = decodeArtefact(encodeArtefact(made), expected);
      assert.ok(typeof read !== 'string');
      assert.deepEqual(read.header, made.header);
      assert.deepEqual(read.arrays, made.arrays);
    }),
  );
});

test('views on a larger array are written alone, and the same artefact gives the same bytes', () => {
  const whole = Int32Array.of(9, 8, 7, 6);
  const part = encodeArtefact({ header: expected, arrays: { x: whole.subarray(1, 3) } });
  assert.deepEqual(part, encodeArtefact({ header: expected, arrays: { x: Int32Array.of(8, 7) } }));
});

test('a buffer at any alignment', () => {
  for (let shift = 0; shift < 9; shift++) {
    const room = Buffer.alloc(sample.length + 16);
    const moved = room.subarray(shift, shift + sample.length);
    sample.copy(moved);
    assert.deepEqual(decodeArtefact(moved, expected), decodeArtefact(sample, expected));
  }
});

test('cut anywhere: a reason, never a throw', () => {
  for (let length = 0; length < sample.length; length++) {
    const reason = decodeArtefact(sample.subarray(0, length), expected);
    assert.equal(typeof reason, 'string', `cut after ${length} bytes`);
  }
});

test('one wrong byte anywhere, or one too many: a reason', () => {
  for (let at = 0; at < sample.length; at++) {
    for (const flip of [1, 128]) {
      const damaged = Buffer.from(sample);
      damaged[at] = (damaged[at] ?? 0) ^ flip;
      assert.equal(typeof decodeArtefact(damaged, expected), 'string', `byte ${at}`);
    }
  }
  assert.equal(typeof decodeArtefact(Buffer.concat([sample, Buffer.of(0)]), expected), 'string');
});

test('another kind, version or vocabulary: a reason that says which; no vocabulary asked, any will do', () => {
  assert.match(String(decodeArtefact(sample, { ...expected, kind: 'other' })), /kind test, not other/);
  assert.match(String(decodeArtefact(sample, { ...expected, version: 4 })), /version 3, not 4/);
  assert.match(String(decodeArtefact(sample, { ...expected, vocabulary: 'others' })), /another catalogue/);
  assert.ok(typeof decodeArtefact(sample, { kind: 'test', version: 3 }) !== 'string');
});

test('bytes that are no artefact: a reason', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) =>
      assert.equal(typeof decodeArtefact(Buffer.from(bytes), expected), 'string'),
    ),
  );
});
