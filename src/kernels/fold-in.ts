/** The parts of a packed sparse matrix that a fold-in reads: see PackedRows. */
export interface WeightRows {
  readonly starts: Int32Array;
  readonly columns: Uint16Array | Int32Array;
  readonly values: Int16Array;
  readonly scales: Float32Array;
}

/** into <- into + weight x row. */
export function addRow(
  into: Float32Array,
  { starts, columns, values, scales }: WeightRows,
  row: number,
  weight: number,
): void {
  const step = weight * scales[row]!;
  for (let at = starts[row]!, end = starts[row + 1]!; at < end; at++) into[columns[at]!]! += step * values[at]!;
}

/**
 * into_j <- into_j + weight x ln(1 + row_j / base_j), the log of how much likelier j is beside this row's film than without it; what would fall
 * under `least` of its base is held there.
 */
export function addLogLift(
  into: Float32Array,
  { starts, columns, values, scales }: WeightRows,
  row: number,
  { base, weight, least }: { base: Float32Array; weight: number; least: number },
): void {
  const scale = scales[row]!;
  for (let at = starts[row]!, end = starts[row + 1]!; at < end; at++) {
    const column = columns[at]!;
    const ratio = 1 + (scale * values[at]!) / base[column]!;
    into[column]! += weight * Math.log(ratio > least ? ratio : least);
  }
}

/**
 * The logarithm, continued under `floor` by its tangent there: rising everywhere, so that it never changes an order.
 * @param floor > 0
 */
export function tangentLog(value: number, floor: number): number {
  return value >= floor ? Math.log(value) : Math.log(floor) + (value - floor) / floor;
}

/** into_j <- tangentLog(into_j) + addend_j, for every film. */
export function logInPlace(into: Float32Array, floor: number, addend: Float32Array): void {
  for (let j = 0; j < into.length; j++) into[j] = tangentLog(into[j]!, floor) + addend[j]!;
}
