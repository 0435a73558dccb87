/**
 * Strings sorted by UTF-16 unit and packed, with a trie over them. A key is named by its rank in that order.
 * `start` has one more entry than there are keys. Nodes are in breadth-first order, node 0 is the root: it covers the keys
 * `low[node] .. high[node] - 1`, of which those before `ended[node]` end there; its children are `child[node] .. child[node + 1] - 1`.
 * A node of few keys has no child: its keys are read one by one.
 */
export interface KeyTable {
  readonly text: Uint16Array;
  readonly start: Int32Array;
  readonly label: Uint16Array;
  readonly low: Int32Array;
  readonly high: Int32Array;
  readonly ended: Int32Array;
  readonly child: Int32Array;
}

/** The order of `keys` by UTF-16 unit (ties by position), to be given to `keyTable` with what belongs to each key. */
export function sortedOrder(keys: readonly string[]): Int32Array {
  const places = new Int32Array(keys.length).map((_, at) => at);
  return places.toSorted((a, b) => (keys[a]! < keys[b]! ? -1 : keys[a]! > keys[b]! ? 1 : a - b));
}

/**
 * Packs the keys in the given sorted order and builds the trie.
 * @param leafSize the most keys that a childless node may cover, unless the keys are all equal
 */
export function keyTable(keys: readonly string[], order: Int32Array, leafSize = 6): KeyTable {
  const start = new Int32Array(order.length + 1);
  for (let rank = 0; rank < order.length; rank++) start[rank + 1] = start[rank]! + keys[order[rank]!]!.length;
  const text = new Uint16Array(start[order.length]!);
  for (let rank = 0; rank < order.length; rank++) {
    const key = keys[order[rank]!]!;
    for (let at = 0; at < key.length; at++) text[start[rank]! + at] = key.charCodeAt(at);
  }
  return { text, start, ...buildTrie(text, start, leafSize) };
}

function buildTrie(text: Uint16Array, start: Int32Array, leafSize: number) {
  const label = [0];
  const low = [0];
  const high = [start.length - 1];
  const depth = [0];
  const ended: number[] = [];
  const child: number[] = [];
  for (let node = 0; node < low.length; node++) {
    const d = depth[node]!;
    const end = high[node]!;
    let from = low[node]!;
    while (from < end && d === start[from + 1]! - start[from]!) from++;
    ended.push(from);
    child.push(low.length);
    if (end - low[node]! <= leafSize) continue;
    while (from < end) {
      const unit = text[start[from]! + d]!;
      const next = firstBeyond(text, start, from, end, d, unit);
      label.push(unit);
      low.push(from);
      high.push(next);
      depth.push(d + 1);
      from = next;
    }
  }
  child.push(low.length);
  return {
    label: Uint16Array.from(label),
    low: Int32Array.from(low),
    high: Int32Array.from(high),
    ended: Int32Array.from(ended),
    child: Int32Array.from(child),
  };
}

function firstBeyond(text: Uint16Array, start: Int32Array, from: number, end: number, d: number, unit: number): number {
  let low = from + 1;
  let high = end;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (unit === text[start[middle]! + d]) low = middle + 1;
    else high = middle;
  }
  return low;
}
