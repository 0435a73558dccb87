import type { VisitorId } from '#brand.ts';
import { fault } from '#errors.ts';
import { readBasket, type Basket } from '#state/basket.ts';
import { momentOf, type Clock } from '#state/clock.ts';
import type { Db } from '#state/schema.ts';
import { isSecret, newSecret } from '#state/secret.ts';
import { inTransaction } from '#state/transaction.ts';
import { holdVisitor } from '#state/visitors.ts';

const longestText = 60;

export interface Member {
  /** The member's own key to change or leave: never shown to the others. */
  readonly id: string;
  readonly visitor: VisitorId | null;
  readonly label: string;
  readonly basket: Basket;
  readonly weight: number;
  /** The relevance received at past evenings, >= 0. */
  readonly received: number;
}

export interface Group {
  /** What its link holds: 128 random bits, the only way in. */
  readonly code: string;
  readonly name: string | null;
  /** UTC. */
  readonly expires: string;
  /** In the order in which they joined. */
  readonly members: readonly Member[];
}

/** Makes a group for some days (7 unless told). @throws VISITOR_UNKNOWN */
export const createGroup = (
  db: Db,
  { creator = null, name = null, days = 7 }: { creator?: VisitorId | null; name?: string | null; days?: number } = {},
  { now = Temporal.Now.instant() }: Clock = {},
): Promise<Group> =>
  inTransaction(db, async (within) => {
    const session = {
      id: newSecret(),
      name: name === null ? null : tidied(name) || null,
      created: momentOf(now),
      expires: momentOf(now.add({ hours: 24 * days })),
      creator: creator === null ? null : await holdVisitor(within, creator),
    };
    await within.insertInto('group_session').values(session).execute();
    return { code: session.id, name: session.name, expires: session.expires, members: [] };
  });

/** The group of a link; null when there is none, or its time is over. */
export async function findGroup(
  db: Db,
  code: string,
  { now = Temporal.Now.instant() }: Clock = {},
): Promise<Group | null> {
  if (!isSecret(code)) return null;
  const session = await db
    .selectFrom('group_session')
    .select(['id', 'name', 'expires'])
    .where('id', '=', code)
    .where('expires', '>', momentOf(now))
    .executeTakeFirst();
  if (session === undefined) return null;
  const members = await db
    .selectFrom('group_member')
    .select(['id', 'visitor', 'label', 'basket', 'weight', 'received'])
    .where('session', '=', code)
    .orderBy('joined')
    .orderBy('id')
    .execute();
  return {
    code: session.id,
    name: session.name,
    expires: session.expires,
    members: members.map((member) => ({ ...member, basket: readBasket(member.basket) })),
  };
}

/** The groups that a visitor made or joined and whose time is not over, the newest first. */
export const groupsOf = (
  db: Db,
  visitor: VisitorId,
  { now = Temporal.Now.instant() }: Clock = {},
): Promise<{ code: string; name: string | null; expires: string }[]> =>
  db
    .selectFrom('group_session')
    .select(['id as code', 'name', 'expires'])
    .where('expires', '>', momentOf(now))
    .where((row) =>
      row.or([
        row('creator', '=', visitor),
        row('id', 'in', row.selectFrom('group_member').select('session').where('visitor', '=', visitor)),
      ]),
    )
    .orderBy('created', 'desc')
    .orderBy('id')
    .execute();

/** Inside a transaction: other changes of the group wait. @throws GROUP_GONE */
export async function holdGroup(db: Db, code: string, now: Temporal.Instant): Promise<void> {
  const held = isSecret(code)
    ? await db
        .updateTable('group_session')
        .set((row) => ({ expires: row.ref('expires') }))
        .where('id', '=', code)
        .where('expires', '>', momentOf(now))
        .returning('id')
        .executeTakeFirst()
    : undefined;
  if (held === undefined) throw fault('GROUP_GONE');
}

/** One line of a decent length, without control characters (PostgreSQL keeps no U+0000). */
export const tidied = (text: string): string =>
  Array.from(text.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\s]+/gu, ' ').trim())
    .slice(0, longestText)
    .join('');
