import type { Cards } from '#cards.ts';
import type { Engine } from '#engine.ts';
import { readEvaluation, type Evaluation } from '#evaluate/evaluation.ts';
import { topK } from '#kernels/top-k.ts';

/** What is known of the quality of the recommendations without looking at anybody. */
export interface ServiceQuality {
  /** As the last training on these films measured it; null when none did. */
  readonly evaluation: Evaluation | null;
  /** How many films may be recommended. */
  readonly candidates: number;
  /** The identifiers of the thousand best known of them. */
  readonly wellKnown: ReadonlySet<string>;
}

const wellKnownFilms = 1000;

export async function serviceQuality(
  folder: string,
  { catalogue, model, fame }: Pick<Engine, 'catalogue' | 'model' | 'fame'>,
  { inOrder }: Cards,
): Promise<ServiceQuality> {
  const known = fame.map((value, film) => (model.recommendable(film) ? value : -Infinity));
  return {
    evaluation: readEvaluation(folder, catalogue.vocabulary),
    candidates: known.reduce((sum, value) => sum + Number(value !== -Infinity), 0),
    wellKnown: new Set((await inOrder([...topK(known, wellKnownFilms)])).map(({ id }) => id)),
  };
}
