import type { CustomerId, FilmId, VisitorId } from '#brand.ts';
import { fault } from '#errors.ts';
import type { Clock } from '#state/clock.ts';
import { customerOf, customerOfVisitor } from '#state/customers.ts';
import { eraseAccount, nothingOfAccount, type ErasedAccount, type Eraser } from '#state/erase-account.ts';
import { exportAccount, type AccountExport } from '#state/export-account.ts';
import { forgetDeleted } from '#state/forget-deleted.ts';
import { listMarks, type Mark } from '#state/marks.ts';
import { placesOfVisitor, type Place } from '#state/places.ts';
import type { Db, EventAction } from '#state/schema.ts';
import { engineOf, inTransaction } from '#state/transaction.ts';
import { withVisitor } from '#state/visitors.ts';
import { wishesOf, type Wish } from '#state/wishes.ts';

/** Everything held about a visitor (RGPD, articles 15 and 20), as one JSON value. */
export interface VisitorExport {
  readonly visitor: { readonly id: VisitorId; readonly created: string; readonly lastSeen: string };
  /** Former identifiers of the same person. */
  readonly mergedFrom: readonly { readonly id: VisitorId; readonly created: string; readonly lastSeen: string }[];
  readonly marks: readonly Mark[];
  readonly wishes: readonly (Wish & { readonly at: string })[];
  readonly settings: readonly { readonly key: string; readonly value: string; readonly at: string }[];
  readonly groupsMade: readonly { code: string; name: string | null; created: string; expires: string }[];
  readonly groupPlaces: readonly Place[];
  readonly events: readonly {
    readonly list: string;
    readonly model: string;
    readonly position: number;
    readonly film: FilmId;
    readonly propensity: number;
    readonly explored: boolean;
    readonly team: 'a' | 'b' | null;
    readonly action: EventAction;
    readonly at: string;
  }[];
  /** Null for whoever has no account. */
  readonly account: AccountExport | null;
}

/** How many rows of each table went, or lost their link to the person (`groupsUnlinked`). */
export interface Erased extends ErasedAccount {
  readonly visitors: number;
  readonly marks: number;
  readonly wishes: number;
  readonly settings: number;
  readonly groupPlaces: number;
  readonly groupsUnlinked: number;
  readonly events: number;
}

/** Everything held about a visitor at one moment; null when nothing is. */
export function exportVisitor(db: Db, visitor: VisitorId): Promise<VisitorExport | null> {
  if (db.isTransaction || engineOf(db) === 'sqlite') return inTransaction(db, (within) => gather(within, visitor));
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute((within) => gather(within, visitor));
}

/** Everything held about someone with an account. @throws CUSTOMER_UNKNOWN */
export async function exportCustomer(db: Db, id: CustomerId): Promise<VisitorExport> {
  const customer = await customerOf(db, id);
  const held = customer === null ? null : await exportVisitor(db, customer.visitor);
  if (held === null) throw fault('CUSTOMER_UNKNOWN');
  return held;
}

/** Erases everything held about someone with an account: see eraseVisitor. @throws CUSTOMER_UNKNOWN */
export async function eraseCustomer(db: Db, id: CustomerId, options: Clock & { readonly by: Eraser }): Promise<Erased> {
  const customer = await customerOf(db, id);
  if (customer === null) throw fault('CUSTOMER_UNKNOWN');
  return eraseVisitor(db, customer.visitor, options);
}

/**
 * Erases everything held about a visitor, former identifiers and their account too, as if they had never come. A group that they made stays for its
 * members, without its name and without them. Of an account, a letter says that it is done, and the hash of its address stays, so that no mistake
 * writes to it again.
 * @throws VISITOR_UNKNOWN
 */
export async function eraseVisitor(
  db: Db,
  visitor: VisitorId,
  { by = 'self', ...clock }: Clock & { readonly by?: Eraser } = {},
): Promise<Erased> {
  const erased = await withVisitor(db, visitor, async (within, id) => {
    const counted = async (work: Promise<{ length: number }>): Promise<number> => (await work).length;
    const customer = await customerOfVisitor(within, id);
    return {
      ...(customer === null ? nothingOfAccount : await eraseAccount(within, customer, by, clock)),
      wishes: await counted(within.deleteFrom('wish').where('visitor', '=', id).returning('film').execute()),
      marks: await counted(within.deleteFrom('mark').where('visitor', '=', id).returning('film').execute()),
      settings: await counted(within.deleteFrom('setting').where('visitor', '=', id).returning('key').execute()),
      groupPlaces: await counted(within.deleteFrom('group_member').where('visitor', '=', id).returning('id').execute()),
      groupsUnlinked: await counted(
        within
          .updateTable('group_session')
          .set({ creator: null, name: null })
          .where('creator', '=', id)
          .returning('id')
          .execute(),
      ),
      events: await counted(within.deleteFrom('event').where('visitor', '=', id).returning('id').execute()),
      visitors:
        (await counted(within.deleteFrom('visitor').where('merged_into', '=', id).returning('id').execute())) +
        (await counted(within.deleteFrom('visitor').where('id', '=', id).returning('id').execute())),
    };
  });
  await forgetDeleted(db);
  return erased;
}

async function gather(db: Db, visitor: VisitorId): Promise<VisitorExport | null> {
  const given = await db.selectFrom('visitor').selectAll().where('id', '=', visitor).executeTakeFirst();
  if (given === undefined) return null;
  const id = given.merged_into ?? given.id;
  const rows = await db
    .selectFrom('visitor')
    .select(['id', 'created', 'last_seen as lastSeen'])
    .where((row) => row.or([row('id', '=', id), row('merged_into', '=', id)]))
    .orderBy('id')
    .execute();
  const self = rows.find((row) => row.id === id);
  if (self === undefined) return null;
  const customer = await customerOfVisitor(db, id);
  const events = await db
    .selectFrom('event')
    .select(['list', 'model', 'position', 'film', 'propensity', 'explored', 'team', 'action', 'at'])
    .where('visitor', '=', id)
    .orderBy('id')
    .execute();
  return {
    visitor: self,
    mergedFrom: rows.filter((row) => row !== self),
    marks: await listMarks(db, id),
    wishes: await wishesOf(db, id),
    settings: await db
      .selectFrom('setting')
      .select(['key', 'value', 'at'])
      .where('visitor', '=', id)
      .orderBy('key')
      .execute(),
    groupsMade: await db
      .selectFrom('group_session')
      .select(['id as code', 'name', 'created', 'expires'])
      .where('creator', '=', id)
      .orderBy('created')
      .execute(),
    groupPlaces: await placesOfVisitor(db, id),
    events: events.map((event) => ({ ...event, explored: event.explored === 1 })),
    account: customer === null ? null : await exportAccount(db, customer),
  };
}
