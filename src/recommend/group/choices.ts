import { average } from '#recommend/group/average.ts';
import { leastMisery } from '#recommend/group/least-misery.ts';
import { carried, parts, type Turns } from '#recommend/group/weights.ts';

export const choiceKinds = ['best-for-all', 'nobody-unhappy', 'whose-turn'] as const;
export type ChoiceKind = (typeof choiceKinds)[number];

/** What each film is to one member: `relevance` 0 to 1 and `standing` 0 to 1 (relevance.ts). */
export interface MemberView {
  readonly relevance: Float32Array;
  readonly standing: Float32Array;
}

/** One film for the evening; null when no film may bear that label. `turn` is the member whose turn it is, null for the other labels. */
export interface Choice {
  readonly kind: ChoiceKind;
  readonly film: number | null;
  readonly turn: number | null;
}

/**
 * The lowest standing that “nobody unhappy” accepts: the first fifth of each member's own ranking. Below it a film is liked no more often
 * than one taken at random (P5 validation viewers, k = 5).
 */
export const acceptedStanding = 0.8;

/**
 * Three choices for one evening.
 * - best for all: the highest mean relevance;
 * - nobody unhappy: of the films that stand below the veto for nobody, the one that brings most to whom it brings least, so there may be none; often
 *   the best for all itself, and then said of the same film: another would leave somebody worse off than the best for all does;
 * - whose turn: another film when there is one, for the member who has received least for their weight (or, all equal, whom the best for all serves least) their best film
 *   among those that the others accept, or among all when they accept none.
 * @param candidates films that nobody has refused or seen
 * @param tie one a film: settles equals, higher first
 */
export function threeChoices(
  members: readonly MemberView[],
  candidates: Iterable<number>,
  { veto = acceptedStanding, tie, weights, received }: Turns & { veto?: number; tie?: ArrayLike<number> } = {},
): Choice[] {
  const films = [...candidates];
  const settled = { top: 1, ...(tie === undefined ? {} : { tie }) };
  const relevance = members.map((member) => member.relevance);
  const standing = members.map((member) => member.standing);
  const [best = null] = average(relevance, films, { ...settled, ...(weights === undefined ? {} : { weights }) });
  const suiting = films.filter((film) => standing.every((values) => (values[film] ?? 0) >= veto));
  const [other = null] = leastMisery(relevance, suiting, settled);
  const turn =
    films.length === 0
      ? null
      : whoseTurn(relevance, best, {
          ...(weights === undefined ? {} : { weights }),
          ...(received === undefined ? {} : { received }),
        });
  const theirs = standing.filter((_, member) => member === turn);
  const accepted = films.filter((film) =>
    standing.every((values, member) => member === turn || (values[film] ?? 0) >= veto),
  );
  const last = firstOf(accepted.length > 0 ? accepted : films, [best, other], (left) => average(theirs, left, settled));
  return [
    { kind: 'best-for-all', film: best, turn: null },
    { kind: 'nobody-unhappy', film: other, turn: null },
    { kind: 'whose-turn', film: last, turn },
  ];
}

/** The first film of a method, other than those already taken when there is another. */
function firstOf(
  films: readonly number[],
  taken: readonly (number | null)[],
  method: (left: readonly number[]) => number[],
): number | null {
  const [fresh] = method(films.filter((film) => !taken.includes(film)));
  return fresh ?? method(films)[0] ?? null;
}

/** The member who has received least for their weight; then whom the film serves least; then the first named. */
function whoseTurn(relevance: readonly Float32Array[], film: number | null, { weights, received }: Turns): number {
  const part = parts(relevance.length, weights);
  const owed = carried(relevance.length, received).map((value, member) => value / (part[member] ?? 1));
  const served = relevance.map((values) => values[film ?? -1] ?? 0);
  return [...relevance.keys()].reduce(
    (turn, member) =>
      ((owed[member] ?? 0) - (owed[turn] ?? 0) || (served[member] ?? 0) - (served[turn] ?? 0)) < 0 ? member : turn,
    0,
  );
}
