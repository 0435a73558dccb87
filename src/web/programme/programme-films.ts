import type { FilmId } from '#brand.ts';
import type { FilmCard, FilmFit } from '#lanterne.ts';
import type { Venue } from '#state/venues.ts';
import type { NearShowing } from '#web/programme/choose.ts';

/** What the reader has to do with a film of the programme. */
export interface AboutFilms {
  readonly cards: ReadonlyMap<FilmId, FilmCard>;
  /** How the films that suit the reader's taste do. */
  readonly fits: ReadonlyMap<FilmId, FilmFit>;
  /** Films that the reader wished for. */
  readonly wished: ReadonlySet<FilmId>;
}

/** The showings of one film in one venue, by moment. */
export interface AtVenue {
  readonly venue: Venue;
  readonly away: number | null;
  readonly showings: readonly NearShowing[];
}

/** One film of the programme and where it is shown, the nearest venue first. */
export interface ProgrammeFilm {
  /** What tells it from the others of a page. */
  readonly key: string;
  readonly id: FilmId | null;
  readonly card: FilmCard | null;
  /** As announced; the card has better. */
  readonly title: string;
  readonly fit: FilmFit | null;
  readonly wished: boolean;
  readonly first: NearShowing;
  readonly showings: number;
  readonly venues: readonly AtVenue[];
}

/** The films of some showings, by their first one. A film that the catalogue does not have goes by its title. */
export function filmsOf(showings: readonly NearShowing[], about: AboutFilms): ProgrammeFilm[] {
  const inOrder = showings.toSorted((a, b) => a.starts.localeCompare(b.starts));
  return [...Map.groupBy(inOrder, (one) => one.film ?? `title:${one.title.toLocaleLowerCase()}`)].flatMap(
    ([key, list]) => {
      const [first] = list;
      if (first === undefined) return [];
      const { film: id } = first;
      return [
        {
          key,
          id,
          card: id === null ? null : (about.cards.get(id) ?? null),
          title: first.title,
          fit: id === null ? null : (about.fits.get(id) ?? null),
          wished: id !== null && about.wished.has(id),
          first,
          showings: list.length,
          venues: venuesOf(list),
        },
      ];
    },
  );
}

/** The same showings by venue, the nearest first; those of unknown distance last. */
export const venuesOf = (showings: readonly NearShowing[]): AtVenue[] =>
  [...Map.groupBy(showings, ({ at }) => at.id).values()]
    .flatMap((list) => (list[0] === undefined ? [] : [{ venue: list[0].at, away: list[0].away, showings: list }]))
    .toSorted((a, b) => (a.away ?? Infinity) - (b.away ?? Infinity) || a.venue.name.localeCompare(b.venue.name));
