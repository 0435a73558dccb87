import { topK } from '#kernels/top-k.ts';
import type { Model } from '#models/model.ts';

export interface DeletionFidelity {
  /** Recommendations asked about: those with a reason. */
  readonly asked: number;
  /** Recommendations without any reason. */
  readonly unexplained: number;
  /** Share whose rank is worse once the film named first is taken out of the basket. */
  readonly fell: number;
  /** Share that leaves the list of `top` films then. */
  readonly left: number;
  /** The same with the liked film that brought least: what the deletion of any film would do. */
  readonly fellWithoutLast: number;
}

/**
 * Whether the reason given is the cause: for each film recommended to each basket, the liked film that brought most is taken away and the film is ranked again.
 * The films of the whole basket stay out of both rankings, so that the film taken away does not come before the one recommended. Films of equal score share a rank.
 * Baskets of one film are left aside: nothing would remain. Ties between liked films go to the first liked.
 */
export function deletionFidelity(
  model: Pick<Model, 'films' | 'score' | 'contributions'>,
  baskets: readonly (readonly number[])[],
  { top }: { top: number },
): DeletionFidelity {
  const count = { asked: 0, unexplained: 0, fell: 0, left: 0, fellWithoutLast: 0 };
  for (const liked of baskets) {
    if (liked.length < 2) continue;
    const scores = scoresOf(model, liked, liked);
    const without = new Map<number, Float32Array>();
    for (const film of topK(scores, top)) {
      const brought = model.contributions({ liked, disliked: [] }, film);
      const order = [...liked.keys()].toSorted((a, b) => (brought[b] ?? 0) - (brought[a] ?? 0) || a - b);
      const [first, last] = [order[0] ?? 0, order.at(-1) ?? 0];
      if (!((brought[first] ?? 0) > 0)) {
        count.unexplained++;
        continue;
      }
      const rank = rankOf(scores, film);
      const [rankWithoutFirst, rankWithoutLast] = [first, last].map((place) => {
        const rest =
          without.get(place) ??
          scoresOf(
            model,
            liked.filter((_, at) => at !== place),
            liked,
          );
        without.set(place, rest);
        return rankOf(rest, film);
      });
      count.asked++;
      count.fell += Number((rankWithoutFirst ?? rank) > rank);
      count.left += Number((rankWithoutFirst ?? rank) > top);
      count.fellWithoutLast += Number((rankWithoutLast ?? rank) > rank);
    }
  }
  const share = (part: number): number => (count.asked === 0 ? 0 : part / count.asked);
  return {
    asked: count.asked,
    unexplained: count.unexplained,
    fell: share(count.fell),
    left: share(count.left),
    fellWithoutLast: share(count.fellWithoutLast),
  };
}

function scoresOf(
  model: Pick<Model, 'films' | 'score'>,
  liked: readonly number[],
  away: readonly number[],
): Float32Array {
  const scores = new Float32Array(model.films);
  model.score({ liked, disliked: [] }, scores);
  for (const film of away) scores[film] = -Infinity;
  return scores;
}

/** 1 for the first; films of equal score share a rank. */
function rankOf(scores: Float32Array, film: number): number {
  const own = scores[film] ?? -Infinity;
  return scores.reduce((rank, score) => rank + Number(score > own), 1);
}
