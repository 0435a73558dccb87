/**
 * Attendance index, as the CNC defines it: entries a year / population (total population of the census, not the municipal one).
 * @returns entries a head
 */
export const attendanceIndex = (entries: number, population: number): number => entries / population;

/**
 * The index of a region from those of its departments: the populations are found again from each index.
 *
 *     I = Σ entries / Σ (entries / index)
 */
export function regionalIndex(departments: readonly { readonly entries: number; readonly index: number }[]): number {
  const entries = departments.reduce((sum, one) => sum + one.entries, 0);
  return entries / departments.reduce((sum, one) => sum + one.entries / one.index, 0);
}
