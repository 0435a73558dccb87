import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBDataChunk, FLOAT, INTEGER, SMALLINT, VARCHAR, type DuckDBConnection } from '@duckdb/node-api';
import { openDatabase } from '#catalogue/database.ts';
import { lockFolder } from '#catalogue/lock.ts';
import { fault, LanterneError } from '#errors.ts';
import type { InteractionsAbout } from '#features/interactions/about.ts';
import type { Ratings } from '#features/interactions/settle.ts';

/** Where the interactions of a data folder stand. */
export const interactionsFolder = (folder: string): string => join(folder, 'interactions');

/** The greatest number of rows that DuckDB takes at once. */
const chunkRows = 2048;

/**
 * Writes `interactions/NAME.parquet` (viewer, film, liked, rating; in the order of viewers, then of films), in the place of the old file
 * of that name by a rename once it is whole.
 * @throws BUILD_RUNNING, DISK_FULL, CANNOT_WRITE
 */
export async function writeInteractions(folder: string, about: InteractionsAbout, ratings: Ratings): Promise<string> {
  const home = interactionsFolder(folder);
  const target = join(home, `${about.name}.parquet`);
  try {
    mkdirSync(home, { recursive: true });
    using _lock = lockFolder(join(home, '.lock'));
    for (const left of readdirSync(home).filter((name) => name.startsWith('.importing-')))
      rmSync(join(home, left), { recursive: true, force: true });
    const work = join(home, `.importing-${process.pid}`);
    mkdirSync(work);
    try {
      const draft = join(work, 'draft.parquet');
      await writeParquet(draft, join(work, 'spill'), about, ratings);
      flush(draft);
      renameSync(draft, target);
      return target;
    } finally {
      rmSync(work, { recursive: true, force: true });
    }
  } catch (error) {
    throw asWriteFault(error, target);
  }
}

async function writeParquet(
  path: string,
  temporary: string,
  about: InteractionsAbout,
  ratings: Ratings,
): Promise<void> {
  await using database = await openDatabase(':memory:', 'READ_WRITE', { memory: '500MB', threads: 2, temporary });
  const { connection } = database;
  await connection.run('CREATE TABLE name (film INTEGER, id VARCHAR)');
  await connection.run('CREATE TABLE cell (viewer INTEGER, film INTEGER, liked SMALLINT, rating FLOAT)');
  await append(connection, 'name', [INTEGER, VARCHAR], ratings.films.length, (at) => [at, ratings.films[at] ?? null]);
  await appendCells(connection, about, ratings);
  await connection.run('SET VARIABLE ids = (SELECT list(id ORDER BY film) FROM name)');
  // The cells are in order already: looking names up in a list keeps them so, where a join would have to sort them again.
  await connection.run(
    `COPY (SELECT viewer, getvariable('ids')[film + 1] AS film, liked, rating FROM cell)
    TO $path (FORMAT parquet, COMPRESSION zstd, KV_METADATA {lanterne: $about})`,
    { path, about: JSON.stringify(about) },
  );
}

async function appendCells(
  connection: DuckDBConnection,
  { likeAt, dislikeAt, zero, one }: InteractionsAbout,
  { film, rating, indptr }: Ratings,
): Promise<void> {
  let viewer = 0;
  await append(connection, 'cell', [INTEGER, INTEGER, SMALLINT, FLOAT], film.length, (at) => {
    while ((indptr[viewer + 1] ?? Infinity) <= at) viewer++;
    const given = rating[at] ?? Number.NaN;
    const liked = given >= likeAt ? 1 : dislikeAt !== null && given <= dislikeAt ? -1 : 0;
    return [viewer, film[at] ?? 0, liked, one === zero ? 1 : (given - zero) / (one - zero)];
  });
}

async function append(
  connection: DuckDBConnection,
  table: string,
  types: Parameters<typeof DuckDBDataChunk.create>[0],
  rows: number,
  row: (at: number) => readonly (number | string | null)[],
): Promise<void> {
  const appender = await connection.createAppender(table);
  for (let begin = 0; begin < rows; begin += chunkRows) {
    const count = Math.min(chunkRows, rows - begin);
    const chunk = DuckDBDataChunk.create(types, count);
    const columns = types.map((_, place) => chunk.getColumnVector(place));
    for (let k = 0; k < count; k++) {
      const values = row(begin + k);
      for (let place = 0; place < columns.length; place++) columns[place]?.setItem(k, values[place] ?? null);
    }
    for (const column of columns) column.flush();
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}

function flush(path: string): void {
  const descriptor = openSync(path, 'r+');
  fsyncSync(descriptor);
  closeSync(descriptor);
}

function asWriteFault(error: unknown, file: string): unknown {
  if (error instanceof LanterneError || !(error instanceof Error)) return error;
  const code = 'code' in error ? String(error.code) : '';
  if (code === 'ENOSPC' || /no space left|disk full/i.test(error.message))
    return fault('DISK_FULL', { file, needed: '500 MB' }, error);
  if ('syscall' in error || /permission denied|read-only/i.test(error.message))
    return fault('CANNOT_WRITE', { file, reason: error.message }, error);
  return error;
}
