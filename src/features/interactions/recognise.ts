import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { lineBlocks } from '#catalogue/sources/byte-lines.ts';
import { fault } from '#errors.ts';
import type { RatingFormat } from '#features/interactions/formats.ts';
import { readHeader } from '#features/interactions/rating-header.ts';

const inOrderOfChoice = [/^ratings\.csv(\.gz)?$/, /^ratings\.dat(\.gz)?$/, /^ratings.*\.(csv|dat)(\.gz)?$/];

/**
 * The file of ratings that a path means: itself, or `ratings.csv`, `ratings.dat`, `ratings*.dat.gz` of the folder that it is.
 * @throws FILE_MISSING
 */
export function ratingsFile(path: string): string {
  if (!existsSync(path) || !statSync(path).isDirectory()) return path;
  const names = readdirSync(path).sort();
  for (const pattern of inOrderOfChoice) {
    const found = names.find((name) => pattern.test(name));
    if (found !== undefined) return join(path, found);
  }
  throw fault('FILE_MISSING', { file: join(path, 'ratings.csv'), expected: 'ratings.csv or ratings.dat' });
}

/**
 * Tells the format of a file by its look: the names of its columns, and for MovieLens and Letterboxd, which share theirs, by the scale:
 * one rating in ten above 5 is no accident.
 * @throws RATINGS_HEADER, and the faults of `lineBlocks`
 */
export async function recogniseFormat(file: string): Promise<RatingFormat> {
  const [first = '', ...lines] = await firstLines(file);
  const [, doubled] = first.split('::');
  if (doubled !== undefined) return /^\d{7,}$/.test(doubled) ? 'movietweetings' : 'movielens';
  const { names, separator } = readHeader(Buffer.from(first));
  const has = (...wanted: string[]): boolean => wanted.every((name) => names.includes(name));
  if (has('viewer', 'film', 'rating')) return 'csv';
  if (has('userid', 'movieid', 'rating')) {
    const at = names.indexOf('rating');
    const cut = String.fromCharCode(separator);
    const high = lines.filter((line) => Number(line.split(cut)[at]) > 5).length;
    return !has('timestamp') && high > lines.length / 10 ? 'letterboxd' : 'movielens';
  }
  if (has('movie_idx') || has('rating_val') || (has('user_id', 'movie_id') && has('rating'))) return 'letterboxd';
  throw fault('RATINGS_HEADER', {
    file,
    problem: 'the format is not recognised',
    expected:
      '`viewer,film,rating` (csv), `userId,movieId,rating` (movielens, letterboxd) or `1::0114508::8` (movielens, movietweetings); or say it with --format',
  });
}

async function firstLines(file: string): Promise<string[]> {
  for await (const block of lineBlocks(file, { line: 1 }))
    return block
      .toString('utf8', 0, 1 << 18)
      .replace(/^\uFEFF/, '')
      .split(/\r?\n/);
  return [];
}
