import type { Catalogue } from '#catalogue/catalogue.ts';
import { allWeights } from '#catalogue/queries/film-names.ts';

/** What is known of every film's year and fame, in the order of the dense indices. */
export interface Weights {
  /** 0 when unknown. */
  readonly years: Int16Array;
  /** How well known a film is: ln(1 + votes), or our renown on the same scale. */
  readonly fame: Float32Array;
  readonly hasRatings: boolean;
}

export async function readWeights(catalogue: Catalogue): Promise<Weights> {
  const rows = await catalogue.run(allWeights, {});
  return {
    years: Int16Array.from(rows, ({ year }) => year ?? 0),
    fame: Float32Array.from(rows, ({ votes, renown }) =>
      votes > 0 ? Math.log1p(votes) : renown === null ? 0 : 6 + 1.4 * renown,
    ),
    hasRatings: rows.some(({ votes }) => votes > 0),
  };
}
