const columns = { size: 0, rows: [new Int32Array(0), new Int32Array(0), new Int32Array(0)] };

/**
 * Optimal string alignment distance between two texts: insertions, deletions, replacements and swaps of neighbours, no unit edited
 * twice. Returns `limit + 1` as soon as it is known to exceed `limit`.
 */
export function osaDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  return align(a, b, limit, false);
}

/** The smallest alignment distance between `query` and a beginning of `text`; `limit + 1` when it exceeds `limit`. */
export function osaPrefixDistance(query: string, text: string, limit: number): number {
  if (query.length - text.length > limit) return limit + 1;
  return align(query, text.slice(0, query.length + limit), limit, true);
}

function align(query: string, text: string, limit: number, prefix: boolean): number {
  const m = query.length;
  let [before, above, here] = scratch(m + 1);
  for (let j = 0; j <= m; j++) above[j] = j;
  let best = prefix || text.length === 0 ? m : limit + 1;
  for (let i = 1; i <= text.length; i++) {
    const unit = text.charCodeAt(i - 1);
    here[0] = i;
    let least = i;
    for (let j = 1; j <= m; j++) {
      const same = query.charCodeAt(j - 1) === unit;
      let value = above[j - 1]! + (same ? 0 : 1);
      if (above[j]! + 1 < value) value = above[j]! + 1;
      if (here[j - 1]! + 1 < value) value = here[j - 1]! + 1;
      if (
        !same &&
        i > 1 &&
        j > 1 &&
        query.charCodeAt(j - 2) === unit &&
        query.charCodeAt(j - 1) === text.charCodeAt(i - 2)
      ) {
        if (before[j - 2]! + 1 < value) value = before[j - 2]! + 1;
      }
      here[j] = value;
      if (value < least) least = value;
    }
    if (prefix ? here[m]! < best : i === text.length) best = here[m]!;
    if (least > limit || (prefix && least >= best)) break;
    [before, above, here] = [above, here, before];
  }
  return best > limit ? limit + 1 : best;
}

// one scratch for all calls: nothing here is re-entrant
function scratch(size: number): [Int32Array, Int32Array, Int32Array] {
  if (columns.size < size) {
    columns.size = 2 * size;
    columns.rows = columns.rows.map(() => new Int32Array(columns.size));
  }
  const [first, second, third] = columns.rows;
  return [first!, second!, third!];
}
