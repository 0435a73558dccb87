import assert from 'node:assert/strict';
import { test } from 'node:test';
import { jackknifeError } from '#evaluate/jackknife.ts';
import { summarise } from '#evaluate/summary.ts';

test('of a mean, with as many groups as rows, it is the standard error of the mean', () => {
  const values = [3, 1, 4, 1, 5, 9, 2, 6];
  const mean = (keep: (row: number) => boolean): number => summarise(values.filter((_, row) => keep(row))).mean;
  assert.ok(Math.abs(jackknifeError(8, mean, { groups: 8 }) - summarise(values).error) < 1e-12);
});

test('worked out by hand: two groups, and nothing to leave out', () => {
  // Rows 0 and 2 kept: 10; rows 1 and 3 kept: 14. Mean 12, so sqrt(1/2 * (4 + 4)) = 2.
  const figure = (keep: (row: number) => boolean): number => (keep(0) ? 10 : 14);
  assert.equal(jackknifeError(4, figure, { groups: 2 }), 2);
  assert.equal(
    jackknifeError(1, () => 5),
    0,
  );
  assert.equal(
    jackknifeError(50, () => 5),
    0,
  );
});
