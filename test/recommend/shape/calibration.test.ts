import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { calibrate, divergence, genreShares, trustedWeight } from '#recommend/shape/calibration.ts';
import { basketOf, filmsIn, genreNames, genreTable, relevances, scoredList } from './lists.ts';

type Genres = readonly (readonly string[])[];

/** Shares over every genre that exists, by counting in twelfths: 12 is shared without remainder by 1, 2, 3 or 4 genres. */
function twelfths(films: Genres): number[] {
  const known = films.filter((genres) => genres.length > 0);
  return genreNames.map((genre) => {
    const parts = known.filter((genres) => genres.includes(genre)).map((genres) => 12 / genres.length);
    return known.length === 0 ? 0 : parts.reduce((sum, part) => sum + part, 0) / (12 * known.length);
  });
}

function slowKl(basket: Genres, list: Genres): number {
  const q = twelfths(list);
  return twelfths(basket).reduce(
    (sum, p, at) => sum + (p === 0 ? 0 : p * Math.log(p / (0.99 * (q[at] ?? 0) + 0.01 * p))),
    0,
  );
}

test('shares sum to 1; the divergence is 0 on itself, never below, and ln 100 at most', () => {
  fc.assert(
    fc.property(genreTable, genreTable, (one, other) => {
      const [p, q] = [genreShares(one), genreShares(other)];
      const total = [...p.values()].reduce((sum, share) => sum + share, 0);
      assert.ok(p.size === 0 || Math.abs(total - 1) < 1e-9);
      assert.ok(Math.abs(divergence(p, (genre) => p.get(genre) ?? 0)) < 1e-9);
      const value = divergence(p, (genre) => q.get(genre) ?? 0);
      assert.ok(value > -1e-9 && value <= Math.log(100) + 1e-9);
      assert.ok(Math.abs(value - slowKl(one, other)) < 1e-9);
    }),
  );
});

test('each place is the best of all candidates, everything counted again', () => {
  fc.assert(
    fc.property(
      scoredList,
      basketOf,
      genreTable,
      fc.nat(8),
      fc.constantFrom(0, 0.3, 0.5, 1),
      (list, basket, genres, top, weight) => {
        const found = filmsIn(calibrate(list, basket, genres, { top, weight }));
        assert.equal(found.length, Math.min(top, list.length));
        const l = (weight * basket.length) / (basket.length + 5);
        const relevance = relevances(list);
        const wanted = basket.map((film) => genres[film] ?? []);
        const value = (taken: readonly number[], film: number): number =>
          (1 - l) * (relevance.get(film) ?? 0) -
          l *
            slowKl(
              wanted,
              [...taken, film].map((one) => genres[one] ?? []),
            );
        for (const [place, film] of found.entries()) {
          const taken = found.slice(0, place);
          const left = filmsIn(list).filter((one) => !taken.includes(one));
          const highest = Math.max(...left.map((one) => value(taken, one)));
          assert.ok(
            value(taken, film) >= highest - 1e-9,
            `place ${place}: ${value(taken, film)}, the best is ${highest}`,
          );
        }
      },
    ),
  );
});

test('an empty basket, or one without genres, changes nothing', () => {
  fc.assert(
    fc.property(scoredList, genreTable, (list, genres) => {
      assert.deepEqual(calibrate(list, [], genres, { top: 10 }), list.slice(0, 10));
      assert.deepEqual(calibrate(list, [999], genres, { top: 10 }), list.slice(0, 10));
    }),
  );
});

test('the more films liked, the more calibration is trusted: a third of nothing at first, all of it in the end', () => {
  assert.equal(trustedWeight(0.6, 0), 0);
  assert.ok(Math.abs(trustedWeight(0.6, 1) - 0.1) < 1e-12);
  assert.equal(trustedWeight(0.6, 5), 0.3);
  assert.ok(trustedWeight(0.6, 1000) > 0.59);
});

test('a basket of comedies and wars gets both, from a list that begins with comedies', () => {
  const genres = Array.from({ length: 17 }, (_, film) => [film < 5 || (film >= 10 && film < 15) ? 'comedy' : 'war']);
  const best = Array.from({ length: 7 }, (_, place) => ({ film: 10 + place, score: 10 - place / 100 }));
  const list = [...best, { film: 17, score: 0 }];
  const found = filmsIn(calibrate(list, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], genres, { top: 4 }));
  assert.deepEqual(found.map((film) => genres[film]?.[0]).toSorted(), ['comedy', 'comedy', 'war', 'war']);
});
