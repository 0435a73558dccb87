import { compareTeams, creditTeams, type Comparison } from '#evaluate/interleave.ts';
import { estimateOffPolicy, type LoggedRow, type OffPolicyEstimates } from '#evaluate/off-policy.ts';
import { summarise, type Summary } from '#evaluate/summary.ts';
import { lastOpinions, type FeedbackRow, type Team } from '#recommend/feedback-log.ts';

/** What a visitor had named when a list was made for them, and how many films it showed. */
export interface ListAsked {
  readonly liked: readonly string[];
  readonly disliked: readonly string[];
  readonly top: number;
}

export interface FeedbackFigures {
  readonly lists: number;
  readonly shown: number;
  readonly actions: Readonly<Record<FeedbackRow['action'], number>>;
  /** Rewards a film of the lists of one model: 1 when it was liked, or wished for and not disliked since. */
  readonly earned: { readonly explored: Summary; readonly others: Summary };
  /** What the films that `listFor` gives would have earned in the same places; null without it, or without such a list. */
  readonly judged: OffPolicyEstimates | null;
  /** Which of two interleaved models the visitors prefer, read as the log grows; null when no list was interleaved. */
  readonly interleaving: Comparison | null;
}

/**
 * The figures of a log of feedback. Lists of two interleaved models are compared; all others say what was earned, and by inverse propensities
 * (estimateOffPolicy) what another way of choosing would have earned.
 * @param listFor the films that it would show, best first, for what a visitor had named
 */
export function judgeFeedback(
  rows: readonly FeedbackRow[],
  listFor?: (asked: ListAsked) => readonly string[],
): FeedbackFigures {
  const opinions = lastOpinions(rows, { wishes: true });
  const rewarded = ({ list, film }: FeedbackRow): boolean =>
    ['liked', 'wished'].includes(opinions.get(list)?.get(film)?.action ?? '');
  const lists = Map.groupBy(rows, ({ list }) => list);
  const actions = { shown: 0, liked: 0, disliked: 0, seen: 0, wished: 0 };
  for (const { action } of rows) actions[action]++;
  const logged: LoggedRow[] = [];
  const earned = { explored: new Array<number>(), others: new Array<number>() };
  const credits: Record<Team, number>[] = [];
  let shown = 0;
  for (const [list, all] of lists) {
    const films = new Map(
      all.filter(({ action, position }) => action === 'shown' && position > 0).map((row) => [row.film, row]),
    );
    shown += films.size;
    const teams = [...films.values()].flatMap((row) => (row.team === null ? [] : [{ ...row, team: row.team }]));
    if (teams.length > 0) {
      const numbered = teams.map(({ team }, film) => ({ film, team }));
      credits.push(creditTeams(numbered, new Set(teams.flatMap((row, film) => (rewarded(row) ? [film] : [])))));
      continue;
    }
    const top = Math.max(0, ...[...films.values()].map(({ position }) => position));
    const named = (action: FeedbackRow['action']): string[] => [
      ...new Set(all.filter((row) => row.position === 0 && row.action === action).map(({ film }) => film)),
    ];
    const wanted = top === 0 ? [] : (listFor?.({ liked: named('liked'), disliked: named('disliked'), top }) ?? []);
    for (const row of films.values()) {
      const reward = Number(rewarded(row));
      earned[row.explored ? 'explored' : 'others'].push(reward);
      const target = Number(wanted[row.position - 1] === row.film);
      logged.push({ propensity: row.propensity, reward, target, list });
    }
  }
  return {
    lists: lists.size,
    shown,
    actions,
    earned: { explored: summarise(earned.explored), others: summarise(earned.others) },
    judged: listFor === undefined || logged.length === 0 ? null : estimateOffPolicy(logged),
    interleaving: credits.length === 0 ? null : compareTeams(credits, { peeking: true }),
  };
}
