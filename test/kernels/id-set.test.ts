import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { addId, hasId, idDifference, idSet, readIdNumber } from '#kernels/id-set.ts';

const limit = fc.integer({ min: 1, max: 200 });
const ids = fc.array(fc.oneof(fc.integer({ min: -5, max: 220 }), fc.constantFrom(31, 32, 63, 64)), { maxLength: 60 });

test('as a Set of numbers below the limit', () => {
  fc.assert(
    fc.property(limit, ids, (below, list) => {
      const set = idSet(below);
      const expected = new Set<number>();
      for (const id of list) {
        const fits = id >= 0 && id < below;
        assert.equal(addId(set, id), fits);
        if (fits) expected.add(id);
      }
      for (let id = -40; id < 260; id++) assert.equal(hasId(set, id), expected.has(id));
      assert.equal(addId(set, Number.NaN) || hasId(set, Number.NaN), false);
    }),
  );
});

test('the difference, rising', () => {
  fc.assert(
    fc.property(limit, ids, ids, (below, inA, inB) => {
      const [a, b] = [idSet(below), idSet(below)];
      for (const id of inA) addId(a, id);
      for (const id of inB) addId(b, id);
      const other = new Set(inB);
      const expected = [...new Set(inA)].filter((id) => id >= 0 && id < below && !other.has(id));
      assert.deepEqual(
        [...idDifference(a, b)],
        expected.toSorted((x, y) => x - y),
      );
    }),
  );
});

test('the number of an identifier, wherever it stands', () => {
  fc.assert(
    fc.property(fc.nat(99_999_999), fc.nat(5), fc.constantFrom('\t', ',', '\n', ''), (id, before, after) => {
      const bytes = Buffer.from(`${'x'.repeat(before)}tt${String(id).padStart(7, '0')}${after}`);
      assert.equal(readIdNumber(bytes, before), id);
    }),
  );
  for (const none of ['', 't', 'tt', 'tt\t7', '\\N\t']) assert.equal(readIdNumber(Buffer.from(none), 0), -1);
});
