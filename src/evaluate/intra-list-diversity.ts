/**
 * Intra-list diversity: the mean of 1 - likeness over the pairs of a list, 0 (all the same) to 1 (nothing in common); 0 for fewer than two films.
 * Source: Smyth and McClave 2001, "Similarity vs. diversity"; Ziegler et al. 2005.
 * @param likeness of two films, 0 to 1, the same both ways; NaN counts as 0
 */
export function intraListDiversity(list: readonly number[], likeness: (a: number, b: number) => number): number {
  let sum = 0;
  let pairs = 0;
  for (const [place, a] of list.entries()) {
    for (const b of list.slice(place + 1)) {
      sum += 1 - (likeness(a, b) || 0);
      pairs++;
    }
  }
  return pairs === 0 ? 0 : sum / pairs;
}
