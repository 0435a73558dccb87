import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import * as fc from 'fast-check';
import { createPool } from '#kernels/pool.ts';
import { drawSize, expectMoments } from '#models/collaborative/moments.ts';
import { assertClose, sparse } from '../../kernels/matrices.ts';
import { draws, everyBasket, smallWorld } from './baskets-oracle.ts';

const pool = createPool({ threads: 2 });
after(() => pool[Symbol.asyncDispose]());

test('the size drawn is what is asked, one at least, four fifths at most, always one left to find', () => {
  assert.equal(drawSize({ films: 3 }, 20), 3);
  assert.equal(drawSize({ films: 10 }, 5), 4);
  assert.equal(drawSize({ films: 10 }, 2), 1);
  assert.equal(drawSize({ share: 0.8 }, 10), 8);
  assert.equal(drawSize({ share: 0.01 }, 10), 1);
  assert.equal(drawSize({ share: 1 }, 10), 8);
  fc.assert(
    fc.property(draws, fc.integer({ min: 2, max: 3000 }), (draw, n) => {
      const k = drawSize(draw, n);
      assert.ok(Number.isInteger(k) && k >= 1 && k < n);
    }),
  );
});

test('the expectations are those of writing out every basket of every viewer', async () => {
  const weights = fc.option(fc.array(fc.constantFrom(0, 0.5, 1, 3), { minLength: 8, maxLength: 8 }), {
    nil: undefined,
  });
  await fc.assert(
    fc.asyncProperty(
      smallWorld(),
      draws,
      fc.constantFrom(0, 0.4, 1),
      weights,
      async (world, draw, viewerExponent, list) => {
        const viewerWeights = list === undefined ? undefined : Float32Array.from(list).subarray(0, world.cells.length);
        const found = await expectMoments(pool, world.likes, { draw, viewerExponent }, viewerWeights);
        const expected = everyBasket(world, { draw, viewerExponent }, viewerWeights);
        assertClose(found.together, expected.together.flat(), 1e-5);
        assertClose(found.leading, expected.leading.flat(), 1e-5);
        assertClose(found.inBasket, expected.inBasket, 1e-9);
        assertClose(found.toFind, expected.toFind, 1e-9);
        assertClose([found.weight, found.drawn], [expected.weight, expected.drawn], 1e-9);
        assert.equal(found.teachers, expected.teachers);
        pool.free(found.together);
        pool.free(found.leading);
      },
    ),
    { numRuns: 150 },
  );
});

test('viewers with one like or none teach nothing, and none at all is no fault', async () => {
  for (const cells of [
    [],
    [[0, 0]],
    [
      [1, 0],
      [0, 1],
    ],
  ]) {
    const found = await expectMoments(pool, sparse({ columns: 2, cells }), { draw: { films: 3 }, viewerExponent: 0.5 });
    assert.deepEqual([found.weight, found.drawn, found.teachers], [0, 0, 0]);
    for (const list of [found.together, found.leading, found.inBasket, found.toFind])
      assert.ok(list.every((value) => value === 0));
  }
});
