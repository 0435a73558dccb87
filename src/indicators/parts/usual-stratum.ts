import type { Catalogue } from '#catalogue/catalogue.ts';
import type { Filters, Stratum } from '#indicators/filters.ts';
import { anyVotes } from '#indicators/queries/chosen-films.ts';

const found = new WeakMap<Catalogue, Promise<boolean>>();

/** Whether the catalogue has votes; without any, no film is one of those that many people saw. */
export function hasVotes(catalogue: Catalogue): Promise<boolean> {
  const before = found.get(catalogue);
  if (before !== undefined) return before;
  const now = catalogue.run(anyVotes, {}).then(([row]) => row?.any === 1);
  found.set(catalogue, now);
  now.catch(() => found.delete(catalogue));
  return now;
}

/** The films that the filters choose: where they do not say, those of at least 1 000 votes, or all where the catalogue has no votes. */
export async function stratumOf(catalogue: Catalogue, { stratum, minVotes }: Filters): Promise<Stratum> {
  if (stratum !== null) return stratum;
  return minVotes === null && (await hasVotes(catalogue)) ? 'voted' : 'all';
}
