import { asShowingId, type ShowingId } from '#brand.ts';
import { momentOf, type Clock } from '#state/clock.ts';
import {
  placeOf,
  planChanges,
  type PlannedChange,
  type PlanOptions,
  type ProgrammePlan,
  type ShowingDraft,
  type ShowingRow,
} from '#state/programme-plan.ts';
import type { Db } from '#state/schema.ts';
import { newName } from '#state/secret.ts';
import { inTransaction } from '#state/transaction.ts';

export interface ApplyOptions extends Clock, Pick<PlanOptions, 'mode' | 'spared' | 'unplaced'> {
  readonly newId?: () => ShowingId;
}

/** What the drafts would do to the programme; nothing is changed. */
export async function planDrafts(
  db: Db,
  drafts: readonly ShowingDraft[],
  { now = Temporal.Now.instant(), newId = newShowingId, ...options }: ApplyOptions,
): Promise<ProgrammePlan> {
  return planChanges(await standing(db, drafts), drafts, { ...options, now: momentOf(now), newId });
}

/**
 * Has the programme say what the drafts say, in one transaction: see planChanges. The same drafts twice change nothing the second time.
 * @param options.import the import that it is done for, which can then be undone; its row must stand
 */
export const applyDrafts = (
  db: Db,
  drafts: readonly ShowingDraft[],
  { import: id, ...options }: ApplyOptions & { readonly import: string | null },
): Promise<ProgrammePlan> =>
  inTransaction(db, async (inside) => {
    const plan = await planDrafts(inside, drafts, options);
    await writeRows(
      inside,
      plan.changes.flatMap(({ before }) => before ?? []),
      plan.changes.map(({ after }) => after),
    );
    if (id !== null) await writeChanges(inside, id, plan.changes);
    return plan;
  });

/** Puts rows in place of those that stood; places may be swapped among them. */
export async function writeRows(db: Db, before: readonly ShowingRow[], after: readonly ShowingRow[]): Promise<void> {
  const places = new Map(before.map((row) => [row.id, placeOf(row)]));
  const moved = after.filter((row) => places.has(row.id) && places.get(row.id) !== placeOf(row));
  for (const { id } of moved)
    await db
      .updateTable('showing')
      .set({ screen: `~${id}` })
      .where('id', '=', id)
      .execute();
  for (const few of slices(after))
    await db
      .insertInto('showing')
      .values(few)
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet(({ ref }) => ({
          film: ref('excluded.film'),
          title: ref('excluded.title'),
          starts: ref('excluded.starts'),
          day: ref('excluded.day'),
          version: ref('excluded.version'),
          features: ref('excluded.features'),
          screen: ref('excluded.screen'),
          minutes: ref('excluded.minutes'),
          price: ref('excluded.price'),
          booking: ref('excluded.booking'),
          note: ref('excluded.note'),
          cancelled: ref('excluded.cancelled'),
          changed: ref('excluded.changed'),
          origin: ref('excluded.origin'),
        })),
      )
      .execute();
}

/** 128 random bits. */
export function newShowingId(): ShowingId {
  const id = asShowingId(newName(16));
  if (id === null) throw new TypeError('16 bytes are 22 characters of base64url');
  return id;
}

/** What stands at the venues of the drafts, on their days and around them: what a system has moved may come from another day. */
async function standing(db: Db, drafts: readonly ShowingDraft[]): Promise<ShowingRow[]> {
  const days = drafts.map(({ day }) => day).toSorted();
  const [first, last] = [days.at(0), days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);
  return db
    .selectFrom('showing')
    .selectAll()
    .where('venue', 'in', [...new Set(drafts.map(({ venue }) => venue))])
    .where('day', '>=', day(first).subtract({ days: daysAround }).toString())
    .where('day', '<=', day(last).add({ days: daysAround }).toString())
    .execute();
}

const daysAround = 60;

async function writeChanges(db: Db, id: string, changes: readonly PlannedChange[]): Promise<void> {
  const rows = changes.map(({ before, after }) => ({
    import: id,
    showing: after.id,
    before: before === null ? null : JSON.stringify(before),
    after: JSON.stringify(after),
  }));
  for (const few of slices(rows)) await db.insertInto('programme_change').values(few).execute();
}

// SQLite takes 32 766 values in a statement, PostgreSQL 65 535
const mostRows = 500;
const slices = <T>(rows: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(rows.length / mostRows) }, (_, at) => rows.slice(at * mostRows, (at + 1) * mostRows));
