import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Csr } from '#kernels/csr.ts';
import { gemm } from '#kernels/gemm.ts';
import { gram } from '#kernels/gram.ts';
import type { Pool } from '#kernels/pool.ts';
import { seededRandom } from '#kernels/random.ts';
import { spdInverse } from '#kernels/spd-inverse.ts';

/** Wall seconds, and the seconds of all processors together: on a shared machine the second says more. */
export interface Timing {
  readonly seconds: number;
  readonly cpuSeconds: number;
}

export interface KernelMeasure {
  readonly task: 'gemm' | 'inverse' | 'gram';
  /** Rows of the square matrix; films of the Gram matrix. */
  readonly n: number;
  /** Operations that the task takes at least: 2·n³, n³, or the sum over the viewers of the square of their likes. */
  readonly operations: number;
  readonly ours: Timing;
  /** max |A·P - I| on 8 columns, for the inverse. */
  readonly residual?: number;
  /** The peer's timings by name, its residual, and for the Gram matrix its sum; null when NumPy and SciPy are not installed. */
  readonly peer: Readonly<Record<string, Timing | number>> | null;
}

/** Has the peer do a task; null when it is not installed. */
export type Ask = (task: string, argument: string) => Record<string, Timing | number> | null;

const rank = 256;
const checked = 8;

/** The fastest of four products of two n x n matrices. */
export async function measureGemm(pool: Pool, n: number, random: () => number): Promise<Timing> {
  const [a, b, c] = [pool.floats(n * n), pool.floats(n * n), pool.floats(n * n)];
  for (const array of [a, b]) fill(array, random);
  const timing = await fastest(4, () => gemm(pool, { m: n, n, k: n, a, b, c }));
  for (const array of [a, b, c]) pool.free(array);
  return timing;
}

/** One inverse, the fastest of three for small sizes, of a matrix of rank 256 plus 20 on the diagonal. */
export async function measureInverse(
  pool: Pool,
  n: number,
  random: () => number,
): Promise<{ ours: Timing; residual: number }> {
  const [half, matrix, inverse] = [pool.floats(n * rank), pool.floats(n * n), pool.floats(n * n)];
  fill(half, random);
  await gemm(pool, { m: n, n, k: rank, a: half, b: half, transposeB: true, c: matrix });
  for (let i = 0; i < n; i++) matrix[i * n + i] = (matrix[i * n + i] ?? 0) + 20;
  inverse.set(matrix);
  let ours = await timed(() => spdInverse(pool, inverse, n));
  for (let round = 1; round < (n <= 2000 ? 3 : 1); round++) {
    inverse.set(matrix);
    const again = await timed(() => spdInverse(pool, inverse, n));
    if (again.seconds < ours.seconds) ours = again;
  }
  const residual = largestResidual(matrix, inverse, n);
  for (const array of [half, matrix, inverse]) pool.free(array);
  return { ours, residual };
}

function largestResidual(matrix: Float32Array, inverse: Float32Array, n: number): number {
  let most = 0;
  for (let column = 0; column < checked; column++) {
    // The inverse is symmetric: its row is its column.
    const j = column * Math.floor(n / checked);
    for (let i = 0; i < n; i++) {
      let sum = i === j ? -1 : 0;
      for (let k = 0; k < n; k++) sum += (matrix[i * n + k] ?? 0) * (inverse[j * n + k] ?? 0);
      most = Math.max(most, Math.abs(sum));
    }
  }
  return most;
}

/** One weighted Gram matrix; the peer reads the same sparse matrix, and both results must have the same sum. */
export async function measureGram(
  pool: Pool,
  { matrix, weights }: { matrix: Csr; weights: Float32Array },
  ask: Ask,
): Promise<KernelMeasure> {
  const folder = mkdtempSync(join(tmpdir(), 'lanterne-gram-'));
  try {
    writeFileSync(join(folder, 'indptr.i32'), matrix.indptr);
    writeFileSync(join(folder, 'indices.i32'), matrix.indices);
    writeFileSync(join(folder, 'weights.f32'), weights);
    let found = pool.floats(0);
    const ours = await timed(async () => void (found = await gram(pool, matrix, weights)));
    const peer = ask('gram', folder);
    const sum = found.reduce((total, value) => total + value, 0);
    if (peer !== null && Math.abs(Number(peer['sum']) / sum - 1) > 1e-4)
      throw new Error(`The Gram matrices differ: they sum to ${sum} and ${String(peer['sum'])}.`);
    let operations = 0;
    for (let r = 0; r < matrix.rows; r++) operations += ((matrix.indptr[r + 1] ?? 0) - (matrix.indptr[r] ?? 0)) ** 2;
    return { task: 'gram', n: matrix.columns, operations, ours, peer };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Viewers x films, likes by rank of fame (1 / (rank + 20)) and viewers of very different appetite: about 100 likes each. */
export function generatedLikes(viewers: number, films: number, seed: number): { matrix: Csr; weights: Float32Array } {
  const random = seededRandom(seed);
  const indptr = new Int32Array(viewers + 1);
  const indices: number[] = [];
  const weights = new Float32Array(viewers);
  for (let viewer = 0; viewer < viewers; viewer++) {
    const liked = new Set<number>();
    const draws = Math.floor(20 / (0.05 + random()));
    for (let draw = 0; draw < 2 * draws; draw++)
      liked.add(Math.min(films - 1, Math.floor(20 * ((films / 20 + 1) ** random() - 1))));
    indices.push(...[...liked].toSorted((a, b) => a - b));
    indptr[viewer + 1] = indices.length;
    weights[viewer] = liked.size ** -0.5;
  }
  const matrix = {
    rows: viewers,
    columns: films,
    indptr,
    indices: Int32Array.from(indices),
    values: new Float32Array(indices.length).fill(1),
  };
  return { matrix, weights };
}

async function fastest(rounds: number, work: () => Promise<unknown>): Promise<Timing> {
  let best = await timed(work);
  for (let round = 1; round < rounds; round++) {
    const again = await timed(work);
    if (again.seconds < best.seconds) best = again;
  }
  return best;
}

async function timed(work: () => Promise<unknown>): Promise<Timing> {
  const [cpu, wall] = [process.cpuUsage(), performance.now()];
  await work();
  const { user, system } = process.cpuUsage(cpu);
  return { seconds: (performance.now() - wall) / 1e3, cpuSeconds: (user + system) / 1e6 };
}

function fill(array: Float32Array, random: () => number): void {
  for (let at = 0; at < array.length; at++) array[at] = 2 * random() - 1;
}
