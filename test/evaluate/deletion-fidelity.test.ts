import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { deletionFidelity } from '#evaluate/deletion-fidelity.ts';

/** A linear model over a table of bonds: score(j) = prior(j) + sum of bonds. */
function linear(
  bonds: readonly (readonly number[])[],
  prior: readonly number[] = [],
): Parameters<typeof deletionFidelity>[0] {
  return {
    films: bonds.length,
    score({ liked }, into) {
      for (const film of bonds.keys())
        into[film] = (prior[film] ?? 0) + liked.reduce((sum, one) => sum + (bonds[one]?.[film] ?? 0), 0);
    },
    contributions: ({ liked }, film) => Float32Array.from(liked, (one) => Math.max(0, bonds[one]?.[film] ?? 0)),
  };
}

test('a model whose reasons are the cause, worked out by hand', () => {
  // Film 2 is there because of 0, film 3 because of 1; 4 is no one's.
  const model = linear([[0, 0, 5, 1, 2], [0, 0, 0, 4, 2], [], [], []]);
  assert.deepEqual(deletionFidelity(model, [[0, 1]], { top: 2 }), {
    asked: 2,
    unexplained: 0,
    fell: 1,
    left: 1,
    fellWithoutLast: 0,
  });
});

test('when fame alone decides, nothing falls, and a film without contribution is counted apart', () => {
  const model = linear([[0, 0, 0.1, 0], [0, 0, 0.1, 0], [], []], [0, 0, 9, 5]);
  assert.deepEqual(deletionFidelity(model, [[0, 1]], { top: 2 }), {
    asked: 1,
    unexplained: 1,
    fell: 0,
    left: 0,
    fellWithoutLast: 0,
  });
});

test('baskets of one film are left aside', () => {
  assert.deepEqual(deletionFidelity(linear([[0, 1], []]), [[0]], { top: 1 }), {
    asked: 0,
    unexplained: 0,
    fell: 0,
    left: 0,
    fellWithoutLast: 0,
  });
});

test('as sorting anew says, on generated models', () => {
  const size = 7;
  const rows = fc.array(fc.array(fc.nat(9), { minLength: size, maxLength: size }), {
    minLength: size,
    maxLength: size,
  });
  fc.assert(
    fc.property(
      rows,
      fc.uniqueArray(fc.nat(size - 1), { minLength: 2, maxLength: 4 }),
      fc.integer({ min: 1, max: 4 }),
      (bonds, liked, top) => {
        const scores = (basket: readonly number[]): { film: number; score: number }[] =>
          [...bonds.keys()]
            .filter((film) => !liked.includes(film))
            .map((film) => ({ film, score: basket.reduce((sum, one) => sum + (bonds[one]?.[film] ?? 0), 0) }))
            .toSorted((a, b) => b.score - a.score || a.film - b.film);
        const rank = (basket: readonly number[], film: number): number => {
          const all = scores(basket);
          return all.findIndex(({ score }) => score === all.find((one) => one.film === film)?.score);
        };
        const shown = scores(liked).slice(0, top);
        const bond = (one: number, film: number): number => bonds[one]?.[film] ?? 0;
        const reasoned = shown.filter(({ film }) => liked.some((one) => bond(one, film) > 0));
        const fell = reasoned.filter(({ film }) => {
          const most = Math.max(...liked.map((one) => bond(one, film)));
          const cause = liked.findIndex((one) => bond(one, film) === most);
          return rank(liked.toSpliced(cause, 1), film) > rank(liked, film);
        });
        const found = deletionFidelity(linear(bonds), [liked], { top });
        assert.equal(found.asked, reasoned.length);
        assert.equal(found.unexplained, shown.length - reasoned.length);
        assert.ok(Math.abs(found.fell * found.asked - fell.length) < 1e-9);
        assert.ok(found.left <= found.fell);
      },
    ),
  );
});
