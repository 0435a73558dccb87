import { topK } from '#kernels/top-k.ts';
import { partOf, type Likes } from '#evaluate/viewers.ts';
import type { Scorer } from '#evaluate/scorer.ts';

/** Item-item cosine on the likes of the training viewers: a film's score is the sum of its cosines with the basket's films (Sarwar et al. 2001). */
export function itemCosine(likes: Likes, films: number): Scorer {
  const together = new Float32Array(films * films);
  for (const [viewer, liked] of likes) {
    if (partOf(viewer) !== 'train') continue;
    for (const a of liked) for (const b of liked) together[a * films + b] = (together[a * films + b] ?? 0) + 1;
  }
  return { name: 'item cosine', score: sumOfRows(cosines(together, films), films) };
}

/**
 * The cosines of films from how often they are liked together; 0 with itself.
 * @param together the Gram matrix, films x films
 * @param most each film (column) keeps its cosines with this many nearest films, the lower index first when they are as near
 */
export function cosines(together: Float32Array, films: number, most = films): Float32Array {
  const norm = Float64Array.from({ length: films }, (_, film) => Math.sqrt(together[film * films + film] ?? 0) || 1);
  const out = new Float32Array(films * films);
  const column = new Float32Array(films);
  for (let film = 0; film < films; film++) {
    for (let other = 0; other < films; other++)
      column[other] =
        other === film ? 0 : (together[film * films + other] ?? 0) / ((norm[film] ?? 1) * (norm[other] ?? 1));
    if (most >= films) out.set(column, film * films);
    else for (const other of topK(column, most)) out[other * films + film] = column[other] ?? 0;
  }
  return out;
}

/** Scores by a square matrix: the sum of the rows of the basket's films. */
export function sumOfRows(matrix: Float32Array, films: number): Scorer['score'] {
  return (basket, into) => {
    into.fill(0);
    for (const liked of basket) {
      const from = liked * films;
      for (let film = 0; film < films; film++) into[film] = (into[film] ?? 0) + (matrix[from + film] ?? 0);
    }
  };
}
