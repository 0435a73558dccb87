import { topK } from '#kernels/top-k.ts';

const pool = 200;

/** What parts the best score from the two hundredth (or the last): the unit of a wish that leans scores, whatever the model. 1 when nothing does, so that the wish decides alone. */
export function spread(scores: Float32Array): number {
  const best = topK(scores, pool);
  const fall = (scores[best[0] ?? -1] ?? 0) - (scores[best.at(-1) ?? -1] ?? 0);
  return fall > 0 && Number.isFinite(fall) ? fall : 1;
}
