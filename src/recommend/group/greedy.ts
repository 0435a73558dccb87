export interface GreedyOptions {
  /** How many films; fewer come back when fewer may be chosen. */
  readonly top: number;
  /** One a film: settles equal gains, higher first; what is still equal goes to the lower index. */
  readonly tie?: ArrayLike<number>;
}

/**
 * Takes the candidate of highest gain, tells it, and goes on; a candidate whose gain is -Infinity is never taken.
 * @param gain what a film would add now
 * @param taken told each film once it is chosen
 */
export function greedy(
  candidates: Iterable<number>,
  { top, tie }: GreedyOptions,
  gain: (film: number) => number,
  taken: (film: number) => void = () => {},
): number[] {
  const left = new Set(candidates);
  const chosen: number[] = [];
  while (chosen.length < top) {
    let [best, most, settle] = [-1, -Infinity, -Infinity];
    for (const film of left) {
      const gained = gain(film);
      if (gained < most || gained === -Infinity) continue;
      const second = tie?.[film] ?? 0;
      if (gained > most || second > settle || (second === settle && film < best))
        [best, most, settle] = [film, gained, second];
    }
    if (best === -1) break;
    left.delete(best);
    chosen.push(best);
    taken(best);
  }
  return chosen;
}
