import type { CustomerId, StaffId } from '#brand.ts';
import { writeAudit } from '#state/audit.ts';
import { momentOf, type Clock } from '#state/clock.ts';
import type { Db } from '#state/schema.ts';
import type { ChannelName } from '#state/tables/customers.ts';
import type { OutboxState, OutboxTables } from '#state/tables/outbox.ts';
import { inTransaction } from '#state/transaction.ts';

/** What is told to many at once, and how far it has come. */
export interface Campaign {
  readonly id: string;
  readonly kind: OutboxTables['campaign']['kind'];
  readonly week: string;
  readonly state: OutboxTables['campaign']['state'];
  /** A word of the house, at the head of each letter. */
  readonly note: string;
  readonly due: string;
  readonly created: string;
  readonly counts: Readonly<Partial<Record<OutboxState, number>>>;
}

export type NewCampaign = Pick<Campaign, 'id' | 'kind' | 'week' | 'state'> & { readonly due: Temporal.Instant };

/** The state of a campaign, made when there is none yet; one that stands is left as it is. */
export async function campaignStanding(
  db: Db,
  { due, ...campaign }: NewCampaign,
  { now = Temporal.Now.instant() }: Clock = {},
): Promise<Campaign['state']> {
  await db
    .insertInto('campaign')
    .values({ ...campaign, due: momentOf(due), note: '', created: momentOf(now), author: null })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
  const row = await db.selectFrom('campaign').select('state').where('id', '=', campaign.id).executeTakeFirstOrThrow();
  return row.state;
}

/** Has a campaign wait that nobody has let go; one that somebody of the house has released, held or cancelled is left as it is. */
export const holdUnreleased = async (db: Db, id: string): Promise<void> =>
  void (await db
    .updateTable('campaign')
    .set({ state: 'held' })
    .where('id', '=', id)
    .where('state', '=', 'released')
    .where('author', 'is', null)
    .execute());

/** The campaigns, the latest first, with how many of their messages are where. */
export const listCampaigns = (db: Db, { most = 20 }: { readonly most?: number } = {}): Promise<Campaign[]> =>
  withCounts(db, campaigns(db).orderBy('due', 'desc').orderBy('id').limit(most).execute());

/** One campaign; null when there is none of that name yet. */
export const campaignOf = async (db: Db, id: string): Promise<Campaign | null> =>
  (await withCounts(db, campaigns(db).where('id', '=', id).execute()))[0] ?? null;

const campaigns = (db: Db) =>
  db.selectFrom('campaign').select(['id', 'kind', 'week', 'state', 'note', 'due', 'created']);

async function withCounts(db: Db, found: Promise<Omit<Campaign, 'counts'>[]>): Promise<Campaign[]> {
  const rows = await found;
  if (rows.length === 0) return [];
  const counted = await db
    .selectFrom('outbox')
    .select(({ fn }) => ['campaign', 'state', fn.countAll().as('rows')])
    .where(
      'campaign',
      'in',
      rows.map(({ id }) => id),
    )
    .groupBy(['campaign', 'state'])
    .execute();
  return rows.map((row) => ({
    ...row,
    counts: Object.fromEntries(
      counted.filter(({ campaign }) => campaign === row.id).map(({ state, rows: count }) => [state, Number(count)]),
    ),
  }));
}

/** How many messages of a campaign are where, by channel. */
export const campaignChannels = async (
  db: Db,
  id: string,
): Promise<{ channel: ChannelName; state: OutboxState; count: number }[]> =>
  (
    await db
      .selectFrom('outbox')
      .select(({ fn }) => ['channel', 'state', fn.countAll().as('count')])
      .where('campaign', '=', id)
      .groupBy(['channel', 'state'])
      .orderBy('channel')
      .orderBy('state')
      .execute()
  ).map((row) => ({ ...row, count: Number(row.count) }));

/** Some e-mails of a campaign, spread over all of them: to see what they look like. */
export async function campaignSamples(db: Db, id: string, most: number) {
  const letters = db.selectFrom('outbox').where('campaign', '=', id).where('channel', '=', 'email');
  const { count } = await letters.select(({ fn }) => fn.countAll().as('count')).executeTakeFirstOrThrow();
  const all = Number(count);
  const places = new Set(Array.from({ length: most }, (_, at) => Math.floor((at * (all - 1)) / Math.max(1, most - 1))));
  const found: { customer: CustomerId | null; payload: string }[] = [];
  for (const place of all === 0 ? [] : places) {
    const row = await letters.select(['customer', 'payload']).orderBy('id').limit(1).offset(place).executeTakeFirst();
    if (row !== undefined) found.push(row);
  }
  return found;
}

/** A word of the house, at the head of each letter that has not left yet. */
export const noteCampaign = (db: Db, id: string, note: string, by: By, clock: Clock = {}): Promise<void> =>
  changed(db, id, 'campaign-note', by, clock, async (within) => {
    await within.updateTable('campaign').set({ note }).where('id', '=', id).where('state', '<>', 'cancelled').execute();
  });

/** Nothing more of it leaves until it is released. */
export const holdCampaign = (db: Db, id: string, by: By, clock: Clock = {}): Promise<void> =>
  changed(db, id, 'campaign-hold', by, clock, async (within) => {
    await within
      .updateTable('campaign')
      .set({ state: 'held', author: by.staff })
      .where('id', '=', id)
      .where('state', '=', 'released')
      .execute();
  });

/**
 * Lets it go: what waits may leave, until what it tells is over; and so may what the guard of late runs took back.
 * @param options.until when what it tells is over: the end of its week
 */
export const releaseCampaign = (
  db: Db,
  id: string,
  by: By,
  { until, now = Temporal.Now.instant() }: Clock & { readonly until: Temporal.Instant },
): Promise<void> =>
  changed(db, id, 'campaign-release', by, { now }, async (within) => {
    const freed = await within
      .updateTable('campaign')
      .set({ state: 'released', author: by.staff })
      .where('id', '=', id)
      .where('state', '<>', 'cancelled')
      .executeTakeFirst();
    if (Number(freed.numUpdatedRows) === 0) return;
    const [at, stale] = [momentOf(now), momentOf(until)];
    await within
      .updateTable('outbox')
      .set({ stale, changed: at })
      .where('campaign', '=', id)
      .where('state', '=', 'queued')
      .where('stale', '<', stale)
      .execute();
    await within
      .updateTable('outbox')
      .set({ state: 'queued', stale, attempts: 0, reason: null, claimed_by: null, claimed_until: null, changed: at })
      .where('campaign', '=', id)
      .where('state', '=', 'suppressed')
      .whereRef('changed', '>=', 'stale')
      .execute();
  });

/** Gives it up: what has not left never will. */
export const cancelCampaign = (
  db: Db,
  id: string,
  by: By,
  { now = Temporal.Now.instant() }: Clock = {},
): Promise<void> =>
  changed(db, id, 'campaign-cancel', by, { now }, async (within) => {
    await within.updateTable('campaign').set({ state: 'cancelled', author: by.staff }).where('id', '=', id).execute();
    await within
      .updateTable('outbox')
      .set({ state: 'suppressed', reason: 'campaign cancelled', changed: momentOf(now) })
      .where('campaign', '=', id)
      .where('state', '=', 'queued')
      .execute();
  });

/** Who of the house; null: the command line. */
export interface By {
  readonly staff: StaffId | null;
}

const changed = (
  db: Db,
  id: string,
  action: string,
  by: By,
  clock: Clock,
  work: (within: Db) => Promise<void>,
): Promise<void> =>
  inTransaction(db, async (within) => {
    await work(within);
    await writeAudit(within, { staff: by.staff, action, subject: id }, clock);
  });
