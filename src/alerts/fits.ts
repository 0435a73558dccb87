import { setImmediate } from 'node:timers/promises';
import { asFilmId, type CustomerId, type FilmId } from '#brand.ts';
import { filmTold } from '#alerts/place.ts';
import type { FilmFit, Lanterne } from '#lanterne.ts';
import { subscriptionOf } from '#notify/match/desk.ts';
import type { AlertMessage, FilmFits } from '#notify/match/types.ts';
import type { PersonToMatch } from '#state/people-to-match.ts';

/** A liked film is named as a reason when it made at least this share of the score. */
const leastReason = 0.1;
const mostReasons = 2;
/** Between two breaths. */
const tastesAtOnce = 25;

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
  const asked = people.filter(
    ({ confirmed, taste, subscriptions }) =>
      confirmed !== null && taste.liked.length > 0 && subscriptions.some(({ kind }) => byTaste.has(kind)),
  );
  for (let start = 0; start < asked.length; start += tastesAtOnce) {
    const some = asked.slice(start, start + tastesAtOnce);
    const told = await lanterne.fitsOfMany(
      some.map(({ taste }) => taste),
      films,
    );
    for (const [at, { id, language }] of some.entries()) fits.set(id, fitting(told[at] ?? [], language));
    await setImmediate(); // pages are answered meanwhile
  }
  return fits;
}

function fitting(told: readonly FilmFit[], language: 'fr' | 'en'): ReadonlyMap<FilmId, FilmFits> {
  return new Map(
    told.flatMap(({ card, share, fits, reasons }): [FilmId, FilmFits][] => {
      const film = asFilmId(card.id);
      if (film === null || !fits) return [];
      const liked = reasons
        .filter((reason) => reason.share >= leastReason)
        .slice(0, mostReasons)
        .flatMap((reason) => {
          const why = asFilmId(reason.card.id);
          return why === null ? [] : [filmTold(reason.card, why, language)];
        });
      return [[film, { fits, share, liked }]];
    }),
  );
}
