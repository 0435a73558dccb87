/** Seconds, and memory in MB (10^6 bytes). */
export type BuildRound = {
  readonly zcatSeconds: number;
  readonly buildSeconds: number;
  readonly ratio: number;
  readonly peakMB: number | null;
};

export type BuildFile = {
  readonly file: string;
  readonly rows: number;
  readonly gzMB: number;
  readonly textMB: number;
  /** median over the rounds */
  readonly zcatSeconds: number;
};

export type PandasRun = { readonly version: string; readonly seconds: number; readonly peakMB: number | null };

/** The result of the build benchmark: seconds and `ratio` are medians over the rounds, `peakMB` the largest of them. */
export type BuildReport = {
  readonly seed: number;
  readonly scale: number;
  readonly files: readonly BuildFile[];
  readonly rounds: readonly BuildRound[];
  readonly zcatSeconds: number;
  readonly buildSeconds: number;
  readonly ratio: number;
  readonly peakMB: number | null;
  readonly pandas: PandasRun | 'not installed';
};

const goalRatio = 1.5;
const goalMB = 1000;

/** The middle value; the mean of the two middle ones when their number is even. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}

/** The report as text: the files, then the rounds and their medians. */
export function formatBuildReport(report: BuildReport): string {
  const { files, rounds, pandas } = report;
  const sum = (of: (file: BuildFile) => number): number => files.reduce((total, file) => total + of(file), 0);
  const fileTable = table([
    ['file', 'rows', 'gz MB', 'text MB', 'zcat s'],
    ...files.map((f) => [f.file, whole(f.rows), fixed(f.gzMB), fixed(f.textMB), fixed(f.zcatSeconds, 2)]),
    [
      'all',
      whole(sum((f) => f.rows)),
      fixed(sum((f) => f.gzMB)),
      fixed(sum((f) => f.textMB)),
      fixed(report.zcatSeconds, 2),
    ],
  ]);
  const peer = pandas === 'not installed' ? null : pandas;
  const roundTable = table([
    ['round', 'zcat s', 'build s', 'build / zcat', 'peak MB'],
    ...rounds.map((round, k) => [String(k + 1), ...timings(round)]),
    ['median', ...timings(report)],
    ['goal', '', '', `<= ${goalRatio}`, `<= ${goalMB}`],
    peer === null
      ? ['pandas', '', 'not installed', '', '']
      : [
          `pandas ${peer.version}`,
          '',
          fixed(peer.seconds, 2),
          fixed(peer.seconds / report.zcatSeconds, 2),
          memory(peer.peakMB),
        ],
  ]);
  return `build, scale ${report.scale}, seed ${report.seed}, ${rounds.length} rounds\n\n${fileTable}\n\n${roundTable}\n`;
}

const timings = ({ zcatSeconds, buildSeconds, ratio, peakMB }: BuildRound): string[] => [
  fixed(zcatSeconds, 2),
  fixed(buildSeconds, 2),
  fixed(ratio, 2),
  memory(peakMB),
];

const fixed = (value: number, digits = 1): string => value.toFixed(digits);
const whole = (value: number): string => value.toLocaleString('en');
const memory = (value: number | null): string => (value === null ? 'not measured' : fixed(value, 0));

/** The first column to the left, the others to the right. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const pad = (cell: string, column: number): string =>
    column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0);
  return rows.map((row) => row.map(pad).join('  ').trimEnd()).join('\n');
}
