import { contenders, greedy, type GreedyOptions } from '#recommend/group/greedy.ts';
import { carried, onFineGrid, parts, type Turns } from '#recommend/group/weights.ts';

/**
 * EP-FuzzDA: a list in which each member's relevance grows in proportion to their weight. With r_u what member u has received, R their sum,
 * s_u what a film brings u and w_u the weights (sum 1): T = R + sum s_u, and the film taken has the highest sum of
 * min(s_u, max(0, w_u T - r_u)): what goes beyond a member's due counts for nothing. What was received at past evenings counts as received.
 * Source: Malecek and Peska 2021, "Fairness-preserving Group Recommendations With User Weighting", UMAP Adjunct.
 * @param members one array a member, a relevance >= 0 a film, as multiples of 2^-20
 */
export function epFuzzDA(
  members: readonly Float32Array[],
  candidates: Iterable<number>,
  { weights, received, ...options }: GreedyOptions & Turns,
): number[] {
  const part = parts(members.length, weights);
  const got = carried(members.length, received);
  let total = got.reduce((sum, value) => sum + value, 0);
  const gain = (film: number): number => {
    let all = total;
    for (const relevance of members) all += relevance[film] ?? 0;
    let sum = 0;
    for (let member = 0; member < members.length; member++) {
      const due = Math.max(0, (part[member] ?? 0) * all - (got[member] ?? 0));
      sum += onFineGrid(Math.min(members[member]?.[film] ?? 0, due));
    }
    return sum;
  };
  return greedy(contenders(members, candidates, options), options, gain, (film) => {
    for (const [member, relevance] of members.entries()) {
      got[member] = (got[member] ?? 0) + (relevance[film] ?? 0);
      total += relevance[film] ?? 0;
    }
  });
}
