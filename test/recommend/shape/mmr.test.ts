import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { mmr } from '#recommend/shape/mmr.ts';
import type { Scored } from '#recommend/shape/types.ts';
import { filmsIn, likenessTable, relevances, scoredList } from './lists.ts';

/** The equation of the paper, everything computed again for each place. */
function slowly(
  list: readonly Scored[],
  likeness: (a: number, b: number) => number,
  top: number,
  lambda: number,
  size: number,
): number[] {
  const pool = list.slice(0, Math.max(size, top));
  const relevance = relevances(pool);
  const taken: number[] = [];
  while (taken.length < Math.min(top, pool.length)) {
    const value = (film: number): number =>
      lambda * (relevance.get(film) ?? 0) - (1 - lambda) * Math.max(0, ...taken.map((other) => likeness(film, other)));
    const left = filmsIn(pool).filter((film) => !taken.includes(film));
    const highest = Math.max(...left.map(value));
    taken.push(left.find((film) => value(film) === highest) ?? -1);
  }
  return taken;
}

test('as the equation says, film by film', () => {
  fc.assert(
    fc.property(
      scoredList,
      likenessTable,
      fc.nat(12),
      fc.constantFrom(0, 0.25, 0.5, 0.75, 1),
      fc.integer({ min: 1, max: 20 }),
      (list, likeness, top, lambda, pool) => {
        assert.deepEqual(
          filmsIn(mmr(list, likeness, { top, lambda, pool })),
          slowly(list, likeness, top, lambda, pool),
        );
      },
    ),
  );
});

test('with lambda 1, or when nothing is alike, the list stays as it was', () => {
  fc.assert(
    fc.property(scoredList, likenessTable, (list, likeness) => {
      assert.deepEqual(mmr(list, likeness, { top: 10, lambda: 1 }), list.slice(0, 10));
      assert.deepEqual(
        mmr(list, () => 0, { top: 10 }),
        list.slice(0, 10),
      );
      assert.deepEqual(
        mmr(list, () => Number.NaN, { top: 10 }),
        list.slice(0, 10),
      );
    }),
  );
});

const twins = (a: number, b: number): number => Number(a < 2 && b < 2);

test('a twin of the first film waits', () => {
  const list = [
    { film: 0, score: 9 },
    { film: 1, score: 8.9 },
    { film: 2, score: 8 },
    { film: 3, score: 5 },
  ];
  // Film 1: .75 x .975 - .25 = .48; film 2: .75 x .75 = .56.
  assert.deepEqual(filmsIn(mmr(list, twins, { top: 3 })), [0, 2, 1]);
});

test('the elements come back as they were given, reasons and all', () => {
  const list = [{ film: 4, score: 1, reasons: ['a'] }];
  assert.equal(mmr(list, () => 0, { top: 5 })[0], list[0]);
  assert.deepEqual(
    mmr([], () => 0, { top: 5 }),
    [],
  );
});

test('each pair is compared once at most', () => {
  const list = Array.from({ length: 100 }, (_, film) => ({ film, score: -film }));
  const asked = new Set<string>();
  let questions = 0;
  mmr(
    list,
    (a, b) => {
      questions++;
      asked.add(`${Math.min(a, b)} ${Math.max(a, b)}`);
      return 0.5;
    },
    { top: 20 },
  );
  assert.equal(asked.size, questions);
  assert.ok(questions <= 100 * 20);
});
