/** One facet: which combination of its values each item has, and whether a combination meets the condition on it. */
export interface FacetColumn {
  /** A combination an item. */
  readonly of: Int32Array;
  /** 1 or 0 a combination; all 1 without a condition. */
  readonly meets: Uint8Array;
}

export interface FacetCounts {
  /** The items that meet every condition, in their order. */
  readonly kept: Int32Array;
  /** A facet each: for a combination, how many items have it and meet the conditions on all the other facets. */
  readonly counts: readonly [Int32Array, Int32Array, Int32Array];
}

/** Filters items by three facets and counts, in the same pass, what each facet would give with another value. */
export function facetCounts(items: Int32Array, columns: readonly [FacetColumn, FacetColumn, FacetColumn]): FacetCounts {
  const [{ of: ofA, meets: a }, { of: ofB, meets: b }, { of: ofC, meets: c }] = columns;
  const countA = new Int32Array(a.length);
  const countB = new Int32Array(b.length);
  const countC = new Int32Array(c.length);
  const kept = new Int32Array(items.length);
  let size = 0;
  for (let at = 0; at < items.length; at++) {
    const item = items[at]!;
    const valueA = ofA[item]!;
    const valueB = ofB[item]!;
    const valueC = ofC[item]!;
    switch (a[valueA]! | (b[valueB]! << 1) | (c[valueC]! << 2)) {
      case 7:
        kept[size++] = item;
        countA[valueA]!++;
        countB[valueB]!++;
        countC[valueC]!++;
        break;
      case 6:
        countA[valueA]!++;
        break;
      case 5:
        countB[valueB]!++;
        break;
      case 3:
        countC[valueC]!++;
        break;
      default:
    }
  }
  return { kept: kept.slice(0, size), counts: [countA, countB, countC] };
}
