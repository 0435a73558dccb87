import { sql } from 'kysely';
import type { FilmId, VisitorId } from '#brand.ts';
import type { Db } from '#state/schema.ts';

/** One standing wish, and what there is to know of how likely a person is behind it. */
export interface Wisher {
  readonly visitor: VisitorId;
  readonly film: FilmId;
  /** INSEE code. */
  readonly commune: string;
  /** 1 Monday to 7 Sunday; none: any. */
  readonly days: readonly number[];
  readonly seats: number;
  readonly at: string;
  /** They came back another day, or proved an address of theirs. */
  readonly known: boolean;
}

/** Every wish of some films, or of all, the earliest first. Nobody's: for counting, never for showing. */
export async function wishersOf(
  db: Db,
  { films, visitor }: { readonly films?: readonly FilmId[]; readonly visitor?: VisitorId } = {},
): Promise<Wisher[]> {
  if (films?.length === 0) return [];
  let query = db
    .selectFrom('wish')
    .innerJoin('visitor', 'visitor.id', 'wish.visitor')
    .select([
      'wish.visitor',
      'wish.film',
      'wish.commune',
      'wish.days',
      'wish.seats',
      'wish.at',
      sql<number>`case when visitor.last_seen > visitor.created or exists (
        select 1 from customer where customer.visitor = wish.visitor and customer.confirmed is not null
      ) then 1 else 0 end`.as('known'),
    ])
    .orderBy('wish.at')
    .orderBy('wish.visitor');
  if (films !== undefined) query = query.where('wish.film', 'in', [...new Set(films)]);
  if (visitor !== undefined) query = query.where('wish.visitor', '=', visitor);
  const rows = await query.execute();
  return rows.map((row) => ({
    ...row,
    days: row.days === '' ? [] : row.days.split(',').map(Number),
    known: Number(row.known) === 1,
  }));
}

/** The films that most people wished, the most wished first; equals by their identifiers. */
export async function mostWished(
  db: Db,
  { most, least = 1 }: { readonly most: number; readonly least?: number },
): Promise<FilmId[]> {
  const rows = await db
    .selectFrom('wish')
    .select(({ fn }) => ['film', fn.countAll().as('people')])
    .groupBy('film')
    .having(({ fn }) => fn.countAll(), '>=', least)
    .orderBy('people', 'desc')
    .orderBy('film')
    .limit(most)
    .execute();
  return rows.map(({ film }) => film);
}

/** How many people liked some films, and how many put them on their list to watch. A mark has no place. */
export async function marksOfFilms(
  db: Db,
  films: readonly FilmId[],
): Promise<Map<FilmId, { readonly liked: number; readonly wanted: number }>> {
  const rows =
    films.length === 0
      ? []
      : await db
          .selectFrom('mark')
          .select(({ fn }) => ['film', 'kind', fn.countAll().as('people')])
          .where('film', 'in', [...new Set(films)])
          .where('kind', 'in', ['liked', 'wanted'])
          .groupBy(['film', 'kind'])
          .execute();
  const counts = new Map<FilmId, { liked: number; wanted: number }>();
  for (const { film, kind, people } of rows) {
    const known = counts.get(film) ?? { liked: 0, wanted: 0 };
    counts.set(film, { ...known, [kind]: Number(people) });
  }
  return counts;
}
