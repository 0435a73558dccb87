import { createHash } from 'node:crypto';
import { asCustomerId, asFilmId, asShowingId, asVenueId, type FilmId } from '#brand.ts';
import type { FilmFits, MatchInput, MatchPlace } from '#notify/match/types.ts';
import { momentOf } from '#state/clock.ts';
import { settingsOf } from '#state/house-settings.ts';
import type { PersonToMatch, Told } from '#state/people-to-match.ts';
import type { ShowingToMatch } from '#state/showings-to-match.ts';
import type { AlertKind, ChannelName } from '#state/tables/customers.ts';
import type { Venue } from '#state/venues.ts';
import { plainVenue } from '../helpers/plain-programme.ts';

/** A world of our own: three villages in a row, twenty minutes apart, two cinemas. */
export const home = '23096';
const communes = new Map([
  [home, { name: 'Hautbourg', at: 0 }],
  ['23008', { name: 'Valbruyère', at: 20 }],
  ['23030', { name: 'Pierrefolle', at: 40 }],
]);

export const film = (number: number): FilmId => {
  const id = asFilmId(`tt${String(number).padStart(7, '0')}`);
  if (id === null) throw new Error('not a film');
  return id;
};

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 22);

const venueOf = (id: string, name: string, commune: string): Venue => {
  const known = asVenueId(id);
  if (known === null) throw new Error('not a venue');
  return plainVenue({
    id: known,
    name,
    commune,
    seats: 100,
  });
};

export const lux = venueOf('le-lux', 'Le Lux', home);
export const etoile = venueOf('l-etoile', 'L’Étoile', '23008');

/** A showing at a local moment, `2026-11-25 20:30`. */
export function showing(of: FilmId, when: string, at: Venue = lux, more: Partial<ShowingToMatch> = {}): ShowingToMatch {
  const local = Temporal.PlainDateTime.from(when.replace(' ', 'T'));
  const id = asShowingId(digest(`${of} ${when} ${at.id}`));
  if (id === null) throw new Error('not a showing');
  return {
    id,
    film: of,
    title: `Film ${Number(of.slice(2))}`,
    starts: momentOf(local.toZonedDateTime('Europe/Paris').toInstant()),
    day: local.toPlainDate().toString(),
    version: 'vf',
    features: [],
    changed: '2026-11-01T08:00:00.000Z',
    at,
    ...more,
  };
}

/** What somebody asked for, by e-mail and in October unless told. */
export const asks = (kind: AlertKind, channel: ChannelName = 'email', at = '2026-10-01T08:00:00.000Z') => ({
  kind,
  channel,
  at,
});

/** Someone of Hautbourg who has an e-mail address and asked for wishes and the week, but for what is given. */
export function person(number: number, more: Partial<PersonToMatch> = {}): PersonToMatch {
  const id = asCustomerId(digest(`person ${number}`));
  if (id === null) throw new Error('not a customer');
  return {
    id,
    language: 'fr',
    email: `person-${number}@village.example`,
    phone: null,
    name: null,
    push: false,
    suppressed: false,
    confirmed: '2026-10-01T08:00:00.000Z',
    pausedUntil: null,
    commune: home,
    radius: null,
    quietFrom: null,
    quietUntil: null,
    weekCap: null,
    subscriptions: [asks('wish'), asks('digest')],
    taste: { liked: [], disliked: [], seen: [] },
    wanted: [],
    wishes: [],
    told: [],
    ...more,
  };
}

export const wish = (of: FilmId, days: readonly number[] = []) => ({
  film: of,
  commune: home,
  days,
  at: '2026-11-02T09:00:00.000Z',
});

export const told = (message: string, films: readonly FilmId[], due: string, more: Partial<Told> = {}): Told => ({
  outbox: 1,
  message,
  kind: message.startsWith('wish') ? 'wish' : message.startsWith('digest') ? 'digest' : 'new',
  channel: 'email',
  state: 'sent',
  due,
  stale: due,
  changed: due,
  reason: null,
  held: false,
  films,
  showings: [],
  ...more,
});

export const place: MatchPlace = {
  travel: (from, to) => {
    const [a, b] = [communes.get(from.commune), communes.get(to.commune)];
    return a === undefined || b === undefined ? null : Math.max(5, Math.abs(a.at - b.at));
  },
  home,
  nameOf: (commune) => communes.get(commune)?.name ?? null,
  film: (id) => ({ id, title: `Film ${Number(id.slice(2))}`, year: 2026 }),
};

/** Whoever liked film 1 is said to like the films above 100, the more the higher. */
export const fits = ({ taste }: PersonToMatch): ReadonlyMap<FilmId, FilmFits> =>
  taste.liked.includes(film(1))
    ? new Map(
        Array.from({ length: 50 }, (_, at) => [
          film(100 + at),
          { fits: true, share: 0.95 + at / 1000, liked: [{ id: film(1), title: 'Film 1', year: 2000 }] },
        ]),
      )
    : new Map();

export const settings = settingsOf(new Map());

/** Monday 23 November 2026, ten in the morning in Paris, unless told. */
export const input = (more: Partial<MatchInput>): MatchInput => ({
  now: Temporal.Instant.from('2026-11-23T09:00:00Z'),
  kinds: ['wish', 'last-days', 'new'],
  showings: [],
  people: [],
  fits,
  place,
  settings,
  ...more,
});
