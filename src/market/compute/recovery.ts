/** Entries of a year for 100 of a reference year: what came back since. */
export const recovery = (entries: number, reference: number): number => (100 * entries) / reference;
