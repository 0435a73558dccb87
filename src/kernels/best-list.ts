/** The `size` lowest costs seen so far, each with its item; ties go to the lower item. `worst` is what a newcomer must beat. */
export interface BestList {
  readonly offer: (cost: number, item: number) => void;
  readonly worst: () => number;
  /** The kept items, lowest cost first. */
  readonly ranked: () => { cost: number; item: number }[];
}

/** An empty list of at most `size` items (a binary heap with the worst on top). */
export function bestList(size: number): BestList {
  const costs = new Float64Array(size);
  const items = new Int32Array(size);
  let count = 0;
  const worse = (a: number, b: number): boolean =>
    costs[a]! > costs[b]! || (!(costs[a]! < costs[b]!) && items[a]! > items[b]!);
  const swap = (a: number, b: number): void => {
    const cost = costs[a]!;
    const item = items[a]!;
    costs[a] = costs[b]!;
    items[a] = items[b]!;
    costs[b] = cost;
    items[b] = item;
  };
  const rise = (from: number): void => {
    for (let at = from; at > 0;) {
      const parent = (at - 1) >> 1;
      if (!worse(at, parent)) return;
      swap(at, parent);
      at = parent;
    }
  };
  const sink = (): void => {
    for (let at = 0; ;) {
      let child = 2 * at + 1;
      if (child >= count) return;
      if (child + 1 < count && worse(child + 1, child)) child++;
      if (!worse(child, at)) return;
      swap(at, child);
      at = child;
    }
  };
  return {
    offer(cost, item) {
      if (count < size) {
        costs[count] = cost;
        items[count] = item;
        rise(count++);
      } else if (size > 0 && (cost < costs[0]! || (cost === costs[0]! && item < items[0]!))) {
        costs[0] = cost;
        items[0] = item;
        sink();
      }
    },
    worst: () => (count < size ? Infinity : count === 0 ? -Infinity : costs[0]!),
    ranked: () =>
      Array.from({ length: count }, (_, at) => ({ cost: costs[at]!, item: items[at]! })).toSorted(
        (a, b) => a.cost - b.cost || a.item - b.item,
      ),
  };
}
