import { createHash } from 'node:crypto';
import { asCustomerId, asFilmId, asShowingId, type CustomerId, type FilmId, type ShowingId } from '#brand.ts';
import { dayInParis, weekAfter, weekOf } from '#calendar/week.ts';
import type { AlertMessage } from '#notify/match/types.ts';
import type { FilmAtCinema, Payload, ShowingTold, Why } from '#notify/payload.ts';
import { houseZone } from '#calendar/zone.ts';
import { momentOf } from '#state/clock.ts';

/** A message about films, cinemas and villages that do not exist, in the week after a moment: to see what letters look like. */
export function samplePayload(kind: AlertMessage, now: Temporal.Instant): Payload {
  const week = weekAfter(weekOf(dayInParis(now)));
  const at = (days: number, hour: number, minute = 0): string =>
    momentOf(
      week.first.add({ days }).toZonedDateTime({ timeZone: houseZone, plainTime: { hour, minute } }).toInstant(),
    );
  const on = momentOf(now.subtract({ hours: 24 * 20 }));
  const lux = { venueId: 'le-lux', venue: 'Le Lux', commune: 'Hautbourg', away: 5 };
  const star = { venueId: 'l-etoile', venue: 'L’Étoile', commune: 'Valbruyère', away: 22 };
  const lanterns = film('Les Lampions d’octobre', 2026, { kind: 'wished', on }, [
    { ...lux, starts: at(0, 20, 30), version: 'vf', features: ['sme'] },
    { ...lux, starts: at(3, 15), version: 'vf', features: ['ad', 'relaxed'] },
    { ...star, starts: at(2, 20, 30), version: 'vf', features: [], suits: true },
  ]);
  const railcar = film(
    'La Dernière Micheline',
    2025,
    { kind: 'taste', liked: [{ id: sampleFilm('liked'), title: 'Le Facteur de Pierrefolle', year: 1998 }] },
    [
      { ...star, starts: at(1, 18), version: 'vost', features: [] },
      { ...star, starts: at(4, 17), version: 'vf', features: ['debate'] },
    ],
  );
  const summer = film('Un été sans horloge', 2026, { kind: 'to-watch', on }, [
    { ...lux, starts: at(5, 14, 30), version: 'vf', features: [] },
  ]);
  if (kind === 'wish') return { kind, film: lanterns };
  return { kind, week: week.name, films: kind === 'digest' ? [lanterns, summer, railcar] : [railcar] };
}

/** Whose links a sample carries: nobody’s. */
export const sampleCustomer = (): CustomerId | null => asCustomerId(keyOf('nobody'));

function film(title: string, year: number, why: Why, showings: readonly Omit<ShowingTold, 'id'>[]): FilmAtCinema {
  return {
    film: { id: sampleFilm(title), title, year },
    why,
    showings: showings
      .flatMap((one) => {
        const id = sampleShowing(`${title} ${one.starts}`);
        return id === null ? [] : [{ ...one, id }];
      })
      .toSorted((a, b) => (a.starts < b.starts ? -1 : 1)),
  };
}

const keyOf = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 22);
const sampleShowing = (text: string): ShowingId | null => asShowingId(keyOf(text));
const sampleFilm = (title: string): FilmId | null =>
  asFilmId(
    `tt99${String(Number.parseInt(createHash('sha256').update(title).digest('hex').slice(0, 6), 16)).padStart(8, '0')}`,
  );
