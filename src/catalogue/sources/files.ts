import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fault } from '#errors.ts';

/** The seven IMDb dumps, by name. Source: IMDb, "IMDb Non-Commercial Datasets". */
export const imdbFiles = [
  'title.basics',
  'title.ratings',
  'title.principals',
  'title.crew',
  'title.akas',
  'title.episode',
  'name.basics',
] as const;
export type ImdbFile = (typeof imdbFiles)[number];

/** The files of the complementary TMDB extract; only the first is needed. */
export const tmdbFiles = [
  'tmdb_full',
  'tmdb_keywords',
  'tmdb_fr',
  'tmdb_credits',
  'tmdb_persons',
  'tmdb_videos',
  'id_links',
] as const;
export type TmdbFile = (typeof tmdbFiles)[number];

/**
 * Finds `STEM.EXT` or `STEM.EXT.gz` in a folder.
 * @returns the path of each file that is there
 * @throws FILE_MISSING when the folder, or one of the `needed` files, is not there; FOLDER_EXPECTED
 */
export function findFiles<Stem extends string>(
  folder: string,
  stems: readonly Stem[],
  extension: string,
  needed: readonly Stem[],
): Map<Stem, string> {
  const expected = needed.map((stem) => `${stem}.${extension}`).join(', ');
  if (!existsSync(folder)) throw fault('FILE_MISSING', { file: folder, expected });
  if (!statSync(folder).isDirectory()) throw fault('FOLDER_EXPECTED', { file: folder, expected });
  const found = new Map<Stem, string>();
  for (const stem of stems) {
    const path = [`${stem}.${extension}.gz`, `${stem}.${extension}`]
      .map((name) => join(folder, name))
      .find((candidate) => existsSync(candidate));
    if (path !== undefined) found.set(stem, path);
    else if (needed.includes(stem))
      throw fault('FILE_MISSING', { file: join(folder, `${stem}.${extension}.gz`), expected: `${stem}.${extension}` });
  }
  return found;
}
