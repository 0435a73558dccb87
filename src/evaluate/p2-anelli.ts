import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fault } from '#errors.ts';
import { csrFromTriplets, type Csr } from '#kernels/csr.ts';
import { topK } from '#kernels/top-k.ts';
import { ndcg } from '#evaluate/ndcg.ts';
import { viewerFigure } from '#evaluate/p1-basket-sweep.ts';
import type { Scorer } from '#evaluate/scorer.ts';
import { readColumns } from '#evaluate/rating-sets.ts';
import type { ReportTable } from '#evaluate/report.ts';

/** One fold of the published split: viewers x films, ones; the same rows and columns in every fold. */
export interface Fold {
  readonly train: Csr;
  readonly test: Csr;
  /** The name of each column, rising. */
  readonly films: readonly string[];
}

/** Pairs of viewer and film numbers. */
export interface Pairs {
  readonly viewers: Int32Array;
  readonly films: Int32Array;
}

const foldCount = 5;
const core = 10;

/**
 * P2: the five folds of Anelli et al. 2022 on MovieLens 1M. Likes (4 of 5 or more) in the iterated 10-core; a fold's training likes are those minus its
 * published test likes.
 * Source: "Top-N Recommendation Algorithms: A Quest for the State-of-the-Art", UMAP 2022, and the splits that its authors published.
 * @param folder of MovieLens 1M, with `published-splits`
 * @throws REFERENCE_MISSING
 */
export async function publishedFolds(folder: string): Promise<Fold[]> {
  const ratings = join(folder, 'ratings_without_timestamps.dat.gz');
  const tests = Array.from({ length: foldCount }, (_, fold) =>
    join(folder, 'published-splits', 'sisinflab-topn', `test_${fold}.tsv.gz`),
  );
  for (const path of [ratings, ...tests]) if (!existsSync(path)) throw fault('REFERENCE_MISSING', { folder: path });
  const [viewer = none, film = none, rating = none] = await readColumns(ratings, 3);
  const liked = [...rating.keys()].filter((row) => (rating[row] ?? 0) >= 4);
  const kept = iteratedCore({ viewers: pick(viewer, liked), films: pick(film, liked) }, core);
  const folds: Fold[] = [];
  for (const path of tests) {
    const [viewers = none, films = none] = await readColumns(path, 2);
    folds.push(foldOf(kept, { viewers, films }));
  }
  return folds;
}

/** Drops viewers and films with fewer than `least` pairs, again and again until none is left to drop. */
export function iteratedCore(pairs: Pairs, least: number): Pairs {
  let { viewers, films } = pairs;
  for (;;) {
    const [ofViewer, ofFilm] = [countOf(viewers), countOf(films)];
    const kept = [...viewers.keys()].filter(
      (row) => (ofViewer.get(viewers[row] ?? -1) ?? 0) >= least && (ofFilm.get(films[row] ?? -1) ?? 0) >= least,
    );
    if (kept.length === viewers.length) return { viewers, films };
    [viewers, films] = [pick(viewers, kept), pick(films, kept)];
  }
}

/** The pairs as two matrices: the test pairs that are among them, and the others. */
export function foldOf(pairs: Pairs, test: Pairs): Fold {
  const viewers = ranks(pairs.viewers);
  const films = ranks(pairs.films);
  const key = (viewer: number, film: number): number =>
    (viewers.get(viewer) ?? -1) * films.size + (films.get(film) ?? -1);
  const held = new Set<number>();
  for (const [row, viewer] of test.viewers.entries()) {
    const film = test.films[row] ?? -1;
    if (viewers.has(viewer) && films.has(film)) held.add(key(viewer, film));
  }
  const matrix = (rows: readonly number[]): Csr =>
    csrFromTriplets(
      viewers.size,
      films.size,
      Int32Array.from(rows, (row) => viewers.get(pairs.viewers[row] ?? -1) ?? 0),
      Int32Array.from(rows, (row) => films.get(pairs.films[row] ?? -1) ?? 0),
      new Float32Array(rows.length).fill(1),
    );
  const rows = [...pairs.viewers.keys()];
  const isHeld = (row: number): boolean => held.has(key(pairs.viewers[row] ?? -1, pairs.films[row] ?? -1));
  return {
    train: matrix(rows.filter((row) => !isHeld(row))),
    test: matrix(rows.filter(isHeld)),
    films: [...films.keys()].map((film) => String(film).padStart(8, '0')),
  };
}

/**
 * nDCG@10 of every viewer with test films, NaN for the others. As the study's framework (Elliot) has it: gains of 2^(rating - threshold + 1) - 1, which are
 * all alike once the ratings are ones, so that they cancel; the ideal list has min(10, test films) hits; training films are no candidates.
 */
export function measureFold(scorer: Scorer, { train, test }: Fold): Float64Array {
  const scores = new Float32Array(train.columns);
  return Float64Array.from({ length: test.rows }, (_, viewer) => {
    const targets = test.indices.subarray(test.indptr[viewer], test.indptr[viewer + 1]);
    if (targets.length === 0) return Number.NaN;
    const basket = [...train.indices.subarray(train.indptr[viewer], train.indptr[viewer + 1])];
    scorer.score(basket, scores);
    for (const film of basket) scores[film] = -Infinity;
    return ndcg(topK(scores, 10), new Set(targets), 10);
  });
}

/** One row a system. A viewer's value is the mean over the folds that ask about them: errors and intervals are over viewers. */
export function foldTable(
  measured: readonly { readonly system: string; readonly folds: readonly Float64Array[] }[],
  { ours, seed }: { ours: string; seed: number },
): ReportTable {
  const means = measured.map(({ system, folds }) => ({ system, values: viewerMeans(folds) }));
  const reference = means.find(({ system }) => system === ours);
  return {
    caption: `mean of ${measured[0]?.folds.length ?? 0} folds`,
    metrics: ['ndcg10'],
    rows: means.map(({ system, values }) => ({
      system,
      figures: { ndcg10: viewerFigure(values, system === ours ? undefined : reference?.values, seed) },
    })),
  };
}

const none = new Int32Array(0);
const pick = (from: Int32Array, rows: readonly number[]): Int32Array => Int32Array.from(rows, (row) => from[row] ?? 0);

function countOf(numbers: Int32Array): Map<number, number> {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return counts;
}

function ranks(numbers: Int32Array): Map<number, number> {
  return new Map([...new Set(numbers)].toSorted((a, b) => a - b).map((number, rank) => [number, rank]));
}

function viewerMeans(folds: readonly Float64Array[]): Float64Array {
  return Float64Array.from({ length: folds[0]?.length ?? 0 }, (_, viewer) => {
    const asked = folds.map((values) => values[viewer] ?? Number.NaN).filter((value) => !Number.isNaN(value));
    return asked.length === 0 ? Number.NaN : asked.reduce((sum, value) => sum + value, 0) / asked.length;
  });
}
