import type { Rejection } from '#catalogue/rejections.ts';
import type { Ratings } from '#features/interactions/settle.ts';
import type { Csr } from '#kernels/csr.ts';

/** Who liked what: the columns are films by the order of `films` (sorted identifiers), the rows viewers. Every value is 1. */
export interface Interactions {
  readonly films: readonly string[];
  readonly viewers: number;
  readonly likes: Csr;
  readonly dislikes: Csr;
  readonly rejected: readonly Rejection[];
}

/** Parts ratings into likes (at least `likeAt`) and dislikes (those that `isDislike` says); what stands between is neither. */
export function interactionsOf(
  ratings: Ratings,
  likeAt: number,
  isDislike: (rating: number) => boolean,
  rejected: readonly Rejection[],
): Interactions {
  return {
    films: ratings.films,
    viewers: ratings.viewers,
    likes: select(ratings, (rating) => rating >= likeAt),
    dislikes: select(ratings, (rating) => rating < likeAt && isDislike(rating)),
    rejected,
  };
}

function select({ films, viewers, indptr, film, rating }: Ratings, wanted: (rating: number) => boolean): Csr {
  const starts = new Int32Array(viewers + 1);
  const indices = new Int32Array(film.length);
  let out = 0;
  for (let v = 0; v < viewers; v++) {
    for (let k = indptr[v] ?? 0; k < (indptr[v + 1] ?? 0); k++)
      if (wanted(rating[k] ?? Number.NaN)) indices[out++] = film[k] ?? 0;
    starts[v + 1] = out;
  }
  return {
    rows: viewers,
    columns: films.length,
    indptr: starts,
    indices: indices.slice(0, out),
    values: new Float32Array(out).fill(1),
  };
}
