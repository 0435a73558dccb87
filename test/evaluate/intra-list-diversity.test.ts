import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { intraListDiversity } from '#evaluate/intra-list-diversity.ts';

test('values worked out by hand', () => {
  const table = new Map([
    ['1 2', 0.5],
    ['1 3', 0],
    ['2 3', 1],
  ]);
  const likeness = (a: number, b: number): number => table.get(`${Math.min(a, b)} ${Math.max(a, b)}`) ?? 0;
  assert.equal(intraListDiversity([1, 2, 3], likeness), 0.5);
  assert.equal(intraListDiversity([1], likeness), 0);
  assert.equal(intraListDiversity([], likeness), 0);
  assert.equal(
    intraListDiversity([1, 2], () => Number.NaN),
    1,
  );
});

test('one minus the mean likeness of all ordered pairs of different places', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(6), { minLength: 2, maxLength: 8 }),
      fc.array(fc.nat(10), { minLength: 49, maxLength: 49 }),
      (list, cells) => {
        const likeness = (a: number, b: number): number => ((cells[a * 7 + b] ?? 0) + (cells[b * 7 + a] ?? 0)) / 20;
        const pairs = list.flatMap((a, i) => list.flatMap((b, j) => (i === j ? [] : [likeness(a, b)])));
        const mean = pairs.reduce((sum, value) => sum + value, 0) / pairs.length;
        assert.ok(Math.abs(intraListDiversity(list, likeness) - (1 - mean)) < 1e-9);
      },
    ),
  );
});
