import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { byteIds } from '#kernels/byte-ids.ts';

test('numbers names as a Map of strings does, names that objects hold by birth among them', () => {
  const name = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty', '', '\uFEFFa'),
    fc.integer({ min: 0, max: 99_999 }).map(String),
  );
  fc.assert(
    fc.property(fc.array(name, { maxLength: 400 }), (names) => {
      const [ids, oracle] = [byteIds(), new Map<string, number>()];
      for (const text of names) {
        const bytes = Buffer.from(`(${text})`);
        if (!oracle.has(text)) oracle.set(text, oracle.size);
        assert.equal(ids.intern(bytes, 1, bytes.length - 1), oracle.get(text));
      }
      assert.equal(ids.size, oracle.size);
      assert.deepEqual(ids.texts(), [...oracle.keys()]);
    }),
  );
});

test('grows to many names and to long ones', () => {
  const ids = byteIds();
  const names = Array.from({ length: 50_000 }, (_, at) => (at % 5000 === 0 ? 'x'.repeat(60_000) + at : `viewer-${at}`));
  for (let pass = 0; pass < 2; pass++)
    for (const [at, name] of names.entries()) {
      const bytes = Buffer.from(name);
      assert.equal(ids.intern(bytes, 0, bytes.length), at);
    }
  assert.deepEqual(ids.texts(), names);
});
