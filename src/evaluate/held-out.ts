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

/** Whether a viewer is held out of all training, to judge models by: by the hash of the viewer's place, so that it stays so. */
export const isHeldOut = (viewer: number, share: number): boolean =>
  (Math.imul(viewer + 1, 2654435761) >>> 0) / 4294967296 < share;

/** The likes of the viewers who teach: those of the held-out rows in [first, end) are emptied, the rows stay. */
export function withoutHeldOut(likes: Csr, share: number, first = 0, end = likes.rows): Csr {
  const indptr = new Int32Array(likes.rows + 1);
  const indices = new Int32Array(likes.indices.length);
  let out = 0;
  for (let viewer = 0; viewer < likes.rows; viewer++) {
    if (!(viewer >= first && viewer < end && isHeldOut(viewer, share)))
      for (let k = likes.indptr[viewer] ?? 0; k < (likes.indptr[viewer + 1] ?? 0); k++)
        indices[out++] = likes.indices[k] ?? 0;
    indptr[viewer + 1] = out;
  }
  return { ...likes, indptr, indices: indices.slice(0, out), values: likes.values.slice(0, out) };
}

/** Baskets of three from the held-out viewers of rows [first, end) with five likes or more, at most `most`. */
export function heldOutShots(
  { likes, films }: { likes: Csr; films: readonly string[] },
  { first, end, share, most, seed }: { first: number; end: number; share: number; most: number; seed: number },
): NamedShot[] {
  const shots: NamedShot[] = [];
  for (let viewer = first; viewer < end && shots.length < most; viewer++) {
    const liked = [...likes.indices.subarray(likes.indptr[viewer], likes.indptr[viewer + 1])];
    if (!isHeldOut(viewer, share) || liked.length < 5) continue;
    const drawn = shuffle(liked, seededRandom(seed * 1_000_003 + viewer)).map((film) => films[film] ?? '');
    shots.push({ basket: drawn.slice(0, 3), targets: new Set(drawn.slice(3)) });
  }
  return shots;
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
