import type { Csr } from '#kernels/csr.ts';
import type { Scorer } from '#evaluate/p3-content.ts';

/** The name of our collaborative model in every table. */
export const oursName = 'Lanterne';

/**
 * Our collaborative model, fitted on training likes; its columns are those of `films`.
 * @returns undefined as long as the product has none: the tables then show the peers alone
 */
export async function ours(_likes: Csr, _films: readonly string[]): Promise<Scorer | undefined> {
  return undefined;
}
