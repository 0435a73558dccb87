import type { Csr } from '#kernels/csr.ts';
import { seededRandom, shuffle } from '#kernels/random.ts';
import { topK } from '#kernels/top-k.ts';
import { ndcg } from '#evaluate/ndcg.ts';
import type { CollaborativeModel } from '#models/collaborative/collaborative.ts';

/** One question to a model: identifiers, so that models of different films can be asked the same. */
export interface NamedShot {
  readonly basket: readonly string[];
  readonly targets: ReadonlySet<string>;
}

interface Named {
  readonly likes: Csr;
  readonly films: readonly string[];
}

/**
 * Which viewers are held out of all training, to judge models by: 1 for those. What a viewer likes decides, not the row, so that a viewer stays
 * held out when others are imported before: else a model would be asked about those who taught it, and win for that alone.
 * @param shareOf the share of the viewers to hold out, by row
 */
export function heldOutViewers({ likes, films }: Named, shareOf: (viewer: number) => number): Uint8Array {
  const { rows, indptr, indices } = likes;
  const marks = Int32Array.from(films, mark);
  return Uint8Array.from({ length: rows }, (_, viewer) => {
    const [start, end] = [indptr[viewer] ?? 0, indptr[viewer + 1] ?? 0];
    if (start === end) return 0;
    let sum = 0;
    for (let k = start; k < end; k++) sum = (sum + (marks[indices[k] ?? 0] ?? 0)) | 0;
    return Number((mixed(sum) >>> 0) / 4294967296 < shareOf(viewer));
  });
}

/** FNV-1a over the code units of an identifier, mixed. */
function mark(id: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at++) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  return mixed(hash);
}

/** The finish of MurmurHash3 (Appleby 2011): every bit of the answer depends on every bit given. */
function mixed(value: number): number {
  let z = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
  return z ^ (z >>> 16);
}

/** The likes of the viewers who teach: the rows of the others are emptied, but stay. */
export function withoutViewers(likes: Csr, away: Uint8Array): Csr {
  const indptr = new Int32Array(likes.rows + 1);
  const indices = new Int32Array(likes.indices.length);
  const values = new Float32Array(likes.indices.length);
  let out = 0;
  for (let viewer = 0; viewer < likes.rows; viewer++) {
    const [start, end] = [likes.indptr[viewer] ?? 0, likes.indptr[viewer + 1] ?? 0];
    if (away[viewer] !== 1) {
      indices.set(likes.indices.subarray(start, end), out);
      values.set(likes.values.subarray(start, end), out);
      out += end - start;
    }
    indptr[viewer + 1] = out;
  }
  return { ...likes, indptr, indices: indices.slice(0, out), values: values.slice(0, out) };
}

/** Baskets of three from the held-out viewers of rows [first, end) with five likes or more, at most `most`, evenly over the rows. */
export function heldOutShots(
  { likes, films }: Named,
  heldOut: Uint8Array,
  { first, end, most, seed }: { first: number; end: number; most: number; seed: number },
): NamedShot[] {
  const askable: number[] = [];
  for (let viewer = first; viewer < end; viewer++)
    if (heldOut[viewer] === 1 && (likes.indptr[viewer + 1] ?? 0) - (likes.indptr[viewer] ?? 0) >= 5)
      askable.push(viewer);
  const count = Math.min(most, askable.length);
  return Array.from({ length: count }, (_, at) => {
    const viewer = askable[Math.floor((at * askable.length) / count)] ?? 0;
    const liked = [...likes.indices.subarray(likes.indptr[viewer], likes.indptr[viewer + 1])];
    const drawn = shuffle(liked, seededRandom(seed * 1_000_003 + viewer)).map((film) => films[film] ?? '');
    return { basket: drawn.slice(0, 3), targets: new Set(drawn.slice(3)) };
  });
}

/** nDCG@10 of a model on each shot; films that it does not know are found by nobody. */
export function ndcgOfShots(model: CollaborativeModel, shots: readonly NamedShot[]): number[] {
  const scores = new Float32Array(model.films.length);
  const known = (ids: Iterable<string>): number[] => [...ids].flatMap((id) => model.indexOf(id) ?? []);
  return shots.map(({ basket, targets }) => {
    const liked = known(basket);
    model.score({ liked, disliked: [] }, scores);
    for (const film of liked) scores[film] = -Infinity;
    const found = new Set(known(targets));
    // Targets that the model does not know still count as missed.
    for (let missing = 1; found.size < targets.size; missing++) found.add(-missing);
    return ndcg(topK(scores, 10), found, 10);
  });
}
