import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { momentOf } from '#state/clock.ts';
import { listMarks, setMark } from '#state/marks.ts';
import { confirmSignIn } from '#state/confirm-sign-in.ts';
import { consentsOf } from '#state/consent.ts';
import { changeCustomer, customerOf, customerOfEmail, customerOfVisitor } from '#state/customers.ts';
import { devicesOf, signOut, signOutOthers } from '#state/devices.ts';
import { mergeVisitors } from '#state/merge-visitors.ts';
import { readSignInLink, tryCode } from '#state/prove-sign-in.ts';
import { countRefusal, refusalsSince } from '#state/refusals.ts';
import { eraseCustomer } from '#state/rights.ts';
import { visitorIdOf } from '#state/secret.ts';
import { askOtherEmail, askSignIn } from '#state/sign-in.ts';
import { changeSubscriptions, subscriptionsOf, unsubscribe } from '#state/subscriptions.ts';
import { heldBack, suppressAddress, suppressionOf } from '#state/suppression.ts';
import { createVisitor, recogniseVisitor } from '#state/visitors.ts';
import { setWish, wishesOf } from '#state/wishes.ts';
import { coded } from '../helpers/coded.ts';
import { nextMoment } from '../helpers/next-moment.ts';
import { film, onBothEngines } from './engines.ts';
import { asked, enter, inMinutes, lastLetter, member, noon } from './people.ts';

const anne = 'anne@exemple.fr';
const wording = (): string => 'as shown';
const leaving = { wording: 'as shown', language: 'fr' } as const;

onBothEngines('accounts', ({ open }) => {
  test('nothing is done before the address is shown to be theirs, then all that was asked', async () => {
    const { db } = await open();
    const browser = await createVisitor(db);
    await setMark(db, browser.visitor, film(1), 'liked');
    const here = await askSignIn(db, anne, asked({ film: film(7) }), { now: noon });
    const before = await customerOfEmail(db, anne);
    assert.ok(before !== null);
    assert.deepEqual([before.confirmed, before.commune, before.radius], [null, null, null]);
    assert.deepEqual(await subscriptionsOf(db, before.id), []);
    const [row] = await db.selectFrom('outbox').selectAll().execute();
    assert.deepEqual(
      [row?.recipient, row?.kind, row?.channel, row?.state, row?.due, row?.stale],
      [before.id, 'account', 'email', 'queued', '2026-11-21T11:00:00.000Z', '2026-11-21T11:10:00.000Z'],
    );
    const { code, link } = await lastLetter(db);
    const [held] = await db.selectFrom('sign_in').selectAll().execute();
    for (const secret of [code, link, here.browser]) assert.ok(!JSON.stringify(held).includes(`"${secret}"`));
    const confirmed = await enter(db, here, browser.visitor, inMinutes(2));
    assert.ok(confirmed.kind === 'signed-in' && confirmed.first);
    const { customer } = confirmed;
    assert.deepEqual(
      [customer.commune, customer.radius, customer.confirmed],
      ['23096', 30, '2026-11-21T11:02:00.000Z'],
    );
    assert.deepEqual(await subscriptionsOf(db, customer.id), [{ kind: 'wish', channel: 'email' }]);
    assert.deepEqual(
      (await consentsOf(db, customer.id)).map((one) => [one.kind, one.action, one.wording, one.language, one.source]),
      [
        ['account', 'asked', 'Keep my address.', 'fr', 'page'],
        ['wish', 'asked', 'Tell me. When my film comes.', 'fr', 'page'],
        ['account', 'given', 'Keep my address.', 'fr', 'link'],
        ['wish', 'given', 'Tell me. When my film comes.', 'fr', 'link'],
      ],
    );
    assert.equal(await recogniseVisitor(db, confirmed.secret), customer.visitor);
    assert.equal(await recogniseVisitor(db, browser.secret), null, 'the former secret is worth nothing');
    assert.deepEqual(
      (await listMarks(db, customer.visitor)).map((mark) => mark.film),
      [film(1)],
    );
    assert.deepEqual(
      (await wishesOf(db, customer.visitor)).map((wish) => wish.film),
      [film(7)],
    );
  });

  test('a code: five tries, this browser, ten minutes, once', async () => {
    const { db } = await open();
    const here = await askSignIn(db, anne, asked(), { now: noon });
    const { code } = await lastLetter(db);
    const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
    const elsewhere = await askSignIn(db, 'zoe@exemple.fr', asked(), { now: noon });
    const last = await lastLetter(db);
    if (last.code !== code)
      assert.equal((await tryCode(db, { browser: elsewhere.browser, code }, { now: noon })).kind, 'wrong');
    assert.equal((await tryCode(db, { browser: 'x', code }, { now: noon })).kind, 'over');
    const told: string[] = [];
    for (let at = 0; at < 10; at++) {
      const tried = await tryCode(db, { browser: here.browser, code: at < 5 ? wrong : code }, { now: noon });
      told.push(tried.kind === 'wrong' ? `wrong, ${tried.left}` : tried.kind);
    }
    assert.deepEqual(told, ['wrong, 4', 'wrong, 3', 'wrong, 2', 'wrong, 1', ...Array<string>(6).fill('over')]);
    const late = await askSignIn(db, anne, asked(), { now: noon });
    const again = (await lastLetter(db)).code;
    assert.equal((await tryCode(db, { browser: late.browser, code: again }, { now: inMinutes(10) })).kind, 'over');
    const right = await tryCode(
      db,
      { browser: late.browser, code: ` ${again.slice(0, 3)} ${again.slice(3)}` },
      { now: inMinutes(9) },
    );
    assert.ok(right.kind === 'right');
    const both = await Promise.all([
      confirmSignIn(db, right.signIn, null, { now: inMinutes(9) }),
      confirmSignIn(db, right.signIn, null, { now: inMinutes(9) }),
    ]);
    assert.deepEqual(both.map(({ kind }) => kind).toSorted(), ['signed-in', 'used']);
    assert.equal((await tryCode(db, { browser: late.browser, code: again }, { now: inMinutes(9) })).kind, 'over');
  });

  test('tries at one moment are counted one by one', async () => {
    const { db } = await open();
    const here = await askSignIn(db, anne, asked(), { now: noon });
    const all = await Promise.all(
      Array.from({ length: 20 }, () => tryCode(db, { browser: here.browser, code: 'none' }, { now: noon })),
    );
    assert.equal(all.filter(({ kind }) => kind === 'wrong').length, 4);
    assert.equal((await db.selectFrom('sign_in').select('tries').executeTakeFirst())?.tries, 5);
  });

  test('a link: read as often as one likes, used once, forged never', async () => {
    const { db } = await open();
    await askSignIn(db, anne, asked(), { now: noon });
    const { link } = await lastLetter(db);
    for (let at = 0; at < 3; at++) {
      const found = await readSignInLink(db, link, { now: inMinutes(1) });
      assert.ok(found.kind === 'open');
    }
    assert.equal((await customerOfEmail(db, anne))?.confirmed, null);
    for (const forged of ['', 'x', link.slice(1), `${link.slice(0, 21)}_`.replace(link, 'AAAAAAAAAAAAAAAAAAAAAA')])
      assert.equal((await readSignInLink(db, forged, { now: noon })).kind, 'unknown');
    assert.equal((await readSignInLink(db, link, { now: inMinutes(10) })).kind, 'late');
    const open_ = await readSignInLink(db, link, { now: noon });
    assert.ok(open_.kind === 'open');
    assert.equal((await confirmSignIn(db, open_.signIn, null, { now: noon })).kind, 'signed-in');
    assert.equal((await readSignInLink(db, link, { now: noon })).kind, 'used');
    assert.equal((await confirmSignIn(db, open_.signIn, null, { now: noon })).kind, 'used');
  });

  test('three letters an hour, ten a day, to one address, however they are asked for', async () => {
    const { db } = await open();
    const ask = async (minutes: number): Promise<string | null> =>
      (await askSignIn(db, anne, asked(), { now: inMinutes(minutes) })).refused;
    const first = await Promise.all(Array.from({ length: 8 }, () => ask(0)));
    assert.equal(first.filter((refused) => refused === null).length, 3);
    assert.equal(await ask(59), 'letters-to-one-address');
    let letters = 3;
    for (let hour = 1; hour < 23; hour++) if ((await ask(hour * 60 + hour)) === null) letters++;
    assert.equal(letters, 10);
    assert.equal(await ask(24 * 60 + 30), null);
    assert.equal((await db.selectFrom('customer').select('id').execute()).length, 1);
  });

  test('a suppressed address is not written to; an erasure is lifted by its owner alone', async () => {
    const { db } = await open();
    await suppressAddress(db, anne, { reason: 'bounced', detail: '550 5.1.1' }, { now: noon });
    assert.equal((await askSignIn(db, anne, asked(), { now: noon })).refused, 'suppressed-address');
    assert.deepEqual(await db.selectFrom('outbox').selectAll().execute(), []);
    assert.deepEqual(await db.selectFrom('customer').selectAll().execute(), []);
    const zoe = await member(db, 'zoe@exemple.fr');
    await eraseCustomer(db, zoe.id, { by: 'self', now: noon });
    assert.equal(await suppressionOf(db, 'Zoe@Exemple.fr '), 'erased');
    assert.deepEqual(
      [heldBack(null, 'digest'), heldBack('erased', 'account'), heldBack('erased', 'digest')],
      [false, false, true],
    );
    for (const reason of ['bounced', 'complained', 'asked'] as const) assert.ok(heldBack(reason, 'account'));
    const here = await askSignIn(db, 'zoe@exemple.fr', asked(), { now: noon });
    assert.equal(await suppressionOf(db, 'zoe@exemple.fr'), 'erased', 'asking is not enough');
    await enter(db, here);
    assert.equal(await suppressionOf(db, 'zoe@exemple.fr'), null);
    await suppressAddress(db, 'zoe@exemple.fr', { reason: 'complained' });
    await suppressAddress(db, 'zoe@exemple.fr', { reason: 'erased' });
    assert.equal(await suppressionOf(db, 'zoe@exemple.fr'), 'complained');
  });

  test('a browser of one account that enters another takes nothing along', async () => {
    const { db } = await open();
    const a = await member(db, anne);
    await setMark(db, a.visitor, film(1), 'liked');
    await setWish(db, a.visitor, { film: film(2), commune: '23096', days: [6], seats: 2 });
    const b = await member(db, 'zoe@exemple.fr', visitorIdOf(a.secret));
    assert.equal(await recogniseVisitor(db, b.secret), b.visitor);
    assert.equal(await recogniseVisitor(db, a.secret), null);
    assert.deepEqual([(await listMarks(db, a.visitor)).length, (await listMarks(db, b.visitor)).length], [1, 0]);
    assert.deepEqual([(await wishesOf(db, a.visitor)).length, (await wishesOf(db, b.visitor)).length], [1, 0]);
    await assert.rejects(mergeVisitors(db, a.visitor, b.visitor), coded('ACCOUNTS_TWO'));
    const stranger = await createVisitor(db);
    await nextMoment();
    await setWish(db, stranger.visitor, { film: film(2), commune: '23001', days: [], seats: 1 });
    await setWish(db, stranger.visitor, { film: film(3), commune: '23001', days: [], seats: 1 });
    assert.equal(await mergeVisitors(db, a.visitor, stranger.visitor), a.visitor, 'the account holds it all');
    assert.deepEqual((await wishesOf(db, a.visitor)).map((wish) => [wish.film, wish.commune]).toSorted(), [
      [film(2), '23001'],
      [film(3), '23001'],
    ]);
    assert.equal((await customerOfVisitor(db, a.visitor))?.id, a.id);
  });

  test('devices are signed out, one or all others, and nobody else’s', async () => {
    const { db } = await open();
    const first = await member(db, anne);
    const second = await member(db, anne, null, {}, inMinutes(1));
    const third = await member(db, anne, null, {}, inMinutes(2));
    const other = await member(db, 'zoe@exemple.fr');
    assert.equal(second.id, first.id);
    assert.equal((await devicesOf(db, first.visitor)).length, 3);
    const id = visitorIdOf(second.secret);
    assert.ok(id !== null);
    assert.equal(await signOut(db, other.visitor, id, leaving), 0);
    assert.equal(await signOut(db, first.visitor, id, leaving), 1);
    assert.equal(await recogniseVisitor(db, second.secret), null);
    const own = visitorIdOf(third.secret);
    assert.ok(own !== null);
    assert.equal(await signOutOthers(db, first.visitor, own, leaving), 1);
    assert.equal(await recogniseVisitor(db, third.secret), first.visitor);
    assert.equal(await recogniseVisitor(db, other.secret), other.visitor);
  });

  test('another address is the account’s once it is shown, and the old one is told', async () => {
    const { db } = await open();
    const { id } = await member(db, anne);
    const customer = await customerOf(db, id);
    assert.ok(customer !== null);
    const ask = { email: 'new@exemple.fr', language: 'fr', accountWording: 'Change it.' } as const;
    const here = await askOtherEmail(db, customer, ask, { now: noon });
    const row = await db.selectFrom('outbox').selectAll().orderBy('id', 'desc').executeTakeFirst();
    assert.equal(row?.recipient, 'address:new@exemple.fr');
    assert.equal((await customerOf(db, id))?.email, anne);
    assert.equal((await enter(db, here)).kind, 'signed-in');
    assert.equal((await customerOf(db, id))?.email, 'new@exemple.fr');
    const told = await db.selectFrom('outbox').selectAll().orderBy('id', 'desc').executeTakeFirst();
    assert.equal(told?.recipient, `address:${anne}`);
    assert.match(told?.payload ?? '', /address-changed/);
    assert.ok(!told?.payload.includes('new@'));
    await member(db, 'zoe@exemple.fr');
    const taken = await askOtherEmail(db, customer, { ...ask, email: 'zoe@exemple.fr' }, { now: noon });
    assert.equal((await enter(db, taken)).kind, 'taken');
    assert.equal((await customerOf(db, id))?.email, 'new@exemple.fr');
  });

  test('of two accounts that show the same new address at once, one has it and the other is told', async () => {
    const { db } = await open();
    const shown = async (email: string) => {
      const customer = await customerOf(db, (await member(db, email)).id);
      assert.ok(customer !== null);
      const ask = { email: 'new@exemple.fr', language: 'fr', accountWording: 'Change it.' } as const;
      const { browser } = await askOtherEmail(db, customer, ask, { now: noon });
      const tried = await tryCode(db, { browser, code: (await lastLetter(db)).code }, { now: noon });
      assert.ok(tried.kind === 'right');
      return tried.signIn;
    };
    const [one, two] = [await shown(anne), await shown('zoe@exemple.fr')];
    const { second } = await db.transaction().execute(async (within) => {
      assert.equal((await confirmSignIn(within, one, null, { now: noon })).kind, 'signed-in');
      const waiting = confirmSignIn(db, two, null, { now: noon });
      await sleep(200);
      return { second: waiting };
    });
    assert.deepEqual(await second, { kind: 'taken' });
    assert.deepEqual(await confirmSignIn(db, two, null, { now: noon }), { kind: 'used' });
    assert.equal((await customerOfEmail(db, 'new@exemple.fr'))?.id, one.customer);
    assert.equal((await customerOf(db, two.customer))?.email, 'zoe@exemple.fr');
  });

  test('a form is a coming of the person, which keeps the account; a mail program or an address that fails is not', async () => {
    const { db } = await open();
    const { id } = await member(db, anne);
    const now = noon.add({ hours: 24 * 100 });
    for (const [source, came] of [
      ['header', false],
      ['bounce', false],
      ['link', true],
      ['page', true],
      ['staff', true],
    ] as const) {
      await db
        .updateTable('customer')
        .set({ last_contact: momentOf(noon) })
        .where('id', '=', id)
        .execute();
      await unsubscribe(db, id, () => true, { language: 'fr', source, wording, now });
      assert.equal((await customerOf(db, id))?.lastContact, momentOf(came ? now : noon), source);
    }
  });

  test('what is agreed to is never rewritten, and each change says what was shown', async () => {
    const { db } = await open();
    const { id } = await member(db, anne);
    const telling = { language: 'en', source: 'page', wording, now: noon } as const;
    const wanted = [{ kind: 'digest', channel: 'email' }] as const;
    const changed = await changeSubscriptions(db, id, { wanted, among: ['email'] }, telling);
    assert.deepEqual(changed, { given: wanted, withdrawn: [{ kind: 'wish', channel: 'email' }] });
    assert.deepEqual(await changeSubscriptions(db, id, { wanted, among: ['email'] }, telling), {
      given: [],
      withdrawn: [],
    });
    assert.deepEqual(await changeSubscriptions(db, id, { wanted: [], among: ['push'] }, telling), {
      given: [],
      withdrawn: [],
    });
    for (let at = 0; at < 3; at++) await unsubscribe(db, id, () => true, { ...telling, source: 'header' });
    const log = await consentsOf(db, id);
    assert.deepEqual(
      log.slice(4).map((one) => `${one.kind} ${one.action} ${one.source}`),
      ['digest given page', 'wish withdrawn page', 'digest withdrawn header'],
    );
    await assert.rejects(db.updateTable('consent').set({ action: 'given' }).execute(), /append-only/);
    await assert.rejects(sql`update consent set wording = 'another'`.execute(db), /append-only/);
    assert.deepEqual(await consentsOf(db, id), log);
  });

  test('preferences change what is given, and refuse an account that is not there', async () => {
    const { db } = await open();
    const { id } = await member(db, anne);
    await changeCustomer(db, id, { quietFrom: 1320, quietUntil: 420, weekCap: 2, name: 'Anne' }, { now: inMinutes(5) });
    const customer = await customerOf(db, id);
    assert.deepEqual(
      [customer?.quietFrom, customer?.quietUntil, customer?.weekCap, customer?.name, customer?.commune],
      [1320, 420, 2, 'Anne', '23096'],
    );
    await changeCustomer(db, id, { weekCap: null });
    assert.equal((await customerOf(db, id))?.weekCap, null);
    await eraseCustomer(db, id, { by: 'self' });
    await assert.rejects(changeCustomer(db, id, { weekCap: 1 }), coded('CUSTOMER_UNKNOWN'));
    await assert.rejects(
      unsubscribe(db, id, () => true, { language: 'fr', source: 'page', wording }),
      coded('CUSTOMER_UNKNOWN'),
    );
  });

  test('refusals are counted by day, without a name', async () => {
    const { db } = await open();
    for (let at = 0; at < 3; at++) await countRefusal(db, 'like-a-robot', { now: noon });
    await countRefusal(db, 'bad-link', { now: noon });
    await countRefusal(db, 'bad-link', { now: noon.subtract({ hours: 48 }) });
    assert.deepEqual(await refusalsSince(db, '2026-11-21'), [
      { reason: 'like-a-robot', count: 3 },
      { reason: 'bad-link', count: 1 },
    ]);
  });
});
