/**
 * Catalogue coverage: the share of the candidates that are in at least one list, 0 to 1; 0 without candidates. Films that are no candidates do not count.
 * Source: Ge, Delgado-Battenfeld, Jannach 2010, "Beyond accuracy", RecSys.
 */
export function coverage(lists: Iterable<Iterable<number>>, candidates: ReadonlySet<number>): number {
  const shown = new Set<number>();
  for (const list of lists) for (const film of list) if (candidates.has(film)) shown.add(film);
  return candidates.size === 0 ? 0 : shown.size / candidates.size;
}
