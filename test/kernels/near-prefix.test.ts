import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { keyTable, sortedOrder } from '#kernels/key-table.ts';
import { nearPrefix } from '#kernels/near-prefix.ts';
import { osaDistance, osaPrefixDistance } from '#kernels/osa.ts';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é'), maxLength: 9 });
const units = (text: string): Uint16Array => Uint16Array.from(text, (sign) => sign.charCodeAt(0));

// the textbook recursion, nothing shared with the kernels
function slowOsa(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const [x, y] = [a.at(-1), b.at(-1)];
  const ways = [
    slowOsa(a.slice(0, -1), b) + 1,
    slowOsa(a, b.slice(0, -1)) + 1,
    slowOsa(a.slice(0, -1), b.slice(0, -1)) + (x === y ? 0 : 1),
  ];
  if (a.length > 1 && b.length > 1 && x === b.at(-2) && y === a.at(-2))
    ways.push(slowOsa(a.slice(0, -2), b.slice(0, -2)) + 1);
  return Math.min(...ways);
}

function slowPrefix(query: string, text: string): number {
  return Math.min(...Array.from({ length: text.length + 1 }, (_, size) => slowOsa(query, text.slice(0, size))));
}

test('the alignment distances equal the textbook recursion', () => {
  const short = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
  fc.assert(
    fc.property(short, short, fc.integer({ min: 0, max: 4 }), (a, b, limit) => {
      assert.equal(osaDistance(a, b, limit), Math.min(slowOsa(a, b), limit + 1));
      assert.equal(osaPrefixDistance(a, b, limit), Math.min(slowPrefix(a, b), limit + 1));
    }),
    { numRuns: 300 },
  );
});

test('every key near the query is taken once with its prefix distance, and no other', () => {
  fc.assert(
    fc.property(
      fc.array(word, { maxLength: 60 }),
      word,
      fc.integer({ min: 0, max: 2 }),
      fc.integer({ min: 1, max: 6 }),
      (keys, query, limit, leaf) => {
        const order = sortedOrder(keys);
        const found = new Map<number, number>();
        nearPrefix(keyTable(keys, order, leaf), units(query), limit, (low, high, distance) => {
          for (let rank = low; rank < high; rank++) {
            assert.ok(!found.has(rank), 'taken twice');
            found.set(rank, distance);
          }
        });
        for (const [rank, at] of order.entries()) {
          const distance = osaPrefixDistance(query, keys[at] ?? '', 2);
          assert.equal(found.get(rank), distance <= limit ? distance : undefined, `${query} ~ ${keys[at]}`);
        }
      },
    ),
    { numRuns: 400 },
  );
});

test('the order is that of UTF-16 units', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), (keys) => {
      const sorted = [...sortedOrder(keys)].map((at) => keys[at]);
      assert.deepEqual(
        sorted,
        keys.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0)),
      );
    }),
  );
});
