import { basename, dirname, resolve } from 'node:path';
import { asFilmId } from '#brand.ts';
import { collectRejections, type Rejection, type Rejections } from '#catalogue/rejections.ts';
import { fault } from '#errors.ts';
import type { InteractionsAbout } from '#features/interactions/about.ts';
import { formatRules, imdbId, type FormatRule, type RatingFormat } from '#features/interactions/formats.ts';
import { layoutOfHeader, readHeader } from '#features/interactions/rating-header.ts';
import { whyNone } from '#features/interactions/read-ratings-csv.ts';
import { readLinks } from '#features/interactions/read-links.ts';
import { readRatingLines, type LineReading } from '#features/interactions/read-rating-lines.ts';
import { recogniseFormat, ratingsFile } from '#features/interactions/recognise.ts';
import { settle, type Ratings } from '#features/interactions/settle.ts';
import { writeInteractions } from '#features/interactions/write-store.ts';

export interface ImportRatingsOptions {
  readonly format?: RatingFormat;
  readonly name?: string;
  /** In the units of the file; the format's own unless told, and for `csv` four fifths of the way to the highest rating met. */
  readonly likeAt?: number;
  readonly dislikeAt?: number;
  readonly own?: boolean;
  readonly licence?: string;
  readonly onProgress?: (message: string) => void;
  readonly now?: () => Date;
}

export interface ImportRatingsReport {
  readonly name: string;
  readonly format: RatingFormat;
  readonly rows: number;
  readonly viewers: number;
  readonly films: number;
  readonly liked: number;
  readonly disliked: number;
  readonly rejected: readonly Rejection[];
  readonly seconds: number;
}

/**
 * Stores public or own ratings as interactions keyed by IMDb identifier, in the place of those of the same name. Viewers are numbered anew.
 * @returns the report, and the identifiers of the films
 * @throws USAGE when a dislike would be a like; the faults of the readers; NO_RATINGS, BUILD_RUNNING, DISK_FULL, CANNOT_WRITE
 */
export async function importRatings(
  folder: string,
  path: string,
  options: ImportRatingsOptions = {},
): Promise<{ report: ImportRatingsReport; films: readonly string[] }> {
  const started = performance.now();
  const progress = options.onProgress ?? (() => {});
  const file = ratingsFile(resolve(path));
  const format = options.format ?? (await recogniseFormat(file));
  const rule = formatRules[format];
  progress(`${basename(file)}: ${options.format === undefined ? 'recognised as' : 'read as'} ${format}`);
  const rejections = collectRejections();
  const ratings = await readRatings(file, rule, rejections);
  progress(`${ratings.rating.length.toLocaleString('en')} ratings read`);
  const scale = rule.scale ?? scaleOf(ratings.rating);
  const [likeAt, dislikeAt] = thresholds(rule, scale, options);
  if (options.likeAt === undefined && rule.likeAt === null)
    progress(`ratings of ${likeAt} or more are taken for likes; --like-at says otherwise`);
  const about: InteractionsAbout = {
    version: 1,
    name: options.name ?? nameOf(file),
    source: basename(file),
    format,
    licence: options.licence ?? null,
    own: options.own ?? false,
    date: (options.now ?? (() => new Date()))().toISOString(),
    likeAt,
    dislikeAt,
    ...scale,
    rows: ratings.rating.length,
    viewers: ratings.viewers,
    films: ratings.films.length,
    liked: ratings.rating.reduce((sum, rating) => sum + (rating >= likeAt ? 1 : 0), 0),
    disliked: dislikeAt === null ? 0 : ratings.rating.reduce((sum, rating) => sum + (rating <= dislikeAt ? 1 : 0), 0),
  };
  await writeInteractions(folder, about, ratings);
  const { name, rows, viewers, films, liked, disliked } = about;
  const seconds = Math.round((performance.now() - started) / 100) / 10;
  const report = { name, format, rows, viewers, films, liked, disliked, rejected: rejections.list(), seconds };
  return { report, films: ratings.films };
}

function thresholds(
  rule: FormatRule,
  { zero, one }: { readonly zero: number; readonly one: number },
  options: ImportRatingsOptions,
): [number, number | null] {
  // 4 of 5 and 8 of 10 are the likes of the public sets
  const likeAt = options.likeAt ?? rule.likeAt ?? Math.round((zero + 0.8 * (one - zero)) * 100) / 100;
  const dislikeAt = options.dislikeAt ?? rule.dislikeAt;
  if (dislikeAt !== null && dislikeAt >= likeAt)
    throw fault('USAGE', {
      problem: `A film is disliked up to ${dislikeAt} and liked from ${likeAt}: the first must be smaller.`,
      command: 'import',
    });
  return [likeAt, dislikeAt];
}

async function readRatings(file: string, rule: FormatRule, rejections: Rejections): Promise<Ratings> {
  const links = rule.linked ? await readLinks(file, rejections) : null;
  const cells = await readRatingLines(file, (first) => readingOf(first, rule, file), rejections, rule.scale ?? {});
  const filmOf = (film: string): string | null =>
    links !== null ? (links.get(film) ?? null) : rule.doubleColons ? imdbId(film) : asFilmId(film);
  const leftOut =
    links === null ? 'the film is no IMDb identifier (tt and digits)' : 'the film has no IMDb identifier in links.csv';
  const ratings = cells.length === 0 ? null : settle(cells, rejections, { file, filmOf, leftOut });
  if (ratings === null || ratings.rating.length === 0)
    throw fault('NO_RATINGS', { file, reason: whyNone(rejections), expected: rule.firstLine });
  return ratings;
}

function readingOf(first: Buffer, rule: FormatRule, file: string): LineReading {
  if (rule.doubleColons && first.includes('::')) {
    const layout = { separator: 58, doubled: true, fields: 3, exact: false, viewer: 0, film: 1, rating: 2 };
    return { header: false, layout };
  }
  if (rule.columns.viewer.length === 0)
    throw fault('RATINGS_HEADER', { file, problem: 'no `::` parts its fields', expected: rule.firstLine });
  return { header: true, layout: layoutOfHeader(readHeader(first), rule.columns, file, rule.firstLine) };
}

/** Ratings of no known scale: 0 (or the lowest met, when that is under 0) becomes 0, the highest met becomes 1. */
function scaleOf(ratings: Float64Array): { zero: number; one: number } {
  return {
    zero: ratings.reduce((low, rating) => Math.min(low, rating), 0),
    one: ratings.reduce((high, rating) => Math.max(high, rating), -Infinity),
  };
}

/** The name of the file without its ending; of its folder, when the file is only called `ratings…`. */
function nameOf(file: string): string {
  const stem = basename(file).replace(/(\.(csv|dat|tsv|txt|gz))+$/i, '');
  const named = /^ratings/i.test(stem) ? basename(dirname(file)) : stem;
  const plain = named
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 64);
  return plain === '' ? 'ratings' : plain;
}
