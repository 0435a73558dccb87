import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildCatalogue, type BuildOptions } from '#catalogue/build.ts';
import { LanterneError, type ErrorCode } from '#errors.ts';
import { copyWorld, now, scratch } from './tiny-world.ts';

/** A built catalogue, and a copy of its sources to damage. */
export interface Bench extends Disposable {
  readonly data: string;
  readonly imdb: string;
  readonly tmdb: string;
  /** Builds again, expects to be refused with this code and one sentence, and the catalogue that stood before to stand untouched. */
  refused(code: ErrorCode, options?: Partial<BuildOptions>): Promise<LanterneError>;
}

export async function bench(): Promise<Bench> {
  const folder = scratch();
  const { imdb, tmdb } = copyWorld(folder.path);
  const data = join(folder.path, 'data');
  await buildCatalogue(data, { imdb, tmdb, now });
  const before = readFileSync(join(data, 'catalogue.duckdb'));
  return {
    data,
    imdb,
    tmdb,
    async refused(code, options = {}) {
      const error = await refusal(data, { imdb, tmdb, ...options });
      assert.equal(error.code, code, error.message);
      assert.equal(error.exit, 3);
      assert.match(error.message, /^[^\n]+\.$/, 'one line');
      assert.doesNotMatch(error.message, /\{\w+\}/, 'every value is filled in');
      assert.deepEqual(readdirSync(data), ['catalogue.duckdb'], 'nothing is left behind');
      assert.ok(readFileSync(join(data, 'catalogue.duckdb')).equals(before), 'the old catalogue is untouched');
      return error;
    },
    [Symbol.dispose]: () => folder[Symbol.dispose](),
  };
}

/** The error of a build that must fail with one of ours. */
export async function refusal(data: string, options: BuildOptions): Promise<LanterneError> {
  try {
    await buildCatalogue(data, { now, ...options });
  } catch (error) {
    if (error instanceof LanterneError) return error;
    throw error;
  }
  throw new assert.AssertionError({ message: 'the build passed' });
}
