import type { Advice } from '#advice/advise.ts';
import type { Locality } from '#advice/locality.ts';
import { localityOf } from '#advice/locality-of.ts';
import type { Season, SeasonWish } from '#advice/season.ts';
import type { FilmId } from '#brand.ts';
import type { MarketBook } from '#market/types.ts';
import { weekWishes } from '#demand/week-wishes.ts';
import { fewestPeople, mayTell, type Counted } from '#report/few.ts';
import { nicheOfWeek } from '#report/idea.ts';
import { shareLiked } from '#report/received.ts';
import type { Beside, Idea, Missing, PeopleOfWeek, Report, ReportFilm } from '#report/report.ts';
import { seasonOf } from '#report/season.ts';
import { weekBefore, wholeDays, type Week } from '#calendar/week.ts';
import { keptBefore } from '#state/kept-before.ts';
import type { Db, MarkKind } from '#state/schema.ts';
import { countWeek, filmsOfWeek, receivedInWeek, type Stretch, type WeekCounts } from '#state/week-counts.ts';

/** What a report is made from. */
export interface ReportGround {
  readonly cinema: string;
  readonly book: MarketBook;
  /** Null where the site keeps nothing. */
  readonly db: Db | null;
  readonly adviser: {
    advice(locality: Locality): Promise<Advice>;
    season(wish: SeasonWish): Promise<Season>;
  };
  /** Films by their identifiers, in the order asked; unknown ones are left out. */
  films(ids: readonly string[]): Promise<ReportFilm[]>;
  readonly hasRatings: boolean;
  /** The names of the sources of the catalogue, and when it was built. */
  readonly sources: readonly string[];
  readonly catalogueDate: string;
}

const filmsOfList = 10;
const filmsOfIdea = 3;
const filmsPassed = 3;

/**
 * Gathers the report of one week. Nothing in it is of fewer than five people.
 * @param options.now tells a week that is over from one that is not
 */
export async function gatherReport(
  ground: ReportGround,
  week: Week,
  { now = Temporal.Now.instant() }: { readonly now?: Temporal.Instant } = {},
): Promise<Report> {
  const { book, db } = ground;
  const { days, stretch } = wholeDays(week, now);
  const [people, idea] = await Promise.all([
    db === null ? null : gatherPeople(ground, db, week, { now, stretch }),
    gatherIdea(ground, week),
  ]);
  const season = seasonOf(book, week.last);
  const missing: Missing[] = ['programme'];
  if (people === null) missing.push('memory');
  else if (people.groups.kind === 'erased' && people.kept.now.kind === 'told') missing.push('groups');
  if (!ground.hasRatings) missing.push('ratings');
  if (book.imported.length === 0) missing.push('imports');
  if (season === null) missing.push('months');
  if (idea === null) missing.push('niches');
  return {
    cinema: ground.cinema,
    week,
    days,
    madeAt: now,
    people,
    season,
    idea,
    book,
    missing,
    sources: ground.sources,
    catalogueDate: ground.catalogueDate,
  };
}

async function gatherPeople(
  { films, book }: ReportGround,
  db: Db,
  week: Week,
  { now, stretch }: { readonly now: Temporal.Instant; readonly stretch: Stretch },
): Promise<PeopleOfWeek> {
  const most = (kind: MarkKind) => filmsOfWeek(db, stretch, { kind, least: fewestPeople, most: filmsOfList });
  const [counts, before, wanted, liked, received, begun, wishes] = await Promise.all([
    countWeek(db, stretch),
    countWeek(db, weekBefore(week)),
    most('wanted'),
    most('liked'),
    receivedInWeek(db, stretch),
    keptBefore(db, stretch.until),
    weekWishes(db, book, stretch),
  ]);
  const passed = wishes.passed.slice(0, filmsPassed);
  const known = new Map(
    (await films([...wanted, ...liked, ...passed].map(({ film }) => film))).map((film) => [film.id, film]),
  );
  const named = (some: readonly { film: FilmId; people: number }[]) =>
    some.flatMap(({ film: id, people }) => {
      const film = known.get(id);
      return film === undefined ? [] : [{ film, people }];
    });
  const beside = (of: Exclude<keyof WeekCounts, 'groups'>): Beside => ({
    now: mayTell(counts[of]),
    before: mayTell(before[of]),
  });
  return {
    kept: beside('kept'),
    liked: beside('liked'),
    wanted: beside('wanted'),
    groups: groupsTold(mayTell(counts.groups), week, now),
    mostWanted: named(wanted),
    mostLiked: named(liked),
    wishes: { made: mayTell(wishes.made), threshold: wishes.threshold, passed: named(passed) },
    received: shareLiked(received),
    begun,
  };
}

/** Groups are erased seven days after they were made: a day after its end, a week has lost too many of them to be counted. */
function groupsTold(standing: Counted, { until }: Week, now: Temporal.Instant): PeopleOfWeek['groups'] {
  if (Temporal.Instant.compare(now, until) < 0) return standing;
  const fresh = Temporal.Instant.compare(now, until.add({ hours: 24 })) < 0;
  return fresh && standing.kind === 'told' ? standing : { kind: 'erased' };
}

async function gatherIdea({ adviser, book, films }: ReportGround, week: Week): Promise<Idea | null> {
  const advice = await adviser.advice(localityOf(book, week.last.year));
  const niche = nicheOfWeek(advice, week);
  if (niche === null) return null;
  const { genre, decade, origin } = niche;
  const season = await adviser.season({ genre, decade, origin, labelled: false, count: filmsOfIdea });
  const cards = new Map((await films(season.films.map(({ id }) => id))).map((film) => [film.id, film]));
  return {
    niche,
    advice,
    niches: advice.niches.length,
    films: season.films.flatMap(({ id, rating, votes }) => {
      const film = cards.get(id);
      return film === undefined ? [] : [{ ...film, rating, votes }];
    }),
  };
}
