import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { ratingsOfLikes } from '#features/interactions/ratings-of-likes.ts';
import { csrFromTriplets } from '#kernels/csr.ts';

test('every like is a 1 and every dislike a 0, by viewer, then in the order of the films', () => {
  const opinion = fc.constantFrom('liked', 'disliked', null);
  fc.assert(
    fc.property(fc.array(fc.array(opinion, { minLength: 6, maxLength: 6 }), { maxLength: 8 }), (viewers) => {
      const films = ['tt1', 'tt2', 'tt3', 'tt4', 'tt5', 'tt6'];
      const matrix = (wanted: string) => {
        const cells = viewers.flatMap((row, viewer) =>
          row.flatMap((said, film) => (said === wanted ? [{ viewer, film }] : [])),
        );
        return csrFromTriplets(
          viewers.length,
          6,
          Int32Array.from(cells, ({ viewer }) => viewer),
          Int32Array.from(cells, ({ film }) => film),
          new Float32Array(cells.length).fill(1),
        );
      };
      const ratings = ratingsOfLikes(films, matrix('liked'), matrix('disliked'));
      assert.equal(ratings.films, films);
      assert.equal(ratings.viewers, viewers.length);
      for (const [viewer, row] of viewers.entries()) {
        const [start, end] = [ratings.indptr[viewer] ?? 0, ratings.indptr[viewer + 1] ?? 0];
        const expected = row.flatMap((said, film) => (said === null ? [] : [[film, Number(said === 'liked')]]));
        assert.deepEqual(
          Array.from({ length: end - start }, (_, k) => [ratings.film[start + k], ratings.rating[start + k]]),
          expected,
        );
      }
    }),
  );
});
