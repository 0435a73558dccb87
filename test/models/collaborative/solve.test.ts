import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import * as fc from 'fast-check';
import { createPool } from '#kernels/pool.ts';
import { seededRandom } from '#kernels/random.ts';
import { expectMoments } from '#models/collaborative/moments.ts';
import { packedWeight } from '#models/collaborative/packed-rows.ts';
import type { Draw } from '#models/collaborative/parameters.ts';
import { solveMoments, type Solved } from '#models/collaborative/solve.ts';
import { assertClose, dot, gaussian, sparse } from '../../kernels/matrices.ts';
import { draws, everyBasket, smallWorld, type Expected, type SmallWorld, type Square } from './baskets-oracle.ts';

const pool = createPool({ threads: 2 });
after(() => pool[Symbol.asyncDispose]());

const ridges = fc.constantFrom(0.05, 0.3, 2);
const exponents = fc.constantFrom(0, 0.5);
/** Worlds that teach something. */
const worlds = smallWorld({ films: [2, 7], viewers: [1, 8] }).filter(({ cells }) =>
  cells.some((row) => row.reduce((sum, value) => sum + value, 0) >= 2),
);

async function solved(
  { likes }: SmallWorld,
  how: { draw: Draw; ridge: number; viewerExponent: number },
  keep = likes.columns,
): Promise<Solved> {
  return solveMoments(pool, await expectMoments(pool, likes, how), how, { keep });
}

/** B of the documented formula, row by row; its diagonal, which no list uses, is 0. */
function formula({ together, leading, inBasket, toFind, weight, drawn, teachers }: Expected, ridge: number): Square {
  const n = inBasket.length;
  const matrix = together.map((row, i) =>
    row.map(
      (value, j) =>
        value -
        ((inBasket[i] ?? 0) * (inBasket[j] ?? 0)) / weight +
        // The least ridge lets a film that is in no basket have an inverse.
        (i === j ? Math.max((ridge * drawn) / teachers, 1e-9) : 0),
    ),
  );
  const columns = Array.from({ length: n }, (_, j) =>
    gaussian(
      matrix,
      leading.map((row, i) => (row[j] ?? 0) - ((inBasket[i] ?? 0) * (toFind[j] ?? 0)) / weight),
    ),
  );
  return Array.from({ length: n }, (_, i) => columns.map((column, j) => (i === j ? 0 : (column[i] ?? 0))));
}

const dense = ({ weights }: Solved, n: number): Square =>
  Array.from({ length: n }, (_, i) => Array.from({ length: n }, (__, j) => packedWeight(weights, i, j)));

test('without pruning, the matrix and the intercept are those of the formula in 64 bits', async () => {
  await fc.assert(
    fc.asyncProperty(worlds, draws, ridges, exponents, async (world, draw, ridge, viewerExponent) => {
      const how = { draw, ridge, viewerExponent };
      const found = await solved(world, how);
      const expected = everyBasket(world, how);
      const matrix = formula(expected, ridge);
      assertClose(dense(found, world.films).flat(), matrix.flat(), 2e-4);
      const intercept = expected.toFind.map(
        (y, j) =>
          (y -
            dot(
              expected.inBasket,
              matrix.map((row) => row[j] ?? 0),
            )) /
          expected.weight,
      );
      assertClose(found.intercept, intercept, 5e-4);
    }),
    { numRuns: 150 },
  );
});

test('pruned or not, the expected score of every film is its expected target', async () => {
  await fc.assert(
    fc.asyncProperty(worlds, draws, ridges, fc.integer({ min: 0, max: 7 }), async (world, draw, ridge, keep) => {
      const how = { draw, ridge, viewerExponent: 0 };
      const found = await solved(world, how, keep);
      const { inBasket, toFind, weight } = everyBasket(world, how);
      const matrix = dense(found, world.films);
      for (const row of matrix) assert.ok(row.filter((value) => value !== 0).length <= keep);
      const score = toFind.map(
        (_, j) =>
          (found.intercept[j] ?? 0) +
          dot(
            inBasket,
            matrix.map((row) => row[j] ?? 0),
          ) /
            weight,
      );
      assertClose(
        score,
        toFind.map((y) => y / weight),
        5e-4,
      );
    }),
    { numRuns: 150 },
  );
});

test('what is kept of a row is what is largest of it', async () => {
  await fc.assert(
    fc.asyncProperty(worlds, draws, fc.integer({ min: 1, max: 5 }), async (world, draw, keep) => {
      const how = { draw, ridge: 0.3, viewerExponent: 0 };
      const [whole, pruned] = [
        dense(await solved(world, how), world.films),
        dense(await solved(world, how, keep), world.films),
      ];
      for (const [i, row] of pruned.entries()) {
        const least = Math.min(...row.filter((value) => value !== 0).map(Math.abs));
        for (const [j, value] of row.entries()) {
          const full = whole[i]?.[j] ?? 0;
          if (value === 0) assert.ok(Math.abs(full) <= least * (1 + 1e-3) || !Number.isFinite(least));
          else assert.ok(Math.abs(value - full) < 1e-4);
        }
      }
    }),
    { numRuns: 60 },
  );
});

test('baskets of one by their short way are those of the general one', async () => {
  await fc.assert(
    fc.asyncProperty(worlds, ridges, exponents, async (world, ridge, viewerExponent) => {
      const short = await solved(world, { draw: { films: 1 }, ridge, viewerExponent });
      // So small a share draws one film of any number of likes, and takes the way of the inverse.
      const general = await solved(world, { draw: { share: 1e-9 }, ridge, viewerExponent });
      assertClose(dense(short, world.films).flat(), dense(general, world.films).flat(), 2e-4);
      assertClose(short.intercept, general.intercept, 2e-4);
    }),
    { numRuns: 100 },
  );
});

test('with one film a basket the scores are the shares of those who liked it that like the other, but for a constant a film', async () => {
  const cells = [
    [1, 1, 0, 0],
    [1, 1, 0, 1],
    [1, 0, 1, 1],
    [0, 1, 1, 0],
  ];
  const world = { films: 4, cells, likes: sparse({ columns: 4, cells }) };
  // An exponent of -1 undoes that a viewer of many films draws each of them less often.
  const found = await solved(world, { draw: { films: 1 }, ridge: 1e-4, viewerExponent: -1 });
  const share = (i: number, j: number): number => {
    const likers = cells.filter((row) => row[i] === 1);
    return likers.filter((row) => row[j] === 1).length / likers.length;
  };
  for (const j of cells.keys()) {
    const others = [...cells.keys()].filter((i) => i !== j);
    const apart = others.map((i) => packedWeight(found.weights, i, j) - share(i, j));
    assertClose(
      apart,
      apart.map(() => apart[0] ?? 0),
      0.002,
    );
  }
});

test('more films than a panel has rows, and the memory is given back', { timeout: 60_000 }, async () => {
  const random = seededRandom(4);
  const cells = Array.from({ length: 500 }, () => Array.from({ length: 400 }, () => Number(random() < 0.02)));
  const likes = sparse({ columns: 400, cells });
  const world = { films: 400, cells, likes };
  for (const draw of [{ films: 1 }, { films: 3 }]) {
    const how = { draw, ridge: 0.3, viewerExponent: 0 };
    const found = await solved(world, how);
    const moments = await expectMoments(pool, likes, how);
    for (const j of [0, 383, 384, 399]) {
      let score = moments.weight * (found.intercept[j] ?? 0);
      for (const [i, x] of moments.inBasket.entries()) score += x * packedWeight(found.weights, i, j);
      assert.ok(Math.abs(score - (moments.toFind[j] ?? 0)) < 1e-3 * moments.weight);
    }
    pool.free(moments.together);
    pool.free(moments.leading);
  }
  const free = pool.floats(1);
  const again = await solved(world, { draw: { films: 3 }, ridge: 0.3, viewerExponent: 0 });
  assert.equal(again.intercept.length, 400);
  assert.equal(pool.floats(1).buffer.byteLength, free.buffer.byteLength);
});
