import type { Rejections } from '#catalogue/rejections.ts';
import { cleanText } from '#catalogue/sources/clean-text.ts';
import { csvRows, type CsvRow } from '#catalogue/sources/csv-rows.ts';
import { pythonList } from '#catalogue/sources/python-list.ts';
import { tsvWriter } from '#catalogue/sources/tsv-writer.ts';

const needed = [
  'imdb_id',
  'id',
  'title',
  'original_language',
  'overview',
  'budget',
  'revenue',
  'poster_path',
  'production_countries',
  'spoken_languages',
  'release_date',
  'genres',
];
// Budgets and receipts of 1 to 999 are most likely millions typed by hand: nobody can tell, so they are set aside.
const smallestSum = 1000;
const largestInteger = 2 ** 31 - 1;

/** An IMDb title identifier, `tt` and up to nine digits; anything else becomes null. */
export const imdbId = (text: string): string | null => (/^tt\d{5,9}$/.test(text) ? text : null);

/**
 * Reads the TMDB extract (25 columns) and writes one clean row a film: tmdb id, IMDb id, title, original title and language, overview,
 * tagline, poster path, countries, languages, genres, companies, release date, budget, revenue, runtime, adult, mean and number of votes.
 * `popularity` is left out on purpose: its scale changed in 2025.
 * @returns the number of rows written
 */
export async function readTmdbFilms(path: string, out: string, rejections: Rejections): Promise<number> {
  const file = 'tmdb_full';
  using writer = tsvWriter(out);
  let rows = 0;
  for await (const row of csvRows(path, needed)) {
    const where = `line ${row.line}: ${row.get('imdb_id')} ${row.get('title')}`;
    const reject = (reason: string, detail = ''): void => rejections.add(file, reason, `${where} ${detail}`.trim());
    const text = (column: string, kind: 'prose' | 'name' = 'prose'): string => {
      const { text: clean, repairs } = cleanText(row.get(column), kind);
      for (const repair of repairs) reject(repair, row.get(column).slice(0, 60));
      return clean;
    };
    const list = (column: string): readonly string[] => {
      const items = pythonList(row.get(column));
      if (items === null) reject(`${column} is not a list`, row.get(column).slice(0, 60));
      return items ?? [];
    };
    const [mean, votes] = meanAndVotes(row, reject);
    writer.row([
      integer(row.get('id')),
      imdbId(row.get('imdb_id')),
      text('title', 'name'),
      text('original_title', 'name'),
      /^[a-z]{2}$/.test(row.get('original_language')) ? row.get('original_language') : null,
      text('overview'),
      text('tagline'),
      posterPath(row.get('poster_path')),
      list('production_countries'),
      list('spoken_languages'),
      list('genres'),
      list('production_companies_name'),
      isoDate(row.get('release_date'), reject),
      sum(row, 'budget', reject),
      sum(row, 'revenue', reject),
      integer(row.get('runtime')) || null,
      truth(row.get('adult'), reject),
      mean,
      votes,
    ]);
    rows++;
  }
  writer.close();
  return rows;
}

/** An image path of TMDB, `/name.jpg`; anything else becomes null. */
export function posterPath(text: string): string | null {
  return /^\/[\w-]+\.(jpg|jpeg|png|webp|svg)$/.test(text) ? text : null;
}

type Reject = (reason: string, detail?: string) => void;

/** A whole number written `12` or `12.0`, up to `most`; anything else becomes null. */
export function integer(text: string, most = largestInteger): number | null {
  const value = /^\d+(\.0)?$/.test(text) ? Number(text) : Number.NaN;
  return value <= most ? value : null;
}

/** "True" and "False" are words here; the text "False" is not true. */
function truth(text: string, reject: Reject): boolean | null {
  if (/^true$/i.test(text)) return true;
  if (/^false$/i.test(text)) return false;
  if (text !== '') reject('adult is neither True nor False', text);
  return null;
}

function sum(row: CsvRow, column: string, reject: Reject): number | null {
  const text = row.get(column);
  if (text === '' || text === '0' || text === '0.0') return null;
  const value = integer(text, Number.MAX_SAFE_INTEGER);
  if (value === null) {
    reject(`${column} is not a usable whole number`, text);
    return null;
  }
  if (value < smallestSum) {
    reject(`${column} under 1 000 set aside`, text);
    return null;
  }
  return value;
}

function meanAndVotes(row: CsvRow, reject: Reject): [number | null, number | null] {
  const votes = integer(row.get('vote_count'));
  const mean = row.get('vote_average') === '' ? null : Number(row.get('vote_average'));
  if (mean === null) return [null, votes];
  if (!(mean >= 0 && mean <= 10)) {
    reject('mean rating is not 0 to 10', row.get('vote_average'));
    return [null, votes];
  }
  if (votes === null || votes === 0) {
    if (mean > 0) reject('mean rating without a vote set aside', row.get('vote_average'));
    return [null, votes];
  }
  if (mean === 10 && votes < 3) {
    reject('mean of 10 from fewer than 3 votes set aside', `${votes} votes`);
    return [null, votes];
  }
  return [mean, votes];
}

function isoDate(text: string, reject: Reject): string | null {
  if (text === '') return null;
  const date = dateOf(text);
  if (date === null) reject('release date is not a date', text);
  return date;
}

function dateOf(text: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}(?![^T ])/.test(text)) return null;
  try {
    return Temporal.PlainDate.from(text.slice(0, 10)).toString();
  } catch {
    return null;
  }
}
