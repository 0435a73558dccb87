/** Milliseconds of one answer. */
export interface Quantiles {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly mean: number;
}

export interface Timed {
  readonly name: string;
  readonly wall: Quantiles;
  /** Of the processor, collecting garbage included: on a shared machine it says more than the clock. */
  readonly processor: Quantiles;
}

export interface RecommendReport {
  readonly films: number;
  readonly seed: number;
  readonly baskets: number;
  readonly processor: string;
  /** Runnable processes of the last minute, before and after. */
  readonly load: readonly [number, number];
  readonly answers: readonly Timed[];
  readonly bytes: { readonly content: number; readonly collaborative: number; readonly all: number };
}

/** Nearest-rank quantiles: the smallest value that this share of the values does not exceed. NaN of nothing. */
export function quantiles(values: readonly number[]): Quantiles {
  const rising = values.toSorted((a, b) => a - b);
  const at = (share: number): number => rising[Math.max(0, Math.ceil(share * rising.length) - 1)] ?? Number.NaN;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), mean };
}

export function formatRecommendReport({
  films,
  seed,
  baskets,
  processor,
  load,
  answers,
  bytes,
}: RecommendReport): string {
  const megabytes = (size: number): string => `${(size / 1e6).toFixed(1)} MB`;
  return [
    `${films} films, ${baskets} baskets of 5, lists of 10 with reasons, one after the other in one thread, seed ${seed}. ${processor}, load ${load.map((one) => one.toFixed(1)).join(' before, ')} after.`,
    '',
    '| answered by | p50, ms | p95 | p99 | mean | p50, ms of processor | p95 | p99 | mean |',
    '|---|---|---|---|---|---|---|---|---|',
    ...answers.map(({ name, wall, processor: spent }) => `| ${name} | ${cells(wall)} | ${cells(spent)} |`),
    '',
    `Memory of the models: content ${megabytes(bytes.content)}, collaborative ${megabytes(bytes.collaborative)}, all with what joins them ${megabytes(bytes.all)}.`,
  ].join('\n');
}

const cells = ({ p50, p95, p99, mean }: Quantiles): string =>
  [p50, p95, p99, mean].map((one) => one.toFixed(2)).join(' | ');
