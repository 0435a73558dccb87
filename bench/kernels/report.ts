import type { Timing } from './measure.ts';
import type { KernelsReport } from './run.ts';

/** The report as a Markdown table: a line for each peer, its time over ours (above 1: we are faster), by the clock and by processor time. */
export function formatKernelsReport({ threads, fused, seed, measures }: KernelsReport): string {
  const lines = [
    `${threads} threads, ${fused ? 'fused multiply-add' : 'no fused multiply-add'}, seed ${seed}.`,
    '',
    '| task | n | ours, s | GFLOP/s | GFLOP/s a processor | max abs(AP-I) | peer | peer, s | peer / ours | in processor time |',
    '|---|---|---|---|---|---|---|---|---|---|',
  ];
  for (const { task, n, operations, ours, residual, peer } of measures) {
    const own = [
      task,
      n,
      seconds(ours),
      (operations / ours.seconds / 1e9).toFixed(1),
      (operations / ours.cpuSeconds / 1e9).toFixed(1),
    ];
    const accuracy = residual === undefined ? '' : residual.toExponential(1);
    const runs = Object.entries(peer ?? {}).flatMap(([name, run]) =>
      typeof run === 'number' ? [] : [[name, run] as const],
    );
    if (runs.length === 0) lines.push(row([...own, accuracy, 'NumPy and SciPy not installed', '', '', '']));
    for (const [name, run] of runs) {
      lines.push(
        row([
          ...own,
          accuracy,
          name,
          seconds(run),
          (run.seconds / ours.seconds).toFixed(2),
          (run.cpuSeconds / ours.cpuSeconds).toFixed(2),
        ]),
      );
    }
  }
  return lines.join('\n');
}

const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
const seconds = (timing: Timing): string => timing.seconds.toFixed(3);
