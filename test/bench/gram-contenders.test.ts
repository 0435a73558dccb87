import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { csrFromTriplets } from '#kernels/csr.ts';
import { createPool } from '#kernels/pool.ts';
import { autoencoder, gramContenders } from '../../bench/peers/gram-contenders.ts';
import { cosines, itemCosine, sumOfRows } from '../../bench/peers/item-cosine.ts';
import { partOf } from '#evaluate/viewers.ts';

const pool = createPool({ threads: 2 });
after(() => pool[Symbol.asyncDispose]());

// Viewers like {0, 1}, {0, 1}, {1, 2}, {0}: the Gram matrix is 3 2 0 / 2 3 1 / 0 1 1.
const together = Float32Array.of(3, 2, 0, 2, 3, 1, 0, 1, 1);
const close = (found: ArrayLike<number>, wanted: readonly number[]): void => {
  assert.equal(found.length, wanted.length);
  for (const [at, value] of wanted.entries())
    assert.ok(Math.abs((found[at] ?? 0) - value) < 1e-5, `${at}: ${found[at]}`);
};

test('cosines by hand; with one neighbour, each film keeps the nearest', () => {
  const near = 1 / Math.sqrt(3);
  close(cosines(together, 3), [0, 2 / 3, 0, 2 / 3, 0, near, 0, near, 0]);
  close(cosines(together, 3, 1), [0, 2 / 3, 0, 2 / 3, 0, near, 0, 0, 0]);
  const into = new Float32Array(3);
  sumOfRows(cosines(together, 3), 3)([0, 2], into);
  close(into, [0, 2 / 3 + near, 0]);
});

test('a linear autoencoder of two films by hand', async () => {
  // A = G + l2·I + p/(1-p)·diag G with G = 2 1 / 1 2, l2 = 1, p = 1/2: 5 1 / 1 5, P = 1/24 · (5 -1 / -1 5), B = -P / diag P off the diagonal: 1/5.
  const weights = await autoencoder(pool, Float32Array.of(2, 1, 1, 2), 2, { l2: 1, dropout: 0.5 });
  close(weights, [0, 1 / 5, 1 / 5, 0]);
  close(await autoencoder(pool, Float32Array.of(2, 1, 1, 2), 2, { l2: 1, dropout: 0 }), [0, 1 / 3, 1 / 3, 0]);
});

test('the contenders share one Gram matrix: popularity counts, cosines agree with the plain ones', async () => {
  const viewers = Array.from({ length: 60 }, (_, viewer) => viewer).filter((viewer) => partOf(viewer) === 'train');
  const liked = (viewer: number): number[] => [viewer % 5, (viewer + 1) % 5, 5 + (viewer % 2)];
  const rows = viewers.flatMap((_, at) => [at, at, at]);
  const columns = viewers.flatMap(liked);
  const train = csrFromTriplets(
    viewers.length,
    7,
    Int32Array.from(rows),
    Int32Array.from(columns),
    new Float32Array(rows.length).fill(1),
  );
  using made = await gramContenders(pool, train, {
    autoencoders: [{ name: 'EASE', l2: 5, dropout: 0 }],
    neighbours: [2],
  });
  assert.deepEqual(
    made.contenders.map(({ name }) => name),
    ['popularity', 'item cosine', 'item cosine, 2 neighbours', 'EASE'],
  );
  const [popularity, cosine] = await Promise.all(made.contenders.slice(0, 2).map(({ make }) => make()));
  const [found, plain] = [new Float32Array(7), new Float32Array(7)];
  popularity?.score([], found);
  close(
    found,
    [0, 1, 2, 3, 4, 5, 6].map((film) => columns.filter((column) => column === film).length),
  );
  cosine?.score([1, 5], found);
  itemCosine(new Map(viewers.map((viewer) => [viewer, liked(viewer)])), 7).score([1, 5], plain);
  close(found, [...plain]);
});
