import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { sql } from 'kysely';
import { stateMigrations } from '#state/migrations/migrations.ts';
import { openState, type StatePlace } from '#state/open-state.ts';
import type { Db } from '#state/schema.ts';
import { onBothEngines } from './engines.ts';

const names = Object.keys(stateMigrations);
const id = (letter: string): string => letter.repeat(64);
const key = (letter: string): string => letter.repeat(22);
const then = '2026-11-21T12:00:00.000Z';

/** Rows that each version of the schema can hold: written as that version would, never by today's functions. */
const rowsOf: Readonly<Record<string, readonly string[]>> = {
  '0001-people': [
    `insert into visitor (id, created, last_seen) values ('${id('a')}', '2026-01-01', '2026-11-20')`,
    `insert into visitor (id, created, last_seen, merged_into) values ('${id('b')}', '2026-01-01', '2026-11-20', '${id('a')}')`,
    `insert into mark (visitor, film, kind, at) values ('${id('a')}', 'tt0000001', 'liked', '${then}')`,
    `insert into setting (visitor, key, value, at) values ('${id('a')}', 'theme', 'dark', '${then}')`,
    `insert into group_session (id, name, created, expires, creator) values ('${key('g')}', 'Home', '${then}', '${then}', '${id('a')}')`,
    `insert into group_member (id, session, visitor, label, basket, weight, received, joined) values ('${key('m')}', '${key('g')}', '${id('a')}', 'Me', '{}', 1, 0.5, '${then}')`,
    `insert into event (visitor, list, model, position, film, propensity, explored, team, action, at) values ('${id('a')}', 'one', 'content:1', 1, 'tt0000001', 0.25, 1, 'a', 'shown', '2026-11-20T10:00:00Z')`,
  ],
  '0002-evenings': [
    `insert into group_gain (member, film, gain, at) values ('${key('m')}', 'tt0000001', 0.75, '${then}')`,
  ],
  '0003-programme': [
    `insert into house (key, value, at) values ('link-key', 'secret', '${then}')`,
    `insert into venue (id, name, kind, commune, equipment) values ('hall', 'The Hall', 'fixed', '23096', '')`,
    `insert into showing (id, venue, title, starts, day, version, features, screen, changed) values ('${key('s')}', 'hall', 'A Film', '${then}', '2026-11-21', 'vf', '', '', '${then}')`,
  ],
  '0004-customers': [
    `insert into customer (id, visitor, email, language, created, last_contact) values ('${key('c')}', '${id('a')}', 'anne@exemple.fr', 'fr', '${then}', '${then}')`,
    `insert into subscription (customer, kind, channel, at) values ('${key('c')}', 'wish', 'email', '${then}')`,
    `insert into consent (customer, kind, channel, action, wording, language, source, at) values ('${key('c')}', 'wish', 'email', 'given', 'shown', 'fr', 'link', '${then}')`,
    `insert into suppression (address_hash, reason, detail, at) values ('${id('f')}', 'erased', '', '${then}')`,
  ],
  '0005-wishes': [
    `insert into wish (visitor, film, commune, days, seats, at) values ('${id('a')}', 'tt0000002', '23096', '6', 2, '${then}')`,
  ],
  '0006-outbox': [
    `insert into outbox (recipient, customer, message, channel, kind, payload, state, due, stale, attempts, created, changed) values ('${key('c')}', '${key('c')}', 'wish:one', 'email', 'wish', '{}', 'queued', '${then}', '${then}', 0, '${then}', '${then}')`,
    `insert into attempt (outbox, worker, outcome, code, detail, at) select id, 'w', 'later', '451', '', '${then}' from outbox`,
  ],
  '0007-staff': [
    `insert into staff (id, email, name, roles, language, created) values ('${key('t')}', 'noor@exemple.fr', 'Noor', 'manager', 'fr', '${then}')`,
    `insert into staff_session (id, staff, created, last_used, expires, proven) values ('${id('e')}', '${key('t')}', '${then}', '${then}', '${then}', '${then} passkey')`,
    // the challenge of a passkey stood here until 0008
    `insert into staff_sign_in (id, purpose, secret_hash, browser_hash, tries, created, expires) values ('${key('i')}', 'passkey', '${id('c')}', '${id('d')}', 0, '${then}', '${then}')`,
    `insert into passkey (id, staff, public_key, counter, transports, label, created) values ('one', '${key('t')}', 'cose', 3, 'usb', 'Key', '${then}')`,
    `insert into audit (staff, action, subject, detail, at) values ('${key('t')}', 'sign-in', '${key('t')}', 'passkey', '${then}')`,
  ],
  '0008-passkeys': [
    `insert into passkey_challenge (browser_hash, purpose, challenge_hash, expires) values ('${id('1')}', 'customer-enter', '${id('2')}', '${then}')`,
    `insert into passkey_challenge (browser_hash, purpose, customer, challenge_hash, expires) values ('${id('3')}', 'customer-add', '${key('c')}', '${id('2')}', '${then}')`,
  ],
};

/** Every row of every table that stands, with the columns that it had. */
async function everything(db: Db): Promise<Record<string, Record<string, unknown>[]>> {
  const tables = await db.introspection.getTables();
  const held: Record<string, Record<string, unknown>[]> = {};
  for (const { name } of tables)
    held[name] = (await sql<Record<string, unknown>>`select * from ${sql.table(name)} order by 1`.execute(db)).rows;
  return held;
}

/** A database as a version left it, with something in each of its tables. */
async function olderState(at: StatePlace, upTo: number): Promise<Record<string, Record<string, unknown>[]>> {
  const migrations = Object.fromEntries(Object.entries(stateMigrations).slice(0, upTo));
  await using state = await openState(at, { migrations });
  for (const name of names.slice(0, upTo)) for (const row of rowsOf[name] ?? []) await sql.raw(row).execute(state.db);
  return await everything(state.db); // before it is closed
}

onBothEngines('coming up from an earlier schema', ({ place }) => {
  for (const [index, name] of names.slice(0, -1).entries())
    test(`from ${name}: nothing is lost, and the file is copied before`, async () => {
      const at = await place();
      const before = await olderState(at, index + 1);
      await using state = await openState(at);
      const after = await everything(state.db);
      for (const [table, rows] of Object.entries(before)) {
        const columns = Object.keys(rows[0] ?? {});
        const kept = after[table]?.map((row) => Object.fromEntries(columns.map((column) => [column, row[column]])));
        assert.deepEqual(
          kept,
          rows.map((row) => ({ ...row })),
          table,
        );
      }
      // and it is a state of today: what each version since would write can be written
      for (const later of names.slice(index + 1))
        for (const row of rowsOf[later] ?? []) await sql.raw(row).execute(state.db);
      if ('file' in at) {
        const copy = `${at.file}.before-${names[index + 1] ?? ''}`;
        assert.ok(existsSync(copy));
        using old = new DatabaseSync(copy, { readOnly: true });
        assert.equal(old.prepare('select count(*) as n from visitor').get()?.['n'], 2);
        assert.equal(old.prepare('select count(*) as n from kysely_migration').get()?.['n'], index + 1);
      }
    });
});
