import { bestList } from './best-list.ts';

/**
 * Which texts hold which trigram: bucket g (a hash of three UTF-16 units) lists its texts, ascending, in
 * `postings[offset[g] .. offset[g + 1] - 1]`. A text's trigrams are those of its words, each word led by a space.
 */
export interface GramIndex {
  readonly texts: number;
  readonly offset: Int32Array;
  readonly postings: Int32Array;
  /** One counter a text, all zero between calls. */
  readonly counts: Uint8Array;
  /** Scratch: the texts met by the call that runs. */
  readonly touched: Int32Array;
}

const BUCKETS = 1 << 16;

/** Indexes texts of words separated by one space. */
export function gramIndex(texts: readonly string[]): GramIndex {
  const offset = new Int32Array(BUCKETS + 1);
  const lastSeen = new Int32Array(BUCKETS).fill(-1);
  const eachNew = (at: number, use: (gram: number) => void): void =>
    eachGram(texts[at]!, (gram) => {
      if (lastSeen[gram] === at) return;
      lastSeen[gram] = at;
      use(gram);
    });
  for (let at = 0; at < texts.length; at++) eachNew(at, (gram) => void offset[gram + 1]!++);
  for (let gram = 0; gram < BUCKETS; gram++) offset[gram + 1]! += offset[gram]!;
  const postings = new Int32Array(offset[BUCKETS]!);
  const next = offset.slice(0, BUCKETS);
  lastSeen.fill(-1);
  for (let at = 0; at < texts.length; at++) eachNew(at, (gram) => void (postings[next[gram]!++] = at));
  return {
    texts: texts.length,
    offset,
    postings,
    counts: new Uint8Array(texts.length),
    touched: new Int32Array(texts.length),
  };
}

/**
 * The texts that share most trigrams with the query, most shared first, then lowest text first; at most `most` of them.
 * Rare trigrams are read first; reading stops before `budget` postings are exceeded, so frequent ones are left out of long queries.
 */
export function mostShared(
  index: GramIndex,
  query: string,
  most: number,
  budget: number,
): { text: number; shared: number }[] {
  const { offset, postings, counts, touched } = index;
  const grams = new Set<number>();
  eachGram(query, (gram) => grams.add(gram));
  const size = (gram: number): number => offset[gram + 1]! - offset[gram]!;
  const rareFirst = [...grams].toSorted((a, b) => size(a) - size(b) || a - b).slice(0, 255);
  let read = 0;
  let used = 0;
  let met = 0;
  for (const gram of rareFirst) {
    read += size(gram);
    if (read > budget && used > 0) break;
    used++;
    for (let at = offset[gram]!, end = offset[gram + 1]!; at < end; at++) {
      const text = postings[at]!;
      if (counts[text] === 0) touched[met++] = text;
      counts[text]!++;
    }
  }
  const best = bestList(most);
  for (let at = 0; at < met; at++) {
    const text = touched[at]!;
    if (-counts[text]! <= best.worst()) best.offer(-counts[text]!, text);
    counts[text] = 0;
  }
  return best.ranked().map(({ cost, item }) => ({ text: item, shared: -cost }));
}

function eachGram(text: string, use: (gram: number) => void): void {
  let first = 0;
  let second = 32;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (first !== 0 && unit !== 32) use(hash(first, second, unit));
    first = unit === 32 ? 0 : second;
    second = unit;
  }
}

function hash(a: number, b: number, c: number): number {
  const mixed = Math.imul(Math.imul(Math.imul(a, 0x9e3779b1) ^ b, 0x85ebca6b) ^ c, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 15)) & 0xffff;
}
