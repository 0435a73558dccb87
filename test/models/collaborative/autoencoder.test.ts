import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import * as fc from 'fast-check';
import { createPool } from '#kernels/pool.ts';
import { denoise } from '#models/collaborative/autoencoder.ts';
import { packedWeight } from '#models/collaborative/packed-rows.ts';
import { assertClose, gaussian, sparse } from '../../kernels/matrices.ts';
import { smallWorld, type SmallWorld, type Square } from './baskets-oracle.ts';

const pool = createPool({ threads: 2 });
after(() => pool[Symbol.asyncDispose]());

type Asked = Parameters<typeof denoise>[2];
const ease: Asked = { dropout: 0, l2: 1, relaxation: 0, filmExponent: 0, viewerExponent: 0 };
const worlds = smallWorld({ films: [1, 7], viewers: [1, 10] });
const l2s = fc.constantFrom(0.2, 1, 5);

async function weightsOf(
  { likes, films }: SmallWorld,
  asked: Asked,
  viewerWeights?: Float32Array,
  keep = films,
): Promise<Square> {
  const { weights, intercept } = await denoise(pool, likes, asked, { keep, viewerWeights });
  assert.ok(intercept.every((value) => value === 0));
  return Array.from({ length: films }, (_, i) => Array.from({ length: films }, (__, j) => packedWeight(weights, i, j)));
}

/** G = X' diag(w n^-exponent) X, cell by cell. */
function gramOf({ cells, films }: SmallWorld, exponent: number, weights?: ArrayLike<number>): Square {
  const size = (row: readonly number[]): number => row.reduce((sum, value) => sum + value, 0);
  return Array.from({ length: films }, (_, i) =>
    Array.from({ length: films }, (__, j) =>
      cells.reduce(
        (sum, row, v) =>
          (row[i] ?? 0) * (row[j] ?? 0) === 0 ? sum : sum + (weights?.[v] ?? 1) * size(row) ** -exponent,
        0,
      ),
    ),
  );
}

const penaltyOf = (world: SmallWorld, { l2, dropout }: Asked, weights?: ArrayLike<number>): number[] =>
  gramOf(world, 0, weights).map((row, i) => l2 + (dropout / (1 - dropout)) * (row[i] ?? 0));

/** What each film is best told from the others by: a ridge regression a film, which knows nothing of an inverse (Steck 2020, eq. 5). */
function regressions(gram: Square, penalty: readonly number[]): Square {
  const n = gram.length;
  const columns = Array.from({ length: n }, (_, j) => {
    const others = [...gram.keys()].filter((i) => i !== j);
    const side = gaussian(
      others.map((a) => others.map((b) => (gram[a]?.[b] ?? 0) + (a === b ? (penalty[a] ?? 0) : 0))),
      others.map((a) => gram[a]?.[j] ?? 0),
    );
    return side.toSpliced(j, 0, 0);
  });
  return gram.map((_, i) => columns.map((column) => column[i] ?? 0));
}

/** (G + L)⁻¹, column by column. */
function inverseOf(gram: Square, penalty: readonly number[]): Square {
  const matrix = gram.map((row, i) => row.map((value, j) => value + (i === j ? (penalty[i] ?? 0) : 0)));
  return gram.map((_, j) =>
    gaussian(
      matrix,
      gram.map((__, i) => Number(i === j)),
    ),
  );
}

test('without dropout it is EASE: each film by ridge regression on the others', async () => {
  await fc.assert(
    fc.asyncProperty(worlds, l2s, async (world, l2) => {
      const expected = regressions(
        gramOf(world, 0),
        Array.from({ length: world.films }, () => l2),
      );
      assertClose((await weightsOf(world, { ...ease, l2 })).flat(), expected.flat(), 2e-4);
    }),
  );
});

test('with dropout it is EDLAE: the likes of each film are its penalty too; viewers may weigh by their number of likes', async () => {
  const weights = fc.option(fc.array(fc.constantFrom(0, 0.5, 1, 3), { minLength: 10, maxLength: 10 }), {
    nil: undefined,
  });
  await fc.assert(
    fc.asyncProperty(
      worlds,
      l2s,
      fc.constantFrom(0.1, 0.5, 0.9),
      fc.constantFrom(0, 0.4, 1),
      weights,
      async (world, l2, dropout, viewerExponent, list) => {
        const viewers = list === undefined ? undefined : Float32Array.from(list).subarray(0, world.cells.length);
        const asked = { ...ease, l2, dropout, viewerExponent };
        const expected = regressions(gramOf(world, viewerExponent, viewers), penaltyOf(world, asked, viewers));
        assertClose((await weightsOf(world, asked, viewers)).flat(), expected.flat(), 2e-4);
      },
    ),
    { numRuns: 150 },
  );
});

test('relaxed it is RDLAE: the diagonal may rise to xi and no further, and where it stays under there is no constraint', async () => {
  await fc.assert(
    fc.asyncProperty(
      worlds,
      l2s,
      fc.constantFrom(0.1, 0.4, 0.9),
      fc.constantFrom(0.1, 0.5),
      async (world, l2, relaxation, dropout) => {
        const asked = { ...ease, l2, relaxation, dropout };
        const penalty = penaltyOf(world, asked);
        const inverse = inverseOf(gramOf(world, 0), penalty);
        const free = (j: number): boolean => 1 - (inverse[j]?.[j] ?? 0) * (penalty[j] ?? 0) <= relaxation;
        // I - P·L is what no constraint gives; where its diagonal is over xi, a multiplier brings it to xi.
        const expected = inverse.map((row, i) =>
          row.map((p, j) => {
            const own = inverse[j]?.[j] ?? 1;
            return i === j ? 0 : -p * (free(j) ? (penalty[j] ?? 0) : (1 - relaxation) / own);
          }),
        );
        assertClose((await weightsOf(world, asked)).flat(), expected.flat(), 2e-4);
      },
    ),
  );
});

test('with a film exponent it is DAN: every weight times (likes of the film liked / likes of the other) to that exponent', async () => {
  await fc.assert(
    fc.asyncProperty(worlds, fc.constantFrom(-0.3, 0.2, 1), async (world, filmExponent) => {
      const asked = { ...ease, dropout: 0.3 };
      const likes = gramOf(world, 0).map((row, i) => Math.max(1, row[i] ?? 0));
      const plain = regressions(gramOf(world, 0), penaltyOf(world, asked));
      const expected = plain.map((row, i) =>
        row.map((value, j) => value * ((likes[i] ?? 1) / (likes[j] ?? 1)) ** filmExponent),
      );
      assertClose((await weightsOf(world, { ...asked, filmExponent })).flat(), expected.flat(), 1e-3);
    }),
  );
});

test('only so many weights a film are kept, the largest', async () => {
  const cells = Array.from({ length: 12 }, (_, v) =>
    Array.from({ length: 7 }, (__, f) => Number((v * 5 + f * f) % 3 === 0)),
  );
  const world = { films: 7, cells, likes: sparse({ columns: 7, cells }) };
  const [whole, pruned] = [await weightsOf(world, ease), await weightsOf(world, ease, undefined, 2)];
  for (const [i, row] of pruned.entries()) {
    const largest = (whole[i] ?? []).map(Math.abs).toSorted((a, b) => b - a)[1] ?? 0;
    for (const [j, value] of row.entries())
      assert.ok(
        value === 0 ? Math.abs(whole[i]?.[j] ?? 0) <= largest + 1e-5 : Math.abs(value - (whole[i]?.[j] ?? 0)) < 1e-5,
      );
  }
});

test('no l2 at all, and films that everyone likes, still have an answer', async () => {
  const cells = Array.from({ length: 5 }, () => [1, 1, 1, 0]);
  const world = { films: 4, cells, likes: sparse({ columns: 4, cells }) };
  const found = await weightsOf(world, { ...ease, l2: 0 });
  assert.ok(found.flat().every(Number.isFinite));
  assert.ok((found[0]?.[1] ?? 0) > 0.1 && found[3]?.every((value) => value === 0));
});
