import { z } from 'zod';
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

const text = z.string().nullish().catch(null);
const figure = z.number().nullish().catch(null);
/** One item of Trakt's files: ratings, what was watched, what is to be. https://trakt.docs.apiary.io */
const item = z.object({
  type: text,
  rating: figure,
  rated_at: text,
  watched_at: text,
  last_watched_at: text,
  listed_at: text,
  movie: z
    .object({ title: text, year: figure, ids: z.object({ imdb: text }).nullish().catch(null) })
    .nullish()
    .catch(null),
});

/**
 * Reads a JSON file of Trakt's export.
 * @throws UnreadableFile
 */
export function readTrakt(source: string): ReadFile {
  const items = parse(source);
  if (!Array.isArray(items)) throw new UnreadableFile('json');
  if (items.length === 0) throw new UnreadableFile('empty');
  if (items.length > mostRows) throw new UnreadableFile('tooManyRows');
  const rows: TasteRow[] = [];
  let [others, nameless] = [0, 0];
  for (const one of items) {
    const read = item.safeParse(one);
    const { movie } = read.data ?? {};
    if (!read.success || (!movie && !isOther(one))) {
      nameless += 1;
      continue;
    }
    if (!movie) {
      others += 1;
      continue;
    }
    const row = rowOf(read.data, movie);
    if (row.id === null && row.title === '') nameless += 1;
    else rows.push(row);
  }
  if (rows.length + others === 0) throw new UnreadableFile('json');
  return { rows, others, nameless };
}

type Item = z.infer<typeof item>;

function rowOf(read: Item, movie: NonNullable<Item['movie']>): TasteRow {
  const { rating } = read;
  const seen = readDay(read.rated_at ?? read.last_watched_at ?? read.watched_at ?? '');
  return {
    id: asFilmId(movie.ids?.imdb ?? ''),
    title: cleanTitle(movie.title ?? ''),
    year: readYear(String(movie.year ?? '')),
    rating: typeof rating === 'number' && rating > 0 && rating <= 10 ? rating : null,
    heart: false,
    wanted: seen === '' && typeof read.listed_at === 'string',
    date: seen === '' ? readDay(read.listed_at ?? '') : seen,
  };
}

const isOther = (one: unknown): boolean =>
  typeof one === 'object' && one !== null && ['show', 'season', 'episode'].some((kind) => Object.hasOwn(one, kind));

function parse(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    throw new UnreadableFile('json');
  }
}
