/**
 * How far two orders agree: Kendall's tau-b, 1 the same order, -1 the reverse; ties in either are allowed for. NaN when one of
 * them is all ties.
 * @param a what the first order is made by, a value a thing; `b`: the second, of the same things
 * Source: Kendall 1945, "The treatment of ties in ranking problems"; counted in n·log n as Knight 1966, "A computer method for
 * calculating Kendall's tau with ungrouped data".
 */
export function kendallTau(a: Float64Array, b: Float64Array): number {
  const n = a.length;
  const order = Uint32Array.from(a.keys()).sort((i, j) => a[i]! - a[j]! || b[i]! - b[j]!);
  const byA = Float64Array.from(order, (i) => a[i]!);
  const byB = Float64Array.from(order, (i) => b[i]!);
  let tiedBoth = 0;
  for (let first = 0, i = 1; i <= n; i++) {
    if (i < n && byA[i] === byA[first] && byB[i] === byB[first]) continue;
    tiedBoth += pairs(i - first);
    first = i;
  }
  const tiedA = tiedPairs(byA);
  const swaps = sortCounting(byB, new Float64Array(n), 0, n);
  const tiedB = tiedPairs(byB);
  const all = pairs(n);
  return (all - tiedA - tiedB + tiedBoth - 2 * swaps) / Math.sqrt((all - tiedA) * (all - tiedB));
}

const pairs = (n: number): number => (n * (n - 1)) / 2;

function tiedPairs(sorted: Float64Array): number {
  let tied = 0;
  for (let first = 0, i = 1; i <= sorted.length; i++) {
    if (i < sorted.length && sorted[i] === sorted[first]) continue;
    tied += pairs(i - first);
    first = i;
  }
  return tied;
}

/** Sorts in place by merging; returns how many pairs stood in the wrong order. */
function sortCounting(values: Float64Array, room: Float64Array, low: number, high: number): number {
  if (high - low < 2) return 0;
  const middle = (low + high) >>> 1;
  let swaps = sortCounting(values, room, low, middle) + sortCounting(values, room, middle, high);
  for (let i = low, j = middle, k = low; k < high; k++) {
    if (j >= high || (i < middle && values[i]! <= values[j]!)) room[k] = values[i++]!;
    else {
      swaps += middle - i;
      room[k] = values[j++]!;
    }
  }
  values.set(room.subarray(low, high), low);
  return swaps;
}
