import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { givePlaces } from '#recommend/rare-places.ts';

const films = (...list: number[]) => list.map((film) => ({ film }));

test('a share of 0.2 gives the last two places of each ten', () => {
  const main = films(...Array(30).keys());
  const other = films(100, 0, 101, 102, 103);
  const list = givePlaces(main, other, { share: 0.2, top: 20 }).map(({ film }) => film);
  assert.deepEqual(list, [0, 1, 2, 3, 4, 5, 6, 7, 100, 101, 8, 9, 10, 11, 12, 13, 14, 15, 102, 103]);
});

test('nothing twice, orders kept, as long as can be; 0 is the main list and 1 the other', () => {
  const rankings = fc.uniqueArray(fc.nat(40), { maxLength: 30 });
  fc.assert(
    fc.property(rankings, rankings, fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(25), (a, b, share, top) => {
      const list = givePlaces(films(...a), films(...b), { share, top }).map(({ film }) => film);
      assert.equal(new Set(list).size, list.length);
      assert.equal(list.length, Math.min(top, new Set([...a, ...b]).size));
      assert.deepEqual(givePlaces(films(...a), films(...b), { share: 0, top: a.length }), films(...a));
      assert.deepEqual(givePlaces(films(...a), films(...b), { share: 1, top: b.length }), films(...b));
    }),
  );
});
