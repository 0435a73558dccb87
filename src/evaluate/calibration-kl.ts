import { divergence, genreShares } from '#recommend/shape/calibration.ts';

/**
 * Miscalibration of a list: KL(p || 0.99 q + 0.01 p) in nats, p and q the shares of genres in the basket and in the list; 0 is perfect, 4.6 is the worst.
 * 0 when the basket has no genre. Every film with genres counts for 1, shared equally among them.
 * Source: Steck 2018, "Calibrated recommendations", RecSys, equations 2 to 5.
 * @param basket, list the genres of each film
 */
export function calibrationKl(basket: readonly (readonly string[])[], list: readonly (readonly string[])[]): number {
  const shares = genreShares(list);
  return divergence(genreShares(basket), (genre) => shares.get(genre) ?? 0);
}
