import type { Context } from 'hono';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { fault } from '#errors.ts';
import type { State } from '#state/open-state.ts';
import { countRefusal } from '#state/refusals.ts';
import { addressOf } from '#web/guards.ts';

/** So many letters may be asked for from one network address, in both languages together: a hall full of people who sign up, not a program. */
const most = 30;
const seconds = 600;
const limiters = new WeakMap<State, RateLimiterMemory>();

/** Refuses, and counts, who asks for too many letters. Kept in memory: no network address is written down. @throws TOO_MANY_REQUESTS */
export async function limitSignUps(context: Context, state: State, proxied: boolean): Promise<void> {
  const limiter = limiters.get(state) ?? new RateLimiterMemory({ points: most, duration: seconds });
  limiters.set(state, limiter);
  const refused = await limiter.consume(addressOf(context, proxied)).then(
    () => null,
    (reason: unknown) => reason,
  );
  if (refused === null) return;
  if (refused instanceof Error) throw refused;
  await countRefusal(state.db, 'sign-ups-from-one-address');
  throw fault('TOO_MANY_REQUESTS', { seconds });
}
