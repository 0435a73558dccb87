import { sql } from 'kysely';
import type { FilmId } from '#brand.ts';
import { hourOf } from '#state/clock.ts';
import type { Db } from '#state/schema.ts';

/** What one person did with the films that they were shown in like places. People are numbers drawn for this answer alone. */
export interface Reaction {
  readonly person: number;
  /** Rank in the list: the first three, the fourth to the tenth, those after. */
  readonly place: 'first' | 'next' | 'after';
  /** Whether chance had placed the films. */
  readonly explored: boolean;
  /** What the list came from: nothing named, likes of viewers, or what films are. */
  readonly basis: 'start' | 'likes' | 'content';
  readonly shown: number;
  /** Of those, how many were liked, set aside, seen already, kept to watch; the last opinion counts. */
  readonly liked: number;
  readonly disliked: number;
  readonly seen: number;
  readonly wished: number;
  /** Sum over the films of the probability that each was shown where it was. */
  readonly propensity: number;
}

/** How often a film was shown. */
export interface Exposure {
  readonly film: FilmId;
  readonly shown: number;
}

/** What happened from this hour on is not counted: a page that counts whole days does not let the last visitor be told from the others. */
interface Until {
  readonly until: Temporal.Instant;
}

interface Counted extends Omit<Reaction, 'person' | 'explored'> {
  readonly visitor: string;
  readonly explored: number;
}

/** What people did with the films that they were shown, counted by person, rank, chance and basis. Lists of two interleaved models are left aside. */
export async function readReactions(db: Db, { until }: Until): Promise<Reaction[]> {
  const { rows } = await sql<Counted>`
    with reacted as (
      select list, film,
        max(case when action = 'liked' then id else 0 end) as liked, max(case when action = 'disliked' then id else 0 end) as disliked,
        max(case when action = 'seen' then 1 else 0 end) as seen, max(case when action = 'wished' then 1 else 0 end) as wished
      from event where action <> 'shown' and position > 0 and at < ${hourOf(until)} group by list, film
    ), named as (select distinct list from event where position = 0 and action = 'liked')
    select shown.visitor as visitor,
      case when shown.position <= 3 then 'first' when shown.position <= 10 then 'next' else 'after' end as place,
      shown.explored as explored,
      case when named.list is null then 'start' when shown.model like 'hybrid:%' then 'likes' else 'content' end as basis,
      count(*) as shown,
      sum(case when reacted.liked > reacted.disliked then 1 else 0 end) as liked,
      sum(case when reacted.disliked > reacted.liked then 1 else 0 end) as disliked,
      sum(coalesce(reacted.seen, 0)) as seen,
      sum(coalesce(reacted.wished, 0)) as wished,
      sum(shown.propensity) as propensity
    from event shown
    left join reacted on reacted.list = shown.list and reacted.film = shown.film
    left join named on named.list = shown.list
    where shown.at < ${hourOf(until)} and shown.action = 'shown' and shown.position > 0 and shown.visitor is not null and shown.team is null
    group by 1, 2, 3, 4
    order by 1, 2, 3, 4`.execute(db);
  const people = new Map<string, number>();
  return rows.map(({ visitor, ...row }) => {
    const person = people.get(visitor) ?? people.size;
    people.set(visitor, person);
    return {
      person,
      place: row.place,
      explored: Number(row.explored) === 1,
      basis: row.basis,
      shown: Number(row.shown),
      liked: Number(row.liked),
      disliked: Number(row.disliked),
      seen: Number(row.seen),
      wished: Number(row.wished),
      propensity: Number(row.propensity),
    };
  });
}

/** How often each film was shown in the lists of the log, and to how many people in all. */
export async function readExposure(
  db: Db,
  { until }: Until,
): Promise<{ readonly films: readonly Exposure[]; readonly people: number }> {
  const rows = await db
    .selectFrom('event')
    .select(({ fn }) => ['film', fn.countAll().as('shown')])
    .where('at', '<', hourOf(until))
    .where('action', '=', 'shown')
    .where('position', '>', 0)
    .where('visitor', 'is not', null)
    .groupBy('film')
    .orderBy('film')
    .execute();
  const seen = await db
    .selectFrom('event')
    .select(({ fn }) => fn.count('visitor').distinct().as('people'))
    .where('at', '<', hourOf(until))
    .where('action', '=', 'shown')
    .where('position', '>', 0)
    .executeTakeFirst();
  return {
    films: rows.map(({ film, shown }) => ({ film, shown: Number(shown) })),
    people: Number(seen?.people ?? 0),
  };
}
