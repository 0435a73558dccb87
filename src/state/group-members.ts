import type { VisitorId } from '#brand.ts';
import { fault } from '#errors.ts';
import type { Basket } from '#state/basket.ts';
import { momentOf, type Clock } from '#state/clock.ts';
import { holdGroup, tidied } from '#state/groups.ts';
import type { Db } from '#state/schema.ts';
import { newSecret } from '#state/secret.ts';
import { inTransaction } from '#state/transaction.ts';
import { holdVisitor } from '#state/visitors.ts';

/** A group's evening is chosen for two to eight people. */
export const mostMembers = 8;

/** Who joins: a visitor, or a guest known by a label alone. */
export interface Joining {
  readonly visitor?: VisitorId | null;
  readonly label: string;
  readonly basket: Basket;
  /** How much the member counts, above 0, 1000 at most; 1 unless told. */
  readonly weight?: number;
}

/**
 * Joins; a visitor who is a member already brings the new basket to the same place. Resolves to the member's own key.
 * @throws GROUP_GONE, GROUP_FULL, VISITOR_UNKNOWN
 */
export const joinGroup = (
  db: Db,
  code: string,
  { visitor = null, label, basket, weight = 1 }: Joining,
  { now = Temporal.Now.instant() }: Clock = {},
): Promise<string> =>
  inTransaction(db, async (within) => {
    const holder = visitor === null ? null : await holdVisitor(within, visitor);
    await holdGroup(within, code, now);
    const members = await within
      .selectFrom('group_member')
      .select(['id', 'visitor'])
      .where('session', '=', code)
      .execute();
    const brought = { label: tidied(label), basket: JSON.stringify(basket), weight };
    const already = members.find((member) => holder !== null && member.visitor === holder);
    if (already !== undefined) {
      await within.updateTable('group_member').set(brought).where('id', '=', already.id).execute();
      return already.id;
    }
    if (members.length >= mostMembers) throw fault('GROUP_FULL', { most: mostMembers });
    const id = newSecret();
    await within
      .insertInto('group_member')
      .values({ id, session: code, visitor: holder, ...brought, received: 0, joined: momentOf(now) })
      .execute();
    return id;
  });

/** A member brings another basket, label or weight. @throws GROUP_GONE when the group, or the member, is no more */
export const changeMember = (
  db: Db,
  code: string,
  member: string,
  { label, basket, weight }: Partial<Omit<Joining, 'visitor'>>,
  { now = Temporal.Now.instant() }: Clock = {},
): Promise<void> =>
  inTransaction(db, async (within) => {
    await holdGroup(within, code, now);
    const changed = await within
      .updateTable('group_member')
      .set((row) => ({
        label: label === undefined ? row.ref('label') : tidied(label),
        basket: basket === undefined ? row.ref('basket') : JSON.stringify(basket),
        weight: weight ?? row.ref('weight'),
      }))
      .where('id', '=', member)
      .where('session', '=', code)
      .returning('id')
      .executeTakeFirst();
    if (changed === undefined) throw fault('GROUP_GONE');
  });

/** Leaves, and takes the basket away; resolves to whether the member was there. */
export async function leaveGroup(db: Db, code: string, member: string): Promise<boolean> {
  const left = await db
    .deleteFrom('group_member')
    .where('id', '=', member)
    .where('session', '=', code)
    .returning('id')
    .execute();
  return left.length > 0;
}

/** After an evening: adds what each member received, so that the next one can make up for it. @throws GROUP_GONE */
export const addReceived = (
  db: Db,
  code: string,
  received: ReadonlyMap<string, number>,
  { now = Temporal.Now.instant() }: Clock = {},
): Promise<void> =>
  inTransaction(db, async (within) => {
    await holdGroup(within, code, now);
    for (const [member, more] of received)
      await within
        .updateTable('group_member')
        .set((row) => ({ received: row('received', '+', more) }))
        .where('id', '=', member)
        .where('session', '=', code)
        .execute();
  });
