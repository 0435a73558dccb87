import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { rankBasket, sharesOf, type Ranker } from '#recommend/rank-basket.ts';

const size = 8;
const film = fc.nat(size - 1);
const bonds = fc.array(fc.array(fc.nat(4), { minLength: size, maxLength: size }), { minLength: size, maxLength: size });

/** A linear model over a table of bonds. */
const linear = (table: readonly (readonly number[])[]): Ranker => {
  const bond = (from: number, to: number): number => table[from]?.[to] ?? 0;
  return {
    films: table.map((_, at) => `film ${at}`),
    score({ liked }, into) {
      for (const to of table.keys()) into[to] = liked.reduce((sum, from) => sum + bond(from, to), 0);
    },
    contributions: ({ liked }, to) => Float32Array.from(liked, (from) => bond(from, to)),
  };
};

test('the best first, ties to the lower film, none of the basket; reasons by share, no more than asked', () => {
  fc.assert(
    fc.property(
      bonds,
      fc.uniqueArray(film, { maxLength: 4 }),
      fc.array(film, { maxLength: 3 }),
      fc.array(fc.oneof(film, fc.constantFrom(-1, 99)), { maxLength: 3 }),
      fc.nat(12),
      fc.nat(4),
      (table, liked, disliked, seen, top, reasons) => {
        const found = rankBasket(linear(table), { liked, disliked, seen }, { top, reasons });
        const score = (to: number): number => liked.reduce((sum, from) => sum + (table[from]?.[to] ?? 0), 0);
        const expected = [...table.keys()]
          .filter((to) => ![...liked, ...disliked, ...seen].includes(to))
          .toSorted((a, b) => score(b) - score(a) || a - b)
          .slice(0, top);
        assert.deepEqual(
          found.map(({ film: to, score: value }) => [to, value]),
          expected.map((to) => [to, score(to)]),
        );
        for (const one of found) {
          const brought = liked
            .map((from) => ({ film: from, share: (table[from]?.[one.film] ?? 0) / Math.max(1, one.score) }))
            .filter(({ share }) => share > 0)
            .toSorted((a, b) => b.share - a.share || a.film - b.film)
            .slice(0, reasons);
          assert.deepEqual(one.reasons, brought);
        }
      },
    ),
  );
});

test('films whose score is not a number are no answer, and nothing brought is no reason', () => {
  const broken: Ranker = {
    films: ['a', 'b', 'c'],
    score: (_, into) => into.set([Number.NaN, -Infinity, 1]),
    contributions: () => new Float32Array(1),
  };
  assert.deepEqual(rankBasket(broken, { liked: [], disliked: [], seen: [] }, { top: 3 }), [
    { film: 2, score: 1, reasons: [] },
  ]);
  assert.deepEqual(sharesOf([1, 2], Float32Array.of(0, 0)), []);
});
