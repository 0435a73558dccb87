import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { test } from 'node:test';
import { sql } from 'kysely';
import type { VisitorId } from '#brand.ts';
import { LanterneError } from '#errors.ts';
import { addEvening } from '#state/evenings.ts';
import { appendEvents } from '#state/events.ts';
import { joinGroup } from '#state/group-members.ts';
import { createGroup, findGroup } from '#state/groups.ts';
import { setMark } from '#state/marks.ts';
import { mergeVisitors } from '#state/merge-visitors.ts';
import type { State } from '#state/open-state.ts';
import { purgeState } from '#state/retention.ts';
import { eraseVisitor, exportVisitor } from '#state/rights.ts';
import { columns, type Db } from '#state/schema.ts';
import { changeSettings } from '#state/settings.ts';
import { createVisitor, type NewVisitor } from '#state/visitors.ts';
import { event, film, onBothEngines } from './engines.ts';

const basket = { liked: [film(1)], disliked: [], seen: [film(8)] };

/** Somebody of whom every table holds something, twice over, under two identifiers. */
async function somebody(
  db: Db,
  list: string,
): Promise<{ now: NewVisitor; former: NewVisitor; group: string; place: string }> {
  const [former, now] = [await createVisitor(db), await createVisitor(db)];
  await setMark(db, former.visitor, film(1), 'liked');
  await setMark(db, former.visitor, film(1), 'seen');
  await mergeVisitors(db, former.visitor, now.visitor);
  await setMark(db, now.visitor, film(2), 'wanted');
  await changeSettings(db, now.visitor, { language: 'en', theme: 'dark' });
  const { code } = await createGroup(db, { creator: now.visitor, name: 'At home' });
  const place = await joinGroup(db, code, { visitor: now.visitor, label: 'Somebody', basket });
  const guest = await joinGroup(db, code, { label: 'A guest', basket });
  const gains = new Map([
    [place, 0.625],
    [guest, 0.125],
  ]);
  await addEvening(db, code, { film: film(4), gains });
  await appendEvents(db, now.visitor, [
    event({ film: film(1), list }),
    event({ film: film(1), list, action: 'liked', explored: true, team: 'a' }),
  ]);
  return { now, former, group: code, place };
}

/** Every table of the database, as it stands: name, rows. The database is asked, not our own list. */
async function everything(db: Db): Promise<Map<string, Record<string, unknown>[]>> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  const held = new Map<string, Record<string, unknown>[]>();
  for (const { name } of tables)
    held.set(name, (await sql<Record<string, unknown>>`select * from ${sql.table(name)}`.execute(db)).rows);
  return held;
}

const tablesWith = (held: Map<string, Record<string, unknown>[]>, text: string): string[] =>
  [...held].flatMap(([name, rows]) => (JSON.stringify(rows).includes(text) ? [name] : [])).sort();

/** Every leaf of a JSON value. */
const leaves = (value: unknown): unknown[] =>
  typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [value];

onBothEngines('rights of persons', ({ open, engine }) => {
  test('the schema that we believe in is the one of the database', async () => {
    const { db } = await open();
    const held = (await db.introspection.getTables()).map(
      (table) => [table.name, table.columns.map(({ name }) => name)] as const,
    );
    assert.deepEqual(Object.fromEntries(held), columns);
    const nullable = (await db.introspection.getTables()).flatMap((table) =>
      table.columns.filter(({ isNullable }) => isNullable).map((column) => `${table.name}.${column.name}`),
    );
    assert.deepEqual(nullable.sort(), [
      'event.team',
      'event.visitor',
      'group_member.visitor',
      'group_session.creator',
      'group_session.name',
      'visitor.merged_into',
    ]);
  });

  test('an export holds every row about the visitor, value for value, and nothing of another', async () => {
    const { db } = await open();
    const { now, former, group, place } = await somebody(db, 'aaaaaaaa-0000-4000-8000-000000000001');
    const other = await somebody(db, 'aaaaaaaa-0000-4000-8000-000000000002');
    const exported = await exportVisitor(db, now.visitor);
    assert.deepEqual(JSON.parse(JSON.stringify(exported)), exported, 'it is one JSON value');
    assert.deepEqual(await exportVisitor(db, former.visitor), exported, 'under the former identifier too');
    const given = new Set(leaves(exported));
    const ids = new Set<unknown>([now.visitor, former.visitor, place]);
    let [tables, rows] = [0, 0];
    for (const [name, all] of await everything(db)) {
      const own = all.filter((row) => Object.values(row).some((value) => ids.has(value)));
      if (own.length > 0) tables++;
      for (const row of own) {
        rows++;
        for (const [column, value] of Object.entries(row)) {
          if (value === null || (name === 'event' && column === 'id')) continue; // a number of ours, of no meaning
          if (column === 'basket') assert.deepEqual(JSON.parse(String(value)), exported?.groupPlaces[0]?.basket);
          else if (column === 'explored') assert.ok(given.has(value === 1));
          else assert.ok(given.has(value), `${name}.${column} is held, and not exported`);
        }
      }
    }
    assert.equal(tables, Object.keys(columns).length, 'a new table: make somebody of it, export it, erase it');
    assert.equal(rows, 2 + 3 + 2 + 1 + 1 + 1 + 2);
    assert.equal(exported?.groupsMade[0]?.code, group);
    assert.ok(!JSON.stringify(exported).includes(other.now.visitor));
    assert.ok(!JSON.stringify(exported).includes('A guest'));
  });

  test('after an erasure no table holds the visitor, and nobody else lost anything', async () => {
    const { db } = await open();
    const other = await somebody(db, 'aaaaaaaa-0000-4000-8000-000000000002');
    const others = await exportVisitor(db, other.now.visitor);
    const { now, former, group, place } = await somebody(db, 'aaaaaaaa-0000-4000-8000-000000000001');
    const before = await everything(db);
    const traces = [now.visitor, place].flatMap((trace) => tablesWith(before, trace));
    assert.equal(new Set(traces).size, Object.keys(columns).length);
    assert.deepEqual(await eraseVisitor(db, now.visitor), {
      marks: 3,
      settings: 2,
      groupPlaces: 1,
      groupsUnlinked: 1,
      events: 2,
      visitors: 2,
    });
    const held = await everything(db);
    for (const trace of [now.visitor, former.visitor, place, 'aaaaaaaa-0000-4000-8000-000000000001'])
      assert.deepEqual(tablesWith(held, trace), []);
    const left = await findGroup(db, group);
    assert.deepEqual([left?.name, left?.members.map(({ label }) => label)], [null, ['A guest']]);
    assert.equal(await exportVisitor(db, now.visitor), null);
    await assert.rejects(
      eraseVisitor(db, now.visitor),
      (error) => error instanceof LanterneError && error.code === 'VISITOR_UNKNOWN',
    );
    assert.deepEqual(await exportVisitor(db, other.now.visitor), others);
  });

  test('an erasure waits for what is being written, and what comes after it is refused', async () => {
    const { db } = await open();
    const { visitor } = await createVisitor(db);
    const all = await Promise.allSettled([
      ...Array.from({ length: 20 }, (_, at) => setMark(db, visitor, film(at), 'liked')),
      eraseVisitor(db, visitor),
      ...Array.from({ length: 20 }, (_, at) => setMark(db, visitor, film(at), 'seen')),
    ]);
    for (const one of all)
      if (one.status === 'rejected')
        assert.ok(one.reason instanceof LanterneError && one.reason.code === 'VISITOR_UNKNOWN', String(one.reason));
    assert.deepEqual(tablesWith(await everything(db), visitor), []);
  });

  if (engine === 'sqlite')
    test('not one byte of the files holds the visitor after an erasure, or after a purge', async () => {
      for (const go of [
        (db: Db, visitor: VisitorId) => eraseVisitor(db, visitor),
        async (db: Db) => {
          await db.updateTable('visitor').set({ last_seen: '2000-01-01' }).execute();
          await purgeState(db, { visitorDays: 395, eventDays: 760 });
        },
      ]) {
        const state = await open();
        const { now, former, place } = await somebody(state.db, 'aaaaaaaa-0000-4000-8000-000000000001');
        assert.ok(filesWith(state, now.visitor).length > 0);
        await go(state.db, now.visitor);
        for (const trace of [now.visitor, former.visitor, place, 'Somebody'])
          assert.deepEqual(filesWith(state, trace), []);
      }
    });
});

function filesWith({ place }: State, text: string): string[] {
  const folder = dirname(place);
  return readdirSync(folder)
    .filter((name) => name.startsWith(basename(place)))
    .filter((name) => readFileSync(join(folder, name)).includes(text));
}
