const week = 7 * 24;

/**
 * How many messages more may be due at a moment, so that no seven days hold more than `most`. Those that are already decided for later count
 * too, since a window that ends later holds both.
 * @param told when each message was, or is, due
 */
export function roomAt(due: Temporal.Instant, told: readonly Temporal.Instant[], most: number): number {
  const since = due.subtract({ hours: week });
  return Math.max(0, most - told.filter((moment) => Temporal.Instant.compare(moment, since) > 0).length);
}
