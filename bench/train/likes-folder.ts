import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Csr } from '#kernels/csr.ts';
import { bucketNames } from '#models/collaborative/buckets.ts';
import type { Parameters } from '#models/collaborative/parameters.ts';

/** What both sides train on: the likes as raw arrays, and what each bucket asks for. */
export interface LikesFolder {
  readonly likes: Csr;
  /** Weights kept a film. */
  readonly keep: number;
  /** The rows of the weights that both sides write out, to be compared. */
  readonly shown: readonly number[];
}

const shape = z.object({
  viewers: z.number(),
  films: z.number(),
  keep: z.number(),
  shown: z.array(z.number()),
});

/** Writes indptr.i32, indices.i32 and problem.json. */
export function writeLikes(folder: string, { likes, keep, shown }: LikesFolder, parameters: Parameters): void {
  writeFileSync(join(folder, 'indptr.i32'), likes.indptr);
  writeFileSync(join(folder, 'indices.i32'), likes.indices);
  const buckets = bucketNames.map((name) => ({
    name,
    viewerExponent: parameters[name].viewerExponent,
    ...parameters[name].teach,
  }));
  const problem = { viewers: likes.rows, films: likes.columns, keep, shown, buckets };
  writeFileSync(join(folder, 'problem.json'), JSON.stringify(problem));
}

/** Reads what `writeLikes` wrote. */
export function readLikesFolder(folder: string): LikesFolder {
  const { viewers, films, ...rest } = shape.parse(JSON.parse(readFileSync(join(folder, 'problem.json'), 'utf8')));
  const indices = readIntegers(join(folder, 'indices.i32'));
  const likes = {
    rows: viewers,
    columns: films,
    indptr: readIntegers(join(folder, 'indptr.i32')),
    indices,
    values: new Float32Array(indices.length).fill(1),
  };
  return { likes, ...rest };
}

function readIntegers(path: string): Int32Array {
  const bytes = readFileSync(path);
  return new Int32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
}
