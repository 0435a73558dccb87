import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asShowingId, asVenueId } from '#brand.ts';
import { campaignStanding } from '#state/campaigns.ts';
import { newSecret } from '#state/secret.ts';
import { putShowing } from '#state/showings.ts';
import { countAccounts, findPeople, personOf, registerPerson } from '#state/staff-people.ts';
import { goOnProven, provePassword } from '#state/staff-prove.ts';
import { openStaffSession, recogniseStaff } from '#state/staff-sessions.ts';
import { staffToday } from '#state/staff-today.ts';
import { addStaff, setPassword } from '#state/staff.ts';
import { putVenue } from '#state/venues.ts';
import { createVisitor } from '#state/visitors.ts';
import { setWish } from '#state/wishes.ts';
import { faultsOf, keepSettings, readSettings } from '#web/staff-settings.ts';
import { aCustomer } from '../helpers/a-customer.ts';
import { coded } from '../helpers/coded.ts';
import { person, told as tell } from '../notify/outbox-world.ts';
import { film, instant, onBothEngines } from './engines.ts';
import { plainShowing, plainVenue } from '../helpers/plain-programme.ts';

const now = instant('2026-11-22T20:00:00Z');
const member = { email: 'r@example.org', name: 'R. Test', roles: ['manager'], language: 'fr' } as const;

onBothEngines('the house', ({ open }) => {
  test('is told what waits: showings, films that enough people wish, and no fewer than five', async () => {
    const { db } = await open();
    const week = { from: '2026-11-25', until: '2026-12-01', week: '2026-W47' };
    assert.deepEqual(await staffToday(db, { ...week, threshold: 10 }, { now }), {
      showings: 0,
      heldCampaigns: 0,
      deadLetters: 0,
      wished: [],
    });
    const wish = { commune: '23096', days: [], seats: 2 };
    for (const [one, people] of [
      [film(1), 6],
      [film(2), 4],
      [film(3), 7],
    ] as const)
      for (let at = 0; at < people; at++) await setWish(db, (await createVisitor(db)).visitor, { film: one, ...wish });
    const [venue, id] = [asVenueId('salle'), asShowingId(newSecret())];
    assert.ok(venue !== null && id !== null);
    await putVenue(db, plainVenue({
      id: venue, name: 'Salle'})); // prettier-ignore
    await putShowing(db, plainShowing({
      id, venue, film: film(3), title: 'Un titre', starts: '2026-11-26T19:30:00.000Z', day: '2026-11-26'})); // prettier-ignore
    const waits = await staffToday(db, { ...week, threshold: 1 }, { now });
    assert.equal(waits.showings, 1);
    assert.deepEqual(waits.wished, [{ film: film(1), people: 6 }]);
    assert.deepEqual((await staffToday(db, { ...week, threshold: 7 }, { now })).wished, []);
    const next = { from: '2026-12-02', until: '2026-12-08', week: '2026-W48', threshold: 7 };
    const wished = async (at: string): Promise<number> =>
      (await staffToday(db, next, { now: instant(at) })).wished.length;
    assert.equal(await wished('2026-11-26T10:00:00Z'), 0, 'it is shown this evening');
    assert.equal(await wished('2026-11-26T20:00:00Z'), 1, 'it has been');
  });

  test('is told of mailings that wait and of letters that did not leave until nothing can be done about them', async () => {
    const { db } = await open();
    const over = instant('2026-12-02T00:00:00Z');
    for (const week of ['2026-W47', '2026-W48'])
      await campaignStanding(db, { id: `digest:${week}`, kind: 'digest', week, state: 'held', due: now }, { now });
    const who = await person(db, 'a@people.test');
    for (const [message, stale] of [
      ['wish:tt0000001:2026-W48', over],
      ['wish:tt0000002:2026-W48', now.add({ hours: 24 })],
    ] as const)
      await tell(db, who, { message, stale });
    await db.updateTable('outbox').set({ state: 'failed' }).execute();
    const waits = async (at: Temporal.Instant, week: string): Promise<[number, number]> => {
      const asked = { from: '2026-11-25', until: '2026-12-01', threshold: 10, week };
      const { heldCampaigns, deadLetters } = await staffToday(db, asked, { now: at });
      return [heldCampaigns, deadLetters];
    };
    assert.deepEqual(await waits(now, '2026-W47'), [2, 2]);
    assert.deepEqual(await waits(now.add({ hours: 72 }), '2026-W48'), [1, 1]);
    assert.deepEqual(await waits(over, '2026-W49'), [0, 0]);
    assert.deepEqual(await waits(over.add({ hours: 24 * 300 }), '2027-W39'), [0, 0]);
  });

  test('finds people by what they give, and registers who has no e-mail with what they heard', async () => {
    const { db } = await open();
    const by = await addStaff(db, member, { by: null, now });
    const told = { language: 'fr', channel: 'phone', kinds: ['wish', 'digest'], wording: 'Lu à voix haute.' } as const;
    const phone = '+33555000000';
    const id = await registerPerson(db, { ...told, name: 'Éloïse Exemple', phone, commune: null }, { by, now });
    for (const text of [id, phone, 'eloise', 'ÉLOÏSE', ' exemple '])
      assert.deepEqual(
        (await findPeople(db, text)).map((one) => one.id),
        [id],
        text,
      );
    for (const text of ['', 'él', '%', '_', 'nobody@example.org', "'; drop table customer --"])
      assert.deepEqual(await findPeople(db, text), [], text);
    assert.deepEqual(await countAccounts(db), { all: 1, withoutEmail: 1, unconfirmed: 0 });
    assert.equal((await personOf(db, id)).confirmed, '2026-11-22T20:00:00.000Z');
    await assert.rejects(personOf(db, 'x'), coded('CUSTOMER_UNKNOWN'));
    const consents = await db.selectFrom('consent').select(['kind', 'source', 'wording']).orderBy('id').execute();
    assert.deepEqual(
      consents.map(({ kind }) => kind),
      ['account', 'wish', 'digest'],
    );
    assert.ok(consents.every(({ source, wording }) => source === 'staff' && wording === told.wording));
    assert.equal((await db.selectFrom('subscription').selectAll().execute()).length, 2);
  });

  test('finds people however their number is typed, and however it was kept', async () => {
    const { db } = await open();
    const spellings = ['0612345678', '06 12 34 56 78', '+33612345678', '+33 (0)6.12.34.56.78', '0033 6 12 34 56 78'];
    const kept = new Set([...spellings.map((text) => text.replaceAll(/[ .()]/g, '')), '33612345678']);
    const ids = new Set<string>();
    for (const phone of kept) ids.add((await aCustomer(db, { phone, email: `p${phone}@people.test` })).id);
    await aCustomer(db, { phone: '+33712345678' });
    const service = await aCustomer(db, { phone: '0899123456' });
    const belgian = await aCustomer(db, { phone: '003224567890' });
    const found = async (text: string) => (await findPeople(db, text)).map(({ id }) => id);
    for (const text of [...spellings, ...kept, ' 06\u00a012\u00a034\u00a056\u00a078 '])
      assert.deepEqual(new Set(await found(text)), ids, text);
    assert.deepEqual(await found('08 99 12 34 56'), [service.id]);
    assert.deepEqual(await found('+32 2 456 78 90'), [belgian.id]);
    for (const text of ['345678', '0612', '07 12 34 56', '06 12 34 56 79'])
      assert.deepEqual(await found(text), [], text);
  });

  test('keeps its settings, and writes down what changed', async () => {
    const { db } = await open();
    const by = await addStaff(db, member, { by: null, now });
    const usual = await readSettings(db);
    assert.equal(faultsOf(usual).size, 0);
    assert.equal(await keepSettings(db, usual, { by }), 0);
    assert.equal(await keepSettings(db, { ...usual, 'week-cap': '2', 'reminder-on': 'on' }, { by }), 2);
    assert.equal((await readSettings(db))['week-cap'], '2');
    const log = await db
      .selectFrom('audit')
      .select(['subject', 'detail'])
      .where('action', '=', 'setting')
      .orderBy('id')
      .execute();
    assert.deepEqual(log, [
      { subject: 'reminder-on', detail: 'off → on' },
      { subject: 'week-cap', detail: '4 → 2' },
    ]);
  });

  test('asks a member again who they are', async () => {
    const { db } = await open();
    const id = await addStaff(db, member, { by: null, now });
    await setPassword(db, id, 'grive musicienne 7', { by: id, now });
    const secret = await openStaffSession(db, id, { by: 'password', now });
    const self = await recogniseStaff(db, secret, { now });
    assert.ok(self !== null);
    for (let tries = 0; tries < 5; tries++)
      assert.deepEqual(await provePassword(db, self, 'no', { now }), { kind: 'wrong' });
    assert.deepEqual(await provePassword(db, self, 'grive musicienne 7', { now }), { kind: 'wait', seconds: 15 });
    const later = now.add({ minutes: 20 });
    assert.deepEqual(await provePassword(db, self, 'grive musicienne 7', { now: later }), { kind: 'proven' });
    const renewed = await goOnProven(db, self, { by: 'password', now: later });
    assert.ok(renewed !== null);
    assert.equal(await recogniseStaff(db, secret, { now: later }), null);
    assert.equal((await recogniseStaff(db, renewed, { now: later }))?.proven, '2026-11-22T20:20:00.000Z password');
  });
});
