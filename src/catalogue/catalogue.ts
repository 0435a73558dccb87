import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { fault } from '#errors.ts';
import { openDatabase } from '#catalogue/database.ts';
import { runQuery, type Arguments, type Column, type ParameterType, type Query, type Row } from '#catalogue/query.ts';
import { catalogueInfo } from '#catalogue/queries/info.ts';
import { silenceSources } from '#catalogue/silence.ts';
import { catalogueVersion } from '#catalogue/version.ts';

/** An opened catalogue: read-only, of one build. */
export interface Catalogue extends AsyncDisposable {
  readonly path: string;
  /** Changes when another build takes the file's place. */
  readonly stamp: string;
  /** Fingerprint of the films and of their order: a model is of one vocabulary. */
  readonly vocabulary: string;
  readonly builtAt: string;
  readonly films: number;
  run<P extends Record<string, ParameterType>, C extends Record<string, Column<unknown>>>(
    query: Query<P, C>,
    given: Arguments<P>,
  ): Promise<Row<C>[]>;
  /** For the features, which read whole tables column by column. */
  readonly connection: DuckDBConnection;
  /** The same catalogue by another connection: its questions do not wait for those of this one. Closed with this one. */
  beside(): Promise<Catalogue>;
}

export interface CatalogueOptions {
  /** Sources whose facts are not to be used ('tmdb', 'imdb', 'starter', 'afcae'). */
  readonly sourcesOff?: readonly string[];
}

/** The path of the catalogue in a data folder. */
export const cataloguePath = (folder: string): string => join(folder, 'catalogue.duckdb');

/** What tells one build of the file from another; null when there is none. */
export function catalogueStamp(folder: string): string | null {
  const path = cataloguePath(folder);
  if (!existsSync(path)) return null;
  const { ino, mtimeMs, size } = statSync(path);
  return `${ino}-${mtimeMs}-${size}`;
}

/**
 * Opens the catalogue of a data folder.
 * @throws CATALOGUE_MISSING, CATALOGUE_UNUSABLE
 */
export async function openCatalogue(folder: string, { sourcesOff = [] }: CatalogueOptions = {}): Promise<Catalogue> {
  const path = cataloguePath(folder);
  const stamp = catalogueStamp(folder);
  if (stamp === null) throw fault('CATALOGUE_MISSING', { file: path });
  const database = await openDatabase(path, 'READ_ONLY', { memory: '1GB', threads: 2 }).catch((error: unknown) => {
    throw fault('CATALOGUE_UNUSABLE', { file: path, reason: 'it is not a DuckDB file, or it is damaged' }, error);
  });
  try {
    const inTurn = turns();
    const run: Catalogue['run'] = (query, given) => inTurn(() => runQuery(database.connection, query, given));
    const [info] = await run(catalogueInfo, {}).catch((error: unknown) => {
      throw fault('CATALOGUE_UNUSABLE', { file: path, reason: 'its tables are not the ones expected' }, error);
    });
    if (info?.version !== String(catalogueVersion))
      throw fault('CATALOGUE_UNUSABLE', {
        file: path,
        reason: `it is of version ${info?.version ?? 'none'}, not ${catalogueVersion}`,
      });
    await silenceSources(database.connection, sourcesOff);
    const others: Catalogue[] = [];
    const facts = {
      path,
      stamp,
      vocabulary: [info.vocabulary, ...sourcesOff.toSorted().map((source) => `without ${source}`)].join(', '),
      builtAt: info.builtAt,
      films: info.films,
    };
    const beside = async (): Promise<Catalogue> => {
      const connection = await database.connect();
      await silenceSources(connection, sourcesOff);
      const its = turns();
      const other: Catalogue = {
        ...facts,
        connection,
        run: (query, given) => its(() => runQuery(connection, query, given)),
        beside,
        [Symbol.asyncDispose]: () => its(async () => connection.closeSync()),
      };
      others.push(other);
      return other;
    };
    return {
      ...facts,
      connection: database.connection,
      run,
      beside,
      async [Symbol.asyncDispose]() {
        for (const other of others) await other[Symbol.asyncDispose]();
        await inTurn(() => database[Symbol.asyncDispose]());
      },
    };
  } catch (error) {
    await database[Symbol.asyncDispose]();
    throw error;
  }
}

/** A connection answers one question at a time: those asked meanwhile wait for their turn. */
function turns(): <T>(work: () => PromiseLike<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work, work);
    last = mine.catch(() => {});
    return mine;
  };
}
