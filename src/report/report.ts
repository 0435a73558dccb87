import type { Advice } from '#advice/advise.ts';
import type { RankedNiche } from '#advice/rank.ts';
import type { Counted } from '#report/few.ts';
import type { ShareLiked } from '#report/received.ts';
import type { SeasonLine } from '#report/season.ts';
import type { Week } from '#calendar/week.ts';
import type { MarketBook } from '#market/types.ts';
import type { Bilingual } from '#words/speech.ts';

/** A film as the report names it. */
export interface ReportFilm {
  readonly id: string;
  readonly title: Bilingual;
  readonly year: number | null;
  /** Minutes. */
  readonly runtime: number | null;
  readonly directors: readonly string[];
}

/** A count of this week beside the week before. */
export interface Beside {
  readonly now: Counted;
  readonly before: Counted;
}

/** What the people of the site did; nothing in it is of fewer than five people. */
export interface PeopleOfWeek {
  readonly kept: Beside;
  readonly liked: Beside;
  readonly wanted: Beside;
  /** Groups are erased a week after they were made: the week before is never known whole, and of a week that is over only what still stands. */
  readonly groups: Counted | { readonly kind: 'erased' };
  readonly mostWanted: readonly { readonly film: ReportFilm; readonly people: number }[];
  readonly mostLiked: readonly { readonly film: ReportFilm; readonly people: number }[];
  /** “I would come”: who said it, and up to three films that reached the threshold of the house. */
  readonly wishes: {
    readonly made: Counted;
    readonly threshold: number;
    readonly passed: readonly { readonly film: ReportFilm; readonly people: number }[];
  };
  readonly received: ShareLiked | 'few' | 'nobody';
  /** Whether anybody ever kept a film here, up to the end of the week. */
  readonly begun: boolean;
}

export interface Idea {
  readonly niche: RankedNiche;
  readonly advice: Advice;
  /** Three films of it, or fewer when there are no more. */
  readonly films: readonly (ReportFilm & { readonly rating: number | null; readonly votes: number | null })[];
  /** How many films there were to choose from, at most; and of how many niches. */
  readonly niches: number;
}

/** What the report would say more of, if it knew. */
export type Missing = 'programme' | 'memory' | 'ratings' | 'imports' | 'months' | 'niches' | 'figures' | 'groups';

/** One week of one cinema, in no language yet. */
export interface Report {
  readonly cinema: string;
  readonly week: Week;
  /** Whole days counted, 0 to 7: of a week that is not over, up to last midnight, so that nobody can be told by asking again. */
  readonly days: number;
  readonly madeAt: Temporal.Instant;
  /** Null: the site keeps nothing. */
  readonly people: PeopleOfWeek | null;
  readonly season: SeasonLine | null;
  readonly idea: Idea | null;
  /** The book that the figure of the week is told from. */
  readonly book: MarketBook;
  readonly missing: readonly Missing[];
  readonly sources: readonly string[];
  readonly catalogueDate: string;
}
