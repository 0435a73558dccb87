import type { Engine } from '#engine.ts';
import type { Csr } from '#kernels/csr.ts';
import type { Scorer } from '#evaluate/scorer.ts';

/** The name of our collaborative model in every table. */
export const oursName = 'Lanterne';

/**
 * Our collaborative model, fitted on training likes; its columns are those of `films`.
 * @returns undefined as long as the product has none: the tables then show the peers alone
 */
export async function ours(_likes: Csr, _films: readonly string[]): Promise<Scorer | undefined> {
  return undefined;
}

/**
 * What the product answers with when some films have ratings and others none: the collaborative model and the content model together.
 * @param likes training likes; films without any are new
 * @param films the IMDb identifier of each column, rising; baskets and scores are by column
 * @returns undefined as long as the product has none
 */
export async function hybrid(_engine: Engine, _likes: Csr, _films: readonly string[]): Promise<Scorer | undefined> {
  return undefined;
}
