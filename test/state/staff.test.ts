import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import * as fc from 'fast-check';
import type { StaffId } from '#brand.ts';
import { readPayload } from '#notify/letters/read-payload.ts';
import type { Payload } from '#notify/payload.ts';
import { auditActions, listAudit, purgeStaff, writeAudit } from '#state/audit.ts';
import { momentOf } from '#state/clock.ts';
import type { Db } from '#state/schema.ts';
import { hashOf, newSecret } from '#state/secret.ts';
import { isKnownBrowser, isStaffBrowser, noteBrowser } from '#state/staff-browsers.ts';
import { listPasskeys, notePasskeyUse, renamePasskey, staffOwner } from '#state/passkeys.ts';
import { addStaffPasskey, removeStaffPasskey, staffPasskey } from '#state/staff-passkeys.ts';
import { hashPassword, isPassword, passwordFault } from '#state/staff-password.ts';
import { goOnByPasskey, goOnProven } from '#state/staff-prove.ts';
import {
  endStaffSessions,
  listStaffSessions,
  openStaffSession,
  recogniseStaff,
  renewStaffSession,
  type StaffMember,
} from '#state/staff-sessions.ts';
import { makeSetupLink, readSetupLink, takeSetupLink } from '#state/staff-setup.ts';
import { askStaffCode, codeTries, letIn, letInByPasskey, tryStaffCode } from '#state/staff-sign-in.ts';
import { countTry, forgetTries, freeTries, longestWait, waitAfter, waitKeyOf } from '#state/staff-waits.ts';
import { addStaff, disableStaff, enableStaff, listStaff, setPassword, setRoles, staffOfEmail } from '#state/staff.ts';
import type { StaffChange } from '#state/tell-staff.ts';
import { inTransaction } from '#state/transaction.ts';
import { coded } from '../helpers/coded.ts';
import { instant, onBothEngines } from './engines.ts';

const start = instant('2026-10-25T00:30:00Z');
const later = (seconds: number): { now: Temporal.Instant } => ({ now: start.add({ seconds }) });
const by = { by: null, now: start };
const password = 'grive musicienne 7';
const email = 'responsable@example.org';
const withPassword = async (db: Db): Promise<StaffId> => {
  const id = await addStaff(db, { email, name: 'R. Test', roles: ['manager'], language: 'fr' }, by);
  await setPassword(db, id, password, by);
  return id;
};
const ask = (db: Db, given: Partial<Parameters<typeof askStaffCode>[1]> = {}, seconds = 0, code = 0) =>
  askStaffCode(db, { email, password, known: null, ...given }, { ...later(seconds), draw: () => code });
const asked = async (...given: Parameters<typeof ask>): Promise<string> => {
  const answer = await ask(...given);
  assert.equal(answer.kind, 'asked');
  return answer.kind === 'asked' ? answer.browser : '';
};
const everything = async (db: Db): Promise<string> => {
  const tables = ['staff', 'staff_session', 'staff_sign_in', 'staff_wait', 'staff_browser', 'audit'] as const;
  return JSON.stringify(await Promise.all(tables.map((table) => db.selectFrom(table).selectAll().execute())));
};

onBothEngines('members of the staff', ({ open }) => {
  test('are added, changed and barred; the last manager stays', async () => {
    const { db } = await open();
    const one = await withPassword(db);
    await assert.rejects(
      addStaff(db, { email: ' Responsable@Example.ORG ', name: 'X', roles: [], language: 'en' }, by),
      coded('STAFF_KNOWN'),
    );
    const two = await addStaff(
      db,
      { email: 'p@example.org', name: 'P. Test', roles: ['programmer'], language: 'en' },
      by,
    );
    await assert.rejects(setRoles(db, one, ['programmer'], by), coded('STAFF_LAST'));
    await assert.rejects(disableStaff(db, one, by), coded('STAFF_LAST'));
    await setRoles(db, two, ['manager', 'programmer'], { by: one, now: start });
    const secret = await openStaffSession(db, one, { by: 'password', ...later(0) });
    await disableStaff(db, one, { by: two, now: start });
    assert.equal(await recogniseStaff(db, secret, later(1)), null);
    assert.deepEqual(
      (await listStaff(db)).map(({ id, disabled }) => [id, disabled !== null]),
      [
        [two, false],
        [one, true],
      ],
    );
    assert.deepEqual(await ask(db), { kind: 'wrong' });
    await enableStaff(db, one, by);
    assert.equal((await ask(db)).kind, 'asked');
    assert.deepEqual(
      (await listAudit(db, { most: 3 })).map(({ action, staff }) => [action, staff]),
      [
        ['staff-enabled', null],
        ['sign-in-refused', null],
        ['staff-disabled', two],
      ],
    );
    await assert.rejects(staffOfEmail(db, 'nobody@example.org'), coded('STAFF_UNKNOWN'));
  });

  test('two managers who bar each other at once leave one', async () => {
    const { db } = await open();
    const one = await withPassword(db);
    const two = await addStaff(db, { email: 'b@example.org', name: 'B', roles: ['manager'], language: 'fr' }, by);
    const done = await Promise.allSettled([disableStaff(db, one, by), disableStaff(db, two, by)]);
    assert.deepEqual(done.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected']);
    assert.equal((await listStaff(db)).filter(({ disabled }) => disabled === null).length, 1);
  });

  test('sign in with a password, then a code in the browser that asked; each works once', async () => {
    const { db } = await open();
    const staff = await withPassword(db);
    const browser = await asked(db, {}, 0, 4217);
    const [, letter] = await db.selectFrom('outbox').selectAll().orderBy('id').execute();
    assert.equal(letter?.recipient, `staff:${staff}`);
    const payload: Payload = { kind: 'account', about: { purpose: 'staff-code', code: '004217', minutes: 10 } };
    assert.deepEqual(JSON.parse(letter.payload), payload);
    assert.equal(letter.stale, '2026-10-25T00:40:00.000Z');
    assert.deepEqual(await tryStaffCode(db, { browser: newSecret(), code: '004217', known: null }, later(1)), {
      kind: 'over',
    });
    assert.deepEqual(await tryStaffCode(db, { browser, code: '004218', known: null }, later(1)), {
      kind: 'wrong',
      left: codeTries - 1,
    });
    const inside = await tryStaffCode(db, { browser, code: '004 217', known: null }, later(599));
    assert.ok(inside.kind === 'in');
    const member = await recogniseStaff(db, inside.session, later(600));
    assert.deepEqual([member?.id, member?.roles], [staff, ['manager']]);
    assert.equal((await tryStaffCode(db, { browser, code: '004217', known: null }, later(600))).kind, 'over');
    const held = await everything(db);
    for (const secret of [inside.session, inside.known, browser, password, '004217'])
      assert.ok(!held.includes(secret), secret);
    const log = JSON.stringify(await listAudit(db, { most: 100 }));
    assert.ok(!log.includes('example.org'));
  });

  test('have a code that ends after ten minutes, five tries, or a newer one', async () => {
    const { db } = await open();
    await withPassword(db);
    const old = await asked(db, {}, 0, 1);
    assert.equal((await tryStaffCode(db, { browser: old, code: '000001', known: null }, later(600))).kind, 'over');
    const first = await asked(db, {}, 601, 2);
    const second = await asked(db, {}, 602, 3);
    assert.equal((await tryStaffCode(db, { browser: first, code: '000002', known: null }, later(603))).kind, 'over');
    const answers = await Promise.all(
      Array.from({ length: 9 }, () => tryStaffCode(db, { browser: second, code: '999999', known: null }, later(604))),
    );
    assert.equal(answers.filter(({ kind }) => kind === 'wrong').length, codeTries - 1);
    assert.equal((await tryStaffCode(db, { browser: second, code: '000003', known: null }, later(605))).kind, 'over');
  });

  test('and an address that nobody has answer the same, and wait the same', async () => {
    const { db } = await open();
    await withPassword(db);
    const answers = { [email]: [] as unknown[], 'nobody@example.org': [] as unknown[] };
    for (const [address, list] of Object.entries(answers))
      for (let at = 0; at < freeTries + 3; at++) list.push(await ask(db, { email: address, password: 'no' }, at));
    assert.deepEqual(answers[email], answers['nobody@example.org']);
    assert.deepEqual(answers[email]?.at(-1), { kind: 'wait', seconds: 12 });
  });

  test('are not kept out of a browser of theirs by strangers', async () => {
    const { db } = await open();
    await withPassword(db);
    const inside = await tryStaffCode(db, { browser: await asked(db), code: '000000', known: null }, later(1));
    assert.ok(inside.kind === 'in');
    for (let at = 0; at < 20; at++) await ask(db, { password: 'guess' }, 2);
    assert.equal((await ask(db, {}, 3)).kind, 'wait');
    const browser = await asked(db, { known: inside.known }, 3);
    const again = await tryStaffCode(db, { browser, code: '000000', known: inside.known }, later(4));
    assert.ok(again.kind === 'in');
    assert.equal(again.known, inside.known);
    assert.notEqual(again.session, inside.session);
  });

  test('see their sessions, end them, and prove again under a new secret', async () => {
    const { db } = await open();
    const staff = await withPassword(db);
    const other = await addStaff(db, { email: 'o@example.org', name: 'O', roles: [], language: 'fr' }, by);
    const secrets = await Promise.all(
      [0, 1, 2].map((at) => openStaffSession(db, staff, { by: 'password', ...later(at) })),
    );
    const theirs = await openStaffSession(db, other, { by: 'passkey', ...later(0) });
    const [one = '', two = ''] = secrets;
    const member = await recogniseStaff(db, one, later(3));
    assert.ok(member !== null);
    const renewed = await renewStaffSession(db, member, { by: 'password', ...later(1000) });
    assert.ok(renewed !== null);
    assert.equal(await recogniseStaff(db, one, later(1001)), null);
    const now = await recogniseStaff(db, renewed, later(1001));
    assert.match(now?.proven ?? '', /^2026-10-25T00:46:40.000Z password$/);
    const [session] = await listStaffSessions(db, other, later(3));
    assert.equal(await endStaffSessions(db, staff, { only: session?.id ?? '' }), 0);
    assert.ok((await recogniseStaff(db, theirs, later(3))) !== null);
    assert.equal(await endStaffSessions(db, staff, { but: now?.session ?? '' }), 2);
    assert.equal(await recogniseStaff(db, two, later(1001)), null);
    assert.equal(await endStaffSessions(db, staff, { but: null }), 1);
    const idle = await openStaffSession(db, staff, { by: 'password', ...later(0) });
    assert.equal(await recogniseStaff(db, idle, later(4 * 3600)), null);
    const busy = await openStaffSession(db, staff, { by: 'password', ...later(0) });
    for (let hour = 3; hour < 24; hour += 3) assert.ok((await recogniseStaff(db, busy, later(hour * 3600))) !== null);
    assert.equal(await recogniseStaff(db, busy, later(24 * 3600)), null);
  });

  test('do not come in by a passkey that answered before they were barred, or before it was taken away', async () => {
    const { db } = await open();
    const staff = await withPassword(db);
    const other = await addStaff(db, { email: 'o@example.org', name: 'O', roles: ['manager'], language: 'fr' }, by);
    const key = { id: 'k1', publicKey: 'pub', counter: 0, transports: [], label: 'Clé' };
    await addStaffPasskey(db, staff, key, later(0));
    const shown = { owner: staff, id: 'k1', counter: 1 };
    const member = await recogniseStaff(
      db,
      await openStaffSession(db, staff, { by: 'password', ...later(0) }),
      later(1),
    );
    assert.ok(member !== null);
    const refused = async (): Promise<void> => {
      await assert.rejects(letInByPasskey(db, shown, { known: null, ...later(2) }), coded('PASSKEY_REFUSED'));
      await assert.rejects(goOnByPasskey(db, member, shown, later(2)), coded('PASSKEY_REFUSED'));
    };
    await disableStaff(db, staff, { by: other, now: start });
    await refused();
    await enableStaff(db, staff, by);
    assert.deepEqual(await listStaffSessions(db, staff, later(3)), []);
    const inside = await letInByPasskey(db, shown, { known: null, ...later(4) });
    assert.equal((await recogniseStaff(db, inside.session, later(5)))?.id, staff);
    await assert.rejects(goOnByPasskey(db, { ...member, id: other }, shown, later(5)), coded('PASSKEY_REFUSED'));
    await removeStaffPasskey(db, staff, 'k1', later(6));
    await endStaffSessions(db, staff, { but: null });
    await refused();
    assert.deepEqual(await listStaffSessions(db, staff, later(7)), []);
  });

  test('do not come back by a proof that was under way when their sessions were ended', async () => {
    const { db } = await open();
    const staff = await withPassword(db);
    const opened = async (): Promise<StaffMember> => {
      const member = await recogniseStaff(
        db,
        await openStaffSession(db, staff, { by: 'password', ...later(0) }),
        later(1),
      );
      assert.ok(member !== null);
      return member;
    };
    for (const end of [
      () => endStaffSessions(db, staff, { but: null }),
      () => setPassword(db, staff, password, by),
      () => disableStaff(db, staff, by),
    ]) {
      const member = await opened();
      const manager = await addStaff(
        db,
        { email: `${newSecret()}@example.org`, name: 'M', roles: ['manager'], language: 'fr' },
        by,
      );
      await end();
      assert.equal(await goOnProven(db, member, { by: 'password', ...later(2) }), null);
      await enableStaff(db, staff, { by: manager, now: start });
      assert.deepEqual(await listStaffSessions(db, staff, later(3)), []);
    }
    assert.ok((await listAudit(db, { most: 100 })).every(({ action }) => action !== 'proved'));
  });

  test('are signed out by whatever ends their sessions, be one of them renewed or opened in that moment', async () => {
    const { db } = await open();
    const staff = await withPassword(db);
    await addStaff(db, { email: 'o@example.org', name: 'O', roles: ['manager'], language: 'fr' }, by);
    for (const end of [
      () => endStaffSessions(db, staff, { but: null }),
      () => setPassword(db, staff, password, by),
      () => disableStaff(db, staff, by),
    ])
      for (const way of ['renewed', 'code', 'setup'] as const) {
        await enableStaff(db, staff, by);
        const member = await recogniseStaff(
          db,
          await openStaffSession(db, staff, { by: 'password', ...later(0) }),
          later(1),
        );
        assert.ok(member !== null);
        const token = (await makeSetupLink(db, staff, { byMail: false, ...by })).split('/').at(-1) ?? '';
        const browser = await asked(db);
        let ending: Promise<unknown> = Promise.resolve();
        await inTransaction(db, async (within) => {
          if (way === 'renewed') assert.ok(await renewStaffSession(within, member, { by: 'password', ...later(2) }));
          else if (way === 'code')
            assert.equal((await tryStaffCode(within, { browser, code: '000000', known: null }, later(2))).kind, 'in');
          else {
            await takeSetupLink(within, token, later(2).now);
            await letIn(within, staff, { by: 'setup', known: null, ...later(2) });
          }
          ending = end();
          await sleep(100);
        });
        await ending;
        assert.deepEqual(await listStaffSessions(db, staff, later(3)), [], way);
      }
  });

  test('have no code left that was asked for with a former password', async () => {
    const { db } = await open();
    const staff = await withPassword(db);
    const browser = await asked(db);
    await setPassword(db, staff, password, by);
    assert.equal((await tryStaffCode(db, { browser, code: '000000', known: null }, later(1))).kind, 'over');
  });

  test('set up by a link that works once, for a day, and is replaced by the next', async () => {
    const { db } = await open();
    const staff = await addStaff(db, { email, name: 'R', roles: ['manager'], language: 'fr' }, by);
    const link = async (): Promise<string> =>
      (await makeSetupLink(db, staff, { byMail: true, ...by })).split('/').at(-1) ?? '';
    const [old, token] = [await link(), await link()];
    await assert.rejects(readSetupLink(db, old, start), coded('STAFF_LINK_OVER'));
    assert.equal((await readSetupLink(db, token, start)).id, staff);
    assert.equal((await readSetupLink(db, token, start)).id, staff);
    await assert.rejects(readSetupLink(db, token, start.add({ hours: 24 })), coded('STAFF_LINK_OVER'));
    const taken = await Promise.allSettled(
      [0, 1].map(() => inTransaction(db, (within) => takeSetupLink(within, token, start))),
    );
    assert.deepEqual(taken.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected']);
    for (const wrong of ['', 'x', newSecret(), "' or 1=1 --"])
      await assert.rejects(readSetupLink(db, wrong, start), coded('STAFF_LINK_OVER'));
    assert.ok(!(await everything(db)).includes(token));
    assert.equal((await db.selectFrom('outbox').selectAll().execute()).length, 2);
    const waiting = await link();
    await setPassword(db, staff, password, by);
    await assert.rejects(readSetupLink(db, waiting, start), coded('STAFF_LINK_OVER'), 'a new password ends it');
  });

  test('have passkeys of their own, the last of which goes only where there is a password', async () => {
    const { db } = await open();
    const staff = await addStaff(db, { email, name: 'R', roles: ['manager'], language: 'fr' }, by);
    const other = await addStaff(db, { email: 'o@example.org', name: 'O', roles: [], language: 'fr' }, by);
    const key = { id: 'k1', publicKey: 'pub', counter: 0, transports: ['usb', 'nfc'], label: 'Clé' };
    await addStaffPasskey(db, staff, key, later(0));
    await assert.rejects(addStaffPasskey(db, other, key, later(0)), coded('PASSKEY_REFUSED'));
    assert.deepEqual(await staffPasskey(db, 'k1'), {
      id: 'k1',
      owner: staff,
      publicKey: 'pub',
      counter: 0,
      transports: ['usb', 'nfc'],
    });
    assert.equal(await notePasskeyUse(db, staffOwner(staff), 'k1', 3_000_000_000, later(1)), true);
    assert.equal((await staffPasskey(db, 'k1'))?.counter, 3_000_000_000);
    await renamePasskey(db, staffOwner(other), 'k1', 'Volée');
    await removeStaffPasskey(db, other, 'k1');
    assert.equal((await listPasskeys(db, staffOwner(staff)))[0]?.label, 'Clé');
    await assert.rejects(removeStaffPasskey(db, staff, 'k1'), coded('STAFF_LAST_KEY'));
    await setPassword(db, staff, password, by);
    await removeStaffPasskey(db, staff, 'k1');
    assert.deepEqual(await listPasskeys(db, staffOwner(staff)), []);
    assert.equal(await notePasskeyUse(db, staffOwner(staff), 'k1', 1, later(2)), false);
  });

  test('are told by a letter when a way in changes, or opens where they never came in', async () => {
    const { db } = await open();
    const staff = await addStaff(db, { email, name: 'R', roles: ['manager'], language: 'fr' }, by);
    const told = async () => {
      const rows = await db.selectFrom('outbox').select(['recipient', 'payload']).orderBy('id').execute();
      await db.deleteFrom('outbox').execute();
      return rows.map(({ recipient, payload }) => [recipient, readPayload(payload)]);
    };
    const letter = (purpose: StaffChange, seconds: number): [string, Payload] => [
      `staff:${staff}`,
      { kind: 'account', about: { purpose, at: momentOf(later(seconds).now), minutes: 4320 } },
    ];
    const key = { publicKey: 'pub', counter: 0, transports: [], label: 'Clé' };
    await addStaffPasskey(db, staff, { id: 'k1', ...key }, later(1));
    await addStaffPasskey(db, staff, { id: 'k2', ...key }, later(2));
    await assert.rejects(addStaffPasskey(db, staff, { id: 'k2', ...key }, later(3)), coded('PASSKEY_REFUSED'));
    await removeStaffPasskey(db, staff, 'k2', later(4));
    await removeStaffPasskey(db, staff, 'k2', later(5));
    await assert.rejects(removeStaffPasskey(db, staff, 'k1', later(6)), coded('STAFF_LAST_KEY'));
    await setPassword(db, staff, password, { by: staff, ...later(7) });
    assert.deepEqual(await told(), [
      letter('staff-passkey-added', 1),
      letter('staff-passkey-added', 2),
      letter('staff-passkey-removed', 4),
      letter('staff-password-set', 7),
    ]);
    const { known } = await letIn(db, staff, { by: 'passkey', known: null, ...later(8) });
    assert.deepEqual(await told(), [letter('staff-new-browser', 8)]);
    await letIn(db, staff, { by: 'passkey', known, ...later(9) });
    await letIn(db, staff, { by: 'password', known: null, ...later(10) });
    await letIn(db, staff, { by: 'setup', known: null, ...later(11) });
    assert.deepEqual(await told(), [], 'the browser is known, the code or the link was a letter');
    await letIn(db, staff, { by: 'passkey', known: newSecret(), ...later(12) });
    assert.deepEqual(await told(), [letter('staff-new-browser', 12)], 'a cookie that says nothing');
  });

  test('who share a browser are known in it each, and told once that a passkey of theirs opened there', async () => {
    const { db } = await open();
    const staff = await withPassword(db);
    const other = await addStaff(db, { email: 'o@example.org', name: 'O', roles: ['manager'], language: 'fr' }, by);
    for (const [owner, id] of [
      [staff, 'k1'],
      [other, 'k2'],
    ] as const)
      await addStaffPasskey(db, owner, { id, publicKey: 'pub', counter: 0, transports: [], label: 'Clé' }, later(0));
    let known: string | null = null;
    for (let day = 1; day <= 5; day++)
      for (const [owner, id] of [
        [staff, 'k1'],
        [other, 'k2'],
      ] as const)
        ({ known } = await letInByPasskey(db, { owner, id, counter: 0 }, { known, ...later(86_400 * day) }));
    assert.ok(known !== null);
    const letters = await db
      .selectFrom('outbox')
      .select('recipient')
      .where('message', 'like', 'staff-new-browser%')
      .orderBy('id')
      .execute();
    assert.deepEqual(
      letters.map(({ recipient }) => recipient),
      [`staff:${staff}`, `staff:${other}`],
    );
    assert.equal((await db.selectFrom('staff_browser').selectAll().execute()).length, 2);
    const seconds = 86_400 * 6;
    for (let tries = 0; tries < 20; tries++) await ask(db, { password: 'guess' }, seconds);
    assert.equal((await ask(db, {}, seconds + 1)).kind, 'wait');
    assert.equal((await ask(db, { known }, seconds + 1)).kind, 'asked');
    await disableStaff(db, staff, by);
    assert.equal(await isKnownBrowser(db, staff, known), null);
    assert.equal(await isStaffBrowser(db, known), true);
    await enableStaff(db, staff, by);
    await disableStaff(db, other, by);
    assert.equal(await isStaffBrowser(db, known), false);
  });

  test('are known still in a browser that was noted when it was of one member only', async () => {
    const { db } = await open();
    const staff = await withPassword(db);
    const other = await addStaff(db, { email: 'o@example.org', name: 'O', roles: ['manager'], language: 'fr' }, by);
    const secret = newSecret();
    await db
      .insertInto('staff_browser')
      .values({ id: hashOf(secret), staff, last_used: momentOf(start) })
      .execute();
    assert.equal(await isStaffBrowser(db, secret), true);
    assert.equal(await isKnownBrowser(db, other, secret), null);
    assert.deepEqual(await noteBrowser(db, staff, secret, later(1)), { secret, isNew: false });
    assert.deepEqual(await noteBrowser(db, other, secret, later(2)), { secret, isNew: true });
    assert.deepEqual(await noteBrowser(db, other, secret, later(3)), { secret, isNew: false });
    assert.deepEqual(await noteBrowser(db, staff, secret, later(4)), { secret, isNew: false });
    assert.equal((await db.selectFrom('staff_browser').selectAll().execute()).length, 2);
  });

  test('leave a log that is only added to, read by pages, and forgotten after a year', async () => {
    const { db } = await open();
    const staff = await addStaff(db, { email, name: 'R. Test', roles: ['manager'], language: 'fr' }, by);
    for (let at = 0; at < 5; at++) await writeAudit(db, { staff, action: 'setting', subject: `k${at}` }, later(at));
    const first = await listAudit(db, { staff, action: 'setting', most: 3 });
    assert.deepEqual(
      first.map(({ subject, name }) => [subject, name]),
      ['k4', 'k3', 'k2'].map((key) => [key, 'R. Test']),
    );
    const rest = await listAudit(db, { staff, action: 'setting', before: first.at(-1)?.id ?? 0, most: 3 });
    assert.deepEqual(
      rest.map(({ subject }) => subject),
      ['k1', 'k0'],
    );
    assert.deepEqual(await auditActions(db), ['setting', 'staff-added']);
    await assert.rejects(db.updateTable('audit').set({ detail: 'x' }).execute());
    await purgeStaff(db, { now: start.add({ hours: 24 * 366 }) });
    assert.deepEqual(await listAudit(db, { most: 9 }), []);
  });

  test('wait longer with each failure, 15 minutes at most, however many try at once', async () => {
    const { db } = await open();
    const key = waitKeyOf('x@example.org');
    const answers = await Promise.all(Array.from({ length: 30 }, () => countTry(db, key, later(0))));
    assert.equal(answers.filter((seconds) => seconds === 0).length, freeTries);
    let [at, wait] = [0, 0];
    for (let tries = 0; tries < 20; tries++) {
      const left = await countTry(db, key, later(at));
      assert.ok(left <= longestWait && left >= 0);
      at += left === 0 ? 1 : left;
      wait = Math.max(wait, left);
    }
    assert.equal(wait, longestWait - 1);
    await forgetTries(db, key);
    assert.equal(await countTry(db, key, later(at)), 0);
  });
});

test('a wait never shrinks with failures and never passes its bound', () => {
  fc.assert(
    fc.property(fc.nat(2000), (failures) => {
      const [one, next] = [waitAfter(failures), waitAfter(failures + 1)];
      return one <= next && next <= longestWait && (failures >= freeTries || one === 0);
    }),
  );
});

test('passwords: what others would try first is refused, with why; the rest may stand', async () => {
  const owner = { email: 'j.dupond@salle.example', name: 'Jo Dupond', house: 'Le Sémaphore' };
  const refused = {
    short: ['', 'court', 'onze lettre'],
    long: ['x'.repeat(201)],
    yours: ['j.dupond@salle.example', 'Dupond-1234567', 'DUPONDdupond12'],
    house: ['lesemaphore2026', 'Le Sémaphore !!', 'le sémaphore 23'],
    common: [
      'motdepasse1234',
      'azertyuiop12',
      'aaaaaaaaaaaa',
      'abcabcabcabc',
      '123456789012',
      'Cinema-Cinema-2026',
      'abcdefghijkl',
      'DupondCinema12',
      '            ',
    ],
  };
  for (const [why, list] of Object.entries(refused))
    for (const one of list) assert.equal(passwordFault(one, owner), why, one);
  for (const one of [
    password,
    'correct horse battery',
    'Ñandú étrange ! 24',
    '583920174625',
    '😀🎬🍿🎟️🎞️📽️🎥🎭🎫🌙⭐☕',
  ])
    assert.equal(passwordFault(one, owner), null, one);
  const hash = await hashPassword(password);
  assert.notEqual(hash, await hashPassword(password));
  for (const [typed, kept, right] of [
    [password, hash, true],
    [`${password} `, hash, false],
    [password.toUpperCase(), hash, false],
    ['', null, false],
    [password, null, false],
  ] as const)
    assert.equal(await isPassword(typed, kept), right, typed);
});
