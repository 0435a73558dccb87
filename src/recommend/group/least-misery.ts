import { greedy, type GreedyOptions } from '#recommend/group/greedy.ts';

/**
 * The films whose worst-off member is best off (O'Connor et al. 2001, PolyLens). Never a film that stands below the veto for anyone:
 * the list is then shorter, or empty.
 * @param members one array a member, a value a film: relevances or standings
 * @param veto the lowest value that a member accepts
 */
export function leastMisery(
  members: readonly Float32Array[],
  candidates: Iterable<number>,
  { veto = -Infinity, ...options }: GreedyOptions & { veto?: number },
): number[] {
  return greedy(candidates, options, (film) => {
    const worst = members.reduce((least, values) => Math.min(least, values[film] ?? 0), Infinity);
    return worst >= veto ? worst : -Infinity;
  });
}

/**
 * A list whose worst-off member is best off over the whole list: each film is the one after which the least served has most
 * (greedy least misery; Xiao et al., RecSys 2017, with relevances in place of Borda counts).
 */
export function greedyLeastMisery(
  members: readonly Float32Array[],
  candidates: Iterable<number>,
  options: GreedyOptions,
): number[] {
  const received = new Float64Array(members.length);
  return greedy(
    candidates,
    options,
    (film) =>
      members.reduce(
        (least, relevance, member) => Math.min(least, (received[member] ?? 0) + (relevance[film] ?? 0)),
        Infinity,
      ),
    (film) => {
      for (const [member, relevance] of members.entries())
        received[member] = (received[member] ?? 0) + (relevance[film] ?? 0);
    },
  );
}
