/**
 * Seasonal index of each month: 100 is the mean of the months.
 *
 *     S_m = 100 × 12 × entries(m) / Σ entries
 *
 * @param entries of the twelve months, or of the seven days: the mean of the given is 100
 */
export function seasonalIndex(entries: readonly number[]): readonly number[] {
  const all = entries.reduce((sum, one) => sum + one, 0);
  return entries.map((one) => (100 * entries.length * one) / all);
}

/** The part of each in the whole, 0 to 1. */
export function partsOf(values: readonly number[]): readonly number[] {
  const all = values.reduce((sum, one) => sum + one, 0);
  return values.map((one) => one / all);
}
