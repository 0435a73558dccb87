import { onGrid } from '#recommend/group/relevance.ts';

/** What the members bring to the choice besides their tastes: one number a member each. */
export interface Turns {
  /** How much each counts, > 0; all the same unless told. */
  readonly weights?: readonly number[];
  /** The relevance that each received at past evenings, >= 0; nothing unless told. */
  readonly received?: readonly number[];
}

/** Each member's part of the whole; the parts sum to 1. */
export function parts(members: number, weights: readonly number[] = []): number[] {
  const whole = Array.from({ length: members }, (_, member) => onGrid(weights[member] ?? 1));
  const sum = whole.reduce((total, weight) => total + weight, 0);
  return whole.map((weight) => (sum > 0 ? weight / sum : 1 / members));
}

/** What each member received before, on the grid. */
export const carried = (members: number, received: readonly number[] = []): number[] =>
  Array.from({ length: members }, (_, member) => onGrid(received[member] ?? 0));

/** The nearest multiple of 2^-32: terms so rounded add up to the same sum in any order. */
export const onFineGrid = (value: number): number => Math.round(value * 4_294_967_296) / 4_294_967_296;
