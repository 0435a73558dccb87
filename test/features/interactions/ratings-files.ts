import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { LanterneError, type ErrorCode } from '#errors.ts';
import type { Interactions } from '#features/interactions/interactions.ts';
import type { Csr } from '#kernels/csr.ts';

export interface Scratch extends Disposable {
  readonly path: string;
  /** Writes a file, compressed when its name ends in .gz; returns its path. */
  write(name: string, content: string | Buffer): string;
}

export function scratch(): Scratch {
  const path = mkdtempSync(join(tmpdir(), 'lanterne-ratings-'));
  return {
    path,
    write(name, content) {
      const file = join(path, name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, name.endsWith('.gz') ? gzipSync(content) : content);
      return file;
    },
    [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }),
  };
}

/** The films of each viewer, by name. */
export function byName(films: readonly string[], matrix: Csr): string[][] {
  return Array.from({ length: matrix.rows }, (_, row) =>
    [...matrix.indices.subarray(matrix.indptr[row], matrix.indptr[row + 1])].map((film) => films[film] ?? '?'),
  );
}

export function counts({ rejected }: Interactions): Record<string, number> {
  return Object.fromEntries(rejected.map(({ reason, count }) => [reason, count]));
}

/** The fault of a work that must fail with this code, in one sentence with every value filled in. */
export async function refused(code: ErrorCode, work: () => Promise<unknown>): Promise<LanterneError> {
  try {
    await work();
  } catch (error) {
    assert.ok(error instanceof LanterneError, String(error));
    assert.equal(error.code, code, error.message);
    assert.doesNotMatch(error.message, /\{\w+\}|\n/);
    return error;
  }
  throw new assert.AssertionError({ message: `${code} was expected` });
}
