import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setImmediate } from 'node:timers/promises';
import { CsvError, parse } from 'csv-parse';
import { asFilmId } from '#brand.ts';
import {
  cleanTitle,
  mostRows,
  readDay,
  readYear,
  UnreadableFile,
  type ReadFile,
  type TasteRow,
} from '#web/import/taste-row.ts';

/** The names that the exports give to what we read, folded; the first met of each list is used. */
const names = {
  id: ['const', 'imdb_id', 'imdbid', 'imdb id', 'imdb', 'tconst'],
  title: ['name', 'title', 'titre', 'film', 'original title'],
  year: ['year', 'annee', 'release year'],
  ten: ['your rating', 'rating10'],
  rating: ['rating', 'my rating', 'note', 'ma note'],
  date: ['watched date', 'watcheddate', 'watched_at', 'date rated', 'rated_at', 'last_watched_at', 'date', 'created'],
  seen: ['watched date', 'watcheddate', 'watched_at', 'last_watched_at', 'date rated', 'rated_at'],
  type: ['title type', 'type'],
  letterboxd: ['letterboxd uri'],
  trakt: ['trakt_id', 'rated_at'],
} as const;
type Field = keyof typeof names;
type Columns = Readonly<Record<Field, number>>;

const PART = 64 * 1024;
const LONGEST_RECORD = 200_000;
const BREATH = 1000;

/**
 * Reads the lines of a CSV export of Letterboxd, IMDb or Trakt (or anything with a title or an IMDb identifier a line), whatever separates its columns.
 * Lets other requests go on between two batches of lines.
 * @param path the file's name: Letterboxd's lists of what was liked and what is to be watched differ by their names alone
 * @throws UnreadableFile
 */
export async function readCsv(path: string, text: string): Promise<ReadFile> {
  const records: string[][] = [];
  const parser = parse({
    delimiter: delimiterOf(text),
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_RECORD,
  });
  try {
    await pipeline(Readable.from(partsOf(text)), parser, async (source: AsyncIterable<string[]>) => {
      for await (const record of source) {
        records.push(record);
        if (records.length > mostRows + 1) throw new UnreadableFile('tooManyRows');
        if (records.length % BREATH === 0) await setImmediate();
      }
    });
  } catch (error) {
    if (error instanceof CsvError) throw new UnreadableFile('quotes', String(error['lines'] ?? ''));
    throw error;
  }
  const [header = [], ...lines] = records;
  const columns = columnsOf(header);
  if (columns.id < 0 && columns.title < 0)
    throw new UnreadableFile('columns', header.slice(0, 8).map(cleanTitle).filter(Boolean).join(', ').slice(0, 200));
  if (lines.length === 0) throw new UnreadableFile('empty');
  return rowsOf(lines, columns, kindOf(path, columns));
}

type Kind = 'hearts' | 'wanted' | 'watched';

function kindOf(path: string, columns: Columns): Kind {
  const name = path.toLowerCase();
  if (/watch-?_?list|to-?_?watch/.test(name)) return 'wanted';
  const hearts = /(?:^|\/)likes?\b|(?:^|\/)films(?: ?\(\d+\))?\.csv$/.test(name);
  return hearts && columns.rating < 0 && columns.ten < 0 ? 'hearts' : 'watched';
}

function rowsOf(lines: readonly string[][], columns: Columns, kind: Kind): ReadFile {
  const scale = scaleOf(lines, columns);
  const rows: TasteRow[] = [];
  let [others, nameless] = [0, 0];
  for (const line of lines) {
    const cell = (field: Field): string => (columns[field] < 0 ? '' : (line[columns[field]] ?? ''));
    if (NOT_A_FILM.test(cell('type'))) {
      others += 1;
      continue;
    }
    const row = {
      id: asFilmId(cell('id')),
      title: cleanTitle(cell('title')),
      year: readYear(cell('year')),
      rating: ratingOf(cell('ten'), 1) ?? ratingOf(cell('rating'), scale),
      heart: kind === 'hearts',
      date: readDay(cell('date')),
    };
    if (row.id === null && row.title === '') nameless += 1;
    else rows.push({ ...row, wanted: kind === 'wanted' && row.rating === null && readDay(cell('seen')) === '' });
  }
  return { rows, others, nameless };
}

const NOT_A_FILM = /s[eé]rie|[eé]pisode|season|saison|show|game|jeu|podcast|person/i;

/** What a figure of the `rating` column is worth of ten: Letterboxd counts to five, Trakt to ten, the others as their highest figure says. */
function scaleOf(lines: readonly string[][], columns: Columns): number {
  if (columns.letterboxd >= 0) return 2;
  if (columns.trakt >= 0) return 1;
  const highest = lines.reduce((most, line) => Math.max(most, figureOf(line[columns.rating] ?? '') ?? 0), 0);
  return highest <= 5 ? 2 : highest <= 10 ? 1 : 0.1;
}

function ratingOf(text: string, scale: number): number | null {
  const figure = figureOf(text);
  return figure === null || figure <= 0 || figure * scale > 10 ? null : figure * scale;
}

const figureOf = (text: string): number | null =>
  /^\s*\d{1,3}(?:[.,]\d{1,4})?\s*$/.test(text) ? Number(text.replace(',', '.')) : null;

function columnsOf(header: readonly string[]): Columns {
  const folded = header.map((name) =>
    name
      .normalize('NFKD')
      .replaceAll(/\p{M}+/gu, '')
      .trim()
      .toLowerCase(),
  );
  const place = (field: Field): number => names[field].map((name) => folded.indexOf(name)).find((at) => at >= 0) ?? -1;
  return {
    id: place('id'),
    title: place('title'),
    year: place('year'),
    ten: place('ten'),
    rating: place('rating'),
    date: place('date'),
    seen: place('seen'),
    type: place('type'),
    letterboxd: place('letterboxd'),
    trakt: place('trakt'),
  };
}

function delimiterOf(text: string): string {
  const [header = ''] = text.split(/\r\n|\r|\n/, 1);
  const count = (sign: string): number => header.split(sign).length;
  return [';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best), ',');
}

function* partsOf(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += PART) yield text.slice(at, at + PART);
}
