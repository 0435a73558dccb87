/**
 * Cholesky in 64 bits, in place: the lower triangle of A = L·L' becomes L. For matrices of a hundred rows; large ones go to spd-inverse.ts.
 * @throws RangeError, a sentence, when the matrix is not positive definite
 */
export function factorise(a: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) {
    const row = i * n;
    for (let j = 0; j < i; j++) a[row + j] = (a[row + j]! - partialDot(a, row, j * n, j)) / a[j * n + j]!;
    const pivot = a[row + i]! - partialDot(a, row, row, i);
    if (!(pivot > 0))
      throw new RangeError(`The matrix is not positive definite at row ${i} of ${n}. Take a larger regularisation.`);
    a[row + i] = Math.sqrt(pivot);
  }
}

/** Solves L·L' x = b in place, L as `factorise` left it. */
export function substitute(l: Float64Array, n: number, b: Float64Array): void {
  for (let i = 0; i < n; i++) {
    let sum = b[i]!;
    for (let k = 0; k < i; k++) sum -= l[i * n + k]! * b[k]!;
    b[i] = sum / l[i * n + i]!;
  }
  for (let i = n - 1; i >= 0; i--) {
    const value = b[i]! / l[i * n + i]!;
    b[i] = value;
    for (let k = 0; k < i; k++) b[k]! -= l[i * n + k]! * value;
  }
}

// Four sums, so that an addition need not wait for the one before it.
function partialDot(a: Float64Array, x: number, y: number, length: number): number {
  let [s0, s1, s2, s3] = [0, 0, 0, 0];
  let k = 0;
  for (; k + 3 < length; k += 4) {
    s0 += a[x + k]! * a[y + k]!;
    s1 += a[x + k + 1]! * a[y + k + 1]!;
    s2 += a[x + k + 2]! * a[y + k + 2]!;
    s3 += a[x + k + 3]! * a[y + k + 3]!;
  }
  for (; k < length; k++) s0 += a[x + k]! * a[y + k]!;
  return s0 + s1 + (s2 + s3);
}
