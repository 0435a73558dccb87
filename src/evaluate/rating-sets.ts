import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { createGunzip } from 'node:zlib';
import { fault } from '#errors.ts';
import { csrFromTriplets, type Csr } from '#kernels/csr.ts';
import { integerColumns } from '#kernels/integer-columns.ts';

/** The public sets that protocols are measured on. */
export const ratingSets = ['ml-1m', 'letterboxd'] as const;
export type RatingSet = (typeof ratingSets)[number];

/** What a set's figures need to be read alike everywhere. */
export interface SetRules {
  readonly title: string;
  readonly file: string;
  /** A rating from here on is a like. */
  readonly likeAt: number;
  /** Films with fewer likes are left out. */
  readonly minLikes: number;
  /** Share of the viewers who are test viewers; as many are for validation. */
  readonly share: number;
  /** The tail leaves out this many of the most liked films, and viewers with fewer tail targets. */
  readonly head: number;
  readonly tailTargets: number;
}

/** The rules of `protocols.md`. */
export const setRules: Readonly<Record<RatingSet, SetRules>> = {
  'ml-1m': {
    title: 'MovieLens 1M',
    file: 'ml-1m/ratings_without_timestamps.dat.gz',
    likeAt: 4,
    minLikes: 1,
    share: 0.1,
    head: 150,
    tailTargets: 3,
  },
  letterboxd: {
    title: 'Letterboxd',
    file: 'letterboxd/ratings.csv.gz',
    likeAt: 8,
    minLikes: 200,
    share: 0.05,
    head: 200,
    tailTargets: 5,
  },
};

/** Who liked what, without repeats; row r is the viewer numbered viewers[r] in the file, column c the film numbered films[c], both rising. */
export interface LikeMatrix {
  readonly viewers: Int32Array;
  readonly films: Int32Array;
  readonly likes: Csr;
}

/**
 * Reads the likes of a set: films with enough likes, then viewers with at least five.
 * @param ratings the folder of the rating sets
 * @throws REFERENCE_MISSING
 */
export async function readLikes(ratings: string, { file, likeAt, minLikes }: SetRules): Promise<LikeMatrix> {
  const path = join(ratings, file);
  if (!existsSync(path)) throw fault('REFERENCE_MISSING', { folder: path });
  const [viewer = none, film = none, rating = none] = await readColumns(path, 3);
  return likeMatrix(viewer, film, { wanted: (row) => (rating[row] ?? 0) >= likeAt, minLikes, minViewer: 5 });
}

/** The first whole numbers of every line of a text file, gzipped or not, as columns. */
export async function readColumns(path: string, columns: number): Promise<Int32Array[]> {
  const parser = integerColumns(columns);
  const file = createReadStream(path, { highWaterMark: 1 << 20 });
  for await (const chunk of path.endsWith('.gz') ? file.pipe(createGunzip({ chunkSize: 1 << 20 })) : file)
    parser.push(chunk);
  return parser.end();
}

/** Pairs of viewer and film numbers as a matrix of ones: films with enough wanted pairs, then viewers with enough of those. */
export function likeMatrix(
  viewer: Int32Array,
  film: Int32Array,
  {
    wanted = () => true,
    minLikes,
    minViewer,
  }: { wanted?: (row: number) => boolean; minLikes: number; minViewer: number },
): LikeMatrix {
  const kept: number[] = [];
  for (let row = 0; row < viewer.length; row++) if (wanted(row)) kept.push(row);
  const popular = enough(kept, film, minLikes);
  const known = kept.filter((row) => popular[film[row] ?? 0] === 1);
  const active = enough(known, viewer, minViewer);
  const rows = known.filter((row) => active[viewer[row] ?? 0] === 1);
  const [viewers, rowOf] = ranks(rows, viewer);
  const [films, columnOf] = ranks(rows, film);
  const likes = csrFromTriplets(
    viewers.length,
    films.length,
    Int32Array.from(rows, (row) => rowOf[viewer[row] ?? 0] ?? 0),
    Int32Array.from(rows, (row) => columnOf[film[row] ?? 0] ?? 0),
    new Float32Array(rows.length).fill(1),
  );
  likes.values.fill(1);
  return { viewers, films, likes };
}

const none = new Int32Array(0);

function enough(rows: readonly number[], numbers: Int32Array, least: number): Uint8Array {
  const counts = countOf(rows, numbers);
  return Uint8Array.from(counts, (count) => Number(count > 0 && count >= least));
}

function countOf(rows: readonly number[], numbers: Int32Array): Int32Array {
  let most = 0;
  for (const row of rows) most = Math.max(most, numbers[row] ?? 0);
  const counts = new Int32Array(most + 1);
  for (const row of rows) {
    const number = numbers[row] ?? 0;
    counts[number] = (counts[number] ?? 0) + 1;
  }
  return counts;
}

/** The numbers met, rising, and the rank of each. */
function ranks(rows: readonly number[], numbers: Int32Array): [Int32Array, Int32Array] {
  const counts = countOf(rows, numbers);
  const met: number[] = [];
  const rank = new Int32Array(counts.length);
  for (const [number, count] of counts.entries()) {
    if (count === 0) continue;
    rank[number] = met.length;
    met.push(number);
  }
  return [Int32Array.from(met), rank];
}
