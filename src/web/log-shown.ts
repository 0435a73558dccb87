import { randomUUID } from 'node:crypto';
import { asFilmId } from '#brand.ts';
import type { RecommendedFilm } from '#lanterne.ts';
import { appendEvents, type ListEvent } from '#state/events.ts';
import { tellFailing } from '#web/memory.ts';
import type { Site } from '#web/site.ts';

/**
 * Writes in the feedback log that a list was shown to a visitor who keeps films here: each film with its place and how likely that was, and the
 * films named before it (place 0). Anonymous readers are not logged. A log that fails keeps nobody from their list.
 * @returns the list's identifier, drawn for it alone; undefined when nothing was written
 */
export async function logShown(
  { state, visitor, lanterne }: Pick<Site, 'state' | 'visitor' | 'lanterne'>,
  films: readonly RecommendedFilm[],
  liked: readonly string[],
): Promise<string | undefined> {
  if (state === null || visitor === null) return undefined;
  const row = { list: randomUUID(), model: lanterne.model, team: null };
  const named = liked.flatMap((id): ListEvent[] => {
    const film = asFilmId(id);
    return film === null ? [] : [{ ...row, film, position: 0, propensity: 1, explored: false, action: 'liked' }];
  });
  const shown = films.flatMap(({ card, placed }): ListEvent[] => {
    const film = asFilmId(card.id);
    return film === null || placed === undefined ? [] : [{ ...row, ...placed, film, action: 'shown' }];
  });
  try {
    await appendEvents(state.db, visitor.id, [...named, ...shown]);
    return row.list;
  } catch (error) {
    tellFailing(error);
    return undefined;
  }
}
