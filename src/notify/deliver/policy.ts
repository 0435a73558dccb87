/** How patient the delivery is. */
export interface Policy {
  /** The longest wait after the first failure; each further failure multiplies it. */
  readonly first: Temporal.Duration;
  readonly factor: number;
  readonly longest: Temporal.Duration;
  readonly mostAttempts: number;
  /** Failures in a row of one server that open its circuit, and for how long at first and at most. */
  readonly failuresToOpen: number;
  readonly openFirst: Temporal.Duration;
  readonly openLongest: Temporal.Duration;
}

export const usualPolicy: Policy = {
  first: Temporal.Duration.from({ minutes: 1 }),
  factor: 3,
  longest: Temporal.Duration.from({ hours: 6 }),
  mostAttempts: 8,
  failuresToOpen: 5,
  openFirst: Temporal.Duration.from({ minutes: 1 }),
  openLongest: Temporal.Duration.from({ minutes: 30 }),
};

/**
 * When to try again after so many tries: exponential back-off with full jitter (M. Brooker, “Exponential Backoff and Jitter”, AWS, 2015), so that letters
 * which failed together do not come back together; not before what the server asked.
 * @param attempts those made, this one included
 * @param random uniform in [0, 1)
 */
export function retryAt(
  now: Temporal.Instant,
  attempts: number,
  random: number,
  { first, factor, longest }: Policy,
  after = 0,
): Temporal.Instant {
  const most = Math.min(
    longest.total('milliseconds'),
    first.total('milliseconds') * factor ** Math.max(0, attempts - 1),
  );
  return now.add({ milliseconds: Math.max(Math.round(random * most), Math.round(after * 1000)) });
}

/** Until when a server is left alone after so many failures in a row; null: not yet. */
export function openUntil(
  now: Temporal.Instant,
  failures: number,
  { failuresToOpen, openFirst, openLongest }: Policy,
): Temporal.Instant | null {
  if (failures < failuresToOpen) return null;
  const wait = openFirst.total('milliseconds') * 2 ** (failures - failuresToOpen);
  return now.add({ milliseconds: Math.round(Math.min(wait, openLongest.total('milliseconds'))) });
}
