/**
 * The q-value of each p-value: the least false discovery rate at which it would be called a discovery. Rejecting where q <= 0.05
 * keeps the expected share of false discoveries at 5 % when the tests are independent or positively dependent.
 * Source: Benjamini & Hochberg 1995, "Controlling the false discovery rate", section 3.1, in the adjusted form of Yekutieli &
 * Benjamini 1999.
 */
export function benjaminiHochberg(pValues: Float64Array): Float64Array {
  const n = pValues.length;
  const order = Uint32Array.from(pValues.keys()).sort((a, b) => pValues[a]! - pValues[b]!);
  const q = new Float64Array(n);
  let least = 1;
  for (let rank = n; rank >= 1; rank--) {
    const at = order[rank - 1]!;
    least = Math.min(least, (pValues[at]! * n) / rank);
    q[at] = least;
  }
  return q;
}
