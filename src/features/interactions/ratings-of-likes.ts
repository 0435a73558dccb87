import type { Ratings } from '#features/interactions/settle.ts';
import type { Csr } from '#kernels/csr.ts';

/** Likes (1) and dislikes (0) of the same viewers and films as ratings, to be stored; nobody likes and dislikes one film. @param films sorted */
export function ratingsOfLikes(films: readonly string[], likes: Csr, dislikes: Csr): Ratings {
  const indptr = new Int32Array(likes.rows + 1);
  const cells: { film: number; rating: number }[] = [];
  const of = ({ indptr: starts, indices }: Csr, viewer: number): Int32Array =>
    indices.subarray(starts[viewer], starts[viewer + 1]);
  for (let viewer = 0; viewer < likes.rows; viewer++) {
    const row = [
      ...Array.from(of(likes, viewer), (film) => ({ film, rating: 1 })),
      ...Array.from(of(dislikes, viewer), (film) => ({ film, rating: 0 })),
    ];
    cells.push(...row.toSorted((a, b) => a.film - b.film));
    indptr[viewer + 1] = cells.length;
  }
  return {
    films,
    viewers: likes.rows,
    indptr,
    film: Int32Array.from(cells, ({ film }) => film),
    rating: Float64Array.from(cells, ({ rating }) => rating),
  };
}
