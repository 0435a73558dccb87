import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { drawShots, partOf, type Likes, type Part } from '#evaluate/viewers.ts';

test('one viewer in ten in the test part, one in ten in the validation part, wherever the numbers start', () => {
  for (const start of [1, 1_000_000, 2_000_000_000]) {
    const count: Record<Part, number> = { train: 0, validation: 0, test: 0 };
    for (let viewer = start; viewer < start + 10_000; viewer++) count[partOf(viewer)]++;
    for (const part of ['validation', 'test'] as const)
      assert.ok(Math.abs(count[part] - 1000) <= 100, `${part} ${count[part]}`);
    assert.equal(count.train + count.validation + count.test, 10_000);
  }
});

test('the part of a viewer never changes', () => {
  // (viewer x 2654435761 mod 2^32) / 2^32, with whole numbers of any size.
  for (let viewer = 1; viewer < 3000; viewer += 7) {
    const place = Number((BigInt(viewer) * 2654435761n) % 4294967296n) / 4294967296;
    assert.equal(partOf(viewer), place < 0.1 ? 'test' : place < 0.2 ? 'validation' : 'train');
  }
});

const likes: fc.Arbitrary<Likes> = fc
  .array(fc.tuple(fc.nat(500), fc.uniqueArray(fc.nat(40), { maxLength: 12 })), { maxLength: 40 })
  .map((viewers) => new Map(viewers));

test('a shot: k films of the viewer as the basket, all the others as targets', () => {
  fc.assert(
    fc.property(likes, fc.integer({ min: 1, max: 5 }), fc.nat(), (given, k, seed) => {
      const shots = drawShots(given, 'train', k, seed);
      const asked = [...given].filter(([viewer, films]) => partOf(viewer) === 'train' && films.length > k);
      assert.deepEqual(
        shots.map(({ viewer }) => viewer),
        asked.map(([viewer]) => viewer).toSorted((a, b) => a - b),
      );
      for (const { viewer, basket, targets } of shots) {
        assert.equal(basket.length, k);
        assert.ok(basket.every((film) => !targets.has(film)));
        const all = [...basket, ...targets].toSorted((a, b) => a - b);
        assert.deepEqual(
          all,
          [...(given.get(viewer) ?? [])].toSorted((a, b) => a - b),
        );
      }
    }),
  );
});

test('the shots depend on the seed alone, not on the order of viewers or of their films', () => {
  fc.assert(
    fc.property(likes, fc.nat(1000), (given, seed) => {
      const backwards = new Map([...given].toReversed().map(([viewer, films]) => [viewer, films.toReversed()]));
      assert.deepEqual(drawShots(backwards, 'train', 3, seed), drawShots(given, 'train', 3, seed));
    }),
  );
  const many: Likes = new Map(Array.from({ length: 100 }, (_, viewer) => [viewer, [...Array(30).keys()]]));
  assert.notDeepEqual(drawShots(many, 'train', 3, 1), drawShots(many, 'train', 3, 2));
  const baskets = new Set(drawShots(many, 'train', 3, 1).map(({ basket }) => basket.join(' ')));
  assert.ok(baskets.size > 60, 'viewers with the same likes get other baskets');
});
