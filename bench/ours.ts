import type { Scorer } from '#evaluate/p3-content.ts';
import type { Csr } from '#kernels/csr.ts';
import { openCollaborative } from '#models/collaborative/collaborative.ts';
import { fitCollaborative } from '#models/collaborative/fit.ts';

/** The name of our collaborative model in every table. */
export const oursName = 'Lanterne';

/** Our collaborative model, fitted on training likes; its columns are those of `films`. */
export async function ours(likes: Csr, films: readonly string[]): Promise<Scorer> {
  const model = openCollaborative(await fitCollaborative(likes, films));
  if (typeof model === 'string') throw new Error(model);
  const columnOf = films.map((id) => model.indexOf(id));
  const scores = new Float32Array(model.films.length);
  return {
    name: oursName,
    score(basket, into) {
      model.score({ liked: basket.flatMap((film) => columnOf[film] ?? []), disliked: [] }, scores);
      for (const [film, at] of columnOf.entries())
        into[film] = at === undefined ? -Infinity : (scores[at] ?? -Infinity);
    },
  };
}
