import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { openDatabase } from '#catalogue/database.ts';
import { bind, type Column, type ParameterType } from '#catalogue/query.ts';

interface AnyQuery {
  readonly name: string;
  readonly sql: string;
  readonly parameters: Record<string, ParameterType>;
  readonly columns: Record<string, Column<unknown>>;
}

const folders = ['catalogue', 'indicators', 'advice'].map(
  (layer) => new URL(`../src/${layer}/queries/`, import.meta.url),
);
const files = folders.flatMap((folder) => readdirSync(folder).map((name) => new URL(name, folder)));
const isQuery = (value: unknown): value is AnyQuery =>
  typeof value === 'object' && value !== null && 'sql' in value && 'columns' in value;

async function everyQuery(): Promise<AnyQuery[]> {
  const modules: unknown[] = await Promise.all(
    files.filter(({ pathname }) => pathname.endsWith('.ts')).map(({ href }) => import(href)),
  );
  return modules.flatMap((module) =>
    typeof module === 'object' && module !== null ? Object.values(module).filter(isQuery) : [],
  );
}

test('each query, prepared against the empty schema, takes the parameters and gives the columns that it declares', async () => {
  await using database = await openDatabase(':memory:', 'READ_WRITE');
  const { connection } = database;
  await connection.run(readFileSync(new URL('../src/catalogue/steps/10-tables.sql', import.meta.url), 'utf8'));
  const queries = await everyQuery();
  assert.ok(queries.length >= 10, `only ${queries.length} queries were found`);
  for (const { name, sql, parameters, columns } of queries) {
    const prepared = await connection.prepare(sql);
    const names = Array.from({ length: prepared.parameterCount }, (_, place) => prepared.parameterName(place + 1));
    prepared.destroySync();
    assert.deepEqual(names.toSorted(), Object.keys(parameters).toSorted(), `${name}: parameters`);
    // The binder knows the columns once it knows the parameters: neutral values, on tables without a row.
    const neutral = { text: '', number: 0, texts: [], numbers: [] };
    const { values, types } = bind(
      parameters,
      Object.fromEntries(Object.entries(parameters).map(([key, kind]) => [key, neutral[kind]])),
    );
    const reader = await connection.runAndReadAll(sql, values, types);
    assert.deepEqual(reader.columnNames(), Object.keys(columns), `${name}: columns`);
    for (const [place, [column, { types: accepted }]] of Object.entries(columns).entries()) {
      const type = String(reader.columnType(place));
      assert.ok(accepted.includes(type), `${name}.${column} is ${type}, declared ${accepted.join(' or ')}`);
    }
  }
});

test('no value is pasted into SQL: the queries are constant text', () => {
  for (const file of files) assert.doesNotMatch(readFileSync(file, 'utf8'), /sql: `[^`]*\$\{/, file.pathname);
});
