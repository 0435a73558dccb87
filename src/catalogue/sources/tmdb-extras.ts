import type { Rejections } from '#catalogue/rejections.ts';
import { cleanText } from '#catalogue/sources/clean-text.ts';
import { csvRows } from '#catalogue/sources/csv-rows.ts';
import type { TmdbFile } from '#catalogue/sources/files.ts';
import { pythonList } from '#catalogue/sources/python-list.ts';
import { imdbId, integer, posterPath, readTmdbFilms } from '#catalogue/sources/tmdb-films.ts';
import { tsvWriter, type Cell } from '#catalogue/sources/tsv-writer.ts';

type Reader = (path: string, out: string, rejections: Rejections) => Promise<number>;

/** The reader of each file of the TMDB extract: CSV in, clean tab-separated rows out, the number of rows back. */
export const tmdbReaders: Record<TmdbFile, Reader> = {
  tmdb_full: readTmdbFilms,
  tmdb_keywords: reader('tmdb_keywords', ['imdb_id', 'keywords'], (get, reject) => {
    const keywords = pythonList(get('keywords'));
    if (keywords === null) return reject('keywords is not a list', get('keywords').slice(0, 60));
    return [imdbId(get('imdb_id')), [...new Set(keywords.map((keyword) => keyword.toLowerCase()))]];
  }),
  tmdb_fr: reader('tmdb_fr', ['imdb_id', 'title_fr', 'overview_fr'], (get, reject) => {
    const text = (column: string, kind: 'prose' | 'name' = 'prose'): string => {
      const { text: clean, repairs } = cleanText(get(column), kind);
      for (const repair of repairs) reject(repair, get(column).slice(0, 60));
      return clean;
    };
    return [
      imdbId(get('imdb_id')),
      text('title_fr', 'name'),
      text('overview_fr'),
      text('tagline_fr'),
      posterPath(get('poster_path_fr')),
    ];
  }),
  tmdb_credits: reader('tmdb_credits', ['imdb_id', 'person_id', 'name', 'job'], (get) => [
    imdbId(get('imdb_id')),
    get('person_id'),
    cleanText(get('name'), 'name').text,
    get('job'),
    integer(get('cast_order'), 10_000),
    cleanText(get('character'), 'name').text,
  ]),
  tmdb_persons: reader('tmdb_persons', ['id', 'imdb_id', 'name'], (get) => [
    get('id'),
    /^nm\d{5,9}$/.test(get('imdb_id')) ? get('imdb_id') : null,
    cleanText(get('name'), 'name').text,
    /^\d{4}/.test(get('birthday')) ? Number(get('birthday').slice(0, 4)) : null,
    /^\d{4}/.test(get('deathday')) ? Number(get('deathday').slice(0, 4)) : null,
    sexes[get('gender')] ?? null,
  ]),
  tmdb_videos: reader('tmdb_videos', ['imdb_id', 'site', 'key'], (get, reject) =>
    /^[\w-]{4,40}$/.test(get('key'))
      ? [imdbId(get('imdb_id')), get('site'), get('key')]
      : reject('trailer key is not usable', get('key')),
  ),
  id_links: reader('id_links', ['tmdb_id', 'imdb_id'], (get) => [integer(get('tmdb_id')), imdbId(get('imdb_id'))]),
};

/** TMDB's numbers of gender; 0 says that it does not know. */
const sexes: Readonly<Record<string, string>> = { 1: 'woman', 2: 'man', 3: 'other' };

type Get = (column: string) => string;
/** The cells of one row, or null when the row is refused. */
type Shape = (get: Get, reject: (reason: string, detail: string) => null) => Cell[] | null;

function reader(file: string, needed: readonly string[], shape: Shape): Reader {
  return async (path, out, rejections) => {
    using writer = tsvWriter(out);
    let rows = 0;
    for await (const row of csvRows(path, needed)) {
      const reject = (reason: string, detail: string): null => {
        rejections.add(file, reason, `line ${row.line}: ${row.get('imdb_id')} ${detail}`);
        return null;
      };
      const cells = shape(row.get, reject);
      if (cells === null) continue;
      writer.row(cells);
      rows++;
    }
    writer.close();
    return rows;
  };
}
