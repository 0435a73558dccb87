import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CustomerId, StaffId } from '#brand.ts';
import {
  addCustomerPasskey,
  customerPasskey,
  enterByPasskey,
  mostPasskeys,
  removeCustomerPasskey,
} from '#state/customer-passkeys.ts';
import { customerOfEmail } from '#state/customers.ts';
import { listMarks, setMark } from '#state/marks.ts';
import {
  customerOwner,
  dropPasskey,
  keepChallenge,
  listPasskeys,
  notePasskeyUse,
  renamePasskey,
  staffOwner,
  takeChallenge,
  type PasskeyAsk,
} from '#state/passkeys.ts';
import { purgeState } from '#state/retention.ts';
import { eraseCustomer, exportCustomer } from '#state/rights.ts';
import type { Db } from '#state/schema.ts';
import { newSecret, visitorIdOf } from '#state/secret.ts';
import { askSignIn } from '#state/sign-in.ts';
import { addStaffPasskey, staffPasskey } from '#state/staff-passkeys.ts';
import { registerPerson } from '#state/staff-people.ts';
import { addStaff } from '#state/staff.ts';
import { subscriptionsOf } from '#state/subscriptions.ts';
import { suppressAddress } from '#state/suppression.ts';
import { createVisitor, recogniseVisitor } from '#state/visitors.ts';
import { coded } from '../helpers/coded.ts';
import { film, onBothEngines } from './engines.ts';
import { asked, member, noon } from './people.ts';

const anne = 'anne@exemple.fr';
const seconds = (count: number) => ({ now: noon.add({ seconds: count }) });
const key = (id: string) => ({ id, publicKey: `cose-${id}`, counter: 0, transports: ['internal'], label: 'Téléphone' });

const staffMember = (db: Db, email = 'noor@example.org'): Promise<StaffId> =>
  addStaff(db, { email, name: 'Noor', roles: ['manager'], language: 'fr' }, { by: null });

async function letters(db: Db): Promise<{ recipient: string; customer: CustomerId | null; purpose: string }[]> {
  const rows = await db.selectFrom('outbox').selectAll().orderBy('id').execute();
  return rows.flatMap(({ recipient, customer, kind, payload }) => {
    const purpose = String(JSON.parse(payload).about?.purpose);
    return kind === 'account' && purpose.startsWith('passkey') ? [{ recipient, customer, purpose }] : [];
  });
}

const said = async (db: Db) => [
  await db.selectFrom('consent').selectAll().orderBy('id').execute(),
  await db.selectFrom('subscription').selectAll().orderBy('kind').execute(),
];

onBothEngines('passkeys', ({ open }) => {
  test('a challenge counts once, within five minutes, in its browser, for what and whom it was given', async () => {
    const { db } = await open();
    const [one, two] = [await member(db, anne), await member(db, 'brice@exemple.fr')];
    const [noor, other] = [await staffMember(db), await staffMember(db, 'o@example.org')];
    const asks: readonly PasskeyAsk[] = [
      { enter: 'staff' },
      { enter: 'customer' },
      { add: staffOwner(noor) },
      { add: staffOwner(other) },
      { add: customerOwner(one.id) },
      { add: customerOwner(two.id) },
    ];
    for (const ask of asks) {
      const browser = await keepChallenge(db, 'abc', ask, seconds(0));
      for (const another of asks)
        if (another !== ask)
          await assert.rejects(takeChallenge(db, browser, another, seconds(1)), coded('PASSKEY_OVER'));
      for (const elsewhere of ['', newSecret()])
        await assert.rejects(takeChallenge(db, elsewhere, ask, seconds(1)), coded('PASSKEY_OVER'));
      await assert.rejects(takeChallenge(db, browser, ask, seconds(300)), coded('PASSKEY_OVER'));
      const is = await takeChallenge(db, browser, ask, seconds(299));
      assert.deepEqual([is('abc'), is('abd')], [true, false]);
      await assert.rejects(takeChallenge(db, browser, ask, seconds(299)), coded('PASSKEY_OVER'));
    }
    const browser = await keepChallenge(db, 'abc', { enter: 'customer' }, seconds(0));
    const taken = await Promise.allSettled(
      Array.from({ length: 8 }, () => takeChallenge(db, browser, { enter: 'customer' }, seconds(1))),
    );
    assert.equal(taken.filter(({ status }) => status === 'fulfilled').length, 1);
    assert.ok(!JSON.stringify(await db.selectFrom('passkey_challenge').selectAll().execute()).includes('abc'));
  });

  test('the state itself holds no challenge for two, and none for nobody that adds', async () => {
    const { db } = await open();
    const [{ id: customer }, staff] = [await member(db, anne), await staffMember(db)];
    const row = { challenge_hash: 'x', expires: '2999-01-01T00:00:00.000Z' };
    for (const [at, wrong] of [
      { purpose: 'staff-add', staff: null, customer: null } as const,
      { purpose: 'staff-add', staff, customer } as const,
      { purpose: 'customer-add', staff, customer: null } as const,
      { purpose: 'customer-enter', staff: null, customer } as const,
      { purpose: 'staff-enter', staff, customer: null } as const,
    ].entries())
      await assert.rejects(
        db
          .insertInto('passkey_challenge')
          .values({ ...row, browser_hash: `b${at}`, ...wrong })
          .execute(),
      );
  });

  test('of members and of customers never cross', async () => {
    const { db } = await open();
    const [{ id }, staff] = [await member(db, anne), await staffMember(db)];
    await addStaffPasskey(db, staff, key('house'), seconds(0));
    await addCustomerPasskey(db, id, key('home'), seconds(0));
    assert.equal((await staffPasskey(db, 'house'))?.owner, staff);
    assert.equal((await customerPasskey(db, 'home'))?.owner, id);
    assert.deepEqual([await staffPasskey(db, 'home'), await customerPasskey(db, 'house')], [null, null]);
    await assert.rejects(addCustomerPasskey(db, id, key('house'), seconds(1)), coded('PASSKEY_REFUSED'));
    await assert.rejects(addStaffPasskey(db, staff, key('home'), seconds(1)), coded('PASSKEY_REFUSED'));
    for (const [owner, theirs] of [
      [customerOwner(id), 'house'],
      [staffOwner(staff), 'home'],
    ] as const) {
      await renamePasskey(db, owner, theirs, 'Volée');
      assert.equal(await notePasskeyUse(db, owner, theirs, 9), false);
      assert.equal(await dropPasskey(db, owner, theirs), false);
    }
    const rows = await db.selectFrom('passkey').select(['id', 'label', 'counter']).orderBy('id').execute();
    assert.deepEqual(
      rows.map((row) => [row.id, row.label, Number(row.counter)]),
      [
        ['home', 'Téléphone', 0],
        ['house', 'Téléphone', 0],
      ],
    );
  });

  test('ten at most, however many are added at once, each told by a letter of its transaction', async () => {
    const { db } = await open();
    const { id } = await member(db, anne);
    const added = await Promise.allSettled(
      Array.from({ length: 13 }, (_, at) => addCustomerPasskey(db, id, key(`k${at}`), seconds(at))),
    );
    assert.equal(added.filter(({ status }) => status === 'fulfilled').length, mostPasskeys);
    for (const one of added) if (one.status === 'rejected') assert.ok(coded('PASSKEYS_TOO_MANY')(one.reason));
    const standing = await listPasskeys(db, customerOwner(id));
    assert.equal(standing.length, mostPasskeys);
    const told = { recipient: `address:${anne}`, customer: id };
    assert.deepEqual(
      await letters(db),
      Array.from({ length: mostPasskeys }, () => ({ ...told, purpose: 'passkey-added' })),
    );
    const [first] = standing;
    assert.ok(first !== undefined);
    await removeCustomerPasskey(db, id, first.id, seconds(20));
    await removeCustomerPasskey(db, id, first.id, seconds(20));
    assert.equal((await letters(db)).length, mostPasskeys + 1, 'what is gone already goes without a word');
    assert.deepEqual((await letters(db)).at(-1), { ...told, purpose: 'passkey-removed' });
    await addCustomerPasskey(db, id, key('again'), seconds(21));
    await assert.rejects(addCustomerPasskey(db, id, key('more'), seconds(21)), coded('PASSKEYS_TOO_MANY'));
    const { id: other } = await member(db, 'brice@exemple.fr');
    await removeCustomerPasskey(db, other, 'again', seconds(22));
    assert.equal((await letters(db)).length, mostPasskeys + 2, 'a refusal writes none');
    assert.equal((await listPasskeys(db, customerOwner(id))).length, mostPasskeys);
  });

  test('let a browser in as a letter does: what it kept is the account’s, nothing that was agreed to changes', async () => {
    const { db } = await open();
    const { id, visitor } = await member(db, anne);
    await addCustomerPasskey(db, id, key('home'), seconds(0));
    const before = await said(db);
    const fresh = await createVisitor(db);
    await setMark(db, fresh.visitor, film(1), 'liked');
    const { customer, secret } = await enterByPasskey(
      db,
      { owner: id, id: 'home', counter: 5 },
      fresh.visitor,
      seconds(60),
    );
    assert.deepEqual([customer.id, customer.visitor], [id, visitor]);
    assert.equal(await recogniseVisitor(db, secret), visitor);
    assert.notEqual(secret, fresh.secret);
    assert.equal(await recogniseVisitor(db, fresh.secret), null, 'the former secret is worth nothing');
    assert.deepEqual(
      (await listMarks(db, visitor)).map((mark) => mark.film),
      [film(1)],
    );
    assert.deepEqual(await said(db), before);
    assert.equal((await subscriptionsOf(db, id)).length, 1);
    const [shown] = await listPasskeys(db, customerOwner(id));
    assert.equal(shown?.lastUsed, '2026-11-21T11:01:00.000Z');
    assert.equal((await customerPasskey(db, 'home'))?.counter, 5);
    // a browser of another account brings nothing along
    const brice = await member(db, 'brice@exemple.fr');
    await setMark(db, brice.visitor, film(2), 'liked');
    const theirs = visitorIdOf(brice.secret);
    await enterByPasskey(db, { owner: id, id: 'home', counter: 6 }, theirs, seconds(61));
    assert.equal((await listMarks(db, visitor)).length, 1);
    assert.equal((await listMarks(db, brice.visitor)).length, 1);
    assert.equal(await recogniseVisitor(db, brice.secret), null);
  });

  test('open nothing once they are taken away, or the account is erased, or for who confirmed nothing', async () => {
    const { db } = await open();
    const { id, visitor } = await member(db, anne);
    await addCustomerPasskey(db, id, key('home'), seconds(0));
    await addCustomerPasskey(db, id, key('away'), seconds(0));
    const enter = (one: string) => enterByPasskey(db, { owner: id, id: one, counter: 1 }, null, seconds(1));
    await removeCustomerPasskey(db, id, 'home', seconds(1));
    await assert.rejects(enter('home'), coded('PASSKEY_REFUSED'));
    await keepChallenge(db, 'abc', { add: customerOwner(id) });
    await eraseCustomer(db, id, { by: 'self' });
    await assert.rejects(enter('away'), coded('PASSKEY_REFUSED'));
    assert.equal(await customerPasskey(db, 'away'), null);
    assert.equal(await recogniseVisitor(db, visitor), null);
    for (const table of ['passkey', 'passkey_challenge'] as const)
      assert.deepEqual(await db.selectFrom(table).selectAll().execute(), []);
    await assert.rejects(addCustomerPasskey(db, id, key('late')), coded('CUSTOMER_UNKNOWN'));

    await askSignIn(db, 'nobody@exemple.fr', asked(), { now: noon });
    const nobody = await customerOfEmail(db, 'nobody@exemple.fr');
    assert.ok(nobody !== null);
    await addCustomerPasskey(db, nobody.id, key('early'), seconds(0));
    assert.equal(await customerPasskey(db, 'early'), null);
    await assert.rejects(
      enterByPasskey(db, { owner: nobody.id, id: 'early', counter: 1 }, null),
      coded('PASSKEY_REFUSED'),
    );
    await db.deleteFrom('customer').where('id', '=', nobody.id).execute();
    assert.deepEqual(await db.selectFrom('passkey').selectAll().execute(), [], 'the foreign key takes them along');
  });

  test('open the account of who complained of our letters, and of whom the staff registered', async () => {
    const { db } = await open();
    const { id } = await member(db, anne);
    await addCustomerPasskey(db, id, key('home'), seconds(0));
    await suppressAddress(db, anne, { reason: 'complained', customer: id });
    assert.equal((await askSignIn(db, anne, asked())).refused, 'suppressed-address');
    assert.equal((await customerPasskey(db, 'home'))?.owner, id);
    await enterByPasskey(db, { owner: id, id: 'home', counter: 1 }, null);
    assert.deepEqual(await subscriptionsOf(db, id), [], 'and nothing is asked for again');
    const staff = await staffMember(db);
    const told = { name: 'Odile', phone: '+33555000000', commune: null, language: 'fr', channel: 'phone' } as const;
    const odile = await registerPerson(db, { ...told, kinds: ['wish'], wording: 'Lu.' }, { by: staff });
    const before = await letters(db);
    await addCustomerPasskey(db, odile, key('odile'));
    await enterByPasskey(db, { owner: odile, id: 'odile', counter: 1 }, null);
    assert.deepEqual(await letters(db), before, 'who has no address gets no letter');
  });

  test('are told by an export, without the key; their challenges are purged every day', async () => {
    const { db } = await open();
    const { id } = await member(db, anne);
    await addCustomerPasskey(db, id, key('home'), seconds(0));
    const { account } = await exportCustomer(db, id);
    assert.deepEqual(account?.passkeys, [
      {
        id: 'home',
        counter: 0,
        transports: 'internal',
        label: 'Téléphone',
        created: '2026-11-21T11:00:00.000Z',
        lastUsed: null,
      },
    ]);
    assert.ok(!JSON.stringify(account).includes('cose-home'));
    await keepChallenge(db, 'abc', { enter: 'customer' }, seconds(0));
    await purgeState(db, { visitorDays: 395, eventDays: 760 }, seconds(299));
    assert.equal((await db.selectFrom('passkey_challenge').selectAll().execute()).length, 1);
    await purgeState(db, { visitorDays: 395, eventDays: 760 }, seconds(300));
    assert.deepEqual(await db.selectFrom('passkey_challenge').selectAll().execute(), []);
  });
});
