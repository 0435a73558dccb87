/** A cinema as its seats are counted. */
export interface Seated {
  readonly entries: number;
  readonly screens: number;
  readonly seats: number;
  readonly screenings: number;
}

/**
 * Seat occupancy, as the CNC defines it: entries / seats offered. Which screen each screening was in is not published: each is taken to
 * offer the mean seats of a screen.
 *
 *     T = Σ entries / Σ (screenings × seats / screens)
 *
 * @returns a share, 0 to 1
 */
export function occupancy(cinemas: readonly Seated[]): number {
  const offered = cinemas.reduce((sum, one) => sum + (one.screenings * one.seats) / one.screens, 0);
  return cinemas.reduce((sum, one) => sum + one.entries, 0) / offered;
}
