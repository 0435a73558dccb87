import type { ChildRun } from './run-child.ts';

export interface TrainReport {
  readonly set: string;
  readonly viewers: number;
  readonly films: number;
  readonly likes: number;
  readonly seed: number;
  readonly threads: number;
  readonly processor: string;
  /** Other jobs on the machine before and after, as the mean number of runnable processes in a minute. */
  readonly load: readonly [number, number];
  /** Of each system, the runs in the order made. */
  readonly systems: readonly { readonly name: string; readonly runs: readonly ChildRun[] }[];
  /** Of each bucket, the largest difference between our weights and NumPy's on a sample of rows, and the largest weight; none without NumPy. */
  readonly differences: readonly { readonly bucket: string; readonly difference: number; readonly largest: number }[];
  /** One run of iALS each, when asked for. */
  readonly ials: readonly { readonly name: string; readonly seconds: number; readonly cpuSeconds: number }[];
}

/** The run of median time: the lower of the middle two. */
export function medianRun(runs: readonly ChildRun[]): ChildRun | undefined {
  return runs.toSorted((a, b) => a.seconds - b.seconds)[Math.floor((runs.length - 1) / 2)];
}

/** As text: a line a step, a column of seconds by the clock and one by processor a system; then the totals and their ratios to ours. */
export function formatTrainReport(report: TrainReport): string {
  const { set, viewers, films, likes, seed, threads, processor, load, systems, differences, ials } = report;
  const medians = systems.flatMap(({ name, runs }) => {
    const run = medianRun(runs);
    return run === undefined ? [] : [{ name, run, rounds: runs.length }];
  });
  const [ours] = medians;
  const lines = [
    `${set}: ${viewers} viewers, ${films} films, ${likes} likes, seed ${seed}. ${threads} threads, ${processor}, load ${load.map((one) => one.toFixed(1)).join(' before, ')} after; medians of ${ours?.rounds ?? 0}.`,
    '',
    `| step | ${medians.map(({ name }) => `${name}, s | of processors`).join(' | ')} |`,
    `|---|${'---|---|'.repeat(medians.length)}`,
  ];
  for (const { step } of ours?.run.steps ?? []) {
    const cells = medians.map(({ run }) => {
      const found = run.steps.find((one) => one.step === step);
      return found === undefined ? ' | ' : `${found.seconds.toFixed(1)} | ${found.cpuSeconds.toFixed(1)}`;
    });
    lines.push(`| ${step} | ${cells.join(' | ')} |`);
  }
  const cells = (of: (run: ChildRun) => string): string => medians.map(({ run }) => of(run)).join(' | ');
  lines.push(
    `| all | ${cells((run) => `${run.seconds.toFixed(1)} | ${run.cpuSeconds.toFixed(1)}`)} |`,
    `| over ours | ${cells((run) => `${ratio(run.seconds, ours?.run.seconds)} | ${ratio(run.cpuSeconds, ours?.run.cpuSeconds)}`)} |`,
    `| peak memory, MB | ${cells((run) => `${run.peakMB.toFixed(0)} | `)} |`,
  );
  for (const { name, seconds, cpuSeconds } of ials)
    lines.push(
      '',
      `${name}: ${seconds.toFixed(1)} s, ${cpuSeconds.toFixed(1)} s of processors; over our five matrices: ${ratio(seconds, ours?.run.seconds)}, ${ratio(cpuSeconds, ours?.run.cpuSeconds)}.`,
    );
  if (differences.length > 0)
    lines.push(
      '',
      `Largest difference from NumPy's weights on a sample of rows (a weight is kept as a 32 767th of its row's largest): ${differences.map(({ bucket, difference, largest }) => `${bucket}: ${difference.toExponential(1)} of ${largest.toFixed(2)}`).join('; ')}.`,
    );
  return lines.join('\n');
}

const ratio = (a: number, b = Number.NaN): string => (a / b).toFixed(2);
