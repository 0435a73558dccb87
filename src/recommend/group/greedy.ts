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
  const left = [...candidates];
  const chosen: number[] = [];
  while (chosen.length < top) {
    let [at, best, most, settle] = [-1, -1, -Infinity, -Infinity];
    for (let place = 0; place < left.length; place++) {
      const film = left[place] ?? -1;
      const gained = gain(film);
      if (gained < most || gained === -Infinity) continue;
      const second = tie?.[film] ?? 0;
      if (gained > most || second > settle || (second === settle && film < best)) {
        at = place;
        best = film;
        most = gained;
        settle = second;
      }
    }
    const last = left.pop();
    if (at === -1 || last === undefined) break;
    if (at < left.length) left[at] = last;
    chosen.push(best);
    taken(best);
  }
  return chosen;
}

/**
 * The candidates that a greedy choice can come to, when a film that is nothing to anyone gains nothing: those that are something to somebody, and of the
 * others the `top` first, as a tie settles them. Of a whole catalogue a few hundred are left.
 * @param members one array a member, a relevance >= 0 a film
 */
export function contenders(
  members: readonly Float32Array[],
  candidates: Iterable<number>,
  options: GreedyOptions,
): number[] {
  const relevant: number[] = [];
  const others: number[] = [];
  for (const film of candidates) {
    let most = 0;
    for (const values of members) most = Math.max(most, values[film] ?? 0);
    (most > 0 ? relevant : others).push(film);
  }
  return [...relevant, ...greedy(others, options, () => 0)];
}
