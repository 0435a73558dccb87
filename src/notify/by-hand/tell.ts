import { handWords, type HandWords } from '#notify/by-hand/words.ts';
import type { Sheet, SheetGroup } from '#notify/by-hand/sheets-pdf.ts';
import { coming, currentPayload, type TownOf } from '#notify/letters/current.ts';
import { readPayload } from '#notify/letters/read-payload.ts';
import { filmsOf, type FilmAtCinema, type Payload, type ShowingTold } from '#notify/payload.ts';
import type { HandRow } from '#state/by-hand.ts';
import type { Db } from '#state/schema.ts';

export interface ToldBy {
  readonly house: string;
  readonly name: string | null;
  readonly language: 'fr' | 'en';
  readonly now: Temporal.Instant;
}

/** A message as a person of the house tells it. */
export interface ByHand {
  /** Two sentences for the telephone. */
  readonly say: readonly [string, string];
  readonly sheet: Sheet;
}

/** Puts words to a row of the outbox for the telephone and for paper, as things stand now; null when nothing that it tells is true any more. */
export async function tellRow(
  db: Db,
  { payload, customer, name, language }: Pick<HandRow, 'payload' | 'customer' | 'name' | 'language'>,
  { house, now, townOf }: Pick<ToldBy, 'house' | 'now'> & { readonly townOf: TownOf },
): Promise<ByHand | null> {
  const read = readPayload(payload);
  const standing = read === null ? null : await currentPayload(db, read, customer, townOf);
  return standing === null ? null : tellByHand(standing, { house, name, language, now });
}

/** When the last showing that a row tells was to be, as it was decided; empty when it tells none. */
export function lastTold(payload: string): string {
  const read = readPayload(payload);
  if (read === null || read.kind === 'account') return '';
  return filmsOf(read)
    .flatMap(({ showings }) => showings.map(({ starts }) => starts))
    .reduce((last, starts) => (starts > last ? starts : last), '');
}

/**
 * Puts words to a message for the telephone and for paper; null when everything that it tells is past, or is for nobody to tell.
 * @param payload as things stand: see currentPayload
 */
export function tellByHand(payload: Payload, { house, name, language, now }: ToldBy): ByHand | null {
  if (payload.kind === 'account') return null;
  const films = filmsOf(payload)
    .flatMap((one) => coming(one, now))
    .map((one) => ({ ...one, film: { ...one.film, title: clean(one.film.title) } }));
  if (films.length === 0) return null;
  const words = handWords[language];
  const titles = films.map(({ film }) => film.title);
  return {
    say: [words.greeting(house, payload.kind, titles.slice(0, mostSaid)), whenOf(words, films)],
    sheet: {
      language,
      person: name === null ? '' : words.forWhom(clean(name)),
      title: words.title(payload.kind),
      parts: films.map(({ film, showings, why }) => ({
        title: film.title,
        groups: groupsOf(words, showings),
        note: clean(words.why(why)),
      })),
      foot: words.foot(house),
    },
  };
}

const mostSaid = 3;
const mostLines = 6;

/** One film: its first two showings; several: the first of each. */
function whenOf(words: HandWords, films: readonly FilmAtCinema[]): string {
  const [only, ...others] = films;
  const all = films.reduce((sum, { showings }) => sum + showings.length, 0);
  const said =
    others.length === 0
      ? (only?.showings.slice(0, 2).map((showing) => placeOf(words, showing)) ?? [])
      : films
          .slice(0, mostSaid)
          .flatMap(({ film, showings: [first] }) =>
            first === undefined ? [] : [`${words.quoted(film.title)}, ${placeOf(words, first)}`],
          );
  return words.when(said, all - said.length, films.length);
}

const placeOf = (words: HandWords, { starts, venue, commune, version }: ShowingTold): string =>
  words.place(words.moment(starts), venueOf(venue, commune), words.versions[version]);

/** The first showings, under the places that they share. */
function groupsOf(words: HandWords, showings: readonly ShowingTold[]): SheetGroup[] {
  const shown = Map.groupBy(showings.slice(0, mostLines), ({ venue, commune, away, version }) => {
    const far = away === null ? '' : words.away(Math.round(away));
    return [venueOf(venue, commune), far, words.versions[version]].filter((part) => part !== '').join(', ');
  });
  const groups = [...shown].map(([head, some]) => ({ head, lines: some.map(({ starts }) => words.moment(starts)) }));
  const more = showings.length - mostLines;
  return more > 0 ? [...groups, { head: '', lines: [words.more(more)] }] : groups;
}

const venueOf = (venue: string, commune: string): string =>
  clean(venue.toLowerCase().includes(commune.toLowerCase()) ? venue : `${venue}, ${commune}`);

/** Without what steers a printer or turns the direction of writing. */
const clean = (text: string): string => text.replaceAll(/[\p{Cc}\p{Cf}]/gu, '').trim();
