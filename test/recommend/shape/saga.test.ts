import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { fewOfEachSaga, sagaRepeats } from '#recommend/shape/saga.ts';
import { films, filmsIn, scoredList } from './lists.ts';

const sagaTable = fc
  .array(fc.integer({ min: -1, max: 3 }), { minLength: films, maxLength: films })
  .map((cells) => Int32Array.from(cells));

test('the first films of each saga stay, in their order; films of none all stay', () => {
  fc.assert(
    fc.property(scoredList, sagaTable, fc.integer({ min: 1, max: 3 }), (list, sagas, most) => {
      const expected = list.filter(
        ({ film }, place) =>
          sagas[film] === -1 || list.slice(0, place).filter((other) => sagas[other.film] === sagas[film]).length < most,
      );
      assert.deepEqual(fewOfEachSaga(list, sagas, most), expected);
      assert.equal(sagaRepeats(list, sagas, most), list.length - expected.length);
      assert.equal(sagaRepeats(expected, sagas, most), 0);
    }),
  );
});

test('two of five by default; a film unknown to the table is in no saga', () => {
  const list = [0, 1, 2, 3, 4, 99, 98, 97].map((film) => ({ film, score: -film }));
  assert.deepEqual(filmsIn(fewOfEachSaga(list, new Int32Array(5))), [0, 1, 99, 98, 97]);
});
