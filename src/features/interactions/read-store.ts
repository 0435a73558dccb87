import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { listValue, type DuckDBConnection } from '@duckdb/node-api';
import { openDatabase } from '#catalogue/database.ts';
import { fault, LanterneError } from '#errors.ts';
import { interactionsAbout, type InteractionsAbout } from '#features/interactions/about.ts';
import type { Interactions } from '#features/interactions/interactions.ts';
import { interactionsFolder } from '#features/interactions/write-store.ts';
import type { Csr } from '#kernels/csr.ts';

export interface ReadInteractionsOptions {
  /** Only the house's own feedback (true), only the public sets (false), all of them when left out. */
  readonly own?: boolean;
}

export interface StoredInteractions {
  readonly file: string;
  readonly about: InteractionsAbout;
}

/**
 * What the interactions folder of a data folder holds, in the order of the names.
 * @throws INTERACTIONS_UNUSABLE
 */
export async function listInteractions(folder: string, options: ReadInteractionsOptions = {}) {
  await using database = await openDatabase(':memory:', 'READ_WRITE', { threads: 1 });
  return await listWith(database.connection, folder, options);
}

/**
 * Everything that viewers liked and disliked, from every file of the interactions folder; viewers of different files are different viewers.
 * Null when there is no file.
 * @throws INTERACTIONS_UNUSABLE
 */
export async function readInteractions(
  folder: string,
  options: ReadInteractionsOptions = {},
): Promise<Interactions | null> {
  await using database = await openDatabase(':memory:', 'READ_WRITE', { memory: '1GB', threads: 2 });
  const { connection } = database;
  const stored = await listWith(connection, folder, options);
  if (stored.length === 0) return null;
  const names = new Set<string>();
  for (const { file } of stored)
    for (const name of await within(file, () => distinctFilms(connection, file))) names.add(name);
  const films = [...names].sort();
  await connection.run('CREATE TABLE name AS SELECT unnest($films::VARCHAR[]) AS id', { films: listValue(films) });
  await connection.run('CREATE TYPE film AS ENUM (SELECT id FROM name ORDER BY id)');
  const rows = stored.reduce((sum, { about }) => sum + about.rows, 0);
  const viewers = stored.reduce((sum, { about }) => sum + about.viewers, 0);
  const [likes, dislikes] = [growingRows(viewers, rows), growingRows(viewers, rows)];
  let first = 0;
  for (const { file, about } of stored) {
    await within(file, () => readFile(connection, file, first, about, likes, dislikes));
    first += about.viewers;
  }
  return {
    films,
    viewers,
    likes: likes.matrix(films.length),
    dislikes: dislikes.matrix(films.length),
    rejected: [],
  };
}

async function listWith(
  connection: DuckDBConnection,
  folder: string,
  { own }: ReadInteractionsOptions,
): Promise<StoredInteractions[]> {
  const home = interactionsFolder(folder);
  if (!existsSync(home)) return [];
  const files = readdirSync(home)
    .filter((name) => name.endsWith('.parquet') && !name.startsWith('.'))
    .sort()
    .map((name) => join(home, name));
  const stored: StoredInteractions[] = [];
  for (const file of files) {
    const about = await within(file, () => readAbout(connection, file));
    if (own === undefined || about.own === own) stored.push({ file, about });
  }
  return stored;
}

async function readAbout(connection: DuckDBConnection, file: string): Promise<InteractionsAbout> {
  const reader = await connection.runAndReadAll(
    "SELECT decode(value) FROM parquet_kv_metadata($file) WHERE decode(key) = 'lanterne'",
    { file },
  );
  const text = reader.getRows()[0]?.[0];
  if (typeof text !== 'string') throw new Error('it was not written by `lanterne import ratings`');
  const { success, data } = interactionsAbout.safeParse(JSON.parse(text));
  if (!success) throw new Error('what it says of itself is not of this version');
  return data;
}

async function distinctFilms(connection: DuckDBConnection, file: string): Promise<string[]> {
  const reader = await connection.runAndReadAll('SELECT DISTINCT film FROM read_parquet($file)', { file });
  return reader.getRows().map(([film]) => String(film));
}

/** The rows come in the order in which they were written: by viewer, then by the text of the film, which is the order of its number. */
async function readFile(
  connection: DuckDBConnection,
  file: string,
  first: number,
  about: InteractionsAbout,
  likes: GrowingRows,
  dislikes: GrowingRows,
): Promise<void> {
  const result = await connection.stream(
    'SELECT viewer, enum_code(film::film)::INTEGER AS film, liked FROM read_parquet($file)',
    { file },
  );
  let [rows, before, lastFilm] = [0, 0, -1];
  for (;;) {
    const chunk = await result.fetchChunk();
    if (chunk === null || chunk.rowCount === 0) break;
    const [viewers, films, liked] = [0, 1, 2].map((place) => chunk.getColumnVector(place));
    for (let k = 0; k < chunk.rowCount; k++) {
      const [viewer, film, like] = [viewers?.getItem(k), films?.getItem(k), liked?.getItem(k)];
      if (typeof viewer !== 'number' || typeof film !== 'number' || typeof like !== 'number')
        throw new Error('a value is missing');
      if (viewer < before || viewer >= about.viewers || (viewer === before && film <= lastFilm))
        throw new Error('its rows are not in order');
      before = viewer;
      lastFilm = film;
      if (like > 0) likes.push(first + viewer, film);
      else if (like < 0) dislikes.push(first + viewer, film);
    }
    rows += chunk.rowCount;
  }
  if (rows !== about.rows) throw new Error(`it has ${rows} rows, not ${about.rows}`);
}

interface GrowingRows {
  push(row: number, column: number): void;
  matrix(columns: number): Csr;
}

function growingRows(rows: number, most: number): GrowingRows {
  const indptr = new Int32Array(rows + 1);
  const indices = new Int32Array(most);
  let length = 0;
  return {
    push(row, column) {
      indices[length++] = column;
      indptr[row + 1] = length;
    },
    matrix(columns) {
      for (let row = 0; row < rows; row++) indptr[row + 1] = Math.max(indptr[row] ?? 0, indptr[row + 1] ?? 0);
      return { rows, columns, indptr, indices: indices.slice(0, length), values: new Float32Array(length).fill(1) };
    },
  };
}

async function within<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof LanterneError) throw error;
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    throw fault('INTERACTIONS_UNUSABLE', { file, reason: reason.replace(/\.$/, '') }, error);
  }
}
