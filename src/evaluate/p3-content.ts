import { measure, rankByScores, sweepTable } from '#evaluate/p1-basket-sweep.ts';
import type { ReportTable } from '#evaluate/report.ts';
import { narrowed, type Scorer } from '#evaluate/scorer.ts';
import { mostLiked, type SweepWorld } from '#evaluate/sweep-world.ts';
import { drawShots, partOf, type Likes, type Part } from '#evaluate/viewers.ts';
import { csrFromTriplets, type Csr } from '#kernels/csr.ts';
import { triplets } from '#kernels/triplets.ts';

export interface P3Options {
  /** How many films the catalogue has. */
  readonly films: number;
  readonly likes: Likes;
  readonly part: Part;
  readonly baskets: readonly number[];
  readonly seed: number;
  /** The tail leaves out this many of the films that training viewers like most. */
  readonly head: number;
  /** Viewers with fewer tail targets are left out of the tail's mean. */
  readonly tailTargets: number;
}

/** A world whose columns are some films of a catalogue. */
export interface CatalogueWorld extends SweepWorld {
  /** The place of each column in the catalogue. */
  readonly columns: Int32Array;
}

/**
 * P3: unseen viewers, films liked by training viewers as candidates, no rating seen by the scorers. The same shots for all of them.
 * @returns a table a basket size; each figure with the interval of the first scorer's minus it
 */
export function evaluateContent(scorers: readonly Scorer[], options: P3Options): ReportTable[] {
  const world = contentWorld(options);
  const measured = scorers.map((scorer) => {
    const rank = rankByScores(narrowed(scorer, world.columns, options.films), world);
    return world.questions.map((question) => measure(scorer.name, rank, question, world));
  });
  return world.questions.map((question, at) =>
    sweepTable(
      question,
      measured.flatMap((of) => of[at] ?? []),
      world,
      { ours: scorers[0]?.name, seed: options.seed },
    ),
  );
}

/** The films that training viewers like, and the viewers who like at least five of them, with their questions. */
export function contentWorld({ likes, part, baskets, seed, head, tailTargets }: P3Options): CatalogueWorld {
  const liked = new Set([...likes].flatMap(([viewer, films]) => (partOf(viewer) === 'train' ? films : [])));
  const columns = Int32Array.from(liked).toSorted();
  const known = byColumn(likes, columns);
  const train = trainingMatrix(known, columns.length);
  const popularity = new Float64Array(columns.length);
  // Every training viewer counts for the popularity of a film, also those with few likes.
  for (const [viewer, films] of likes)
    if (partOf(viewer) === 'train')
      for (const film of films) {
        const column = known.place.get(film) ?? 0;
        popularity[column] = (popularity[column] ?? 0) + 1;
      }
  return {
    train,
    columns,
    films: Array.from(columns, String),
    popularity,
    head: mostLiked(popularity, head),
    tailTargets,
    questions: baskets.map((k) => ({
      label: String(k),
      depth: 10,
      shots: drawShots(known.likes, part, k, seed),
    })),
  };
}

/** Likes by column, of viewers who like at least five of them. */
export function byColumn(likes: Likes, columns: Int32Array): { likes: Likes; place: ReadonlyMap<number, number> } {
  const place = new Map(Array.from(columns, (film, column) => [film, column]));
  const known = [...likes].map(([viewer, films]) => [viewer, films.flatMap((film) => place.get(film) ?? [])] as const);
  return { likes: new Map(known.filter(([, films]) => films.length >= 5)), place };
}

/** The likes of the training viewers, in the order of the map, as a matrix of ones. */
export function trainingMatrix({ likes }: { likes: Likes }, columns: number): Csr {
  const cells = triplets();
  let rows = 0;
  for (const [viewer, films] of likes) {
    if (partOf(viewer) !== 'train') continue;
    for (const film of films) cells.push(rows, film, 1);
    rows++;
  }
  return csrFromTriplets(rows, columns, cells.row(), cells.column(), cells.value());
}
