/**
 * A set of the numbers inside IMDb identifiers (`tt0046911` -> 46911), one bit each, over shared memory so that worker threads read it.
 * `limit` is exclusive; numbers beyond it are refused by `add` (returns false) and never found.
 */
export interface IdSet {
  readonly bits: Uint32Array<SharedArrayBuffer>;
  readonly limit: number;
}

/** An empty set for numbers below `limit` (limit / 8 bytes). */
export function idSet(limit: number): IdSet {
  return { bits: new Uint32Array(new SharedArrayBuffer(Math.ceil(limit / 32) * 4)), limit };
}

/** Adds a number; false when it is out of range. */
export function addId(set: IdSet, id: number): boolean {
  if (!(id >= 0 && id < set.limit)) return false;
  Atomics.or(set.bits, id >>> 5, 1 << (id & 31));
  return true;
}

export function hasId(set: IdSet, id: number): boolean {
  return id >= 0 && id < set.limit && (set.bits[id >>> 5]! & (1 << (id & 31))) !== 0;
}

/** The number in the identifier that starts at `at` (two letters, then digits) in a buffer of ASCII; -1 when there is none. */
export function readIdNumber(bytes: Uint8Array, at: number): number {
  let value = 0;
  let position = at + 2;
  for (; position < bytes.length; position++) {
    const digit = bytes[position]! - 48;
    if (digit < 0 || digit > 9) break;
    value = value * 10 + digit;
  }
  return position === at + 2 ? -1 : value;
}

/** The numbers of `a` that are not in `b`, rising. Both have the same limit. */
export function* idDifference(a: IdSet, b: IdSet): Generator<number> {
  for (let word = 0; word < a.bits.length; word++) {
    let left = a.bits[word]! & ~b.bits[word]!;
    while (left !== 0) {
      const bit = 31 - Math.clz32(left & -left);
      yield word * 32 + bit;
      left &= left - 1;
    }
  }
}
