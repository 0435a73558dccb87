import { createHash } from 'node:crypto';
import { asFilmId, asShowingId, asVenueId, type FilmId, type ShowingId, type VenueId } from '#brand.ts';
import { dayInParis, weekOf } from '#calendar/week.ts';
import { momentOf } from '#state/clock.ts';
import type { Db } from '#state/schema.ts';
import { putShowing, type Showing } from '#state/showings.ts';
import { plainVenue } from './plain-programme.ts';
import { putVenue, type Venue } from '#state/venues.ts';
import { plainShowing } from './plain-programme.ts';

/** Halls of our own making, in real communes. */
export const seededVenues: readonly Venue[] = [
  venueOf('salle-des-tilleuls', {
    name: 'Salle des Tilleuls',
    commune: '23096',
    address: '4 allée des Tilleuls',
    latitude: 46.171,
    longitude: 1.872,
    seats: 182,
    equipment: ['wheelchair', 'hearing-loop', 'audio-description', 'parking'],
    website: 'https://tilleuls.example/',
  }),
  venueOf('l-eclipse', { name: 'L’Éclipse', commune: '23176', seats: 94, equipment: ['wheelchair'] }),
  venueOf('circuit-de-l-ecluse', { name: 'Circuit de l’Écluse', commune: '23004', kind: 'travelling' }),
];

const titles: readonly (readonly [id: string | null, title: string, version: Showing['version']])[] = [
  ['tt0119038', 'Le Dîner de cons', 'vf'],
  ['tt0060474', 'La Grande Vadrouille', 'vf'],
  ['tt8267604', 'Capharnaüm', 'vost'],
  ['tt3612616', 'Mommy', 'vf'],
  ['tt0116282', 'Fargo', 'vost'],
  ['tt0058450', 'Les Parapluies de Cherbourg', 'vf'],
  ['tt0211915', 'Le Fabuleux Destin d’Amélie Poulain', 'vf'],
  [null, 'Opéra en direct : La Nuit des bergers', 'vost'],
];

const plan: readonly (readonly [day: number, hour: string, venue: number, film: number, extra?: Partial<Showing>])[] = [
  [0, '14:30', 0, 0, { features: ['relaxed'], price: 450 }],
  [0, '20:30', 0, 2, {}],
  [0, '23:45', 0, 0, { booking: 'https://billets.example/seance/1', price: 650 }],
  [0, '23:50', 1, 1, {}],
  [1, '18:00', 0, 2, { features: ['sme'] }],
  [1, '20:30', 0, 0, { features: ['sme', 'ad'], booking: 'https://billets.example/seance/2', price: 650 }],
  [1, '20:30', 1, 4, {}],
  [2, '21:00', 0, 3, { features: ['debate'], note: 'Rencontre avec l’association des projectionnistes.' }],
  [2, '20:30', 1, 1, { cancelled: '2026-01-01T00:00:00.000Z' }],
  [3, '16:00', 0, 5, {}],
  [3, '20:30', 0, 6, { features: ['3d'] }],
  [3, '21:00', 2, 5, {}],
  [4, '10:30', 0, 1, { features: ['relaxed'], price: 0 }],
  [4, '17:00', 0, 7, { screen: '2', minutes: 195, price: 1500 }],
  [5, '20:30', 0, 4, { features: ['preview'] }],
  [6, '18:00', 1, 3, {}],
  [6, '20:30', 0, 6, {}],
  [9, '20:30', 0, 2, {}],
  [13, '20:30', 1, 0, {}],
];

/** The week's showings and those of the next, the films of the starter catalogue, from today on: the same identifiers for the same day. */
export async function seedProgramme(
  db: Db,
  { now = Temporal.Now.instant() }: { readonly now?: Temporal.Instant } = {},
): Promise<readonly Showing[]> {
  for (const venue of seededVenues) await putVenue(db, venue);
  const today = dayInParis(now);
  const showings = plan.map(([day, hour, venue, film, extra = {}]) =>
    showingOf({ day: today.add({ days: day }), hour, venue, film }, extra),
  );
  for (const showing of showings) await putShowing(db, showing, { now });
  return showings;
}

/** The identifier of the showing of tomorrow evening that has most to say. */
export const seededShowing = (tomorrow: Temporal.PlainDate): ShowingId =>
  showingOf({ day: tomorrow, hour: '20:30', venue: 0, film: 0 }, {}).id;

/** A week to come in the first hall, of so many films; its Wednesday. */
export async function seedWeek(
  db: Db,
  { films, showings }: { readonly films: number; readonly showings: number },
): Promise<string> {
  for (const venue of seededVenues) await putVenue(db, venue);
  const { first } = weekOf(Temporal.Now.plainDateISO('Europe/Paris').add({ days: 7 }));
  for (let at = 0; at < showings; at++) {
    const place = { day: first.add({ days: at % 7 }), hour: ['15:00', '18:00', '20:30'][at % 3] ?? '21:00', venue: 0 };
    const marks: Partial<Showing>[] = [{}, { features: ['sme', 'ad'] }, { features: ['relaxed'] }, {}];
    await putShowing(db, showingOf({ ...place, film: at % films }, marks[at % 4] ?? {}));
  }
  return first.toString();
}

/** As many showings as asked for, spread over this week from Wednesday on: for measures. */
export async function seedMany(db: Db, count: number, now: Temporal.Instant): Promise<void> {
  for (const venue of seededVenues) await putVenue(db, venue);
  const { first } = weekOf(dayInParis(now));
  for (let at = 0; at < count; at++) {
    const hour = `${String(10 + (at % 13)).padStart(2, '0')}:${String((at * 7) % 60).padStart(2, '0')}`;
    const place = { day: first.add({ days: at % 7 }), hour, venue: at % 3, film: at % 7 };
    await putShowing(db, showingOf(place, { screen: String(at) }), { now });
  }
}

interface Place {
  readonly day: Temporal.PlainDate;
  readonly hour: string;
  readonly venue: number;
  readonly film: number;
}

function showingOf({ day, hour, venue, film }: Place, extra: Partial<Showing>): Showing {
  const [id, title, version] = titles[film] ?? [null, 'Film', 'vf'];
  const starts = momentOf(
    day.toZonedDateTime({ timeZone: 'Europe/Paris', plainTime: Temporal.PlainTime.from(hour) }).toInstant(),
  );
  const at = seededVenues[venue];
  if (at === undefined) throw new Error(`no venue ${venue}`);
  return plainShowing({
    id: showingIdOf(`${starts} ${at.id} ${title} ${extra.screen ?? ''}`),
    venue: at.id,
    film: id === null ? null : filmIdOf(id),
    title,
    starts,
    day: day.toString(),
    version,
    ...extra,
  });
}

/** An identifier made from a text. */
export function showingIdOf(text: string): ShowingId {
  const id = asShowingId(createHash('sha256').update(text).digest('base64url').slice(0, 22));
  if (id === null) throw new Error('no identifier');
  return id;
}

function filmIdOf(text: string): FilmId {
  const id = asFilmId(text);
  if (id === null) throw new Error(`no film ${text}`);
  return id;
}

function venueOf(text: string, given: Partial<Venue> & Pick<Venue, 'name' | 'commune'>): Venue {
  const id: VenueId | null = asVenueId(text);
  if (id === null) throw new Error(`no venue ${text}`);
  return plainVenue({ id, ...given });
}
