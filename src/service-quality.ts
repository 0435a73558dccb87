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

/** What answers for the quality of one engine's recommendations: the evaluation is read at each question, since training may write another. */
export function openServiceQuality(
  folder: string,
  { catalogue, model, fame }: Pick<Engine, 'catalogue' | 'model' | 'fame'>,
  { inOrder }: Cards,
): () => Promise<ServiceQuality> {
  const gather = async (): Promise<Omit<ServiceQuality, 'evaluation'>> => {
    const known = fame.map((value, film) => (model.recommendable(film) ? value : -Infinity));
    return {
      candidates: known.reduce((sum, value) => sum + Number(value !== -Infinity), 0),
      wellKnown: new Set((await inOrder([...topK(known, wellKnownFilms)])).map(({ id }) => id)),
    };
  };
  let gathered: ReturnType<typeof gather> | null = null;
  return async () => {
    gathered ??= gather().catch((error: unknown) => {
      gathered = null;
      throw error;
    });
    return { ...(await gathered), evaluation: readEvaluation(folder, catalogue.vocabulary) };
  };
}
