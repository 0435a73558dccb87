import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { csrFromTriplets, type Csr } from '#kernels/csr.ts';
import { gram } from '#kernels/gram.ts';
import { createPool } from '#kernels/pool.ts';
import { feedbackBench, feedbackDefaults } from '../../bench/feedback.ts';
import { gramOf, itemWeights, mix } from '../../bench/feedback/mixture.ts';
import { feedbackTables } from '../../bench/feedback/report.ts';
import { basketsOf, feedbackWorld } from '../../bench/feedback/world.ts';

const pool = createPool({ threads: 2 });
after(() => pool[Symbol.asyncDispose]());
const size = { films: 40, publicViewers: 120, ownVisitors: 30, testPeople: 20, difference: 1 };

function stacked(a: Csr, b: Csr): Csr {
  const rowOf = ({ indptr, rows, indices }: Csr, first: number): number[] =>
    Array.from(
      indices,
      (_, at) =>
        first + Array.from({ length: rows }, (__, row) => row).findLastIndex((row) => (indptr[row] ?? 0) <= at),
    );
  return csrFromTriplets(
    a.rows + b.rows,
    a.columns,
    Int32Array.from([...rowOf(a, 0), ...rowOf(b, a.rows)]),
    Int32Array.from([...a.indices, ...b.indices]),
    Float32Array.from([...a.values, ...b.values]),
  );
}

test('the mixture is the weighted Gram matrix of all people together', async () => {
  const { publicLikes, ownLikes } = feedbackWorld(size, 3);
  const weights = Float32Array.from({ length: 150 }, (_, row) => (row < 120 ? 0.25 : 1));
  const together = await gram(pool, stacked(publicLikes, ownLikes), weights);
  const [common, own] = [await gramOf(pool, publicLikes), await gramOf(pool, ownLikes)];
  assert.deepEqual(mix(common, own, 0.25), Float32Array.from(together));
  assert.deepEqual([mix(common, own, 0), mix(common, own, 'public')], [own, common]);
  pool.free(together);
});

test('item weights solve their equations: each film is regressed on the others', async () => {
  const { films } = size;
  const g = await gramOf(pool, feedbackWorld(size, 4).publicLikes);
  const b = await itemWeights(pool, g, films);
  const at = (matrix: Float32Array, i: number, j: number): number => matrix[i * films + j] ?? NaN;
  const floor = (0.05 * Array.from({ length: films }, (_, i) => at(g, i, i)).reduce((sum, v) => sum + v, 0)) / films;
  for (let j = 0; j < films; j++) {
    assert.equal(at(b, j, j), 0);
    // (G + Lambda) b_j = g_j + a multiple of the unit vector j: every row but j.
    for (let i = 0; i < films; i++) {
      if (i === j) continue;
      let left = (9 * at(g, i, i) + floor) * at(b, i, j);
      for (let f = 0; f < films; f++) left += at(g, i, f) * at(b, f, j);
      assert.ok(Math.abs(left - at(g, i, j)) < 1e-2, `${i} ${j}: ${left} and ${at(g, i, j)}`);
    }
  }
  const twice = await itemWeights(
    pool,
    g.map((value) => 2 * value),
    films,
  );
  for (const [place, value] of b.entries())
    assert.ok(Math.abs(value - (twice[place] ?? NaN)) < 1e-5, 'proportions alone count');
});

test('the world is seeded, and a basket and its targets are the likes', () => {
  const world = feedbackWorld(size, 5);
  assert.deepEqual(feedbackWorld(size, 5), world);
  for (const [row, { basket, targets }] of basketsOf(world.ownTest, 3, 1).entries()) {
    const likes = world.ownTest.indices.subarray(world.ownTest.indptr[row], world.ownTest.indptr[row + 1]);
    assert.equal(basket.length, 3);
    assert.deepEqual(
      [...basket, ...targets].toSorted((x, y) => x - y),
      [...likes],
    );
  }
});

test('a small run: without own visitors it is the public model, with them it learns, and the same seed prints the same', async () => {
  const options = { ...feedbackDefaults, films: 60, publicViewers: 400, testPeople: 120, own: [0, 150], worlds: 2 };
  const rows = await feedbackBench(options);
  const [none, some] = rows;
  assert.deepEqual(none?.chosen, none?.fixed[0]);
  assert.deepEqual(
    [none?.gain, none?.taus],
    [
      [0, 0],
      ['public', 'public'],
    ],
  );
  assert.ok((some?.gain[0] ?? 0) > 0.02, `${some?.gain}`);
  assert.ok((some?.chosen.mean ?? 0) >= Math.max(...(some?.fixed ?? []).map(({ mean }) => mean)) - 0.03);
  assert.equal(feedbackTables(await feedbackBench(options), options), feedbackTables(rows, options));
});
