import { zipSync } from 'fflate';
import type { Hono } from 'hono';

/** A film of the starter catalogue, as its tests know it. */
export interface ListedFilm {
  readonly id: string;
  readonly title: string;
  readonly year: number | null;
}

const cell = (text: string | number | null): string => {
  const plain = String(text ?? '');
  return /[",;\n\r]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
};

/** Lines of CSV, quoted where they must be. */
export const csv = (lines: readonly (readonly (string | number | null)[])[], separator = ','): string =>
  lines.map((line) => line.map(cell).join(separator)).join('\r\n');

/** Letterboxd's ratings.csv; ratings from 0.5 to 5. */
export const letterboxdRatings = (films: readonly (ListedFilm & { rating: number; date?: string })[]): string =>
  csv([
    ['Date', 'Name', 'Year', 'Letterboxd URI', 'Rating'],
    ...films.map(({ title, year, rating, date }, at) => [
      date ?? '2024-05-31',
      title,
      year,
      `https://boxd.it/${at}`,
      rating,
    ]),
  ]);

/** Letterboxd's watched.csv, watchlist.csv and likes/films.csv. */
export const letterboxdList = (films: readonly ListedFilm[]): string =>
  csv([
    ['Date', 'Name', 'Year', 'Letterboxd URI'],
    ...films.map(({ title, year }, at) => ['2024-05-31', title, year, `https://boxd.it/${at}`]),
  ]);

/** IMDb's ratings.csv. */
export const imdbRatings = (films: readonly (ListedFilm & { rating: number; type?: string })[]): string =>
  csv([
    'Const,Your Rating,Date Rated,Title,Original Title,URL,Title Type,IMDb Rating,Runtime (mins),Year,Genres,Num Votes,Release Date,Directors'.split(
      ',',
    ),
    ...films.map(({ id, title, year, rating, type = 'Movie' }) => [
      id,
      rating,
      '2023-01-02',
      title,
      title,
      `https://www.imdb.com/title/${id}`,
      type,
      '7.1',
      '100',
      year,
      'Drama, Comedy',
      '1000',
      `${year}-01-01`,
      'Someone',
    ]),
  ]);

/** Trakt's ratings-movies.json. */
export const traktRatings = (films: readonly (ListedFilm & { rating: number })[]): string =>
  JSON.stringify(
    films.map(({ id, title, year, rating }, at) => ({
      rated_at: '2022-03-04T05:06:07.000Z',
      rating,
      type: 'movie',
      movie: { title, year, ids: { trakt: at, slug: 'x', imdb: id, tmdb: at } },
    })),
  );

/** An archive of text files. */
export const archive = (files: Readonly<Record<string, string>>): Uint8Array<ArrayBuffer> =>
  new Uint8Array(
    zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, new TextEncoder().encode(text)]))),
  );

/** Sends files to the page of imports as its form does. */
export function send(
  app: Hono,
  files: Readonly<Record<string, string | Uint8Array<ArrayBuffer>>>,
  path = '/importer',
): Promise<Response> {
  const form = new FormData();
  for (const [name, content] of Object.entries(files)) form.append('file', new File([content], name));
  return Promise.resolve(
    app.request(`http://localhost${path}`, {
      method: 'POST',
      body: form,
      headers: { Origin: 'http://localhost', Host: 'localhost', 'Sec-Fetch-Site': 'same-origin' },
    }),
  );
}

/** The basket of an answer: the hidden fields of the form that goes on. */
export function basketOf(page: string): Record<'liked' | 'not' | 'seen', string[]> {
  const pick = (name: string): string[] =>
    [...page.matchAll(new RegExp(`<input type="hidden" name="${name}" value="(tt\\d+)"`, 'g'))].map(
      ([, id = '']) => id,
    );
  return { liked: pick('liked'), not: pick('not'), seen: pick('seen') };
}
