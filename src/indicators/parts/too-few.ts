import type { Told } from '#indicators/told.ts';

/** An answer that is one sentence: there are too few data for a chart, which would be of noise. */
export const toldTooFew = (told: Omit<Told, 'finding' | 'cautions' | 'charts' | 'tables'>, sentence: string): Told => ({
  ...told,
  finding: [sentence],
  cautions: [],
  charts: [],
  tables: [],
});
