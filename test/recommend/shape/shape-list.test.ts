import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { calibrate } from '#recommend/shape/calibration.ts';
import { mmr } from '#recommend/shape/mmr.ts';
import { fewOfEachSaga, sagaRepeats } from '#recommend/shape/saga.ts';
import { shapeList } from '#recommend/shape/shape-list.ts';
import { basketOf, films, genreTable, likenessTable, scoredList } from './lists.ts';

const none = new Int32Array(films).fill(-1);
const sagaTable = fc
  .array(fc.integer({ min: -1, max: 2 }), { minLength: films, maxLength: films })
  .map((cells) => Int32Array.from(cells));
const parts = [scoredList, basketOf, likenessTable, genreTable] as const;

test('without calibration it is MMR, without diversity it is calibration, without both the rule of sagas alone', () => {
  fc.assert(
    fc.property(...parts, sagaTable, (list, basket, likeness, genres, sagas) => {
      const given = { top: 8, basket, likeness, genres };
      assert.deepEqual(shapeList(list, { ...given, sagas: none, calibration: 0 }), mmr(list, likeness, { top: 8 }));
      assert.deepEqual(
        shapeList(list, { ...given, sagas: none, lambda: 1 }),
        calibrate(list, basket, genres, { top: 8 }),
      );
      assert.deepEqual(
        shapeList(list, { ...given, sagas, calibration: 0, lambda: 1 }),
        fewOfEachSaga(list, sagas).slice(0, 8),
      );
    }),
  );
});

test('never three of one saga, never shorter than the sagas make it, even when the pool runs out', () => {
  fc.assert(
    fc.property(...parts, sagaTable, fc.integer({ min: 1, max: 24 }), (list, basket, likeness, genres, sagas, pool) => {
      const found = shapeList(list, { top: 10, basket, likeness, genres, sagas, pool });
      assert.equal(sagaRepeats(found, sagas), 0);
      assert.equal(found.length, Math.min(10, fewOfEachSaga(list, sagas).length));
      assert.equal(new Set(found).size, found.length);
      assert.ok(found.every((item) => list.includes(item)));
    }),
  );
});
