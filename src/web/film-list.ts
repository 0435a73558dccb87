import type { RecommendedList } from '#lanterne.ts';
import { isUsual, usualView } from '#web/list-view.ts';
import type { Site } from '#web/site.ts';
import { startFilms } from '#web/start-films.ts';
import type { TasteUrl } from '#web/taste-url.ts';
import { wishesOf } from '#web/view-wishes.ts';
import { keptOf, withKept } from '#web/with-kept.ts';

interface ListAsked {
  readonly top: number;
  /** Whether a film that the reader liked is in the catalogue. */
  readonly started: boolean;
  /** The seed of an exploration slot; none unless told. */
  readonly explore?: number | undefined;
}

/**
 * The films of a page for the taste and the view of its address, and what the visitor keeps. Who has liked nothing yet sees what is seen in the place; where that is not
 * known, well-known films: of all times, or those that answer the view.
 */
export async function filmList(
  site: Pick<Site, 'lanterne' | 'visitor'>,
  taste: TasteUrl,
  { top, started, explore }: ListAsked,
): Promise<Pick<RecommendedList, 'films' | 'basis' | 'loosen' | 'nationalityBy'>> {
  const { lanterne, visitor } = site;
  const view = taste.view ?? usualView;
  if (!started)
    return lanterne.recommend(withKept(taste, visitor), {
      top,
      ...wishesOf(view),
      ...(explore === undefined ? {} : { explore }),
    });
  const away = [...taste.seen, ...keptOf(visitor)];
  if (isUsual(view) && lanterne.localTaste === null)
    return { films: await startFilms(lanterne, { ...taste, seen: away }, top), basis: 'start', loosen: [] };
  return lanterne.recommend({ liked: [], disliked: [], seen: [...away, ...taste.not] }, { top, ...wishesOf(view) });
}
