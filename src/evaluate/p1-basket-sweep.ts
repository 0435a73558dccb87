import { topK } from '#kernels/top-k.ts';
import { coverage } from '#evaluate/coverage.ts';
import { exposure, gini } from '#evaluate/gini.ts';
import { jackknifeError } from '#evaluate/jackknife.ts';
import { ndcg } from '#evaluate/ndcg.ts';
import type { Scorer } from '#evaluate/scorer.ts';
import { recall } from '#evaluate/recall.ts';
import { pairedInterval, summarise } from '#evaluate/summary.ts';
import type { Question, SweepWorld } from '#evaluate/sweep-world.ts';
import type { Figure, ReportRow, ReportTable } from '#evaluate/report.ts';
import type { Shot } from '#evaluate/viewers.ts';

/** The films that a system answers with, best first, without those of the basket: of all films, and of those outside the head. */
export interface Ranked {
  readonly top: ArrayLike<number>;
  readonly tail: ArrayLike<number>;
}

/** A system's answer to the n-th shot of a question. */
export type Rank = (question: Question, at: number) => Ranked;

/** What one system did on one question: per-viewer values in the order of the shots (NaN where the viewer does not count), and its lists of ten. */
export interface Measured {
  readonly system: string;
  readonly values: Readonly<Record<ViewerMetric, Float64Array>>;
  readonly lists: readonly Int32Array[];
}

const viewerMetrics = ['ndcg10', 'tail10', 'popularity10', 'recall20', 'recall50', 'ndcg100'] as const;
type ViewerMetric = (typeof viewerMetrics)[number];

/** Ranks by the scores of a scorer: ties go to the lower film; basket films, and those that are no candidates, are never returned. */
export function rankByScores(scorer: Scorer, { films, head, candidates }: SweepWorld): Rank {
  const scores = new Float32Array(films.length);
  return ({ shots, depth }, at) => {
    const basket = shots[at]?.basket ?? [];
    scorer.score(basket, scores);
    for (const film of basket) scores[film] = -Infinity;
    if (candidates !== undefined)
      for (const [film, may] of candidates.entries()) if (may === 0) scores[film] = -Infinity;
    const top = topK(scores, depth);
    for (const [film, inHead] of head.entries()) if (inHead === 1) scores[film] = -Infinity;
    return { top, tail: topK(scores, 10) };
  };
}

/** Asks a system every shot of a question. */
export function measure(system: string, rank: Rank, question: Question, world: SweepWorld): Measured {
  const { shots } = question;
  const values: Record<ViewerMetric, Float64Array> = {
    ndcg10: new Float64Array(shots.length),
    tail10: new Float64Array(shots.length),
    popularity10: new Float64Array(shots.length),
    recall20: new Float64Array(shots.length),
    recall50: new Float64Array(shots.length),
    ndcg100: new Float64Array(shots.length),
  };
  const lists = shots.map((shot, at) => {
    const ranked = rank(question, at);
    const judged = judge(ranked, shot, question.depth, world);
    for (const metric of viewerMetrics) values[metric][at] = judged[metric];
    return Int32Array.from(ranked.top).subarray(0, 10);
  });
  return { system, values, lists };
}

/** The figures of one answer. */
export function judge(
  { top, tail }: Ranked,
  { targets }: Pick<Shot, 'targets'>,
  depth: number,
  { head, tailTargets, popularity }: Pick<SweepWorld, 'head' | 'tailTargets' | 'popularity'>,
): Record<ViewerMetric, number> {
  const rare = new Set([...targets].filter((film) => head[film] !== 1));
  const ten = Array.from(top).slice(0, 10);
  const deep = depth >= 100;
  return {
    ndcg10: ndcg(top, targets, 10),
    tail10: rare.size >= tailTargets ? ndcg(tail, rare, 10) : Number.NaN,
    popularity10: ten.reduce((sum, film) => sum + (popularity[film] ?? 0), 0) / Math.max(1, ten.length),
    recall20: deep ? recall(top, targets, 20) : Number.NaN,
    recall50: deep ? recall(top, targets, 50) : Number.NaN,
    ndcg100: deep ? ndcg(top, targets, 100) : Number.NaN,
  };
}

/** One table a question: a row a system, in the order given; each figure with its error, and the first system's lead over it when that is ours. */
export function sweepTable(
  question: Question,
  measured: readonly Measured[],
  { films, candidates }: Pick<SweepWorld, 'films' | 'candidates'>,
  { ours, seed }: { ours: string | undefined; seed: number },
): ReportTable {
  const reference = measured.find(({ system }) => system === ours);
  const viewers = question.shots.length;
  const all = [...films.keys()].filter((film) => candidates === undefined || candidates[film] === 1);
  const recommendable = new Set(all);
  const shares = {
    coverage10: (lists: readonly Int32Array[]) => coverage(lists, recommendable),
    gini10: (lists: readonly Int32Array[]) => {
      const shown = exposure(lists, films.length);
      return gini(all.map((film) => shown[film] ?? 0));
    },
  };
  const row = (one: Measured): ReportRow => {
    const rival = reference === one ? undefined : reference;
    const figures: Record<string, Figure> = {};
    for (const metric of viewerMetrics) {
      const figure = viewerFigure(one.values[metric], rival?.values[metric], seed);
      if (figure.n > 0) figures[metric] = figure;
    }
    for (const [metric, of] of Object.entries(shares))
      figures[metric] = listFigure(viewers, of, one.lists, rival?.lists);
    return { system: one.system, figures };
  };
  return {
    caption: `k = ${question.label}, ${viewers} viewers`,
    metrics: question.depth === 100 ? [...shortMetrics, ...deepMetrics] : shortMetrics,
    rows: measured.map(row),
  };
}

const shortMetrics = ['ndcg10', 'tail10', 'coverage10', 'popularity10', 'gini10'];
const deepMetrics = ['recall20', 'recall50', 'ndcg100'];

/** Mean and error over the viewers who count, and the interval of the reference minus it. */
export function viewerFigure(values: Float64Array, reference: Float64Array | undefined, seed: number): Figure {
  const rows = [...values.keys()].filter((row) => !Number.isNaN(values[row]));
  const own = rows.map((row) => values[row] ?? 0);
  const summary = summarise(own);
  if (reference === undefined || own.length === 0) return summary;
  return {
    ...summary,
    behind: pairedInterval(
      rows.map((row) => reference[row] ?? 0),
      own,
      { seed },
    ),
  };
}

/** A figure of all the lists together; its error, and that of the difference, by the jackknife over viewers. */
function listFigure(
  viewers: number,
  of: (lists: readonly Int32Array[]) => number,
  lists: readonly Int32Array[],
  reference: readonly Int32Array[] | undefined,
): Figure {
  const kept = (from: readonly Int32Array[], keep: (row: number) => boolean): number =>
    of(from.filter((_, row) => keep(row)));
  const figure = { mean: of(lists), error: jackknifeError(viewers, (keep) => kept(lists, keep)), n: viewers };
  if (reference === undefined) return figure;
  const lead = of(reference) - figure.mean;
  const error = jackknifeError(viewers, (keep) => kept(reference, keep) - kept(lists, keep));
  return { ...figure, behind: [lead - 1.96 * error, lead + 1.96 * error] };
}
