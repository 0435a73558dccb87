import type { Selectable } from 'kysely';
import type { ShowingId, StaffId } from '#brand.ts';
import { fault } from '#errors.ts';
import { attendanceOf } from '#state/attendance.ts';
import { momentOf, type Clock } from '#state/clock.ts';
import { writeRows } from '#state/programme-apply.ts';
import { isEqual, placeOf, type ShowingRow } from '#state/programme-plan.ts';
import type { Db } from '#state/schema.ts';
import type { ImportMode, ProgrammeTables } from '#state/tables/programme.ts';
import { newName } from '#state/secret.ts';
import { inTransaction } from '#state/transaction.ts';

export type ProgrammeImport = Selectable<ProgrammeTables['programme_import']>;

/** What undoing an import did. */
export interface Undone {
  readonly restored: number;
  readonly removed: number;
  /** Showings that somebody has changed since, or counted who came to, as they stand. */
  readonly left: readonly ShowingRow[];
}

/** How long a file that was shown to somebody waits to be applied. */
const daysWaiting = 7;

/** Keeps a file that was read, until somebody applies it; older ones that nobody applied go. @returns its identifier */
export async function keepImport(
  db: Db,
  given: {
    readonly source: string;
    readonly format: string;
    readonly author: StaffId | null;
    readonly mode: ImportMode;
    readonly input: string;
  },
  { now = Temporal.Now.instant() }: Clock = {},
): Promise<string> {
  const id = newName(9);
  await purgeImports(db, { now });
  await db
    .insertInto('programme_import')
    .values({ ...given, id, at: momentOf(now), report: '{}', applied: null, undone: null })
    .execute();
  return id;
}

/** Files that nobody applied in time go. */
export const purgeImports = async (db: Db, { now = Temporal.Now.instant() }: Clock = {}): Promise<void> =>
  void (await db
    .deleteFrom('programme_import')
    .where('applied', 'is', null)
    .where('at', '<', momentOf(now.subtract({ hours: 24 * daysWaiting })))
    .execute());

/** @throws PROGRAMME_IMPORT_UNKNOWN */
export async function readImport(db: Db, id: string): Promise<ProgrammeImport> {
  const found = await db.selectFrom('programme_import').selectAll().where('id', '=', id).executeTakeFirst();
  if (found === undefined) throw fault('PROGRAMME_IMPORT_UNKNOWN', { id: id.slice(0, 40) });
  return found;
}

/** The latest imports that were applied, without what was read. */
export const listImports = (db: Db, most = 30): Promise<Omit<ProgrammeImport, 'input'>[]> =>
  db
    .selectFrom('programme_import')
    .select(['id', 'at', 'source', 'format', 'author', 'mode', 'report', 'applied', 'undone'])
    .where('applied', 'is not', null)
    .orderBy('applied', 'desc')
    .orderBy('id')
    .limit(most)
    .execute();

/** The imports of a source that were applied and not undone, with what is left of them. */
export const standingImports = (
  db: Db,
  { source, format }: Pick<ProgrammeImport, 'source' | 'format'>,
): Promise<Pick<ProgrammeImport, 'id' | 'at' | 'input'>[]> =>
  db
    .selectFrom('programme_import')
    .select(['id', 'at', 'input'])
    .where('source', '=', source)
    .where('format', '=', format)
    .where('applied', 'is not', null)
    .where('undone', 'is', null)
    .orderBy('at', 'desc')
    .limit(30)
    .execute();

/** Forgets an import that changed nothing. */
export const dropImport = async (db: Db, id: string): Promise<void> =>
  void (await db.deleteFrom('programme_import').where('id', '=', id).execute());

/** Changes what is known of an import. */
export const changeImport = async (
  db: Db,
  id: string,
  change: Partial<Pick<ProgrammeImport, 'input' | 'report' | 'applied' | 'mode'>>,
): Promise<void> => void (await db.updateTable('programme_import').set(change).where('id', '=', id).execute());

/**
 * Puts each showing that an import touched back as it was before, unless somebody has changed it since or counted who came to it; what the import added
 * goes.
 * @throws PROGRAMME_IMPORT_UNKNOWN, PROGRAMME_IMPORT_UNDONE
 */
export const undoImport = (db: Db, id: string, { now = Temporal.Now.instant() }: Clock = {}): Promise<Undone> =>
  inTransaction(db, async (inside) => {
    const { applied, undone } = await readImport(inside, id);
    if (applied === null || undone !== null) throw fault('PROGRAMME_IMPORT_UNDONE', { id });
    const touched = await touchedBy(inside, id);
    const stand = await standing(inside, [...touched.keys()]);
    const counted = await countedAmong(inside, [...touched.keys()]);
    const untouched = [...touched].flatMap(([showing, { before, after }]) => {
      const row = stand.get(showing);
      // what it says, not when it was written: a later import that was undone wrote it again
      return row !== undefined && isEqual(row, after) && !counted.has(showing) ? [{ row, before }] : [];
    });
    const added = untouched.filter(({ before }) => before === null).map(({ row }) => row.id);
    for (const few of slices(added)) await inside.deleteFrom('showing').where('id', 'in', few).execute();
    const back = untouched.flatMap(({ row, before }) => (before === null ? [] : [{ row, before }]));
    const free = await freePlaces(inside, back);
    await writeRows(
      inside,
      free.map(({ row }) => row),
      free.map(({ before }) => ({ ...before, changed: momentOf(now) })),
    );
    const done = new Set([...added, ...free.map(({ row }) => row.id)]);
    await inside
      .updateTable('programme_import')
      .set({ undone: momentOf(now) })
      .where('id', '=', id)
      .execute();
    return {
      restored: free.length,
      removed: added.length,
      left: [...touched.keys()].flatMap((showing) => (done.has(showing) ? [] : (stand.get(showing) ?? []))),
    };
  });

/** Each showing that an import touched: how it was before the first time, and after the last. */
async function touchedBy(
  db: Db,
  id: string,
): Promise<Map<ShowingId, { readonly before: ShowingRow | null; readonly after: ShowingRow }>> {
  const changes = await db.selectFrom('programme_change').selectAll().where('import', '=', id).orderBy('id').execute();
  const touched = new Map<ShowingId, { readonly before: ShowingRow | null; readonly after: ShowingRow }>();
  for (const { showing, before, after } of changes) {
    const known = touched.get(showing);
    const [was, is] = [rowOf(before), rowOf(after)];
    if (is !== null) touched.set(showing, { before: known === undefined ? was : known.before, after: is });
  }
  return touched;
}

const rowOf = (text: string | null): ShowingRow | null => (text === null ? null : JSON.parse(text));

async function standing(db: Db, ids: readonly ShowingId[]): Promise<Map<ShowingId, ShowingRow>> {
  const rows = new Map<ShowingId, ShowingRow>();
  for (const few of slices(ids))
    for (const row of await db.selectFrom('showing').selectAll().where('id', 'in', few).execute())
      rows.set(row.id, row);
  return rows;
}

async function countedAmong(db: Db, ids: readonly ShowingId[]): Promise<Set<ShowingId>> {
  const counted = new Set<ShowingId>();
  for (const few of slices(ids)) for (const id of (await attendanceOf(db, few)).keys()) counted.add(id);
  return counted;
}

const slices = (ids: readonly ShowingId[]): ShowingId[][] =>
  Array.from({ length: Math.ceil(ids.length / 1000) }, (_, at) => ids.slice(at * 1000, (at + 1) * 1000));

/** Those whose former place nobody has taken since. */
async function freePlaces<T extends { readonly row: ShowingRow; readonly before: ShowingRow }>(
  db: Db,
  back: readonly T[],
): Promise<T[]> {
  const moving = new Set(back.map(({ row }) => row.id));
  const free: T[] = [];
  for (const one of back) {
    const { before, row } = one;
    if (placeOf(before) === placeOf(row)) {
      free.push(one);
      continue;
    }
    const there = await db
      .selectFrom('showing')
      .select('id')
      .where('venue', '=', before.venue)
      .where('starts', '=', before.starts)
      .where('screen', '=', before.screen)
      .where('title', '=', before.title)
      .executeTakeFirst();
    if (there === undefined || moving.has(there.id)) free.push(one);
  }
  return free;
}
