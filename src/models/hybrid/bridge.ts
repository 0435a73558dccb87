import type { CollaborativeModel } from '#models/collaborative/collaborative.ts';
import type { ContentModel } from '#models/content.ts';

/** Warm films that stand for a film without ratings. */
export const neighboursKept = 12;

/** What links the films of a catalogue to the columns of a collaborative model. */
export interface Bridge {
  /** The column of each film, -1 for a film without ratings. */
  readonly column: Int32Array;
  /** The row of `neighbours` and `bonds` of each film that has no ratings and may be recommended, -1 for the others. */
  readonly row: Int32Array;
  /** rows x neighboursKept: the columns of the rated films that are closest by content, -1 when there are no more. */
  readonly neighbours: Int32Array;
  /** What binds each of them, in the order of `neighbours`. */
  readonly bonds: Float32Array;
  /** ln of the share of viewers expected to like each film: as counted for a rated film, else from its fame and esteem. */
  readonly logShare: Float32Array;
}

/**
 * For each film without ratings, the rated films that its content brings closest (per-attribute shrunk similarities, as MARec learns from: RecSys
 * 2024), and how many viewers it may be expected to please, by least squares of ln(share) on fame, its square and esteem over the rated films, but never more than the
 * most liked of them does.
 * @param idOf the identifier of each film of the catalogue, by dense index
 */
export function bridgeFilms(
  content: ContentModel,
  collaborative: Pick<CollaborativeModel, 'films' | 'indexOf' | 'popularity'>,
  idOf: readonly string[],
): Bridge {
  const { films } = content;
  const column = Int32Array.from({ length: films }, (_, film) => collaborative.indexOf(idOf[film] ?? '') ?? -1);
  const filmOf = new Int32Array(collaborative.films.length).fill(-1);
  for (const [film, at] of column.entries()) if (at >= 0) filmOf[at] = film;
  const asked: number[] = [];
  const row = column.map((at, film) => (at === -1 && content.recommendable(film) ? asked.push(film) - 1 : -1));
  // By column, so that of equal bonds the same ones stay whatever the order of the catalogue.
  const columns = Int32Array.from(filmOf.keys()).filter((at) => (filmOf[at] ?? -1) >= 0);
  const rated = columns.map((at) => filmOf[at] ?? -1);
  const { places, likeness } = content.closest(Int32Array.from(asked), rated, neighboursKept);
  const neighbours = places.map((place) => columns[place] ?? -1);
  return {
    column,
    row,
    neighbours,
    bonds: likeness,
    logShare: expectShares(content, collaborative.popularity, column),
  };
}

const terms = 4;

function expectShares(
  { films, fame, esteem }: ContentModel,
  popularity: Float32Array,
  column: Int32Array,
): Float32Array {
  const inputs = (film: number): number[] => {
    const f = (fame[film] ?? 0) - 9;
    return [1, f, f * f, (esteem[film] ?? 6.5) - 6.5];
  };
  let most = -Infinity;
  const normal: number[][] = Array.from({ length: terms }, (_, i) =>
    Array.from({ length: terms + 1 }, (__, j) => Number(i === j)),
  );
  for (let film = 0; film < films; film++) {
    const at = column[film] ?? -1;
    if (at < 0) continue;
    const x = inputs(film);
    const y = Math.log(popularity[at] ?? 1);
    most = Math.max(most, y);
    for (const [i, line] of normal.entries()) {
      for (let j = 0; j < terms; j++) line[j] = (line[j] ?? 0) + (x[i] ?? 0) * (x[j] ?? 0);
      line[terms] = (line[terms] ?? 0) + (x[i] ?? 0) * y;
    }
  }
  const weights = solve(normal);
  // A parabola through few films may rise where none of them is.
  const ceiling = Number.isFinite(most) ? most : 0;
  return Float32Array.from(column, (at, film) =>
    at >= 0
      ? Math.log(popularity[at] ?? 1)
      : Math.min(
          ceiling,
          inputs(film).reduce((sum, value, i) => sum + value * (weights[i] ?? 0), 0),
        ),
  );
}

/** Gauss-Jordan on a small positive definite system, one unit of ridge already on its diagonal. */
function solve(rows: number[][]): number[] {
  for (const [i, line] of rows.entries()) {
    const pivot = line[i] ?? 1;
    for (let j = 0; j <= rows.length; j++) line[j] = (line[j] ?? 0) / pivot;
    for (const [k, other] of rows.entries()) {
      if (k === i) continue;
      const factor = other[i] ?? 0;
      for (let j = 0; j <= rows.length; j++) other[j] = (other[j] ?? 0) - factor * (line[j] ?? 0);
    }
  }
  return rows.map((line) => line.at(-1) ?? 0);
}
