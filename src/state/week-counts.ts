import { sql } from 'kysely';
import type { FilmId } from '#brand.ts';
import { hourOf, momentOf } from '#state/clock.ts';
import type { Db, MarkKind } from '#state/schema.ts';

/** A stretch of time: `until` is no more of it. */
export interface Stretch {
  readonly from: Temporal.Instant;
  readonly until: Temporal.Instant;
}

/** How many, by how many different people. */
export interface CountByPeople {
  readonly value: number;
  readonly people: number;
}

/** What the people of the site did in a stretch of time, as far as it is still held: who was erased, and what was taken back, is no longer in it. */
export interface WeekCounts {
  /** Marks of any kind, and who made them. */
  readonly kept: CountByPeople;
  readonly liked: CountByPeople;
  readonly wanted: CountByPeople;
  /** Groups that still stand; the people are those known by a cookie, without the guests. */
  readonly groups: CountByPeople;
}

/** @returns counts alone; the caller says nothing of those of too few people */
export async function countWeek(db: Db, stretch: Stretch): Promise<WeekCounts> {
  const [marks, groups] = await Promise.all([countMarks(db, stretch), countGroups(db, stretch)]);
  const of = (kind: MarkKind): CountByPeople => marks.get(kind) ?? none;
  return { kept: marks.get('all') ?? none, liked: of('liked'), wanted: of('wanted'), groups };
}

/** The films most marked so, by as many people at least, the most marked first; equals by their identifiers. */
export async function filmsOfWeek(
  db: Db,
  { from, until }: Stretch,
  { kind, least, most }: { readonly kind: MarkKind; readonly least: number; readonly most: number },
): Promise<{ readonly film: FilmId; readonly people: number }[]> {
  const rows = await db
    .selectFrom('mark')
    .select(({ fn }) => ['film', fn.count('visitor').distinct().as('people')])
    .where('kind', '=', kind)
    .where('at', '>=', momentOf(from))
    .where('at', '<', momentOf(until))
    .groupBy('film')
    .having(({ fn }) => fn.count('visitor').distinct(), '>=', least)
    .orderBy('people', 'desc')
    .orderBy('film')
    .limit(most)
    .execute();
  return rows.map(({ film, people }) => ({ film, people: Number(people) }));
}

/** Of the films that one person was shown, how many they liked. Nothing says who it is. */
export interface Received {
  readonly shown: number;
  readonly liked: number;
}

/**
 * A row a person to whom lists were shown: different films shown in the time, and those of them liked from a list in that time (a film liked, then set
 * aside, is not). Lists of two interleaved models are left aside.
 */
export async function receivedInWeek(db: Db, { from, until }: Stretch): Promise<Received[]> {
  const [first, after] = [hourOf(from), hourOf(until)];
  const { rows } = await sql<{ shown: number | string; liked: number | string }>`
    with shown as (
      select distinct visitor, film from event
      where action = 'shown' and position > 0 and visitor is not null and team is null and at >= ${first} and at < ${after}
    ), said as (
      select visitor, film, max(case when action = 'liked' then id else 0 end) as liked, max(case when action = 'disliked' then id else 0 end) as disliked
      from event where action in ('liked', 'disliked') and position > 0 and visitor is not null and at >= ${first} and at < ${after}
      group by visitor, film
    )
    select count(*) as shown, sum(case when said.liked > said.disliked then 1 else 0 end) as liked
    from shown left join said on said.visitor = shown.visitor and said.film = shown.film
    group by shown.visitor order by 1, 2`.execute(db);
  return rows.map(({ shown, liked }) => ({ shown: Number(shown), liked: Number(liked) }));
}

const none: CountByPeople = { value: 0, people: 0 };

async function countMarks(db: Db, { from, until }: Stretch): Promise<Map<string, CountByPeople>> {
  const within = db.selectFrom('mark').where('at', '>=', momentOf(from)).where('at', '<', momentOf(until));
  const [all, byKind] = await Promise.all([
    within
      .select(({ fn }) => [fn.countAll().as('value'), fn.count('visitor').distinct().as('people')])
      .executeTakeFirstOrThrow(),
    within
      .select(({ fn }) => ['kind', fn.countAll().as('value'), fn.count('visitor').distinct().as('people')])
      .groupBy('kind')
      .execute(),
  ]);
  const counted = ({ value, people }: { value: unknown; people: unknown }): CountByPeople => ({
    value: Number(value),
    people: Number(people),
  });
  return new Map([['all', counted(all)], ...byKind.map((row) => [row.kind, counted(row)] as const)]);
}

async function countGroups(db: Db, { from, until }: Stretch): Promise<CountByPeople> {
  const made = db
    .selectFrom('group_session')
    .where('created', '>=', momentOf(from))
    .where('created', '<', momentOf(until));
  const [{ value }, creators, members] = await Promise.all([
    made.select(({ fn }) => fn.countAll().as('value')).executeTakeFirstOrThrow(),
    made.select('creator as visitor').distinct().execute(),
    db.selectFrom('group_member').select('visitor').distinct().where('session', 'in', made.select('id')).execute(),
  ]);
  const people = new Set([...creators, ...members].flatMap(({ visitor }) => visitor ?? []));
  return { value: Number(value), people: people.size };
}
