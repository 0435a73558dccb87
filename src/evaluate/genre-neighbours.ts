import type { Scorer } from '#evaluate/scorer.ts';
import type { Csr } from '#kernels/csr.ts';

/**
 * The engine of nearly every other project with this brief: nearest neighbours on one-hot genres, by cosine with the basket's mean vector. Ties
 * keep the catalogue's order.
 * @param genres a row a film, a column a genre
 */
export function genreNeighbours({ indptr, indices, columns, rows }: Csr): Scorer {
  const query = new Float64Array(columns);
  return {
    name: 'genre neighbours (the peers)',
    score(basket, into) {
      query.fill(0);
      for (const film of basket)
        for (let k = indptr[film] ?? 0; k < (indptr[film + 1] ?? 0); k++)
          query[indices[k] ?? 0] = (query[indices[k] ?? 0] ?? 0) + 1;
      for (let film = 0; film < rows; film++) {
        const [from, to] = [indptr[film] ?? 0, indptr[film + 1] ?? 0];
        let dot = 0;
        for (let k = from; k < to; k++) dot += query[indices[k] ?? 0] ?? 0;
        into[film] = to > from ? dot / Math.sqrt(to - from) : 0;
      }
    },
  };
}
