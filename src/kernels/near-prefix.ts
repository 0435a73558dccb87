import type { KeyTable } from './key-table.ts';

/** Receives the keys of ranks `low .. high - 1`, all at prefix distance `distance` of the query. */
export type TakeRange = (low: number, high: number, distance: number) => void;

/**
 * Every key one of whose beginnings is within `limit` edits of the query, each once, with the smallest such number of edits.
 * An edit inserts, deletes or replaces a UTF-16 unit, or swaps two neighbours (optimal string alignment: no unit is edited twice).
 * Walks the trie with one banded row of the alignment matrix a level; rows never decrease, so a subtree is taken or left whole.
 * Source: Ukkonen 1985 (band); Oommen and Loke 1997 (optimal string alignment); Ji et al. 2009 (prefix distance on a trie).
 */
export function nearPrefix(table: KeyTable, query: Uint16Array, limit: number, take: TakeRange): void {
  const { text, start, label, low, high, ended, child } = table;
  const m = query.length;
  const far = limit + 1;
  const deepest = m + limit;
  const width = m + 2;
  const rows = new Uint8Array((deepest + 2) * width).fill(far);
  const leasts = new Uint8Array(deepest + 2);
  const path = new Uint16Array(deepest + 2);
  for (let j = 0; j <= Math.min(m, limit); j++) rows[j] = j;
  visit(0, 0, limit >= m ? m : far);

  function visit(node: number, depth: number, best: number): void {
    const least = leasts[depth]!;
    if (least >= best || least > limit || depth >= deepest) {
      if (best <= limit) take(low[node]!, high[node]!, best);
      return;
    }
    const begin = ended[node]!;
    if (best <= limit && begin > low[node]!) take(low[node]!, begin, best);
    const last = child[node + 1]!;
    let next = child[node]!;
    if (next === last) {
      for (let rank = begin; rank < high[node]!; rank++) readKey(rank, depth, best);
      return;
    }
    for (; next < last; next++) visit(next, depth + 1, Math.min(best, row(depth + 1, label[next]!)));
  }

  function readKey(rank: number, from: number, bestSoFar: number): void {
    let best = bestSoFar;
    const length = Math.min(deepest, start[rank + 1]! - start[rank]!);
    for (let depth = from; depth < length; depth++) {
      best = Math.min(best, row(depth + 1, text[start[rank]! + depth]!));
      const least = leasts[depth + 1]!;
      if (least >= best || least > limit) break;
    }
    if (best <= limit) take(rank, rank + 1, best);
  }

  // fills the row of this depth for a path ending in unit; returns the distance of the whole query to that path, or far
  function row(depth: number, unit: number): number {
    path[depth] = unit;
    const from = Math.max(1, depth - limit);
    const to = Math.min(m, depth + limit);
    const here = depth * width;
    const above = here - width;
    const turned = depth > 1 ? path[depth - 1]! : -1;
    let left = from === 1 && depth <= limit ? depth : far;
    let least = left;
    let asked = from > 1 ? query[from - 2]! : -2;
    rows[here + from - 1] = left;
    for (let j = from; j <= to; j++) {
      const before = asked;
      asked = query[j - 1]!;
      let value = rows[above + j - 1]!;
      if (asked !== unit) {
        value++;
        if (before === unit && asked === turned && rows[above - width + j - 2]! + 1 < value)
          value = rows[above - width + j - 2]! + 1;
        if (rows[above + j]! + 1 < value) value = rows[above + j]! + 1;
        if (left + 1 < value) value = left + 1;
        if (value > far) value = far;
      }
      rows[here + j] = left = value;
      if (value < least) least = value;
    }
    leasts[depth] = least;
    if (to < m) rows[here + to + 1] = far;
    return to === m ? rows[here + m]! : far;
  }
}
