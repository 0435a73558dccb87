import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Rejections } from '#catalogue/rejections.ts';
import { csvRows } from '#catalogue/sources/csv-rows.ts';
import { fault } from '#errors.ts';
import { imdbId } from '#features/interactions/formats.ts';

const filmColumns = ['movieId', 'movie_id', 'movie_idx'];
const imdbColumns = ['imdbId', 'imdb_id'];

/**
 * The IMDb identifiers of the films of a set, from the `links.csv` beside its ratings.
 * @throws FILE_MISSING, FILE_HEADER, FILE_EMPTY and the faults of `csvRows`
 */
export async function readLinks(ratings: string, rejections: Rejections): Promise<Map<string, string>> {
  const folder = dirname(ratings);
  const file = ['links.csv', 'links.csv.gz'].map((name) => join(folder, name)).find((path) => existsSync(path));
  if (file === undefined)
    throw fault('FILE_MISSING', {
      file: join(folder, 'links.csv'),
      expected: 'both the ratings and links.csv, which gives the IMDb identifiers (columns movieId and imdbId)',
    });
  const links = new Map<string, string>();
  for await (const row of csvRows(file, [])) {
    const [film, imdb] = [firstOf(row.get, filmColumns), firstOf(row.get, imdbColumns)];
    if (film === '' && imdb === '' && links.size === 0)
      throw fault('FILE_HEADER', { file, missing: 'movieId and imdbId' });
    const id = imdbId(imdb);
    if (film !== '' && id !== null) links.set(film, id);
    else if (imdb !== '')
      rejections.add(basename(file), 'no film, or no IMDb identifier', `line ${row.line}: ${film}, ${imdb}`);
  }
  if (links.size === 0) throw fault('FILE_HEADER', { file, missing: 'movieId and imdbId' });
  return links;
}

function firstOf(get: (column: string) => string, columns: readonly string[]): string {
  return columns.map(get).find((value) => value !== '') ?? '';
}
