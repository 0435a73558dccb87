import type { ShowingId } from '#brand.ts';
import { readTellable, type TellableFilm } from '#notify/by-hand/read-payload.ts';
import { handWords, type HandWords } from '#notify/by-hand/words.ts';
import type { Sheet, SheetGroup } from '#notify/by-hand/sheets-pdf.ts';

export interface ToldBy {
  readonly house: string;
  readonly name: string | null;
  readonly language: 'fr' | 'en';
  /** Showings that are still to come: see standingShowings. */
  readonly standing: ReadonlySet<ShowingId>;
}

/** A message as a person of the house tells it. */
export interface ByHand {
  /** Two sentences for the telephone. */
  readonly say: readonly [string, string];
  readonly sheet: Sheet;
}

/** The showings that messages speak of. */
export const showingsOf = (payloads: readonly string[]): ShowingId[] => [
  ...new Set(
    payloads.flatMap((json) => readTellable(json)?.films.flatMap(({ showings }) => showings.map(({ id }) => id)) ?? []),
  ),
];

/** Puts words to a message for the telephone and for paper; null when nothing that it tells is true any more. */
export function tellByHand(payload: string, { house, name, language, standing }: ToldBy): ByHand | null {
  const read = readTellable(payload);
  const films = (read?.films ?? []).flatMap((film) => {
    const showings = film.showings.filter(({ id }) => standing.has(id));
    return showings.length === 0 ? [] : [{ ...film, film: { title: clean(film.film.title) }, showings }];
  });
  if (read === null || films.length === 0) return null;
  const words = handWords[language];
  const titles = films.map(({ film }) => film.title);
  return {
    say: [words.greeting(house, read.kind, titles.slice(0, mostSaid)), whenOf(words, films)],
    sheet: {
      language,
      person: name === null ? '' : words.forWhom(clean(name)),
      title: words.title(read.kind),
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

type Showing = TellableFilm['showings'][number];

/** One film: its first two showings; several: the first of each. */
function whenOf(words: HandWords, films: readonly TellableFilm[]): string {
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

const placeOf = (words: HandWords, { starts, venue, commune, version }: Showing): string =>
  words.place(words.moment(starts), venueOf(venue, commune), words.versions[version]);

/** The first showings, under the places that they share. */
function groupsOf(words: HandWords, showings: readonly Showing[]): SheetGroup[] {
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
