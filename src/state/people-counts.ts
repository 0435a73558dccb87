import type { Db } from '#state/schema.ts';

/** How many people are held, and of what kind: counts alone. */
export interface PeopleCounts {
  /** Without an account. */
  readonly visitors: number;
  readonly accounts: number;
  readonly confirmed: number;
  /** Told of something, by at least one channel. */
  readonly subscribed: number;
  readonly suppressed: number;
}

/** Counts them. */
export async function countPeople(db: Db): Promise<PeopleCounts> {
  const count = async (rows: Promise<{ count: number | string | bigint } | undefined>): Promise<number> =>
    Number((await rows)?.count ?? 0);
  const { fn } = db;
  const accounts = db.selectFrom('customer').select(fn.countAll().as('count'));
  return {
    visitors: await count(
      db
        .selectFrom('visitor')
        .select(fn.countAll().as('count'))
        .where('merged_into', 'is', null)
        .where('id', 'not in', db.selectFrom('customer').select('visitor'))
        .executeTakeFirst(),
    ),
    accounts: await count(accounts.executeTakeFirst()),
    confirmed: await count(accounts.where('confirmed', 'is not', null).executeTakeFirst()),
    subscribed: await count(
      db.selectFrom('subscription').select(fn.count('customer').distinct().as('count')).executeTakeFirst(),
    ),
    suppressed: await count(db.selectFrom('suppression').select(fn.countAll().as('count')).executeTakeFirst()),
  };
}
