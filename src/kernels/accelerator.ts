import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { checkProduct, type MatMul, type MatMulJob } from './gemm.ts';
import { gemmModel } from './onnx-model.ts';

/** The part of onnxruntime-node that is used. It is no dependency of ours: its install script downloads (docs/decisions). */
interface Runtime {
  readonly InferenceSession: { create(model: Uint8Array, options: object): Promise<Session> };
  readonly Tensor: new (type: 'float32', data: Float32Array, sizes: readonly number[]) => object;
}

interface Session {
  run(inputs: Record<string, object>, outputs: Record<string, object>): Promise<unknown>;
  release(): Promise<void>;
}

export interface Accelerator extends AsyncDisposable {
  readonly name: string;
  /** Stands in for `gemm`, for instance in `spdInverse(pool, a, n, { multiply })`. One product at a time. */
  readonly multiply: MatMul;
}

/** Rows multiplied at a time where only the lower triangle is wanted: the fewer, the less is computed in vain above the diagonal. */
const stripRows = 512;

/**
 * Opens the matrix product of onnxruntime-node, where someone has installed it.
 * @param asked 'auto' uses it when it is there, 'onnx' insists, anything else is no; the environment's LANTERNE_ACCELERATOR by default
 * @param modules the folder `node_modules` that holds it; LANTERNE_ONNX, or where our own modules stand, by default
 * @returns undefined when it was not asked for, or is not there
 * @throws Error, a sentence, when 'onnx' was asked for and is not there
 */
export async function openAccelerator({
  asked = process.env['LANTERNE_ACCELERATOR'] ?? 'off',
  modules = process.env['LANTERNE_ONNX'],
  threads = 0,
}: {
  asked?: string | undefined;
  modules?: string | undefined;
  threads?: number | undefined;
} = {}): Promise<Accelerator | undefined> {
  if (asked !== 'onnx' && asked !== 'auto') return undefined;
  try {
    return accelerator(await loadRuntime(modules), threads);
  } catch (cause) {
    if (asked === 'auto') return undefined;
    throw new Error(
      'LANTERNE_ACCELERATOR asks for onnxruntime-node, which does not load. Install it (docs/decisions/004-optional-accelerator.md) or unset LANTERNE_ACCELERATOR.',
      { cause },
    );
  }
}

async function loadRuntime(modules: string | undefined): Promise<Runtime> {
  // A name that the type checker does not follow: the package is not there when the types are checked.
  const name: string = 'onnxruntime-node';
  const from = modules === undefined ? import.meta.url : pathToFileURL(`${modules}/`);
  const found: unknown = await import(pathToFileURL(createRequire(from).resolve(name)).href);
  if (!isRuntime(found)) throw new TypeError('onnxruntime-node has neither InferenceSession nor Tensor.');
  return found;
}

function isRuntime(value: unknown): value is Runtime {
  return typeof value === 'object' && value !== null && 'InferenceSession' in value && 'Tensor' in value;
}

function accelerator({ InferenceSession, Tensor }: Runtime, threads: number): Accelerator {
  const sessions = new Map<string, Promise<Session>>();
  const options = { intraOpNumThreads: threads, interOpNumThreads: 1, logSeverityLevel: 3 };
  const sessionFor = (transposeA: boolean, transposeB: boolean): Promise<Session> => {
    const key = `${transposeA} ${transposeB}`;
    const opened = sessions.get(key) ?? InferenceSession.create(gemmModel(transposeA, transposeB), options);
    sessions.set(key, opened);
    return opened;
  };
  return {
    name: 'onnxruntime-node',
    async multiply(_, job) {
      checkProduct(job);
      const { m, n, k, a, b, c, transposeA = false, transposeB = false, alpha = 1, beta = 0, lower = false } = job;
      const { lda = transposeA ? m : k, ldb = transposeB ? k : n, ldc = n } = job;
      const session = await sessionFor(transposeA, transposeB);
      const whole = !lower && alpha === 1 && beta === 0 && ldc === n;
      const product = whole ? c : new Float32Array(Math.min(m, lower ? stripRows : m) * n);
      for (let first = 0; first < m; first += stripRowsOf(job)) {
        const rows = Math.min(m - first, stripRowsOf(job));
        const columns = lower ? Math.min(n, first + rows) : n;
        const strip = product.subarray(0, rows * columns);
        if (k === 0) strip.fill(0);
        else if (columns > 0) {
          const left = transposeA
            ? dense(a.subarray(first), k, rows, lda)
            : dense(a.subarray(first * lda), rows, k, lda);
          const right = transposeB ? dense(b, columns, k, ldb) : dense(b, k, columns, ldb);
          await session.run(
            {
              A: new Tensor('float32', left, transposeA ? [k, rows] : [rows, k]),
              B: new Tensor('float32', right, transposeB ? [columns, k] : [k, columns]),
            },
            { Y: new Tensor('float32', strip, [rows, columns]) },
          );
        }
        if (!whole) accumulate(strip, rows, columns, c.subarray(first * ldc), ldc, alpha, beta);
      }
    },
    async [Symbol.asyncDispose]() {
      for (const session of sessions.values()) await (await session).release();
    },
  };
}

const stripRowsOf = ({ m, lower = false }: MatMulJob): number => (lower ? stripRows : Math.max(1, m));

/** The matrix without padding: a view where it has none, else a copy. */
function dense(array: Float32Array, rows: number, columns: number, ld: number): Float32Array {
  if (ld === columns) return array.subarray(0, rows * columns);
  const copy = new Float32Array(rows * columns);
  for (let r = 0; r < rows; r++) copy.set(array.subarray(r * ld, r * ld + columns), r * columns);
  return copy;
}

function accumulate(
  product: Float32Array,
  rows: number,
  columns: number,
  c: Float32Array,
  ldc: number,
  alpha: number,
  beta: number,
): void {
  for (let r = 0; r < rows; r++) {
    const from = r * columns;
    const to = r * ldc;
    // With beta 0 what C held is not read, not even NaN.
    if (beta === 0) for (let j = 0; j < columns; j++) c[to + j] = alpha * product[from + j]!;
    else for (let j = 0; j < columns; j++) c[to + j] = alpha * product[from + j]! + beta * c[to + j]!;
  }
}
