import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { test } from 'node:test';
import { sql } from 'kysely';
import type { CustomerId, VisitorId } from '#brand.ts';
import { LanterneError } from '#errors.ts';
import { addEvening } from '#state/evenings.ts';
import { appendEvents } from '#state/events.ts';
import { joinGroup } from '#state/group-members.ts';
import { createGroup, findGroup } from '#state/groups.ts';
import { setMark } from '#state/marks.ts';
import { mergeVisitors } from '#state/merge-visitors.ts';
import type { State } from '#state/open-state.ts';
import { purgeState } from '#state/retention.ts';
import { eraseVisitor, exportCustomer, exportVisitor } from '#state/rights.ts';
import { columns, type Db } from '#state/schema.ts';
import { changeSettings } from '#state/settings.ts';
import { createVisitor, type NewVisitor } from '#state/visitors.ts';
import { setWish } from '#state/wishes.ts';
import { addressHash } from '#state/address-hash.ts';
import { member } from './people.ts';
import { event, film, onBothEngines } from './engines.ts';

/** Tables about no person of whom we hold films or an address: the house, its programme, its staff, and counts. */
const ofNobody = [
  'attendance',
  'audit',
  'campaign',
  'circuit',
  'film_key',
  'house',
  'programme_change',
  'programme_import',
  'refusal',
  'showing',
  'staff',
  'staff_browser',
  'staff_session',
  'staff_sign_in',
  'staff_wait',
  'suppression',
  'venue',
];
const ofPeople = Object.keys(columns).filter((name) => !ofNobody.includes(name));
/** What is held and not given: secrets by their hash, worth nothing but to get in; and what says where in our own tables something stands. */
const notGiven = [
  'event.id',
  'consent.id',
  'attempt.id',
  'attempt.outbox',
  'outbox.id',
  'outbox.payload',
  'outbox.claimed_by',
  'outbox.claimed_until',
  'sign_in.code_hash',
  'sign_in.link_hash',
  'sign_in.browser_hash',
  'sign_in.asked',
  'passkey.public_key',
  'passkey_challenge.browser_hash',
  'passkey_challenge.challenge_hash',
];

const basket = { liked: [film(1)], disliked: [], seen: [film(8)] };

/** Somebody of whom every table holds something, twice over, under two identifiers. */
async function somebody(
  db: Db,
  list: string,
): Promise<{ now: NewVisitor; former: NewVisitor; group: string; place: string; customer: CustomerId; email: string }> {
  const email = `${list}@exemple.fr`;
  const account = await member(db, email);
  const former = await createVisitor(db);
  const now = { secret: account.secret, visitor: account.visitor };
  await withAccount(db, account.id, list, now.visitor);
  await setWish(db, now.visitor, { film: film(3), commune: '23096', days: [6, 7], seats: 2 });
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
  return { now, former, group: code, place, customer: account.id, email };
}

/** What stands beside a person's account: a device, a passkey, a message and what became of it. */
async function withAccount(db: Db, customer: CustomerId, list: string, browser: VisitorId): Promise<void> {
  const at = '2026-11-21T12:00:00.000Z';
  await db
    .insertInto('push_subscription')
    .values({
      id: `push-${list}`,
      customer,
      endpoint: `https://push.exemple.fr/${list}`,
      p256dh: `p-${list}`,
      auth: `a-${list}`,
      created: at,
      failures: 0,
      browser,
    })
    .execute();
  await db
    .insertInto('passkey')
    .values({
      id: `key-${list}`,
      customer,
      public_key: `k-${list}`,
      counter: 3,
      transports: 'usb',
      label: 'Mine',
      created: at,
    })
    .execute();
  await db
    .insertInto('passkey_challenge')
    .values({
      browser_hash: `browser-${list}`,
      purpose: 'customer-add',
      customer,
      challenge_hash: `challenge-${list}`,
      expires: '2999-01-01T00:00:00.000Z',
    })
    .execute();
  const { id } = await db
    .insertInto('outbox')
    .values({
      recipient: customer,
      customer,
      message: `wish:${list}`,
      channel: 'email',
      kind: 'wish',
      payload: JSON.stringify({ kind: 'wish', list }),
      state: 'sent',
      due: at,
      stale: at,
      attempts: 1,
      sent_id: `<${list}@lanterne>`,
      created: at,
      changed: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const tried = { worker: `worker-${list}`, outcome: 'sent', code: '250 2.0.0', detail: `to ${list}`, at } as const;
  await db
    .insertInto('attempt')
    .values({ outbox: id, ...tried })
    .execute();
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
    assert.deepEqual([...ofNobody, ...ofPeople].sort(), Object.keys(columns).sort());
    const nullable = (await db.introspection.getTables()).flatMap((table) =>
      table.columns.filter(({ isNullable }) => isNullable).map((column) => `${table.name}.${column.name}`),
    );
    const ofThese = nullable.filter((name) => ofPeople.includes(name.split('.')[0] ?? ''));
    assert.deepEqual(ofThese.sort(), [
      'customer.commune',
      'customer.confirmed',
      'customer.email',
      'customer.name',
      'customer.paused_until',
      'customer.phone',
      'customer.quiet_from',
      'customer.quiet_until',
      'customer.radius',
      'customer.week_cap',
      'event.team',
      'event.visitor',
      'group_member.visitor',
      'group_session.creator',
      'group_session.name',
      'outbox.campaign',
      'outbox.claimed_by',
      'outbox.claimed_until',
      'outbox.customer',
      'outbox.handed',
      'outbox.reason',
      'outbox.sent_id',
      'passkey.customer',
      'passkey.last_used',
      'passkey.staff',
      'passkey_challenge.customer',
      'passkey_challenge.staff',
      'push_subscription.browser',
      'push_subscription.last_sent',
      'sign_in.done',
      'visitor.merged_into',
    ]);
  });

  test('an export holds every row about the visitor, value for value, and nothing of another', async () => {
    const { db } = await open();
    const { now, former, group, place, customer } = await somebody(db, 'aaaaaaaa-0000-4000-8000-000000000001');
    const other = await somebody(db, 'aaaaaaaa-0000-4000-8000-000000000002');
    const exported = await exportVisitor(db, now.visitor);
    assert.deepEqual(JSON.parse(JSON.stringify(exported)), exported, 'it is one JSON value');
    assert.deepEqual(await exportVisitor(db, former.visitor), exported, 'under the former identifier too');
    const given = new Set(leaves(exported));
    const ids = new Set<unknown>([now.visitor, former.visitor, place, customer]);
    const sent = await db.selectFrom('outbox').select('id').where('customer', '=', customer).execute();
    const outbox = new Set<unknown>(sent.map(({ id }) => id));
    let [tables, rows] = [0, 0];
    for (const [name, all] of await everything(db)) {
      const own = all.filter(
        (row) =>
          Object.values(row).some((value) => ids.has(value)) || (name === 'attempt' && outbox.has(row['outbox'])),
      );
      if (own.length > 0) tables++;
      for (const row of own) {
        rows++;
        for (const [column, value] of Object.entries(row)) {
          if (value === null || notGiven.includes(`${name}.${column}`)) continue;
          if (column === 'basket') assert.deepEqual(JSON.parse(String(value)), exported?.groupPlaces[0]?.basket);
          else if (column === 'days') assert.deepEqual(exported?.wishes[0]?.days.join(','), value);
          else if (column === 'explored') assert.ok(given.has(value === 1));
          else assert.ok(given.has(value), `${name}.${column} is held, and not exported`);
        }
      }
    }
    assert.equal(tables, ofPeople.length, 'a new table: make somebody of it, export it, erase it');
    assert.equal(rows, 3 + 3 + 2 + 1 + 1 + 1 + 2 + 1 + (1 + 1 + 4 + 1 + 1 + 1 + 1 + 2 + 1));
    assert.deepEqual(
      exported?.account?.messages.map(({ payload }) => payload),
      [{ kind: 'account' }, { kind: 'wish', list: 'aaaaaaaa-0000-4000-8000-000000000001' }],
    );
    assert.equal(exported?.account?.signIns[0]?.created, '2026-11-21T11:00:00.000Z');
    assert.deepEqual(await exportCustomer(db, customer), exported);
    assert.equal(exported?.groupsMade[0]?.code, group);
    assert.ok(!JSON.stringify(exported).includes(other.now.visitor));
    assert.ok(!JSON.stringify(exported).includes('A guest'));
  });

  test('after an erasure no table holds the visitor, and nobody else lost anything', async () => {
    const { db } = await open();
    const other = await somebody(db, 'aaaaaaaa-0000-4000-8000-000000000002');
    const others = await exportVisitor(db, other.now.visitor);
    const { now, former, group, place, customer, email } = await somebody(db, 'aaaaaaaa-0000-4000-8000-000000000001');
    const before = await everything(db);
    const traces = [now.visitor, place, customer, '0000-4000-8000-000000000001'].flatMap((trace) =>
      tablesWith(before, trace),
    );
    assert.deepEqual([...new Set(traces)].sort(), ofPeople.toSorted());
    assert.deepEqual(await eraseVisitor(db, now.visitor), {
      accounts: 1,
      subscriptions: 1,
      consents: 4,
      signIns: 1,
      pushSubscriptions: 1,
      passkeys: 1,
      messages: 2,
      wishes: 1,
      marks: 3,
      settings: 2,
      groupPlaces: 1,
      groupsUnlinked: 1,
      events: 2,
      visitors: 3,
    });
    const [letter, ...others_] = await db.selectFrom('outbox').selectAll().where('customer', 'is', null).execute();
    assert.deepEqual([letter?.recipient, letter?.kind, others_.length], [`address:${email}`, 'account', 0]);
    await db.updateTable('outbox').set({ state: 'sent' }).where('customer', 'is', null).execute();
    const soon = Temporal.Instant.from('2026-11-21T13:00:00Z');
    const purged = await purgeState(db, { visitorDays: 395, eventDays: 760 }, { now: soon });
    assert.equal(purged.messages, 1, 'its address goes with it');
    assert.deepEqual(await db.selectFrom('suppression').select(['address_hash', 'reason', 'detail']).execute(), [
      { address_hash: addressHash(email), reason: 'erased', detail: '' },
    ]);
    const held = await everything(db);
    for (const trace of [now.visitor, former.visitor, place, customer, 'aaaaaaaa-0000-4000-8000-000000000001'])
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
          await db.updateTable('customer').set({ last_contact: '2000-01-01' }).execute();
          await purgeState(db, { visitorDays: 395, eventDays: 760 });
        },
      ]) {
        const state = await open();
        const list = 'aaaaaaaa-0000-4000-8000-000000000001';
        const { now, former, place, customer, email } = await somebody(state.db, list);
        assert.ok(filesWith(state, now.visitor).length > 0 && filesWith(state, email).length > 0);
        await go(state.db, now.visitor);
        await state.db.updateTable('outbox').set({ state: 'sent' }).execute();
        await purgeState(state.db, { visitorDays: 395, eventDays: 760 });
        for (const trace of [now.visitor, former.visitor, place, customer, email, list, 'Somebody'])
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
