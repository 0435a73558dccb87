import { setTimeout as passed } from 'node:timers/promises';

/** Resolves once the clock is a millisecond further: what came before and what comes after then have an order, as people's doings do. */
export async function nextMoment(): Promise<void> {
  const now = Date.now();
  while (Date.now() === now) await passed(1);
}
