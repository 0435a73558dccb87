/**
 * nDCG@k of one ranked list: the sum over hits of 1 / log2(rank + 1), divided by the same sum for an ideal list of min(k, targets) hits.
 * Source: Järvelin and Kekäläinen 2002; normalised as in Liang et al. 2018.
 */
export function ndcg(ranked: ArrayLike<number>, targets: ReadonlySet<number>, k: number): number {
  let gain = 0;
  for (let rank = 1; rank <= Math.min(k, ranked.length); rank++)
    if (targets.has(ranked[rank - 1] ?? -1)) gain += 1 / Math.log2(rank + 1);
  let ideal = 0;
  for (let rank = 1; rank <= Math.min(k, targets.size); rank++) ideal += 1 / Math.log2(rank + 1);
  return ideal === 0 ? 0 : gain / ideal;
}
