import { asFilmId, type CustomerId, type FilmId } from '#brand.ts';
import { filmTold } from '#alerts/place.ts';
import type { Lanterne } from '#lanterne.ts';
import { subscriptionOf } from '#notify/match/desk.ts';
import type { AlertMessage, FilmFits } from '#notify/match/types.ts';
import type { PersonToMatch } from '#state/people-to-match.ts';

/** A liked film is named as a reason when it made at least this share of the score. */
const leastReason = 0.1;
const mostReasons = 2;

/** How the films of the programme suit people: asked of the engine for those alone who will be told by their taste. */
export async function fitsOf(
  lanterne: Lanterne,
  people: readonly PersonToMatch[],
  films: readonly FilmId[],
  kinds: readonly AlertMessage[],
): Promise<ReadonlyMap<CustomerId, ReadonlyMap<FilmId, FilmFits>>> {
  const byTaste = new Set(kinds.filter((kind) => kind !== 'wish').map(subscriptionOf));
  const fits = new Map<CustomerId, ReadonlyMap<FilmId, FilmFits>>();
  if (films.length === 0) return fits;
  for (const { id, confirmed, taste, subscriptions, language } of people) {
    if (confirmed === null || taste.liked.length === 0 || !subscriptions.some(({ kind }) => byTaste.has(kind)))
      continue;
    const known = new Map<FilmId, FilmFits>();
    for (const { card, share, fits: suits, reasons } of await lanterne.fits(taste, films)) {
      const film = asFilmId(card.id);
      if (film === null || !suits) continue;
      const liked = reasons
        .filter((reason) => reason.share >= leastReason)
        .slice(0, mostReasons)
        .flatMap((reason) => {
          const why = asFilmId(reason.card.id);
          return why === null ? [] : [filmTold(reason.card, why, language)];
        });
      known.set(film, { fits: suits, share, liked });
    }
    fits.set(id, known);
  }
  return fits;
}
