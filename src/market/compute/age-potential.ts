import { peopleBetween } from '#market/compute/people-between.ts';
import type { AgeBand } from '#market/types.ts';

/** How people of some ages go to the cinema in the whole country. */
export interface AgeHabit {
  readonly from: number;
  readonly to: number | null;
  /** Share of them who go at least once a year, 0 to 1. */
  readonly penetration: number;
  /** Entries a year of each who goes. */
  readonly frequency: number;
}

export interface AgePotential {
  /** Entries a year if people of each age went as people of their age go in the country. */
  readonly entries: number;
  /** The same, if nobody of `unsure` ages went at all. */
  readonly low: number;
  /** Everybody, of all ages. */
  readonly people: number;
  readonly lines: readonly (AgeHabit & {
    readonly people: number;
    readonly viewers: number;
    readonly entries: number;
  })[];
}

/**
 * Attendance potential by age standardisation: direct standardisation on the ages of a place.
 *
 *     P = Σ_a people(a) × penetration(a) × entries per viewer(a)
 *
 * The national habits are published for broad ages: the last one (50 and over) hides that the oldest go much less. P is therefore an upper
 * bound where the oldest are many, and `low` leaves out those of `unsure` years and over: the truth lies between.
 * Method: Fleiss, Levin & Paik, Statistical Methods for Rates and Proportions (2003), chapter 19.
 *
 * @param unsure the age from which the habits are not known apart
 * @returns entries a year, not rounded
 */
export function agePotential(
  bands: readonly AgeBand[],
  habits: readonly AgeHabit[],
  { unsure = 75 }: { readonly unsure?: number } = {},
): AgePotential {
  const lines = habits.map((habit) => {
    const people = peopleBetween(bands, habit.from, habit.to);
    const viewers = people * habit.penetration;
    return { ...habit, people, viewers, entries: viewers * habit.frequency };
  });
  const oldest = habits.find(({ to }) => to === null);
  const entries = sum(lines.map((line) => line.entries));
  const hidden =
    oldest === undefined || oldest.from > unsure
      ? 0
      : peopleBetween(bands, unsure, null) * oldest.penetration * oldest.frequency;
  return { entries, low: entries - hidden, people: peopleBetween(bands, 0, null), lines };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
