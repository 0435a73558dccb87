/**
 * The standard error of a figure of a whole set of rows (coverage, a Gini index), by leaving out one of `groups` groups of rows at a time.
 * Row r is in group r modulo `groups`. Source: Efron and Tibshirani 1993, chapter 11 (grouped jackknife).
 * @param figure what is computed of the rows kept; asked `groups` times
 */
export function jackknifeError(
  rows: number,
  figure: (kept: (row: number) => boolean) => number,
  { groups = 20 }: { groups?: number } = {},
): number {
  const used = Math.min(groups, rows);
  if (used < 2) return 0;
  const values = Array.from({ length: used }, (_, group) => figure((row) => row % used !== group));
  const mean = values.reduce((sum, value) => sum + value, 0) / used;
  return Math.sqrt(((used - 1) / used) * values.reduce((sum, value) => sum + (value - mean) ** 2, 0));
}
