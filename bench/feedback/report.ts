import type { Summary } from '#evaluate/summary.ts';
import type { FeedbackOptions, FeedbackRow } from '../feedback.ts';
import type { Tau } from './mixture.ts';

/** The results as two Markdown tables under a line that says what was run: each tau, then what validation chose and what the gate says of it. */
export function feedbackTables(
  rows: readonly FeedbackRow[],
  { taus, worlds, k, seed, difference }: FeedbackOptions,
): string {
  return [
    `Own feedback, nDCG@10 of unseen own visitors, basket ${k}, ${worlds} worlds, difference ${difference}, seed ${seed}`,
    '',
    ...table(
      ['own visitors', ...taus.map(name)],
      rows.map((row) => [String(row.own), ...row.fixed.map(cell)]),
    ),
    '',
    ...table(
      [
        'own visitors',
        'tau by validation',
        'taus chosen',
        'minus public only, 95 %',
        'public viewers',
        'gate',
        'gate, public margin .1',
        'best that the gate passes',
        'its taus',
      ],
      rows.map((row) => [
        String(row.own),
        cell(row.chosen),
        counted(row.taus),
        row.gain.map(signed).join(' to '),
        signed(row.publicCost),
        ...row.replaced.map((count) => `${count} of ${worlds}`),
        cell(row.passing),
        counted(row.passingTaus),
      ]),
    ),
  ].join('\n');
}

const table = (head: readonly string[], body: readonly (readonly string[])[]): string[] =>
  [head, head.map(() => '---'), ...body].map((cells) => `| ${cells.join(' | ')} |`);
const name = (tau: Tau): string => (tau === 'public' ? 'public only' : tau === 0 ? 'own only' : `tau ${tau}`);
const cell = ({ mean, error }: Summary): string => `${mean.toFixed(3)} ±${error.toFixed(3)}`;
const signed = (value: number): string => `${value < 0 ? '-' : '+'}${Math.abs(value).toFixed(3)}`;

/** "0.1 x5, 0.03 x3", the commonest first. */
function counted(taus: readonly Tau[]): string {
  const counts = new Map<Tau, number>();
  for (const tau of taus) counts.set(tau, (counts.get(tau) ?? 0) + 1);
  return [...counts]
    .toSorted(([, a], [, b]) => b - a)
    .map(([tau, count]) => `${tau} x${count}`)
    .join(', ');
}
