import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import * as fc from 'fast-check';
import { createPool } from '#kernels/pool.ts';
import { commonMoments, drawSize, expectMoments } from '#models/collaborative/moments.ts';
import type { Draw } from '#models/collaborative/parameters.ts';
import { sparse } from '../../kernels/matrices.ts';

const pool = createPool({ threads: 2 });
after(() => pool[Symbol.asyncDispose]());

const world = fc
  .integer({ min: 1, max: 9 })
  .chain((films) =>
    fc
      .array(fc.array(fc.constantFrom(0, 1, 1), { minLength: films, maxLength: films }), { minLength: 1, maxLength: 8 })
      .map((cells) => ({ columns: films, cells })),
  );

/** Every basket of k of n likes, and what is left, each as likely as the others. */
function baskets(liked: readonly number[], k: number): number[][] {
  if (k === 0) return [[]];
  return liked.flatMap((film, at) => baskets(liked.slice(at + 1), k - 1).map((rest) => [film, ...rest]));
}

test('the moments are the means over all baskets, written out, with what draws have in common or without', async () => {
  const draws: Draw[] = [{ films: 1 }, { films: 2 }, { films: 3 }, { share: 0.6 }];
  await fc.assert(
    fc.asyncProperty(world, fc.constantFrom(...draws), fc.boolean(), async (dense, draw, together) => {
      const likes = sparse(dense);
      const n = dense.columns;
      const viewerExponent = 0.5;
      const weights = Float32Array.from(dense.cells, (_, viewer) => 1 + (viewer % 3));
      const common = together ? await commonMoments(pool, likes, { most: 3, viewerExponent }, weights) : undefined;
      const found = await expectMoments(pool, likes, { draw, viewerExponent }, weights, common);
      const [pairs, leads] = [new Float64Array(n * n), new Float64Array(n * n)];
      for (const [viewer, row] of dense.cells.entries()) {
        const liked = [...row.keys()].filter((film) => row[film] !== 0);
        if (liked.length < 2) continue;
        const all = baskets(liked, drawSize(draw, liked.length));
        const w = ((weights[viewer] ?? 1) * liked.length ** -viewerExponent) / all.length;
        for (const basket of all)
          for (const i of basket)
            for (const j of liked) {
              const cells = basket.includes(j) ? pairs : leads;
              cells[i * n + j] = (cells[i * n + j] ?? 0) + w;
            }
      }
      const close = (a: number | undefined, b: number | undefined): void =>
        assert.ok(Math.abs((a ?? Number.NaN) - (b ?? Number.NaN)) < 1e-5, `${a}, expected ${b}`);
      const alone = 'films' in draw && draw.films === 1;
      for (let i = 0; i < n; i++)
        for (let j = 0; j < n; j++) {
          close(found.leading[i * n + j], leads[i * n + j]);
          if (!alone || j === i) close(found.together[i * n + j], pairs[i * n + j]);
        }
      for (const array of [found.together, found.leading, ...(common ? [common.both] : [])]) pool.free(array);
    }),
    { numRuns: 120 },
  );
});
