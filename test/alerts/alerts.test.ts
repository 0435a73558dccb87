import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { openAlerts, type Alerts } from '#alerts.ts';
import { decide } from '#notify/match/decide.ts';
import type { Decision } from '#notify/match/types.ts';
import { startSchedule } from '#alerts/schedule.ts';
import { weekOf } from '#calendar/week.ts';
import type { Channel } from '#notify/channel.ts';
import type { Compose } from '#notify/deliver/one-letter.ts';
import { startDelivery } from '#notify/deliver/start-delivery.ts';
import { currentPayload } from '#notify/letters/current.ts';
import { readPayload } from '#notify/letters/read-payload.ts';
import { runsBy } from '#notify/timing/moments.ts';
import {
  campaignStanding,
  cancelCampaign,
  holdCampaign,
  listCampaigns,
  noteCampaign,
  releaseCampaign,
} from '#state/campaigns.ts';
import { changeCustomer } from '#state/customers.ts';
import { setHouseValue } from '#state/house.ts';
import type { State } from '#state/open-state.ts';
import { claimDue } from '#state/outbox-claim.ts';
import { dropPushDevice, keepPushDevice, pushIdOf } from '#state/push-subscriptions.ts';
import { eraseCustomer } from '#state/rights.ts';
import type { Db } from '#state/schema.ts';
import { suppressAddress } from '#state/suppression.ts';
import type { ChannelName } from '#state/tables/customers.ts';
import { inTransaction } from '#state/transaction.ts';
import { endLease, takeLease } from '#state/turns.ts';
import { setWish, unsetWish } from '#state/wishes.ts';
import { asFilmId, type CustomerId } from '#brand.ts';
import { aMember } from '../helpers/a-customer.ts';
import { starterLanterne } from '../helpers/starter-lanterne.ts';
import { etoile, lux, settings, showing } from '../notify/match-world.ts';
import { letter } from '../notify/outbox-world.ts';
import { outboxOf, putPerson, putProgramme } from '../notify/people.ts';
import { onBothEngines } from '../state/engines.ts';

const at = (text: string): Temporal.Instant => Temporal.Instant.from(text);
const monday = at('2026-11-23T09:00:00Z');
const tuesday = at('2026-11-24T17:00:10Z');
const lanterne = await starterLanterne();
const found = async (title: string) => {
  const id = asFilmId((await lanterne.search(title, { top: 1 }))[0]?.card.id ?? '');
  assert.ok(id !== null);
  return id;
};
const [seven, rivers, totoro] = [await found('Se7en'), await found('The Crimson Rivers'), await found('Totoro')];
const programme = [
  showing(rivers, '2026-11-25 20:30'),
  showing(totoro, '2026-11-26 18:00', etoile),
  showing(totoro, '2026-11-28 15:00', lux),
];
const nobody = { staff: null };

/** Sends what is due; gives the rows that left. */
async function sendDue(db: Db, now: Temporal.Instant): Promise<number[]> {
  const sent: number[] = [];
  const channelOf = (name: 'email' | 'push'): [ChannelName, Channel] => [
    name,
    {
      name,
      async send({ outbox }) {
        sent.push(outbox);
        return { kind: 'sent', id: '<1@house>', code: '250', detail: 'ok' };
      },
      async [Symbol.asyncDispose]() {},
    },
  ];
  const compose: Compose = async ({ payload, customer }) => {
    const read = readPayload(payload);
    return read === null || (await currentPayload(db, read, customer, () => null)) === null ? null : letter;
  };
  const channels = new Map([channelOf('email'), channelOf('push')]);
  await using delivery = await startDelivery({ db, channels, compose, mailsASecond: 1000, now: () => now, poll: 20 });
  await delivery.drained();
  return sent;
}

onBothEngines('the alerts', ({ open, engine }) => {
  const opened = async (): Promise<{ state: State; alerts: Alerts }> => {
    const state = await open();
    return { state, alerts: openAlerts(() => lanterne, state) };
  };

  test('an import that has committed tells those who wished, once, whatever is run again', async () => {
    const { state, alerts } = await opened();
    const anne = await putPerson(state.db, 1, { wishes: [rivers] });
    await putPerson(state.db, 2, { wishes: [seven] });
    await putProgramme(state.db, programme);
    assert.equal(await alerts.matchAfterImport({ now: monday }), 1);
    assert.equal(await alerts.matchAfterImport({ now: monday }), 0);
    const [row, ...others] = await outboxOf(state.db);
    assert.deepEqual(others, []);
    assert.equal(row?.customer, anne);
    assert.equal(row?.message, `wish:${rivers}:2026-W48`);
    assert.equal(row?.state, 'queued');
  });

  test('stopped between two lots, it skips nobody and doubles nobody', async () => {
    const { state, alerts } = await opened();
    for (let one = 0; one < 23; one++) await putPerson(state.db, one, { wishes: [rivers] });
    await putProgramme(state.db, programme);
    let lots = 0;
    await assert.rejects(async () => {
      for await (const lot of alerts.match({ kinds: ['wish'], now: monday, commit: true, atOnce: 5 }))
        if (lot.added > 0 && ++lots === 3) throw new Error('killed');
    }, /killed/);
    assert.equal((await outboxOf(state.db)).length, 15);
    assert.equal(await alerts.matchAfterImport({ now: monday }), 8);
    const rows = await outboxOf(state.db);
    assert.equal(new Set(rows.map(({ customer }) => customer)).size, 23);
    assert.equal(rows.length, 23);
  });

  const newsFor = (customer: CustomerId): Decision => ({
    customer,
    channel: 'email',
    kind: 'new',
    message: 'new:2026-11-23',
    campaign: null,
    payload: { kind: 'new', week: '2026-W48', films: [] },
    due: monday,
    stale: tuesday,
    renews: null,
  });

  test('who is erased while a lot is decided is left out, and nobody else', async () => {
    const { state } = await opened();
    const { db } = state;
    const people = [await putPerson(db, 1), await putPerson(db, 2), await putPerson(db, 3)];
    const [, gone] = people;
    assert.ok(gone !== undefined);
    await eraseCustomer(db, gone, { by: 'self', now: monday });
    const decisions = people.map(newsFor);
    const decided = await inTransaction(db, (within) => decide(within, decisions, { now: monday }));
    assert.deepEqual(decided, { added: 2, renewed: 0 });
    const rows = await db.selectFrom('outbox').select('customer').where('kind', '=', 'new').orderBy('id').execute();
    assert.deepEqual(
      rows.map(({ customer }) => customer),
      people.filter((id) => id !== gone),
    );
  });

  if (engine === 'postgresql')
    test('an erasure waits for the lot that is being decided, and takes its messages too', async () => {
      const { state } = await opened();
      const { db } = state;
      const [stays, goes] = [await putPerson(db, 1), await putPerson(db, 2)];
      let erasing: Promise<unknown> = Promise.resolve();
      const decided = await inTransaction(db, async (within) => {
        const done = await decide(within, [newsFor(stays), newsFor(goes)], { now: monday });
        let erased = false;
        erasing = eraseCustomer(db, goes, { by: 'self', now: monday }).then(() => (erased = true));
        await sleep(100);
        assert.equal(erased, false);
        return done;
      });
      assert.equal(decided.added, 2);
      await erasing;
      const rows = await db.selectFrom('outbox').select(['customer', 'kind']).orderBy('id').execute();
      assert.deepEqual(rows, [
        { customer: stays, kind: 'new' },
        { customer: null, kind: 'account' },
      ]);
    });

  test('a dry run tells who and why, and writes nothing', async () => {
    const { state, alerts } = await opened();
    await putPerson(state.db, 1, { wishes: [rivers] });
    await putPerson(state.db, 2, { wishes: [rivers], confirmed: false });
    await putProgramme(state.db, programme);
    for await (const { decisions, untold } of alerts.match({ kinds: ['wish'], now: monday, commit: false })) {
      assert.equal(decisions.length, 1);
      assert.deepEqual(
        untold.map(({ reason }) => reason),
        ['unconfirmed'],
      );
    }
    assert.deepEqual(await outboxOf(state.db), []);
    assert.deepEqual(await state.db.selectFrom('house').select('key').execute(), []);
  });

  test('two processes at once write each message once', async () => {
    const { state, alerts } = await opened();
    for (let one = 0; one < 12; one++) await putPerson(state.db, one, { wishes: [rivers, totoro] });
    await putProgramme(state.db, programme);
    const added = await Promise.all([1, 2, 3].map(() => alerts.matchAfterImport({ now: monday })));
    assert.equal(
      added.reduce((sum, one) => sum + one, 0),
      24,
    );
    assert.equal((await outboxOf(state.db)).length, 24);
  });

  test('the schedule: the week on Tuesday evening, by taste and by wishes, once', async () => {
    const { state, alerts } = await opened();
    const anne = await putPerson(state.db, 1, { liked: [seven], asked: ['digest'] });
    await putPerson(state.db, 2, { asked: ['digest'] });
    await putProgramme(state.db, programme);
    const before = await alerts.runDue({ now: at('2026-11-24T16:59:00Z') });
    assert.deepEqual(before.campaigns, ['digest:2026-W47']);
    assert.deepEqual(await outboxOf(state.db), []);
    assert.deepEqual((await alerts.runDue({ now: tuesday })).campaigns, ['digest:2026-W48']);
    const rows = await outboxOf(state.db);
    assert.deepEqual(
      rows.map(({ customer, message, campaign }) => [customer, message, campaign]),
      [[anne, 'digest:2026-W48', 'digest:2026-W48']],
    );
    assert.deepEqual(await alerts.runDue({ now: tuesday.add({ minutes: 5 }) }), {
      added: 0,
      campaigns: [],
      late: [],
      elsewhere: false,
    });
    const [campaign] = await listCampaigns(state.db);
    assert.equal(campaign?.state, 'released');
    assert.deepEqual(campaign?.counts, { queued: 1 });
  });

  test('a machine that was off on Tuesday sends on Wednesday morning; by the evening it asks', async () => {
    for (const [now, state_, stale] of [
      ['2026-11-25T09:00:00Z', 'released', '2026-11-25T11:00:00.000Z'],
      ['2026-11-25T16:00:00Z', 'held', '2026-11-28T13:30:00.000Z'],
    ] as const) {
      const { state, alerts } = await opened();
      await putPerson(state.db, 1, { wishes: [totoro], asked: ['digest'] });
      await putProgramme(state.db, programme);
      const ran = await alerts.runDue({ now: at(now) });
      assert.deepEqual(ran.campaigns, ['digest:2026-W48']);
      assert.deepEqual(ran.late, state_ === 'held' ? ['digest:2026-W48'] : []);
      assert.equal((await listCampaigns(state.db))[0]?.state, state_);
      assert.equal((await outboxOf(state.db))[0]?.stale, stale);
    }
  });

  test('a word of the house lets nothing go that is late, or that the house holds by then; a release does', async () => {
    const id = 'digest:2026-W48';
    const until = weekOf(Temporal.PlainDate.from('2026-11-25')).until;
    const friday = at('2026-11-27T09:00:00Z');
    for (const [now, hold, released, expected] of [
      [friday, false, false, 'held'],
      [friday, false, true, 'released'],
      [tuesday, true, false, 'held'],
      [tuesday, true, true, 'released'],
      [tuesday, false, false, 'released'],
    ] as const) {
      const { state, alerts } = await opened();
      const { db } = state;
      await putPerson(db, 1, { wishes: [totoro], asked: ['digest'] });
      await putProgramme(db, programme);
      const standing = {
        id,
        kind: 'digest',
        week: '2026-W48',
        state: 'released',
        due: at('2026-11-24T17:00:00Z'),
      } as const;
      await campaignStanding(db, standing, { now: monday });
      await noteCampaign(db, id, 'La salle est chauffée.', nobody, { now: monday });
      if (released) await releaseCampaign(db, id, { staff: await aMember(db) }, { now: monday, until });
      if (hold) await setHouseValue(db, 'hold-campaigns', 'on');
      await alerts.runDue({ now });
      const campaign = (await listCampaigns(db)).find((one) => one.id === id);
      assert.equal(campaign?.state, expected);
      assert.equal(campaign?.note, 'La salle est chauffée.');
      const claim = { worker: 'w', now, lease: Temporal.Duration.from({ minutes: 2 }) };
      const leaving = await claimDue(db, claim, { channels: ['email'], limit: 5 });
      assert.equal(leaving.length, expected === 'released' ? 1 : 0);
    }
  });

  test('the rest of a programme that was stopped half-way is held when it comes late', async () => {
    const { state, alerts } = await opened();
    const { db } = state;
    for (let one = 0; one < 4; one++) await putPerson(db, one, { wishes: [totoro], asked: ['digest'] });
    await putProgramme(db, programme);
    const [run] = runsBy(tuesday, settings).slice(-1);
    assert.ok(run !== undefined);
    for await (const lot of alerts.match({ kinds: ['digest'], run, now: tuesday, commit: true, atOnce: 2 }))
      if (lot.added > 0) break;
    assert.equal((await listCampaigns(db))[0]?.state, 'released');
    await alerts.runDue({ now: at('2026-11-27T09:00:00Z') });
    assert.equal((await outboxOf(db)).length, 4);
    assert.equal((await listCampaigns(db))[0]?.state, 'held');
  });

  test('held, noted, released, cancelled', async () => {
    const { state, alerts } = await opened();
    const { db } = state;
    await setHouseValue(db, 'hold-campaigns', 'on');
    await putPerson(db, 1, { wishes: [totoro], asked: ['digest'] });
    await putProgramme(db, programme);
    const noon = at('2026-11-24T11:30:00Z');
    await alerts.runDue({ now: noon });
    const id = 'digest:2026-W48';
    assert.equal((await listCampaigns(db))[0]?.state, 'held');
    assert.equal((await outboxOf(db))[0]?.due, '2026-11-24T17:00:00.000Z');
    await noteCampaign(db, id, 'La salle est chauffée.', nobody, { now: noon });
    await releaseCampaign(db, id, nobody, { now: noon, until: weekOf(Temporal.PlainDate.from('2026-11-25')).until });
    const [released] = await listCampaigns(db);
    assert.equal(released?.state, 'released');
    assert.equal(released?.note, 'La salle est chauffée.');
    assert.equal((await outboxOf(db))[0]?.stale, '2026-12-01T23:00:00.000Z');
    await holdCampaign(db, id, nobody, { now: noon });
    assert.equal((await listCampaigns(db))[0]?.state, 'held');
    // what the guard of late runs took back may leave when somebody says so; what was taken back for another reason may not
    const back = { state: 'suppressed', stale: '2026-11-25T11:00:00.000Z' } as const;
    await db
      .updateTable('outbox')
      .set({ ...back, changed: '2026-11-25T12:00:00.000Z' })
      .execute();
    const late = { now: at('2026-11-26T09:00:00Z'), until: at('2026-12-01T23:00:00Z') };
    await releaseCampaign(db, id, nobody, late);
    assert.equal((await outboxOf(db))[0]?.state, 'queued');
    await db
      .updateTable('outbox')
      .set({ ...back, changed: '2026-11-25T10:00:00.000Z' })
      .execute();
    await releaseCampaign(db, id, nobody, late);
    assert.equal((await outboxOf(db))[0]?.state, 'suppressed');
    await db.updateTable('outbox').set({ state: 'queued' }).execute();
    await cancelCampaign(db, id, nobody, { now: noon });
    assert.deepEqual((await listCampaigns(db))[0]?.counts, { suppressed: 1 });
    await releaseCampaign(db, id, nobody, late);
    assert.equal((await listCampaigns(db))[0]?.state, 'cancelled');
    const audited = await db.selectFrom('audit').select('action').orderBy('id').execute();
    assert.equal(audited.length, 7);
  });

  test('the schedule looks at everybody when the programme has changed and stands, else at those who said something', async () => {
    const { state, alerts } = await opened();
    const { db } = state;
    await putPerson(db, 1, { wishes: [rivers] });
    await putProgramme(db, programme, monday);
    const looks: number[] = [];
    const look = async (now: Temporal.Instant): Promise<void> => void looks.push((await alerts.runDue({ now })).added);
    await look(monday.add({ minutes: 1 })); // the first look, the programme a minute old
    await look(monday.add({ minutes: 3 }));
    await look(monday.add({ minutes: 6 })); // it stands
    await look(monday.add({ minutes: 7 }));
    const late = await putPerson(db, 2, { wishes: [rivers] });
    await look(monday.add({ minutes: 8 })); // what was wished three weeks ago is no news
    await db.updateTable('wish').set({ at: '2026-11-23T09:08:30.000Z' }).execute();
    await look(monday.add({ minutes: 9 }));
    assert.deepEqual(looks, [0, 0, 1, 0, 0, 1]);
    assert.equal((await outboxOf(db))[1]?.customer, late);
  });

  test('what was called off and is on again is told again', async () => {
    const { state, alerts } = await opened();
    const { db } = state;
    await putPerson(db, 1, { wishes: [rivers] });
    await putProgramme(db, programme);
    await alerts.matchAfterImport({ now: monday });
    await db
      .updateTable('outbox')
      .set({ state: 'suppressed', reason: 'no longer true', changed: '2026-11-23T09:10:00.000Z' })
      .execute();
    assert.equal(await alerts.matchAfterImport({ now: monday.add({ hours: 1 }) }), 0);
    const [first] = programme;
    assert.ok(first !== undefined);
    await putProgramme(db, [first], monday.add({ minutes: 30 }));
    assert.equal(await alerts.matchAfterImport({ now: monday.add({ hours: 2 }) }), 1);
    const rows = await outboxOf(db);
    assert.deepEqual(
      rows.map((row) => row.state),
      ['queued'],
    );
  });

  test('what was taken back for a pause, a missing device or a wish taken back is told once that is over, once', async () => {
    const film = { film: rivers, commune: '23096', days: [], seats: 2 };
    const device = { endpoint: 'https://push.example/one', p256dh: 'p', auth: 'a' };
    const visitorOf = async (db: Db, id: CustomerId) =>
      (await db.selectFrom('customer').select('visitor').where('id', '=', id).executeTakeFirstOrThrow()).visitor;
    type Step = (db: Db, id: CustomerId, now: Temporal.Instant) => Promise<unknown>;
    const pause =
      (until: string | null): Step =>
      (db, id, now) =>
        changeCustomer(db, id, { pausedUntil: until }, { now });
    const cases: [reason: string, channel: 'email' | 'push', ends: Step, again: Step, renewed: number][] = [
      ['paused', 'email', pause('2026-12-01T00:00:00.000Z'), pause(null), 1],
      [
        'no device',
        'push',
        (db, id) => dropPushDevice(db, id, pushIdOf(device.endpoint)),
        (db, id, now) => keepPushDevice(db, id, device, { now }),
        1,
      ],
      [
        'no longer true',
        'email',
        async (db, id) => unsetWish(db, await visitorOf(db, id), rivers),
        async (db, id, now) => setWish(db, await visitorOf(db, id), film, { now }),
        1,
      ],
      [
        'address suppressed (complained)',
        'email',
        (db) => suppressAddress(db, 'person-1@village.example', { reason: 'complained' }),
        (db) => db.deleteFrom('suppression').execute(),
        0,
      ],
    ];
    for (const [reason, channel, ends, again, renewed] of cases) {
      const { state, alerts } = await opened();
      const { db } = state;
      const id = await putPerson(db, 1, { wishes: [rivers], channel });
      if (channel === 'push') await keepPushDevice(db, id, device, { now: monday });
      await putProgramme(db, programme);
      assert.equal(await alerts.matchAfterImport({ now: monday }), 1, reason);
      await ends(db, id, monday);
      assert.deepEqual(await sendDue(db, monday.add({ minutes: 1 })), []);
      const taken = await db.selectFrom('outbox').select(['state', 'reason']).execute();
      assert.deepEqual(taken, [{ state: 'suppressed', reason }]);
      assert.equal(await alerts.matchAfterImport({ now: monday.add({ minutes: 2 }) }), 0, reason);
      await again(db, id, monday.add({ hours: 1 }));
      const later = monday.add({ hours: 2 });
      assert.equal(await alerts.matchAfterImport({ now: later }), renewed, reason);
      assert.equal((await sendDue(db, later)).length, renewed, reason);
      assert.equal(await alerts.matchAfterImport({ now: later.add({ minutes: 1 }) }), 0, reason);
      assert.deepEqual(await sendDue(db, later.add({ minutes: 2 })), []);
    }
  });

  test('one process at a time does what is due; a lease that is over is taken', async () => {
    const { state, alerts } = await opened();
    const { db } = state;
    assert.ok(await takeLease(db, 'match', { by: 'one', seconds: 60, now: monday }));
    assert.ok(await takeLease(db, 'match', { by: 'one', seconds: 60, now: monday }));
    assert.equal((await alerts.runDue({ now: monday, by: 'two' })).elsewhere, true);
    assert.ok(await takeLease(db, 'match', { by: 'two', seconds: 60, now: monday.add({ seconds: 61 }) }));
    await endLease(db, 'match', 'one');
    assert.equal(await takeLease(db, 'match', { by: 'three', seconds: 60, now: monday.add({ seconds: 62 }) }), false);
    await endLease(db, 'match', 'two');
    const taken = await Promise.all(
      ['a', 'b', 'c', 'd'].map((by) => takeLease(db, 'match', { by, seconds: 60, now: monday })),
    );
    assert.equal(taken.filter(Boolean).length, 1);
  });

  if (engine === 'sqlite')
    test('the schedule runs until it is disposed of, and goes on after a fault', async () => {
      const notes: string[] = [];
      let looks = 0;
      const twice = Promise.withResolvers<void>();
      const runDue: Alerts['runDue'] = async () => {
        if (++looks === 1) throw new Error('the disk is full');
        twice.resolve();
        return { added: 3, campaigns: ['digest:2026-W48'], late: ['digest:2026-W48'], elsewhere: false };
      };
      await using _ = startSchedule({ runDue }, { every: 5, onNote: (line) => void notes.push(line) });
      await twice.promise;
      await new Promise((resolve) => setTimeout(resolve, 5));
      assert.match(notes[0] ?? '', /tried again at the next look.*disk is full|not decided.*disk is full/);
      assert.match(notes[1] ?? '', /3 new in the outbox \(digest:2026-W48\)/);
      assert.match(notes[2] ?? '', /late/);
    });
});
