/** Names of bytes numbered in the order they are first met: any bytes are a name, and none is special. */
export interface ByteIds {
  /** How many different names were met. */
  readonly size: number;
  /** The number of the name `bytes[from..to)`, given now if it is new. */
  intern(bytes: Uint8Array, from: number, to: number): number;
  /** Every name as text (UTF-8), in the order of the numbers. */
  texts(): string[];
}

/** An empty table: open addressing over one arena of bytes, so that no string is made while a file is read. At most 2 GB of names. */
export function byteIds(): ByteIds {
  let slots = new Int32Array(1 << 12); // number + 1; 0 is free
  let hashes = new Int32Array(1 << 11);
  let starts = new Int32Array((1 << 11) + 1);
  let arena = new Uint8Array(1 << 16);
  let size = 0;
  let last = -1;

  const equals = (id: number, bytes: Uint8Array, from: number, to: number): boolean => {
    let at = starts[id]!;
    if (starts[id + 1]! - at !== to - from) return false;
    for (let k = from; k < to; k++) if (arena[at++] !== bytes[k]) return false;
    return true;
  };

  const add = (bytes: Uint8Array, from: number, to: number, hash: number): number => {
    const begin = starts[size]!;
    const end = begin + to - from;
    if (end > arena.length) arena = grown(arena, new Uint8Array(Math.max(end, arena.length * 2)));
    if (size === hashes.length) {
      hashes = grown(hashes, new Int32Array(size * 2));
      starts = grown(starts, new Int32Array(size * 2 + 1));
    }
    arena.set(bytes.subarray(from, to), begin);
    starts[size + 1] = end;
    hashes[size] = hash;
    if (size * 2 >= slots.length) slots = rehashed(hashes, size, slots.length * 2);
    place(slots, hash, size);
    return size++;
  };

  return {
    get size() {
      return size;
    },
    intern(bytes, from, to) {
      if (last !== -1 && equals(last, bytes, from, to)) return last;
      let hash = 0x811c9dc5 | 0;
      for (let k = from; k < to; k++) hash = Math.imul(hash ^ bytes[k]!, 0x01000193);
      hash ^= hash >>> 15;
      const mask = slots.length - 1;
      for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
        const id = slots[slot]! - 1;
        if (id === -1) return (last = add(bytes, from, to, hash));
        if (hashes[id] === hash && equals(id, bytes, from, to)) return (last = id);
      }
    },
    texts() {
      const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
      return Array.from({ length: size }, (_, id) => decoder.decode(arena.subarray(starts[id], starts[id + 1])));
    },
  };
}

function place(slots: Int32Array, hash: number, id: number): void {
  const mask = slots.length - 1;
  let slot = hash & mask;
  while (slots[slot] !== 0) slot = (slot + 1) & mask;
  slots[slot] = id + 1;
}

function rehashed(hashes: Int32Array, size: number, room: number): Int32Array<ArrayBuffer> {
  const slots = new Int32Array(room);
  for (let id = 0; id < size; id++) place(slots, hashes[id]!, id);
  return slots;
}

function grown<T extends Int32Array | Uint8Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
