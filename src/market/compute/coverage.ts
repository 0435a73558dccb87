/** What part of a potential is met, and what is missing. */
export interface Coverage {
  /** entries / potential; low when the potential is high. */
  readonly share: number;
  readonly low: number;
  readonly high: number;
  /** potential - entries; negative when more come than the potential says. */
  readonly gap: number;
  readonly gapLow: number;
  readonly gapHigh: number;
}

/**
 * Coverage of a potential and the gap to it.
 *
 *     coverage = entries / potential        gap = potential - entries
 *
 * @param potential entries a year, with the range it is known in
 */
export function coverage(
  entries: number,
  potential: { readonly value: number; readonly low: number; readonly high: number },
): Coverage {
  return {
    share: entries / potential.value,
    low: entries / potential.high,
    high: entries / potential.low,
    gap: potential.value - entries,
    gapLow: potential.low - entries,
    gapHigh: potential.high - entries,
  };
}

/**
 * What a place may expect of its potential once the country habits and the cinemas elsewhere have had their part.
 *
 *     E = P × rural × (1 - leakage)
 *
 * @param rural how much fewer people of such communes go, 0 to 1: their penetration over that of dense towns
 * @param leakage part of the demand that goes to cinemas elsewhere, 0 to 1
 */
export const expectedEntries = (potential: number, rural: number, leakage: number): number =>
  potential * rural * (1 - leakage);
