import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { fault } from '#errors.ts';
import type { Likes } from '#evaluate/viewers.ts';

/**
 * The likes (4 or 5 of 5) of MovieLens 1M as dense film indices; films that the catalogue does not know are left out.
 * @param filmOf the dense index of an IMDb identifier, undefined when unknown
 * @throws REFERENCE_MISSING
 */
export async function movieLensLikes(folder: string, filmOf: (id: string) => number | undefined): Promise<Likes> {
  const path = join(folder, 'ratings_without_timestamps.dat.gz');
  const links = join(folder, 'links.csv');
  if (!existsSync(path) || !existsSync(links)) throw fault('REFERENCE_MISSING', { folder });
  const films = new Map<string, number>();
  for (const line of readFileSync(links, 'utf8').split('\n')) {
    // movieId,title,imdbId,tmdbId: the title may hold commas inside quotes
    const match = /^(\d+),.*,(\d+),[\d.]*\s*$/.exec(line);
    const film = match?.[2] === undefined ? undefined : filmOf(`tt${match[2].padStart(7, '0')}`);
    if (match?.[1] !== undefined && film !== undefined) films.set(match[1], film);
  }
  const likes = new Map<number, Set<number>>();
  for await (const line of createInterface({
    input: createReadStream(path).pipe(createGunzip()),
    crlfDelay: Infinity,
  })) {
    const [viewer = '', movie = '', rating = ''] = line.split('::');
    const film = films.get(movie);
    if (film === undefined || Number(rating) < 4) continue;
    const liked = likes.get(Number(viewer));
    if (liked === undefined) likes.set(Number(viewer), new Set([film]));
    else liked.add(film);
  }
  return new Map([...likes].map(([viewer, liked]) => [viewer, [...liked]]));
}
