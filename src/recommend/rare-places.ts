/**
 * A list in which some places of every ten go to another ranking: with a share of 0.2 the ninth and tenth, the nineteenth and twentieth, and so
 * on; with 1 all of them. Both keep their order, nothing is there twice; when one is exhausted the other goes on.
 * @param share 0 to 1
 */
export function givePlaces<T extends { readonly film: number }>(
  main: readonly T[],
  other: readonly T[],
  { share, top }: { share: number; top: number },
): T[] {
  const given = Math.round(10 * Math.min(1, Math.max(0, share)));
  const taken = new Set<number>();
  const queues = [main[Symbol.iterator](), other[Symbol.iterator]()] as const;
  const next = (queue: Iterator<T>): T | null => {
    for (let step = queue.next(); step.done !== true; step = queue.next())
      if (!taken.has(step.value.film)) return step.value;
    return null;
  };
  const list: T[] = [];
  while (list.length < top) {
    const which = list.length % 10 >= 10 - given ? 1 : 0;
    const item = next(queues[which]) ?? next(queues[1 - which === 1 ? 1 : 0]);
    if (item === null) break;
    taken.add(item.film);
    list.push(item);
  }
  return list;
}
