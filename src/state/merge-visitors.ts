import type { FilmId, VisitorId } from '#brand.ts';
import { fault } from '#errors.ts';
import { holdVisitor } from '#state/visitors.ts';
import type { Mark } from '#state/marks.ts';
import { markKinds, type Db } from '#state/schema.ts';
import { inTransaction } from '#state/transaction.ts';

const rowsAtOnce = 1000; // four values a row, far below what either engine takes

/**
 * Two visitors turn out to be one person: everything held about `from` becomes `into`'s, and the cookie of `from` stands for `into` from now on.
 * Where both said something of the same thing (a like against a dislike, a setting, a place in one group), the latest counts; of two at the same
 * moment, `into`'s. A visitor who has an account holds it all whichever way round; two accounts stay two. Resolves to who holds it all.
 * @throws VISITOR_UNKNOWN, ACCOUNTS_TWO
 */
export const mergeVisitors = (db: Db, from: VisitorId, into: VisitorId): Promise<VisitorId> =>
  inTransaction(db, async (within) => {
    const held = new Map<VisitorId, VisitorId>();
    // In one order, whoever merges: two that merge each other do not wait for one another.
    for (const id of [from, into].toSorted()) held.set(id, await holdVisitor(within, id));
    const [asked, meant] = [held.get(from) ?? from, held.get(into) ?? into];
    if (asked === meant) return meant;
    const [old, kept] = (await hasAccount(within, asked)) ? [meant, asked] : [asked, meant];
    if (await hasAccount(within, old)) throw fault('ACCOUNTS_TWO');
    await mergeMarks(within, old, kept);
    await mergeSettings(within, old, kept);
    await mergeGroups(within, old, kept);
    await mergeWishes(within, old, kept);
    await within.updateTable('event').set({ visitor: kept }).where('visitor', '=', old).execute();
    await mergeRows(within, old, kept);
    return kept;
  });

/** The marks of one person from those of two visitors: for each film the latest opinion, and the latest of each other kind. */
export function settleMarks(old: readonly Mark[], kept: readonly Mark[]): Mark[] {
  const films = new Map<FilmId, Map<string, Mark>>();
  for (const mark of [...kept, ...old]) {
    const slots = films.get(mark.film) ?? new Map<string, Mark>();
    films.set(mark.film, slots);
    const slot = mark.kind === 'disliked' ? 'liked' : mark.kind;
    const standing = slots.get(slot);
    if (standing === undefined || mark.at > standing.at) slots.set(slot, mark);
  }
  return [...films.values()].flatMap((slots) => [...slots.values()]);
}

async function mergeMarks(db: Db, old: VisitorId, kept: VisitorId): Promise<void> {
  const marksOf = (visitor: VisitorId): Promise<Mark[]> =>
    db.selectFrom('mark').select(['film', 'kind', 'at']).where('visitor', '=', visitor).execute();
  const settled = settleMarks(await marksOf(old), await marksOf(kept));
  await db
    .deleteFrom('mark')
    .where('visitor', 'in', [old, kept])
    .where('kind', 'in', [...markKinds])
    .execute();
  for (let start = 0; start < settled.length; start += rowsAtOnce)
    await db
      .insertInto('mark')
      .values(settled.slice(start, start + rowsAtOnce).map(({ film, kind, at }) => ({ visitor: kept, film, kind, at })))
      .execute();
}

async function mergeSettings(db: Db, old: VisitorId, kept: VisitorId): Promise<void> {
  const rows = await db.selectFrom('setting').selectAll().where('visitor', 'in', [old, kept]).execute();
  for (const { key, value, at } of rows.filter(({ visitor }) => visitor === old)) {
    const standing = rows.find((row) => row.visitor === kept && row.key === key);
    if (standing !== undefined && standing.at >= at) continue;
    await db
      .insertInto('setting')
      .values({ visitor: kept, key, value, at })
      .onConflict((conflict) => conflict.columns(['visitor', 'key']).doUpdateSet({ value, at }))
      .execute();
  }
  await db.deleteFrom('setting').where('visitor', '=', old).execute();
}

async function mergeGroups(db: Db, old: VisitorId, kept: VisitorId): Promise<void> {
  await db.updateTable('group_session').set({ creator: kept }).where('creator', '=', old).execute();
  const places = await db
    .selectFrom('group_member')
    .select(['id', 'session', 'visitor', 'joined'])
    .where('visitor', 'in', [old, kept])
    .execute();
  for (const place of places.filter(({ visitor }) => visitor === old)) {
    const other = places.find(({ session, visitor }) => visitor === kept && session === place.session);
    const loser = other === undefined ? null : other.joined >= place.joined ? place : other;
    if (loser !== null) await db.deleteFrom('group_member').where('id', '=', loser.id).execute();
  }
  await db.updateTable('group_member').set({ visitor: kept }).where('visitor', '=', old).execute();
}

async function mergeWishes(db: Db, old: VisitorId, kept: VisitorId): Promise<void> {
  const wishes = await db.selectFrom('wish').selectAll().where('visitor', 'in', [old, kept]).execute();
  const standing = new Map(wishes.filter(({ visitor }) => visitor === kept).map((wish) => [wish.film, wish]));
  for (const wish of wishes.filter(({ visitor }) => visitor === old)) {
    const other = standing.get(wish.film);
    const loser = other === undefined ? null : wish.at > other.at ? kept : old;
    if (loser !== null)
      await db.deleteFrom('wish').where('visitor', '=', loser).where('film', '=', wish.film).execute();
  }
  await db.updateTable('wish').set({ visitor: kept }).where('visitor', '=', old).execute();
}

const hasAccount = async (db: Db, visitor: VisitorId): Promise<boolean> =>
  (await db.selectFrom('customer').select('id').where('visitor', '=', visitor).executeTakeFirst()) !== undefined;

async function mergeRows(db: Db, old: VisitorId, kept: VisitorId): Promise<void> {
  const rows = await db.selectFrom('visitor').select(['created', 'last_seen']).where('id', 'in', [old, kept]).execute();
  const [created, last] = [
    rows.map((row) => row.created).toSorted()[0],
    rows
      .map((row) => row.last_seen)
      .toSorted()
      .at(-1),
  ];
  if (created !== undefined && last !== undefined)
    await db.updateTable('visitor').set({ created, last_seen: last }).where('id', '=', kept).execute();
  await db
    .updateTable('visitor')
    .set({ merged_into: kept })
    .where((row) => row.or([row('id', '=', old), row('merged_into', '=', old)]))
    .execute();
}
