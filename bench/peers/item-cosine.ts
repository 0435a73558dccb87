import { partOf, type Likes } from '#evaluate/viewers.ts';
import type { Scorer } from '#evaluate/p3-content.ts';

/** Item-item cosine on the likes of the training viewers: a film's score is the sum of its cosines with the basket's films (Sarwar et al. 2001). */
export function itemCosine(likes: Likes, films: number): Scorer {
  const together = new Float32Array(films * films);
  for (const [viewer, liked] of likes) {
    if (partOf(viewer) !== 'train') continue;
    for (const a of liked) for (const b of liked) together[a * films + b] = (together[a * films + b] ?? 0) + 1;
  }
  const norm = Float64Array.from({ length: films }, (_, film) => Math.sqrt(together[film * films + film] ?? 0) || 1);
  return {
    name: 'item cosine',
    score(basket, into) {
      into.fill(0);
      for (const liked of basket) {
        for (let film = 0; film < films; film++)
          into[film] =
            (into[film] ?? 0) +
            (film === liked ? 0 : (together[liked * films + film] ?? 0) / ((norm[liked] ?? 1) * (norm[film] ?? 1)));
      }
    },
  };
}
