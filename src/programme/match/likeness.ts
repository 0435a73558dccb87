import { titleKey } from '#state/programme-titles.ts';

/** How alike two names are, 0 to 1: Dice's coefficient on pairs of letters, whatever their capitals and accents. */
export function likeness(a: string, b: string): number {
  const [left, right] = [pairsOf(a), pairsOf(b)];
  const shared = [...left].filter((pair) => right.has(pair)).length;
  return left.size + right.size === 0 ? 0 : (2 * shared) / (left.size + right.size);
}

const pairsOf = (text: string): Set<string> => {
  const key = titleKey(text);
  return new Set(Array.from({ length: Math.max(0, key.length - 1) }, (_, at) => key.slice(at, at + 2)));
};
