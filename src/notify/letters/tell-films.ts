import { houseZone } from '#calendar/zone.ts';
import { byText } from '#notify/match/desk.ts';
import { cleanLine } from '#notify/letters/clean.ts';
import type { ToldFilm, ToldVenue } from '#notify/letters/told-letter.ts';
import type { When } from '#notify/letters/when.ts';
import type { LetterWords } from '#notify/letters/words.fr.ts';
import type { FilmAtCinema, ShowingTold, Why } from '#notify/payload.ts';

export interface FilmTelling {
  readonly words: LetterWords;
  readonly when: When;
  /** An absolute address of a path. */
  readonly link: (path: string) => string;
  /** The most showings of a film that stand in the letter. */
  readonly most: number;
}

/** A title as a letter writes it. */
export const titleTold = (title: string): string => cleanLine(title, 90);

/** A film and its showings: on the days that suit first, the nearest venue first, by moment. */
export function tellFilm({ film, showings, why, told }: FilmAtCinema, telling: FilmTelling): ToldFilm {
  const { words, link, most } = telling;
  const shown = inOrder(showings).slice(0, told === true ? 1 : most);
  const left = showings.length - shown.length;
  const suiting = shown.filter(({ suits }) => suits === true);
  const rest = shown.filter(({ suits }) => suits !== true);
  const part = (title: string, some: readonly ShowingTold[]) =>
    some.length === 0 ? [] : [{ title, venues: venuesOf(some, telling) }];
  return {
    title: titleTold(film.title),
    year: film.year,
    href: film.id === null ? null : link(`/film/${film.id}`),
    notes: told === true ? [words.told] : [whyTold(why, telling)],
    parts: [
      ...part(suiting.length === 0 ? '' : words.suits, suiting),
      ...part(suiting.length === 0 ? '' : words.otherDays, rest),
    ],
    more: left === 0 ? '' : words.more(left),
  };
}

/** Those that suit, then the nearest, then the first. */
export const inOrder = (showings: readonly ShowingTold[]): ShowingTold[] =>
  showings.toSorted(
    (a, b) =>
      Number(b.suits === true) - Number(a.suits === true) ||
      (a.away ?? Infinity) - (b.away ?? Infinity) ||
      byText(a.venue, b.venue) ||
      byText(a.starts, b.starts),
  );

function venuesOf(showings: readonly ShowingTold[], { words, when, link }: FilmTelling): ToldVenue[] {
  const venues = new Map<string, ShowingTold[]>();
  for (const one of showings) {
    const key = `${one.venue} ${one.commune}`;
    venues.set(key, [...(venues.get(key) ?? []), one]);
  }
  return [...venues.values()].map((some) => ({
    name: placeTold(some[0], words),
    showings: some
      .toSorted((a, b) => byText(a.starts, b.starts))
      .map(({ id, starts, version, features }) => ({
        when: when.dayAndTime(starts),
        details: [words.version[version], ...features.map((feature) => words.feature[feature])]
          .filter((detail) => detail !== '')
          .join(', '),
        href: link(`/seance/${id}`),
      })),
  }));
}

function placeTold(showing: ShowingTold | undefined, words: LetterWords): string {
  if (showing === undefined) return '';
  const { venue, commune, away } = showing;
  const parts = [cleanLine(venue, 60), cleanLine(commune, 60), away === null ? '' : words.away(away)];
  return parts.filter((part) => part !== '').join(', ');
}

function whyTold(why: Why, { words, when }: FilmTelling): string {
  if (why.kind === 'taste') return words.why.taste(why.liked.map(({ title }) => titleTold(title)));
  return words.why[why.kind](when.date(Temporal.Instant.from(why.on).toZonedDateTimeISO(houseZone).toPlainDate()));
}
