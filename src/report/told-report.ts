import type { SpokenLanguage } from '#words/speech.ts';

/** A film of a list: its title, what helps to know it, and of how many people. */
export interface ToldFilm {
  readonly id: string;
  readonly title: string;
  /** “Francis Veber, 1998, 1 h 20” */
  readonly detail: string;
  /** “7 personnes”, “7,9 sur 10, 22 570 votes”; null when there is nothing to count. */
  readonly count: string | null;
  /** The number of people alone, for a column that says what it counts. */
  readonly people: string;
}

/** A large number with its name, its N, and how it was the week before. */
export interface ToldCount {
  readonly name: string;
  /** “12”, or “trop peu” in small. */
  readonly value: string;
  readonly isNumber: boolean;
  /** “de 6 personnes”; '' when there is nothing to say. */
  readonly of: string;
  readonly before: string;
}

export interface ToldList {
  readonly title: string;
  /** What the column of numbers counts; '' when there is none. */
  readonly counted: string;
  readonly films: readonly ToldFilm[];
  /** In the place of films when there are none. */
  readonly empty: string;
}

/** A share and its interval, 0 to 1. */
export interface ToldShare {
  readonly share: number;
  readonly low: number;
  readonly high: number;
  /** “31 %” */
  readonly text: string;
}

export interface ToldMonth {
  /** One letter, a few, and whole. */
  readonly letter: string;
  readonly short: string;
  readonly name: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly label: string;
  readonly now: boolean;
  readonly next: boolean;
}

export interface ToldSource {
  readonly text: string;
  readonly url: string | null;
}

/** The report in one language: every sentence and every number as it is read, on the page, on paper, in a letter, in a terminal. */
export interface ToldReport {
  readonly language: SpokenLanguage;
  readonly cinema: string;
  /** Its name in addresses, “2026-W46”; and as a person says it, “semaine 46”. */
  readonly week: string;
  readonly weekSaid: string;
  /** “Rapport de la semaine” */
  readonly kicker: string;
  /** “Du 11 au 17 novembre 2026” */
  readonly title: string;
  readonly lead: readonly string[];
  readonly counts: { readonly title: string; readonly items: readonly ToldCount[]; readonly note: string } | null;
  readonly lists: { readonly title: string; readonly lists: readonly ToldList[] } | null;
  readonly received: {
    readonly title: string;
    readonly share: ToldShare | null;
    readonly text: string;
    readonly note: string;
  } | null;
  readonly season: {
    readonly title: string;
    readonly text: string;
    readonly months: readonly ToldMonth[];
    readonly chart: string;
    readonly source: readonly ToldSource[];
  } | null;
  readonly idea: {
    readonly title: string;
    readonly name: string;
    readonly reasons: readonly string[];
    readonly holds: string;
    readonly against: { readonly title: string; readonly text: string };
    readonly films: readonly ToldFilm[];
    readonly filmsTitle: string;
  } | null;
  readonly figure: {
    readonly title: string;
    readonly big: string;
    readonly text: string;
    /** “officiel”, “presse”, “estimation”. */
    readonly mark: string;
    readonly sourceTitle: string;
    readonly source: readonly ToldSource[];
  } | null;
  readonly missing: { readonly title: string; readonly items: readonly string[] };
  /** How it was counted, and what is owed to the sources. */
  readonly foot: readonly string[];
  readonly madeOn: string;
}
