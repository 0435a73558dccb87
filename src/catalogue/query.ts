import {
  INTEGER,
  LIST,
  VARCHAR,
  listValue,
  type DuckDBConnection,
  type DuckDBType,
  type DuckDBValue,
  type Json,
} from '@duckdb/node-api';
import { fault } from '#errors.ts';

/** What a column may hold: the TypeScript type it is read as, and the DuckDB types that the binder may give it. */
export interface Column<T> {
  readonly types: readonly string[];
  readonly nullable: boolean;
  /** Only there to carry T. */
  readonly as?: T;
}

const column = <T>(nullable: boolean, ...types: string[]): Column<T> => ({ types, nullable });
export const text = column<string>(false, 'VARCHAR');
export const textOrNull = column<string | null>(true, 'VARCHAR');
export const number = column<number>(false, 'INTEGER', 'DOUBLE', 'BIGINT');
export const numberOrNull = column<number | null>(true, 'INTEGER', 'DOUBLE', 'BIGINT');
export const dateOrNull = column<string | null>(true, 'DATE');
export const texts = column<string[]>(false, 'VARCHAR[]');
export const numbers = column<number[]>(false, 'INTEGER[]');

/** What a parameter may be. */
export type ParameterType = 'text' | 'number' | 'texts' | 'numbers';
type ParameterValue = { text: string; number: number; texts: readonly string[]; numbers: readonly number[] };

/** A query is one value: its SQL (with `$name` parameters), what it takes and what its columns are. Prepared against the empty schema by a test. */
export interface Query<P extends Record<string, ParameterType>, C extends Record<string, Column<unknown>>> {
  readonly name: string;
  readonly parameters: P;
  readonly columns: C;
  readonly sql: string;
}

export type Arguments<P extends Record<string, ParameterType>> = { readonly [K in keyof P]: ParameterValue[P[K]] };
export type Row<C extends Record<string, Column<unknown>>> = {
  readonly [K in keyof C]: C[K] extends Column<infer T> ? T : never;
};

export function query<const P extends Record<string, ParameterType>, C extends Record<string, Column<unknown>>>(
  definition: Query<P, C>,
): Query<P, C> {
  return definition;
}

/** Runs a query; the rows have the declared columns, dates as ISO text. */
export async function runQuery<P extends Record<string, ParameterType>, C extends Record<string, Column<unknown>>>(
  connection: DuckDBConnection,
  { name, sql, parameters, columns }: Query<P, C>,
  given: Arguments<P>,
): Promise<Row<C>[]> {
  const { values, types } = bind(parameters, given);
  try {
    const result = await connection.runAndReadAll(sql, values, types);
    const read = Object.entries(columns).map(
      ([
        key,
        {
          types: [type],
        },
      ]) => [key, type === 'BIGINT' || type === 'INTEGER'] as const,
    );
    return result
      .getRowObjectsJson()
      .map(
        (row) =>
          Object.fromEntries(read.map(([key, numeric]) => [key, numeric ? asNumber(row[key]) : row[key]])) as Row<C>,
      );
  } catch (error) {
    throw fault(
      'UNEXPECTED',
      { reason: `the query ${name} failed: ${error instanceof Error ? error.message : String(error)}` },
      error,
    );
  }
}

/** The values of a query's parameters as the database takes them, with their types. */
export function bind<P extends Record<string, ParameterType>>(
  parameters: P,
  given: Arguments<P>,
): { values: Record<string, DuckDBValue>; types: Record<string, DuckDBType> } {
  const values: Record<string, DuckDBValue> = {};
  const types: Record<string, DuckDBType> = {};
  for (const [key, kind] of Object.entries(parameters)) {
    const value = given[key];
    types[key] = parameterTypes[kind];
    values[key] = Array.isArray(value)
      ? listValue(value)
      : typeof value === 'number' || typeof value === 'string'
        ? value
        : null;
  }
  return { values, types };
}

const parameterTypes: Record<ParameterType, DuckDBType> = {
  text: VARCHAR,
  number: INTEGER,
  texts: LIST(VARCHAR),
  numbers: LIST(INTEGER),
};
/** The binding gives 64-bit integers as text in JSON: they are read back as numbers (all of ours are below 2^53). */
function asNumber(value: Json | undefined): number | null {
  return typeof value === 'number' ? value : typeof value === 'string' ? Number(value) : null;
}
