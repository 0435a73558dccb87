import { contenders, greedy, type GreedyOptions } from '#recommend/group/greedy.ts';
import { onFineGrid, parts, type Turns } from '#recommend/group/weights.ts';

/**
 * The films of highest mean relevance: what brings the group most, whoever gets it (additive utilitarian; Masthoff 2015, section 22.3).
 * @param members one array a member, a relevance >= 0 a film
 */
export function average(
  members: readonly Float32Array[],
  candidates: Iterable<number>,
  { weights, ...options }: GreedyOptions & Pick<Turns, 'weights'>,
): number[] {
  const part = parts(members.length, weights);
  return greedy(contenders(members, candidates, options), options, (film) =>
    members.reduce((sum, relevance, member) => sum + onFineGrid((part[member] ?? 0) * (relevance[film] ?? 0)), 0),
  );
}
