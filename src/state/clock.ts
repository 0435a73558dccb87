/** What time it is, for those who write it down; a test gives its own. */
export interface Clock {
  readonly now?: Temporal.Instant;
}

/** UTC to the millisecond, always 24 characters. */
export const momentOf = (now: Temporal.Instant): string => now.toString({ smallestUnit: 'millisecond' });

/** UTC, to the hour: as fine as the feedback log is. */
export const hourOf = (now: Temporal.Instant): string => `${momentOf(now).slice(0, 13)}:00:00Z`;

/** UTC, to the day: as fine as a visit is. */
export const dayOf = (now: Temporal.Instant): string => momentOf(now).slice(0, 10);

export const daysBefore = (now: Temporal.Instant, days: number): Temporal.Instant => now.subtract({ hours: 24 * days });

/** When the day of an instant began, UTC: what is counted until then does not tell the last visitor from the others. */
export const startOfDay = (now: Temporal.Instant): Temporal.Instant => Temporal.Instant.from(`${dayOf(now)}T00:00:00Z`);
