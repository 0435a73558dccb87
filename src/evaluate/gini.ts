/**
 * Gini index of exposure: 0 when every film is shown as often, (n - 1) / n when one film is always shown; 0 when nothing is shown.
 * G = sum over i of (2 i - n - 1) x_i / (n sum x), the counts x_i rising, i from 1.
 * @param counts how often each film that could be recommended was, those never shown included; >= 0
 */
export function gini(counts: ArrayLike<number>): number {
  const sorted = Float64Array.from(counts).toSorted();
  const n = sorted.length;
  let weighted = 0;
  let total = 0;
  for (const [place, count] of sorted.entries()) {
    weighted += (2 * (place + 1) - n - 1) * count;
    total += count;
  }
  return total === 0 ? 0 : weighted / (n * total);
}

/** How often each of `films` films is in the lists, by dense index. */
export function exposure(lists: Iterable<Iterable<number>>, films: number): Float64Array {
  const counts = new Float64Array(films);
  for (const list of lists)
    for (const film of list) if (film >= 0 && film < films) counts[film] = (counts[film] ?? 0) + 1;
  return counts;
}
