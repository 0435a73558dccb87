import type { Db } from '#state/schema.ts';

/** A like without a name: people are numbered in the order met, and the numbers mean nothing elsewhere. */
export interface NamelessLike {
  readonly person: number;
  readonly film: string;
}

/** More likes than these tell no more. */
const most = 500_000;

/** Everything that people like, without saying who: the latest likes first. To be counted by groups of at least five people, and never shown one by one. */
export async function everyLike(db: Db): Promise<NamelessLike[]> {
  const rows = await db
    .selectFrom('mark')
    .select(['visitor', 'film'])
    .where('kind', '=', 'liked')
    .orderBy('at', 'desc')
    .orderBy('film')
    .limit(most)
    .execute();
  const people = new Map<string | number, number>();
  return rows.map(({ visitor, film }) => {
    const person = people.get(visitor) ?? people.size;
    people.set(visitor, person);
    return { person, film };
  });
}
