/**
 * A seeded generator of uniform numbers in [0, 1): splitmix32. The same seed gives the same sequence on every machine.
 * Source: Steele, Lea, Flood 2014, "Fast splittable pseudorandom number generators", reduced to 32 bits.
 */
export function seededRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let z = state ^ (state >>> 16);
    z = Math.imul(z, 0x21f0aaad);
    z ^= z >>> 15;
    z = Math.imul(z, 0x735a2d97);
    z ^= z >>> 15;
    return (z >>> 0) / 4294967296;
  };
}

/** Shuffles in place (Fisher-Yates) with the given generator; returns the same array. */
export function shuffle<T extends { length: number; [index: number]: unknown }>(items: T, random: () => number): T {
  for (let i = items.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const held = items[i];
    items[i] = items[j];
    items[j] = held;
  }
  return items;
}
