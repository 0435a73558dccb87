/** Recall@k of one ranked list as protocols for unseen viewers have it: hits in the first k / min(k, targets). Source: Liang et al. 2018. */
export function recall(ranked: ArrayLike<number>, targets: ReadonlySet<number>, k: number): number {
  let hits = 0;
  for (let at = 0; at < Math.min(k, ranked.length); at++) if (targets.has(ranked[at] ?? -1)) hits++;
  return targets.size === 0 ? 0 : hits / Math.min(k, targets.size);
}
