import { narrowed, type Scorer } from '#evaluate/scorer.ts';
import type { Csr } from '#kernels/csr.ts';
import { openCollaborative, type CollaborativeModel } from '#models/collaborative/collaborative.ts';
import { fitCollaborative } from '#models/collaborative/fit.ts';
import type { ContentModel } from '#models/content.ts';
import { bridgeFilms } from '#models/hybrid/bridge.ts';
import { hybridModel } from '#models/hybrid/hybrid.ts';

/** The name of our collaborative model in every table. */
export const oursName = 'Lanterne';

/** Our collaborative model, fitted on training likes; its columns are those of `films`. */
export async function ours(likes: Csr, films: readonly string[]): Promise<Scorer> {
  const model = await fitted(likes, films);
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

/**
 * What the product answers with when some films have ratings and others none: the collaborative and the content model together.
 * @param likes training likes; films without any are new
 * @param films the IMDb identifier of each column, rising
 * @param ids the identifier of each film of the catalogue, by the dense indices of the content model
 * @param columns the dense index of each column; baskets and scores are by column
 */
export async function hybrid(
  content: ContentModel,
  likes: Csr,
  films: readonly string[],
  { ids, columns }: { ids: readonly string[]; columns: Int32Array },
): Promise<Scorer> {
  const collaborative = await fitted(likes, films);
  const model = hybridModel(content, collaborative, bridgeFilms(content, collaborative, ids));
  const whole: Scorer = {
    name: 'Lanterne, hybrid',
    score: (basket, into) => model.score({ liked: basket, disliked: [] }, into),
  };
  return narrowed(whole, columns, content.films);
}

async function fitted(likes: Csr, films: readonly string[]): Promise<CollaborativeModel> {
  const model = openCollaborative(await fitCollaborative(likes, films));
  if (typeof model === 'string') throw new Error(model);
  return model;
}
