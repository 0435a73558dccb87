import type { Summary } from '#evaluate/summary.ts';

/** A figure with its standard error and the number of rows behind it; `behind`: the 95 % interval of ours minus this, on the same rows. */
export interface Figure extends Summary {
  readonly behind?: readonly [number, number];
}

export interface ReportRow {
  readonly system: string;
  readonly figures: Readonly<Record<string, Figure>>;
}

export interface ReportTable {
  readonly caption: string;
  /** The columns, by key of `metricTitles`. */
  readonly metrics: readonly string[];
  readonly rows: readonly ReportRow[];
}

/** What one protocol measured on one set: a section of docs/results.md. */
export interface Report {
  readonly protocol: string;
  /** Names the section of docs/results.md; `P1 ml-1m`. */
  readonly key: string;
  readonly title: string;
  /** What prints it, without the program's name. */
  readonly command: string;
  readonly notes: readonly string[];
  readonly tables: readonly ReportTable[];
  /** A protocol with figures of another shape writes its own tables, and gives what they hold. */
  readonly text?: string;
  readonly data?: unknown;
}

/** The heading and the number of decimals of each metric. */
export const metricTitles: Readonly<Record<string, readonly [string, number]>> = {
  ndcg10: ['nDCG@10', 4],
  tail10: ['tail nDCG@10', 4],
  coverage10: ['coverage@10', 3],
  popularity10: ['mean popularity@10', 0],
  gini10: ['Gini', 3],
  recall20: ['Recall@20', 4],
  recall50: ['Recall@50', 4],
  ndcg100: ['nDCG@100', 4],
};

/** A report as a section of Markdown. A cell is the figure ± its standard error, then in brackets the interval of ours minus it. */
export function reportMarkdown({ title, command, notes, tables, text }: Report): string {
  return [
    `## ${title}`,
    `\`./bin/lanterne ${command}\``,
    ...notes,
    ...tables.map(tableMarkdown),
    ...(text === undefined ? [] : [text]),
  ].join('\n\n');
}

function tableMarkdown({ caption, metrics, rows }: ReportTable): string {
  const heads = metrics.map((metric) => metricTitles[metric]?.[0] ?? metric);
  return [
    `| ${caption} | ${heads.join(' | ')} |`,
    `|---|${heads.map(() => '---|').join('')}`,
    ...rows.map(
      ({ system, figures }) => `| ${system} | ${metrics.map((metric) => cell(metric, figures[metric])).join(' | ')} |`,
    ),
  ].join('\n');
}

function cell(metric: string, figure: Figure | undefined): string {
  if (figure === undefined) return '-';
  const digits = metricTitles[metric]?.[1] ?? 4;
  const { mean, error, behind } = figure;
  const signed = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(digits)}`;
  const interval = behind === undefined ? '' : ` [${signed(behind[0])}, ${signed(behind[1])}]`;
  return `${mean.toFixed(digits)} ±${error.toFixed(digits)}${interval}`;
}
