import type { Csr } from '#kernels/csr.ts';

/** The columns from `first` to before `end` that every one of the rows holds, rising; none for no row. */
export function termsOfAll(
  { indptr, indices }: Csr,
  rows: readonly number[],
  { first, end }: { first: number; end: number },
): number[] {
  const held = new Map<number, number>();
  for (const row of new Set(rows)) {
    for (let k = indptr[row]!; k < indptr[row + 1]!; k++) {
      const column = indices[k]!;
      if (column >= first && column < end) held.set(column, (held.get(column) ?? 0) + 1);
    }
  }
  const all = new Set(rows).size;
  return [...held].flatMap(([column, count]) => (count === all ? [column] : [])).toSorted((a, b) => a - b);
}

/** The sum of the weights of the rows that hold each column from `first` to before `end`; the matrix is given transposed: a row a column. */
export function weightsHeld(
  { indptr, indices }: Csr,
  weights: Float64Array,
  { first, end }: { first: number; end: number },
): Float64Array {
  const sums = new Float64Array(Math.max(0, end - first));
  for (let column = first; column < end; column++)
    for (let k = indptr[column]!; k < indptr[column + 1]!; k++) sums[column - first]! += weights[indices[k]!]!;
  return sums;
}

/** into[r] += amount for the rows that hold a column; the matrix is given transposed: a row a column. */
export function addToHolders({ indptr, indices }: Csr, column: number, amount: number, into: Float32Array): void {
  for (let k = indptr[column]!; k < indptr[column + 1]!; k++) into[indices[k]!]! += amount;
}
