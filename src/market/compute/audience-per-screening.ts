/** People at a screening, on average: entries / screenings. */
export function audiencePerScreening(
  cinemas: readonly { readonly entries: number; readonly screenings: number }[],
): number {
  const entries = cinemas.reduce((sum, one) => sum + one.entries, 0);
  return entries / cinemas.reduce((sum, one) => sum + one.screenings, 0);
}
