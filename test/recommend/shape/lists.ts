import * as fc from 'fast-check';
import type { Scored } from '#recommend/shape/types.ts';

/** How many films the generated lists are drawn from. */
export const films = 24;
export const genreNames = ['drama', 'comedy', 'war', 'noir'] as const;

/** Films in a list, best first, with scores that often tie. */
export const scoredList: fc.Arbitrary<Scored[]> = fc
  .uniqueArray(
    fc.record({ film: fc.nat(films - 1), score: fc.integer({ min: -6, max: 6 }).map((value) => value / 2) }),
    { maxLength: films, selector: ({ film }) => film },
  )
  .map((list) => list.toSorted((a, b) => b.score - a.score || a.film - b.film));

/** Likeness from a table of generated values, the same both ways, 1 with itself. */
export const likenessTable: fc.Arbitrary<(a: number, b: number) => number> = fc
  .array(fc.nat(8), { minLength: films * films, maxLength: films * films })
  .map((cells) => (a, b) => (a === b ? 1 : (cells[Math.min(a, b) * films + Math.max(a, b)] ?? 0) / 8));

export const genreTable: fc.Arbitrary<(typeof genreNames)[number][][]> = fc.array(fc.subarray([...genreNames]), {
  minLength: films,
  maxLength: films,
});

export const basketOf: fc.Arbitrary<number[]> = fc.uniqueArray(fc.nat(films - 1), { maxLength: 6 });

export const filmsIn = (list: readonly Scored[]): number[] => list.map(({ film }) => film);

/** Relevance as the shaping scales it: 0 to 1 over the pool. */
export function relevances(pool: readonly Scored[]): Map<number, number> {
  const scores = pool.map(({ score }) => score);
  const [low, high] = [Math.min(...scores), Math.max(...scores)];
  return new Map(pool.map(({ film, score }) => [film, high > low ? (score - low) / (high - low) : 1]));
}
