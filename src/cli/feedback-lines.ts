import type { FeedbackFigures } from '#evaluate/judge-feedback.ts';
import type { Estimate } from '#evaluate/off-policy.ts';
import type { Summary } from '#evaluate/summary.ts';

interface Told extends FeedbackFigures {
  readonly refused: Readonly<Record<string, number>>;
  readonly stored: { readonly name: string; readonly visitors: number; readonly liked: number } | null;
}

/** The figures of a log of feedback, a sentence each. */
export function feedbackLines({
  lists,
  shown,
  actions,
  earned,
  judged,
  interleaving,
  refused,
  stored,
}: Told): string[] {
  const { liked, disliked, wished, seen } = actions;
  return [
    `${lists} lists, ${shown} films shown; ${liked} likes, ${disliked} dislikes, ${wished} wishes, ${seen} seen.`,
    ...Object.entries(refused).map(([reason, count]) => `${count} lines refused: ${reason}.`),
    ...(earned.others.n + earned.explored.n === 0
      ? []
      : [
          `Liked or wished, a film shown: ${mean(earned.others)} in the ranking, ${mean(earned.explored)} in explored places.`,
        ]),
    ...(judged === null
      ? []
      : [
          `The model in service, without exploring: ${interval(judged.ips)} by IPS${judged.snips === null ? '' : `, ${interval(judged.snips)} by SNIPS`}.`,
          `  ${judged.lists} lists, ${judged.rows} films; mean weight ${judged.meanWeight.toFixed(2)}, as good as ${Math.round(judged.effectiveRows)} films of its own${judged.meanWeight < 0.5 || judged.meanWeight > 2 ? ': the log is of other lists, believe neither' : ''}.`,
        ]),
    ...(interleaving === null
      ? []
      : [
          `Interleaved: a wins ${interleaving.test.wins}, b ${interleaving.test.losses}, ${interleaving.ties} ties of ${interleaving.sessions} lists; ${interleaving.better === null ? 'no difference shown' : `${interleaving.better} is better`} (p ${interleaving.test.anytimeP.toFixed(3)}, however often it is looked at).`,
        ]),
    ...(stored === null
      ? []
      : [
          `Stored as “${stored.name}”: ${stored.liked} likes of ${stored.visitors} own visitors. \`lanterne train\` learns from them.`,
        ]),
  ];
}

const mean = ({ mean: value, error, n }: Summary): string =>
  n === 0 ? 'nothing to say' : `${value.toFixed(4)} (± ${error.toFixed(4)}, ${n} films)`;
const interval = ({ value, low, high }: Estimate): string =>
  `${value.toFixed(4)} (95 %: ${low.toFixed(4)} to ${high.toFixed(4)})`;
