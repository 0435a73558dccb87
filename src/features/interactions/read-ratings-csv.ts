import { basename } from 'node:path';
import { collectRejections, type Rejections } from '#catalogue/rejections.ts';
import { fault } from '#errors.ts';
import { interactionsOf, type Interactions } from '#features/interactions/interactions.ts';
import { layoutOfHeader, readHeader } from '#features/interactions/rating-header.ts';
import { readRatingLines } from '#features/interactions/read-rating-lines.ts';
import { settle } from '#features/interactions/settle.ts';

export interface RatingsCsvOptions {
  /** Ratings from this one on are likes. */
  readonly likeAt: number;
  /** Ratings under this one are dislikes; without it there are none. */
  readonly dislikeBelow?: number;
  /** Only these films are kept; those that nobody rated are counted in `rejected`. */
  readonly films?: ReadonlySet<string>;
}

const columns = { viewer: ['viewer'], film: ['film'], rating: ['rating'] };
const expected = 'the header `viewer,film,rating` (these columns in any order; others are passed over)';

/**
 * Reads ratings on any identifiers: CSV, plain or gzip, header with the columns viewer, film and rating. The films of the answer are those
 * with a usable rating, the viewers too; lines refused are counted by reason. The order of the lines changes nothing, but for a viewer
 * and film given twice, where the last rating stays.
 * @throws FILE_MISSING, FILE_UNREADABLE, FILE_EMPTY, FILE_IS_XLSX, FILE_NOT_UTF8, FILE_TRUNCATED, RATINGS_HEADER, NO_RATINGS
 */
export async function readRatingsCsv(
  path: string,
  { likeAt, dislikeBelow = -Infinity, films }: RatingsCsvOptions,
): Promise<Interactions> {
  const rejections = collectRejections();
  const cells = await readRatingLines(
    path,
    (first) => ({ layout: layoutOfHeader(readHeader(first), columns, path, expected), header: true }),
    rejections,
  );
  if (cells.length === 0) throw noRatings(path, whyNone(rejections));
  const ratings = settle(cells, rejections, {
    file: path,
    ...(films === undefined ? {} : { filmOf: (film: string) => (films.has(film) ? film : null) }),
  });
  if (ratings.rating.length === 0) throw noRatings(path, 'none of its films is in the list of films to keep');
  if (films !== undefined) countNeverRated(films, ratings.films, basename(path), rejections);
  return interactionsOf(ratings, likeAt, (rating) => rating < dislikeBelow, rejections.list());
}

function noRatings(file: string, reason: string): Error {
  return fault('NO_RATINGS', { file, reason, expected });
}

/** Why no line of a file could be used: the reason met most, with its example. */
export function whyNone(rejections: Rejections): string {
  const [worst] = rejections.list().toSorted((a, b) => b.count - a.count);
  if (worst === undefined) return 'it has no line after its header';
  const lines = worst.count === 1 ? 'a line was' : `${worst.count} lines were`;
  return `${lines} refused, ${worst.reason}: ${worst.example}`;
}

function countNeverRated(
  films: ReadonlySet<string>,
  rated: readonly string[],
  file: string,
  rejections: Rejections,
): void {
  const seen = new Set(rated);
  const never = [...films].filter((film) => !seen.has(film));
  const [example] = never;
  if (example !== undefined)
    rejections.add(file, 'in the list of films to keep, but never rated', example, never.length);
}
