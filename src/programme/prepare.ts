import { asFilmId, type FilmId, type VenueId } from '#brand.ts';
import { dayInParis } from '#calendar/week.ts';
import {
  filmName,
  matchFilms,
  type CatalogueFilm,
  type FilmFinder,
  type FilmMatch,
} from '#programme/match/match-films.ts';
import { venueMatcher } from '#programme/match/match-venues.ts';
import {
  problem,
  type About,
  type DraftShowing,
  type Note,
  type Problem,
  type Reading,
} from '#programme/read/draft.ts';
import type { ShowingDraft } from '#state/programme-plan.ts';
import type { Db } from '#state/schema.ts';
import { listVenues } from '#state/venues.ts';

/** A line that is not taken, with what it may mean. */
export interface Refused {
  readonly line: number;
  readonly text: string;
  readonly problems: readonly Problem[];
  readonly candidates: readonly Candidate[];
  /** How a choice of its film is called; null when its film is not what it lacks. */
  readonly film: string | null;
}

export interface Candidate {
  readonly id: string;
  readonly title: string;
  readonly year: number | null;
  readonly directors: readonly string[];
}

/** What somebody said of the films that were not clear, by filmName: a film, or that it is announced without a card. */
export type Choices = Readonly<Record<string, string>>;
export const withoutCard = 'none';

export interface PrepareOptions {
  readonly now: Temporal.Instant;
  /** Where lines that name no venue are shown. */
  readonly venue: VenueId | null;
  readonly choices: Choices;
  /** Announces every film that the catalogue does not have without a card. */
  readonly announceUnknown: boolean;
}

/** A reading whose venues and films are settled, and what is not. */
export interface Prepared {
  readonly ready: readonly ShowingDraft[];
  readonly refused: readonly Refused[];
  readonly notes: readonly Note[];
  /** Which films nothing but their titles say, line by line. */
  readonly supposed: readonly Note[];
  /** What each line's film was taken for, by filmName. */
  readonly films: ReadonlyMap<string, FilmMatch>;
  /** Where refused lines stand. */
  readonly spared: readonly { readonly venue: string; readonly starts: string }[];
  /** There are lines whose place nobody could read. */
  readonly unplaced: boolean;
}

/** Settles the venue and the film of each line that was read. */
export async function prepareDrafts(
  db: Db,
  finder: FilmFinder,
  reading: Reading,
  options: PrepareOptions,
): Promise<Prepared> {
  const venues = await listVenues(db);
  const find = venueMatcher(venues);
  const only = venues.filter(({ closed }) => closed === null);
  const usual = options.venue ?? (only.length === 1 ? (only[0]?.id ?? null) : null);
  const films = await matchFilms(
    db,
    finder,
    [...reading.drafts, ...reading.faults.flatMap(({ about }) => about ?? [])],
    { year: dayInParis(options.now).year },
  );
  await choose(finder, films, options);
  const refused: Refused[] = reading.faults.map(({ line, text, problems, about }) => {
    const more = about === undefined ? nothingMore : alsoWrong(about, venueOf(about, find, usual), films);
    return { line, text, problems: [...problems, ...more.problems], candidates: more.candidates, film: null };
  });
  const notes: Note[] = [...reading.notes];
  const ready: ShowingDraft[] = [];
  const spared: { readonly venue: string; readonly starts: string }[] = [];
  const supposed: Note[] = [];
  let unplaced = reading.faults.some(({ problems }) => problems.some(({ kind }) => kind !== 'repeated'));
  for (const draft of reading.drafts) {
    const place = venueOf(draft, find, usual);
    const name = filmName(draft);
    const match = films.get(name) ?? nobody;
    const title = titleOf(draft, match);
    const problems = [...('wrong' in place ? [place.wrong] : []), ...filmProblem(draft, match)];
    if ('wrong' in place || match.kind !== 'sure' || title === '') {
      const asked = match.kind !== 'sure';
      refused.push({
        line: draft.line,
        text: draft.text,
        problems,
        candidates: asked ? match.candidates.map(asCandidate) : [],
        film: asked ? name : null,
      });
      if ('wrong' in place) unplaced = true;
      else spared.push({ venue: place.venue, starts: draft.starts });
      continue;
    }
    if (match.supposed && match.card !== null)
      supposed.push({
        line: draft.line,
        ...problem('filmSupposed', { text: draft.title, film: tellFilm(match.card) }),
      });
    ready.push({ ...settled(draft, place.venue, match.film), title });
  }
  return { ready, refused: refused.toSorted((a, b) => a.line - b.line), notes, supposed, films, spared, unplaced };
}

const nobody: FilmMatch = { kind: 'unknown', candidates: [] };
const nothingMore: Pick<Refused, 'problems' | 'candidates'> = { problems: [], candidates: [] };

/** What else is wrong with a line that cannot be read: its venue, its film. */
function alsoWrong(
  about: About,
  place: ReturnType<typeof venueOf>,
  films: ReadonlyMap<string, FilmMatch>,
): Pick<Refused, 'problems' | 'candidates'> {
  const match = films.get(filmName(about)) ?? nobody;
  const named = about.title !== '' || about.keys.length > 0;
  return {
    problems: [...('wrong' in place ? [place.wrong] : []), ...(named ? filmProblem(about, match) : [])],
    candidates: named && match.kind !== 'sure' ? match.candidates.map(asCandidate) : [],
  };
}

/** “Title (1994, A. Director)”. */
export const tellFilm = ({ title, year, directors }: Pick<Candidate, 'title' | 'year' | 'directors'>): string => {
  const told = [year === null ? '' : String(year), directors.slice(0, 2).join(', ')]
    .filter((one) => one !== '')
    .join(', ');
  return told === '' ? title : `${title} (${told})`;
};

export const asCandidate = ({ id, title, titleFr, year, directors }: CatalogueFilm): Candidate => ({
  id,
  title: titleFr ?? title,
  year,
  directors,
});

async function choose(
  finder: FilmFinder,
  films: Map<string, FilmMatch>,
  { choices, announceUnknown }: PrepareOptions,
): Promise<void> {
  const ids = Object.values(choices).flatMap((id) => asFilmId(id) ?? []);
  const cards = new Map((await finder.cards(ids)).map((card) => [card.id, card]));
  for (const [name, chosen] of Object.entries(choices)) {
    const card = cards.get(chosen) ?? null;
    const film = asFilmId(card?.id ?? '');
    if (film !== null || chosen === withoutCard) films.set(name, { kind: 'sure', film, card, supposed: false });
  }
  if (announceUnknown)
    for (const [name, { kind }] of films)
      if (kind === 'unknown') films.set(name, { kind: 'sure', film: null, card: null, supposed: false });
}

function venueOf(
  { venue }: About,
  find: ReturnType<typeof venueMatcher>,
  usual: VenueId | null,
): { readonly venue: VenueId } | { readonly wrong: Problem } {
  if (venue === null) return usual === null ? { wrong: problem('noVenue') } : { venue: usual };
  const { venue: found, nearest } = find(venue);
  if (found === null) return { wrong: problem('venueUnknown', { text: venue, nearest: nearest.join(', ') }) };
  return found.closed === null
    ? { venue: found.id }
    : { wrong: problem('venueClosed', { text: found.name, since: found.closed.slice(0, 10) }) };
}

/** As the line says it, else as the catalogue does; empty when neither does. */
const titleOf = ({ title }: About, match: FilmMatch): string =>
  title === '' && match.kind === 'sure' && match.card !== null ? asCandidate(match.card).title : title;

const filmProblem = (draft: About, match: FilmMatch): Problem[] =>
  match.kind === 'sure'
    ? titleOf(draft, match) === ''
      ? [problem('noTitle')]
      : []
    : [
        problem(match.kind === 'several' ? 'filmSeveral' : 'filmUnknown', {
          text: draft.title || (draft.keys[0]?.value ?? ''),
          films: match.candidates
            .slice(0, 3)
            .map((card) => tellFilm(asCandidate(card)))
            .join(' ; '),
        }),
      ];

function settled(draft: DraftShowing, venue: VenueId, film: FilmId | null): ShowingDraft {
  const { line, title, starts, day, version, features, screen, minutes, price, booking, note, origin, calledOff } =
    draft;
  return {
    line,
    title,
    starts,
    day,
    version,
    features,
    screen,
    minutes,
    price,
    booking,
    note,
    origin,
    calledOff,
    venue,
    film,
  };
}
