import type { AgeBand } from '#market/types.ts';

/**
 * People from one age to another, both included, in bands of ages.
 *
 *     N(a, b) = Σ people(band) × years of the band from a to b / years of the band
 *
 * A band that is cut is taken to hold as many people at each of its ages. The open band (75 and over) has no last age: it counts whole when
 * the asked ages hold all of it, and not at all otherwise.
 *
 * @param to null for no last age
 * @returns persons, not rounded
 */
export function peopleBetween(bands: readonly AgeBand[], from: number, to: number | null): number {
  return bands.reduce((sum, band) => sum + band.people * partOf(band, from, to), 0);
}

function partOf(band: AgeBand, from: number, to: number | null): number {
  if (band.to === null) return to === null && from <= band.from ? 1 : 0;
  const years = Math.min(band.to, to ?? band.to) - Math.max(band.from, from) + 1;
  return Math.max(0, years) / (band.to - band.from + 1);
}
