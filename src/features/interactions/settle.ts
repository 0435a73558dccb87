import { basename } from 'node:path';
import type { Rejections } from '#catalogue/rejections.ts';
import { latestCells } from '#kernels/latest-cells.ts';
import type { RatingCells } from '#kernels/rating-cells.ts';

/**
 * Ratings in their final order: viewers and films are numbered by the code-unit order of their identifiers, so that the order of the lines
 * changes nothing. Viewer v rated `film[indptr[v]..indptr[v + 1])` (rising), by `rating` as written.
 */
export interface Ratings {
  readonly films: readonly string[];
  readonly viewers: number;
  readonly indptr: Int32Array;
  readonly film: Int32Array;
  readonly rating: Float64Array;
}

export interface SettleOptions {
  /** The file, for the rejections. */
  readonly file: string;
  /** The final identifier of a film of the file; null leaves its ratings out. Two films of one identifier become one. */
  readonly filmOf?: (film: string) => string | null;
  /** Why films are left out; without it they are left out silently. */
  readonly leftOut?: string;
}

/** Sorts the ratings and keeps the last of several for one viewer and film. The lists of `cells` are used up. */
export function settle(
  cells: RatingCells,
  rejections: Rejections,
  { file, filmOf = (film) => film, leftOut }: SettleOptions,
): Ratings {
  const given = cells.films.texts();
  const names = given.map(filmOf);
  const dropped = new Int32Array(given.length);
  const [viewer, film, rating] = [cells.viewer(), cells.film(), cells.rating()];
  let kept = 0;
  for (let k = 0; k < film.length; k++) {
    const [v = 0, f = 0] = [viewer[k], film[k]];
    if (names[f] === null) dropped[f] = (dropped[f] ?? 0) + 1;
    else {
      viewer[kept] = v;
      film[kept] = f;
      rating[kept++] = rating[k] ?? Number.NaN;
    }
  }
  if (leftOut !== undefined)
    for (const [f, count] of dropped.entries())
      if (count > 0) rejections.add(basename(file), leftOut, `film ${given[f]}`, count);
  const rows = viewer.subarray(0, kept);
  const columns = film.subarray(0, kept);
  const viewers = renumber(rows, cells.viewers.texts());
  const films = renumber(columns, names);
  const { indptr, order, repeats, example } = latestCells(viewers.length, films.length, rows, columns);
  if (repeats > 0)
    rejections.add(
      basename(file),
      'the same viewer and film again: the last rating is kept',
      `${viewers[rows[example] ?? 0]}, ${films[columns[example] ?? 0]}`,
      repeats,
    );
  const sortedFilm = new Int32Array(order.length);
  const sortedRating = new Float64Array(order.length);
  for (let at = 0; at < order.length; at++) {
    const k = order[at] ?? 0;
    sortedFilm[at] = columns[k] ?? 0;
    sortedRating[at] = rating[k] ?? Number.NaN;
  }
  return { films, viewers: viewers.length, indptr, film: sortedFilm, rating: sortedRating };
}

/** Replaces numbers of names by ranks among the names in use, sorted; returns those names. */
function renumber(numbers: Int32Array, names: readonly (string | null)[]): string[] {
  const used = new Uint8Array(names.length);
  for (const number of numbers) used[number] = 1;
  const sorted = [...new Set(names.filter((name, number) => name !== null && used[number] === 1))]
    .filter((name) => name !== null)
    .sort();
  const ranks = new Map(sorted.map((name, rank) => [name, rank]));
  const rankOf = Int32Array.from(names, (name) => (name === null ? -1 : (ranks.get(name) ?? -1)));
  for (let k = 0; k < numbers.length; k++) numbers[k] = rankOf[numbers[k] ?? 0] ?? -1;
  return sorted;
}
