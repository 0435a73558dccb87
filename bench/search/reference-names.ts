import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { fault } from '#errors.ts';

/** Films and their names as the title search takes them, with what the benchmark needs to sample queries. */
export interface ReferenceNames {
  readonly films: number;
  readonly nameFilm: Int32Array;
  readonly names: string[];
  readonly years: Int16Array;
  readonly weight: Float32Array;
  readonly votes: Int32Array;
  /** The positions in `names` of the French titles of each film that has one. */
  readonly french: Map<number, number[]>;
}

const TYPES = new Set(['movie', 'tvMovie']);

/**
 * Reads the films (movie, tvMovie; not adult) of title.basics with their votes and the French titles of title.akas and tmdb_fr.
 * @param folder the reference data, with `imdb/` and `tmdb/`
 * @throws REFERENCE_MISSING
 */
export async function referenceNames(folder: string): Promise<ReferenceNames> {
  if (!existsSync(join(folder, 'imdb', 'title.basics.tsv.gz'))) throw fault('REFERENCE_MISSING', { folder });
  const index = new Map<string, number>();
  const years: number[] = [];
  const nameFilm: number[] = [];
  const names: string[] = [];
  const known: Map<string, number>[] = [];
  const french = new Map<number, number[]>();
  const addName = (film: number, name: string | undefined): number => {
    if (!name || name === '\\N') return -1;
    const place = known[film]?.get(name);
    if (place !== undefined) return place;
    known[film]?.set(name, names.length);
    nameFilm.push(film);
    return names.push(name) - 1;
  };
  const addFrench = (id: string | undefined, name: string | undefined): void => {
    const film = index.get(id ?? '');
    const place = film === undefined ? -1 : addName(film, name);
    if (film === undefined || place < 0) return;
    const places = french.get(film) ?? [];
    if (!places.includes(place)) french.set(film, [...places, place]);
  };
  for await (const [id = '', type = '', primary, original, adult, year] of tsv(
    join(folder, 'imdb/title.basics.tsv.gz'),
  )) {
    if (!TYPES.has(type) || adult === '1') continue;
    index.set(id, years.length);
    known.push(new Map());
    addName(years.length, primary);
    addName(years.length, original);
    years.push(Number(year) || 0);
  }
  for await (const [id, , title, region] of tsv(join(folder, 'imdb/title.akas.tsv.gz')))
    if (region === 'FR') addFrench(id, title);
  for await (const [, id, title] of csv(join(folder, 'tmdb/tmdb_fr.csv.gz'))) addFrench(id, title);
  const votes = new Int32Array(years.length);
  for await (const [id = '', , count] of tsv(join(folder, 'imdb/title.ratings.tsv.gz'))) {
    const film = index.get(id);
    if (film !== undefined) votes[film] = Number(count) || 0;
  }
  return {
    films: years.length,
    nameFilm: Int32Array.from(nameFilm),
    names,
    years: Int16Array.from(years),
    weight: Float32Array.from(votes, (count) => Math.log1p(count)),
    votes,
    french,
  };
}

async function* tsv(file: string): AsyncGenerator<string[]> {
  const lines = createInterface({ input: createReadStream(file).pipe(createGunzip()), crlfDelay: Infinity });
  let header = true;
  for await (const line of lines) {
    if (!header) yield line.split('\t');
    header = false;
  }
}

// RFC 4180: a quoted field may hold commas, line ends and doubled quotes
async function* csv(file: string): AsyncGenerator<string[]> {
  let row: string[] = [];
  let field = '';
  let quoted = false;
  let closing = false;
  let header = true;
  const input = createReadStream(file).pipe(createGunzip()).setEncoding('utf8');
  for await (const chunk of input) {
    for (const sign of String(chunk)) {
      if (closing) {
        closing = false;
        if (sign === '"') {
          field += '"';
          continue;
        }
        quoted = false;
      }
      if (quoted) {
        if (sign === '"') closing = true;
        else field += sign;
      } else if (sign === '"') quoted = true;
      else if (sign === ',') {
        row.push(field);
        field = '';
      } else if (sign === '\n') {
        if (!header) yield [...row, field];
        header = false;
        row = [];
        field = '';
      } else if (sign !== '\r') field += sign;
    }
  }
  if (field !== '' || row.length > 0) yield [...row, field];
}
