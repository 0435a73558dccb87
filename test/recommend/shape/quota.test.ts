import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { pickGreedily } from '#recommend/shape/greedy.ts';
import { inQuota } from '#recommend/shape/quota.ts';

const names = ['a', 'b', 'c', 'd'] as const;
const shares = fc
  .array(fc.integer({ min: 1, max: 50 }), { minLength: 4, maxLength: 4 })
  .map((parts) => parts.map((part) => part / parts.reduce((sum, each) => sum + each, 0)));

test('where nothing else counts, every class holds its share of the first films, to a place, at every length', () => {
  fc.assert(
    fc.property(shares, (wanted) => {
      const list = Array.from({ length: 240 }, (_, film) => ({ film, score: 0 }));
      const aim = inQuota(
        new Map(names.map((name, at) => [name, wanted[at] ?? 0])),
        (film) => new Map([[names[film % 4] ?? 'a', 1]]),
        1,
      );
      const found = pickGreedily(list, { top: 60, pool: 240, relevance: 1, aims: [aim] });
      for (let k = 1; k <= 60; k++)
        for (const [at, share] of wanted.entries()) {
          const held = found.slice(0, k).filter(({ film }) => film % 4 === at).length;
          assert.ok(Math.abs(held - k * share) <= 1 + 1e-9, `${held} of ${k} for ${share}`);
        }
    }),
  );
});

test('a rare class waits until it is owed half a place; a film of no class costs nothing', () => {
  const aim = inQuota(
    new Map([
      ['rare', 0.03],
      ['usual', 0.97],
    ]),
    (film) => new Map([[film === 0 ? 'rare' : 'usual', 1]]),
    1,
  );
  let at = 0;
  for (; aim.cost(0) >= aim.cost(1); at++) aim.take(1);
  assert.ok(at >= 16 && at <= 17, String(at));
  assert.equal(inQuota(new Map([['a', 1]]), () => new Map(), 1).cost(3), 0);
});
