import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { CustomerId } from '#brand.ts';
import { listByHand, mostCalls, settleByHand } from '#state/by-hand.ts';
import { campaignStanding, cancelCampaign, holdCampaign, releaseCampaign } from '#state/campaigns.ts';
import { enqueue, type ToTell } from '#state/outbox.ts';
import type { Db } from '#state/schema.ts';
import { aCustomer, aMember } from '../helpers/a-customer.ts';
import { instant, onBothEngines } from './engines.ts';

const now = instant('2026-11-24T10:00:00Z');
const since = instant('2026-11-17T23:00:00Z');

const toTell = (customer: CustomerId, changes: Partial<ToTell> = {}): ToTell => ({
  recipient: customer,
  customer,
  message: 'digest:2026-W48',
  channel: 'phone',
  kind: 'digest',
  campaign: null,
  payload: { kind: 'digest', week: '2026-W48', films: [] },
  due: now.subtract({ hours: 1 }),
  stale: now.add({ hours: 72 }),
  ...changes,
});
const open = async (db: Db, channel: 'phone' | 'paper' = 'phone', at = now) =>
  (await listByHand(db, channel, { since, now: at })).open;
const told = async (db: Db) => (await listByHand(db, 'phone', { since, now })).told;

onBothEngines('what is told by hand', ({ open: openState }) => {
  it('is what is due, to people who still want it and are not away', async () => {
    const { db } = await openState();
    const { id } = await aCustomer(db, { phone: '+33555520000' }, [
      ['digest', 'phone'],
      ['wish', 'paper'],
    ]);
    const away = await aCustomer(db, { paused_until: '2026-12-01T00:00:00.000Z' }, [['digest', 'phone']]);
    const no = await aCustomer(db, {}, [['digest', 'email']]);
    await enqueue(
      db,
      [
        toTell(id),
        toTell(id, { message: 'reminder:2026-W48', kind: 'reminder' }),
        toTell(id, { message: 'wish:x', kind: 'wish' }),
        toTell(id, { message: 'later', due: now.add({ hours: 1 }) }),
        toTell(id, { message: 'late', stale: now }),
        toTell(id, { message: 'mail', channel: 'email' }),
        toTell(id, { message: 'wish:y', kind: 'wish', channel: 'paper' }),
        toTell(away.id),
        toTell(no.id),
      ],
      { now },
    );
    const rows = await open(db);
    assert.deepEqual(
      rows.map(({ customer, phone, state }) => [customer, phone, state]),
      [
        [id, '+33555520000', 'queued'],
        [id, '+33555520000', 'queued'],
      ],
    );
    assert.equal((await open(db, 'paper')).length, 1);
    await db.deleteFrom('customer').where('id', '=', id).execute();
    assert.equal((await open(db)).length, 0);
  });

  it('is ticked once, also when the form is sent twice, and may be taken back', async () => {
    const { db } = await openState();
    const staff = await aMember(db);
    const { id } = await aCustomer(db, {}, [['digest', 'phone']]);
    await enqueue(db, [toTell(id)], { now });
    const [row] = await open(db);
    assert.ok(row !== undefined);
    assert.equal(await settleByHand(db, [row], 'told', { staff, now }), 1);
    assert.equal(await settleByHand(db, [row], 'told', { staff, now }), 0);
    assert.equal(await settleByHand(db, [row], 'no-answer', { staff, now }), 0);
    assert.equal((await open(db)).length, 0);
    const [done] = await told(db);
    assert.equal(done?.state, 'delivered');
    assert.equal(await settleByHand(db, [done], 'again', { staff, now }), 1);
    assert.equal((await open(db)).length, 1);
    const attempts = await db.selectFrom('attempt').select(['worker', 'outcome', 'code']).orderBy('id').execute();
    assert.deepEqual(attempts, [
      { worker: `staff:${staff}`, outcome: 'delivered', code: 'told' },
      { worker: `staff:${staff}`, outcome: 'later', code: 'again' },
    ]);
    const audit = await db.selectFrom('audit').select(['staff', 'action', 'subject', 'detail']).orderBy('id').execute();
    assert.deepEqual(audit, [
      { staff, action: 'by-hand.told', subject: `outbox:${row.id}`, detail: '' },
      { staff, action: 'by-hand.again', subject: `outbox:${row.id}`, detail: '' },
    ]);
  });

  it('stays on the list once handed to the house, when it would be too late to send it', async () => {
    const { db } = await openState();
    const staff = await aMember(db);
    const { id } = await aCustomer(db, {}, [['digest', 'phone']]);
    const states = ['queued', 'sent', 'failed'] as const;
    await enqueue(
      db,
      states.map((state) => toTell(id, { message: state, stale: now.add({ minutes: 1 }) })),
      { now },
    );
    for (const state of states) await db.updateTable('outbox').set({ state }).where('message', '=', state).execute();
    const listed = async (at: Temporal.Instant) => (await open(db, 'phone', at)).map(({ state }) => state);
    assert.deepEqual(await listed(now), [...states]);
    const later = now.add({ hours: 24 * 6 });
    assert.deepEqual(await listed(later), ['sent', 'failed']);
    assert.deepEqual(await listed(now.add({ hours: 24 * 29 })), []);
    const [row] = await open(db, 'phone', later);
    assert.ok(row !== undefined);
    assert.equal(await settleByHand(db, [row], 'told', { staff, now: later }), 1);
  });

  it('is nothing of a campaign that is held or cancelled', async () => {
    const { db } = await openState();
    const staff = await aMember(db);
    const campaign = 'digest:2026-W48';
    await campaignStanding(db, { id: campaign, kind: 'digest', week: '2026-W48', state: 'held', due: now }, { now });
    const people = [
      await aCustomer(db, {}, [['digest', 'phone']]),
      await aCustomer(db, {}, [['digest', 'phone']]),
      await aCustomer(db, {}, [['digest', 'phone']]),
    ];
    await enqueue(
      db,
      people.map(({ id }) => toTell(id, { campaign })),
      { now },
    );
    assert.deepEqual(await open(db), []);
    await releaseCampaign(db, campaign, { staff }, { now, until: now.add({ hours: 72 }) });
    const [first, second] = await open(db);
    assert.ok(first !== undefined && second !== undefined);
    await settleByHand(db, [first], 'told', { staff, now });
    await settleByHand(db, [second], 'no-answer', { staff, now });
    assert.deepEqual(
      (await open(db)).map(({ state }) => state),
      ['sent', 'queued'],
    );
    await holdCampaign(db, campaign, { staff }, { now });
    assert.deepEqual(await open(db), []);
    await releaseCampaign(db, campaign, { staff }, { now, until: now.add({ hours: 72 }) });
    assert.equal((await open(db)).length, 2);
    await cancelCampaign(db, campaign, { staff }, { now });
    assert.deepEqual(await open(db), []);
    assert.equal((await told(db)).length, 1);
  });

  it('without an answer stays on the list, is counted once a call, and is given up after three', async () => {
    const { db } = await openState();
    const staff = await aMember(db);
    const { id } = await aCustomer(db, {}, [['digest', 'phone']]);
    await enqueue(db, [toTell(id)], { now });
    // put on the list by the worker, which counts a try
    await db.updateTable('outbox').set({ state: 'sent', attempts: 1 }).execute();
    for (let call = 1; call <= mostCalls; call++) {
      const [row] = await open(db);
      assert.ok(row !== undefined);
      assert.equal(row.calls, call - 1);
      const twice = await Promise.all([1, 2].map(() => settleByHand(db, [row], 'no-answer', { staff, now })));
      assert.deepEqual(twice.toSorted(), [0, 1]);
    }
    const [row] = await open(db);
    assert.deepEqual([row?.state, row?.calls], ['failed', mostCalls]);
    assert.ok(row !== undefined);
    assert.equal(await settleByHand(db, [row], 'no-answer', { staff, now }), 0);
    assert.equal(await settleByHand(db, [row], 'told', { staff, now }), 1);
  });

  it('on paper is printed, then handed over; nothing of another channel is touched', async () => {
    const { db } = await openState();
    const staff = await aMember(db);
    const { id } = await aCustomer(db, {}, [['digest', 'paper']]);
    await enqueue(db, [toTell(id, { channel: 'paper' }), toTell(id, { channel: 'email' })], { now });
    const [row] = await open(db, 'paper');
    assert.ok(row !== undefined);
    assert.equal(await settleByHand(db, [row], 'printed', { staff, now }), 1);
    const [printed] = await open(db, 'paper');
    assert.deepEqual([printed?.state, printed?.printed, row.printed], ['sent', true, false]);
    assert.ok(printed !== undefined);
    assert.equal(await settleByHand(db, [row], 'printed', { staff, now }), 0);
    assert.equal(await settleByHand(db, [printed], 'told', { staff, now }), 1);
    const mail = await db
      .selectFrom('outbox')
      .select(['id', 'attempts'])
      .where('channel', '=', 'email')
      .executeTakeFirstOrThrow();
    assert.equal(await settleByHand(db, [mail], 'told', { staff, now }), 0);
  });
});
