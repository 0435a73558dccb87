import { join } from 'node:path';
import { movieLensLikes } from '#evaluate/movielens.ts';
import { trainingMatrix } from '#evaluate/p3-content.ts';
import type { Scorer } from '#evaluate/scorer.ts';
import { evaluateGroups, type P5Choice, type P5Options, type P5Row } from '#evaluate/p5-groups.ts';
import type { Likes } from '#evaluate/viewers.ts';
import { ours } from './ours.ts';

export interface GroupBenchOptions extends Pick<P5Options, 'part' | 'seed' | 'basket' | 'scale' | 'sizes' | 'groups'> {
  /** Makes the one scorer of the run from the likes of the training viewers; ours unless told. */
  readonly scorer?: (likes: Likes, films: number) => Scorer;
}

/** P5 on MovieLens 1M, every film that its links name: no catalogue is needed. */
export async function groupBench(
  reference: string,
  { scorer, ...options }: GroupBenchOptions,
): Promise<{ rows: P5Row[]; choices: P5Choice[]; scorer: string }> {
  const folder = join(reference, 'ratings', 'ml-1m');
  const ids = new Set<string>();
  await movieLensLikes(folder, (id) => void ids.add(id));
  const sorted = [...ids].toSorted();
  const dense = new Map(sorted.map((id, film) => [id, film]));
  const likes = await movieLensLikes(folder, (id) => dense.get(id));
  const made = scorer?.(likes, sorted.length) ?? (await ours(trainingMatrix({ likes }, sorted.length), sorted));
  return { ...evaluateGroups(made, { films: sorted.length, likes, ...options }), scorer: made.name };
}

/** The results as two Markdown tables. */
export function groupTables({ rows, choices }: { rows: readonly P5Row[]; choices: readonly P5Choice[] }): string {
  return [
    '| groups | of | method | N | AR avg | AR min | avg against average | min against average | nDCG avg | nDCG min |',
    '|---|---|---|---|---|---|---|---|---|---|',
    ...rows.map(
      (row) =>
        `| ${row.kind} | ${row.size} | ${row.method} | ${row.arMean.n} | ${cell(row.arMean)} | ${cell(row.arMin)} | ${change(row.meanChange)} | ${change(row.minChange)} | ${cell(row.ndcgMean)} | ${cell(row.ndcgMin)} |`,
    ),
    '',
    '| groups | of | choice | offered | share, mean | share, worst-off | members who like it | lowest standing |',
    '|---|---|---|---|---|---|---|---|',
    ...choices.map(
      (row) =>
        `| ${row.kind} | ${row.size} | ${row.choice} | ${(row.offered * 100).toFixed(1)} % | ${cell(row.shareMean)} | ${cell(row.shareMin)} | ${cell(row.liked)} | ${row.lowestStanding.toFixed(3)} |`,
    ),
  ].join('\n');
}

const cell = ({ mean, error }: P5Row['arMean']): string => `${mean.toFixed(3)} ±${error.toFixed(3)}`;
const percent = (value: number): string => `${value >= 0 ? '+' : ''}${(value * 100).toFixed(1)} %`;
const change = ([value, low, high]: P5Row['meanChange']): string =>
  `${percent(value)} (${percent(low)} to ${percent(high)})`;
