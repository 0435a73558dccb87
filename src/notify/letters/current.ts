import type { CustomerId, FilmId } from '#brand.ts';
import { byText } from '#notify/match/desk.ts';
import { filmsOf, type FilmAtCinema, type Payload, type ShowingTold } from '#notify/payload.ts';
import { momentOf } from '#state/clock.ts';
import type { Db } from '#state/schema.ts';
import { showingFeatures } from '#state/tables/programme.ts';
import { fromList } from '#state/venues.ts';

/** The name of a commune by its INSEE code; null when the book of communes does not have it. */
export type TownOf = (commune: string) => string | null;

/**
 * What a message tells, as things stand when it leaves: showings that were called off, or that are of another film by now, are left out, moments,
 * places and versions are today's; so are films that the person has seen or set aside since, and wishes that they took back.
 * @returns null when nothing is left
 */
export async function currentPayload(
  db: Db,
  payload: Payload,
  customer: CustomerId | null,
  townOf: TownOf,
): Promise<Payload | null> {
  if (payload.kind === 'account') return payload;
  const told = filmsOf(payload);
  const [standing, said] = [await standingOf(db, told), await saidOf(db, told, customer)];
  const films = told.flatMap((one): FilmAtCinema[] => {
    const id = one.film.id;
    if (id !== null && said.against.has(id)) return [];
    if (one.why.kind === 'wished' && id !== null && !said.wished.has(id)) return [];
    if (one.why.kind === 'to-watch' && id !== null && !said.wanted.has(id) && !said.wished.has(id)) return [];
    const showings = one.showings.flatMap((showing): ShowingTold[] => {
      const now = standing.get(showing.id);
      if (now === undefined || now.film !== id) return [];
      const { starts, version, features } = now;
      return [
        {
          ...showing,
          ...placeOf(showing, now, townOf),
          starts,
          version,
          features: fromList(features, showingFeatures),
        },
      ];
    });
    return withShowings(
      one,
      showings.toSorted((a, b) => byText(a.starts, b.starts)),
    );
  });
  const [first] = films;
  if (first === undefined) return null;
  return payload.kind === 'wish' ? { ...payload, film: first } : { ...payload, films };
}

/** Where it is by now: moved to another venue, how far that is was not reckoned. */
const placeOf = (
  told: ShowingTold,
  now: { readonly venue: string; readonly name: string; readonly commune: string },
  townOf: TownOf,
): Pick<ShowingTold, 'venueId' | 'venue' | 'commune' | 'away'> =>
  now.venue === told.venueId || (told.venueId === '' && now.name === told.venue)
    ? told
    : { venueId: now.venue, venue: now.name, commune: townOf(now.commune) ?? '', away: null };

/** A film with those of its showings that are still to come; none when they are all over. */
export const coming = (film: FilmAtCinema, now: Temporal.Instant): FilmAtCinema[] =>
  withShowings(
    film,
    film.showings.filter(({ starts }) => starts > momentOf(now)),
  );

const withShowings = (film: FilmAtCinema, showings: readonly ShowingTold[]): FilmAtCinema[] =>
  showings.length === 0 ? [] : [{ ...film, showings }];

async function standingOf(db: Db, films: readonly FilmAtCinema[]) {
  const ids = films.flatMap(({ showings }) => showings.map(({ id }) => id));
  const rows =
    ids.length === 0
      ? []
      : await db
          .selectFrom('showing')
          .innerJoin('venue', 'venue.id', 'showing.venue')
          .select(['showing.id', 'film', 'starts', 'version', 'features', 'venue', 'venue.name', 'venue.commune'])
          .where('showing.id', 'in', ids)
          .where('cancelled', 'is', null)
          .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

interface Said {
  readonly against: ReadonlySet<FilmId>;
  readonly wanted: ReadonlySet<FilmId>;
  readonly wished: ReadonlySet<FilmId>;
}

async function saidOf(db: Db, films: readonly FilmAtCinema[], customer: CustomerId | null): Promise<Said> {
  const ids = films.flatMap(({ film }) => film.id ?? []);
  if (ids.length === 0 || customer === null) return { against: new Set(), wanted: new Set(), wished: new Set() };
  const marks = await db
    .selectFrom('mark')
    .innerJoin('customer', 'customer.visitor', 'mark.visitor')
    .select(['mark.film', 'mark.kind'])
    .where('customer.id', '=', customer)
    .where('mark.film', 'in', ids)
    .execute();
  const wishes = await db
    .selectFrom('wish')
    .innerJoin('customer', 'customer.visitor', 'wish.visitor')
    .select('wish.film')
    .where('customer.id', '=', customer)
    .where('wish.film', 'in', ids)
    .execute();
  const of = (...kinds: readonly string[]): Set<FilmId> =>
    new Set(marks.flatMap(({ film, kind }) => (kinds.includes(kind) ? [film] : [])));
  return { against: of('seen', 'disliked'), wanted: of('wanted'), wished: new Set(wishes.map(({ film }) => film)) };
}
