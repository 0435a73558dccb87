import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { bestList } from '#kernels/best-list.ts';
import { gramIndex, mostShared } from '#kernels/gram-index.ts';

const words = fc
  .array(fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), minLength: 1, maxLength: 6 }), { maxLength: 4 })
  .map((list) => list.join(' '));

function grams(text: string): Set<string> {
  const led = text
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => ` ${word}`);
  return new Set(
    led.flatMap((word) => Array.from({ length: Math.max(0, word.length - 2) }, (_, at) => word.slice(at, at + 3))),
  );
}

test('the texts that share most trigrams come first, counted as sets of strings', () => {
  fc.assert(
    fc.property(fc.array(words, { maxLength: 40 }), words, fc.integer({ min: 1, max: 50 }), (texts, query, most) => {
      const index = gramIndex(texts);
      const asked = grams(query);
      const expected = texts
        .map((text, at) => ({ text: at, shared: grams(text).intersection(asked).size }))
        .filter(({ shared }) => shared > 0)
        .toSorted((a, b) => b.shared - a.shared || a.text - b.text)
        .slice(0, most);
      assert.deepEqual(mostShared(index, query, most, 1e9), expected);
      assert.deepEqual(mostShared(index, query, most, 1e9), expected, 'the counters are clean afterwards');
    }),
  );
});

test('a budget leaves the frequent trigrams out, never the rarest', () => {
  const texts = [...Array.from({ length: 50 }, () => 'abc'), 'abc xyz'];
  assert.deepEqual(mostShared(gramIndex(texts), 'abc xyz', 5, 10), [{ text: 50, shared: 2 }]);
});

test('a best list keeps the lowest costs, ties to the lower item', () => {
  const pair = fc.tuple(fc.nat(5), fc.nat(99)).map(([cost, item]) => ({ cost, item }));
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 60 }), fc.integer({ min: 0, max: 12 }), (pairs, size) => {
      const list = bestList(size);
      for (const { cost, item } of pairs) list.offer(cost, item);
      const expected = pairs.toSorted((a, b) => a.cost - b.cost || a.item - b.item).slice(0, size);
      assert.deepEqual(list.ranked(), expected);
    }),
  );
});
