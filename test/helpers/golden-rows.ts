import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { DuckDBInstance, type DuckDBConnection, type Json } from '@duckdb/node-api';
import { referenceDay, referenceFolder, skipWithoutReference } from './reference-catalogue.ts';

/**
 * The golden values of a script of bench/oracle, which reads the raw files without our catalogue: to be called inside a suite. Gives the rows of each value
 * by its name.
 */
export function goldenRows(script: string): (name: string) => Promise<Record<string, Json>[]> {
  const written = readFileSync(join(import.meta.dirname, '../../bench/oracle', script), 'utf8');
  const [setup = '', ...parts] = written.split(/^-- golden: /m);
  const golden = new Map(parts.map((part) => [part.slice(0, part.indexOf('\n')), part.slice(part.indexOf('\n'))]));
  let connection: DuckDBConnection | null = null;
  before(async () => {
    if (skipWithoutReference) return;
    connection = await (await DuckDBInstance.create(':memory:', { threads: '2' })).connect();
    await connection.run(`SET VARIABLE folder = '${referenceFolder.replaceAll("'", "''")}'`);
    await connection.run(`SET VARIABLE this_year = ${referenceDay.slice(0, 4)}`);
    await connection.run(setup);
  });
  after(() => connection?.closeSync());
  return async (name) => {
    const sql = golden.get(name);
    assert.ok(sql !== undefined && connection !== null, `no golden ${name}`);
    const rows = (await connection.runAndReadAll(sql)).getRowObjectsJson();
    assert.ok(rows.length > 0);
    return rows;
  };
}
