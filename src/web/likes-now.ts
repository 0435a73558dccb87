import { everyLike, type NamelessLike } from '#state/liked-films.ts';
import type { State } from '#state/open-state.ts';

/** What people like changes little in ten minutes, and the advice is worked out anew for each new reading. */
const keptMilliseconds = 600_000;
const read = new WeakMap<State, { readonly at: number; readonly likes: Promise<readonly NamelessLike[]> }>();
const none: readonly NamelessLike[] = [];

/** What the people of the site like, without saying who; none when the memory fails: the advice does without. */
export function likesNow(state: State | null, now = Date.now): Promise<readonly NamelessLike[]> {
  if (state === null) return Promise.resolve(none);
  const known = read.get(state);
  if (known !== undefined && now() - known.at < keptMilliseconds) return known.likes;
  const likes = everyLike(state.db).catch(() => none);
  read.set(state, { at: now(), likes });
  return likes;
}
