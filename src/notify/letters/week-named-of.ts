import { weekNamed, type Week } from '#calendar/week.ts';

/** The week of a name that the state holds, whenever it is. @throws WEEK_INVALID */
export const weekNamedOf = (name: string): Week =>
  weekNamed(name, { now: Temporal.Instant.from('9999-01-01T00:00:00Z'), days: 4_000_000 });
