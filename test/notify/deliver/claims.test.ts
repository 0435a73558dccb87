import assert from 'node:assert/strict';
import { test } from 'node:test';
import { takeCameBack } from '#state/outbox-bounce.ts';
import { eraseCustomer } from '#state/rights.ts';
import { suppressionOf } from '#state/suppression.ts';
import { cancelCampaign, holdCampaign } from '#state/campaigns.ts';
import { claimDue, handOver, renewClaims, workersAtWork } from '#state/outbox-claim.ts';
import { finishLater, finishSent, putBack, sweepOutbox } from '#state/outbox-finish.ts';
import { resendDead } from '#state/outbox-status.ts';
import { momentOf } from '#state/clock.ts';
import { changeCustomer } from '#state/customers.ts';
import type { Db } from '#state/schema.ts';
import { onBothEngines } from '../../state/engines.ts';
import { noon, person, rowOf, told } from '../outbox-world.ts';

const lease = Temporal.Duration.from({ minutes: 2 });
const claim = (worker: string, minutes = 0) => ({
  worker,
  lease,
  now: noon.add({ seconds: Math.round(minutes * 60) }),
});
const email = { channels: ['email'], limit: 10 } as const;
const tried = { worker: 'a', code: '250', detail: 'ok', now: noon };

const waiting = async (db: Db, count: number): Promise<number[]> => {
  const ids: number[] = [];
  for (let at = 0; at < count; at++) ids.push(await told(db, await person(db, `p${at}@people.test`)));
  return ids;
};

onBothEngines('claims', ({ open }) => {
  test('two workers at once never have the same row', async () => {
    const { db } = await open();
    await waiting(db, 40);
    const taken = await Promise.all(
      ['a', 'b', 'a', 'b', 'a', 'b'].map((worker) => claimDue(db, claim(worker), { channels: ['email'], limit: 7 })),
    );
    const ids = taken.flat().map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    const rest = await claimDue(db, claim('c'), { channels: ['email'], limit: 100 });
    assert.equal(ids.length + rest.length, 40);
    assert.equal(await workersAtWork(db, noon, 'd'), rest.length > 0 ? 4 : 3);
  });

  test('what is claimed is left alone until its lease ends; a renewed lease holds on', async () => {
    const { db } = await open();
    const [id = 0] = await waiting(db, 1);
    assert.equal((await claimDue(db, claim('a'), email)).length, 1);
    assert.equal((await claimDue(db, claim('b', 1), email)).length, 0);
    await renewClaims(db, claim('a', 1), [id]);
    assert.equal((await claimDue(db, claim('b', 2.5), email)).length, 0);
    const [taken] = await claimDue(db, claim('b', 3.5), email);
    assert.equal(taken?.id, id);
    // whoever lost it can neither renew, hand over, nor put back
    await renewClaims(db, claim('a', 3.5), [id]);
    assert.equal(await handOver(db, claim('a', 3.5), id), false);
    if (taken !== undefined) await putBack(db, taken, { worker: 'a', now: noon, due: noon, reason: null });
    assert.equal((await rowOf(db, id))?.claimed_by, 'b');
    assert.equal(await handOver(db, claim('b', 3.5), id), true);
  });

  test('a clock that goes back or forward takes nothing from a worker that hands over', async () => {
    const { db } = await open();
    const [id = 0] = await waiting(db, 1);
    assert.equal((await claimDue(db, claim('a', 60), email)).length, 1);
    assert.equal((await claimDue(db, claim('b', 0), email)).length, 0, 'its clock is behind: it waits');
    const [taken] = await claimDue(db, claim('c', 600), email);
    assert.equal(taken?.id, id, 'its clock is ahead: it takes over');
    assert.equal(await handOver(db, claim('a', 60), id), false, 'and the first one does not send');
  });

  test('who gives a letter its last word, even late, has it sent once', async () => {
    const { db } = await open();
    const [id = 0] = await waiting(db, 1);
    const [first] = await claimDue(db, claim('a'), email);
    assert.ok(first !== undefined && (await handOver(db, claim('a'), id)));
    const [second] = await claimDue(db, claim('b', 3), email);
    assert.notEqual(second?.handed, null, 'the second one knows that it may have left');
    await finishSent(db, first, tried, '<id@house>');
    assert.equal(await handOver(db, claim('b', 3), id), false);
    assert.equal((await rowOf(db, id))?.state, 'sent');
  });

  test('a number is never given again: what ends late, or comes back late, is not of another message', async () => {
    const { db } = await open();
    const who = await person(db, 'p@people.test');
    const id = await told(db, who);
    const [row] = await claimDue(db, claim('a'), email);
    assert.ok(row !== undefined && (await handOver(db, claim('a'), id)));
    await eraseCustomer(db, who, { by: 'self', now: noon });
    await finishSent(db, row, tried, '<id@house>');
    const [goodbye] = await claimDue(db, claim('a', 1), email);
    assert.ok(goodbye !== undefined && goodbye.id > id);
    assert.equal(goodbye.recipient, 'address:p@people.test', 'the letter of the erasure is still to leave');
    await finishSent(db, goodbye, tried, '<bye@house>');
    assert.equal(await rowOf(db, goodbye.id), undefined);
    const other = await person(db, 'other@people.test');
    const theirs = await told(db, other);
    assert.ok(theirs > goodbye.id);
    const back = {
      what: 'hard',
      code: '5.1.1',
      detail: 'no such user',
      digest: 'd',
      recipient: null,
      now: noon,
    } as const;
    assert.equal(await takeCameBack(db, { ...back, outbox: goodbye.id }), 'gone');
    assert.equal(await suppressionOf(db, 'other@people.test'), null);
  });

  test('a row whose worker died ends like any other: too late, or called off', async () => {
    const { db } = await open();
    const who = await person(db, 'p@people.test');
    const late = await told(db, who, { message: 'digest:2026-W48', stale: noon.add({ minutes: 30 }) });
    const campaign = 'digest:2026-W49';
    await db
      .insertInto('campaign')
      .values({ id: campaign, kind: 'digest', week: '2026-W49', state: 'released', note: '', due: '', created: '' })
      .execute();
    const off = await told(db, who, { message: campaign, campaign });
    assert.equal((await claimDue(db, claim('dead'), email)).length, 2);
    await cancelCampaign(db, campaign, { staff: null }, { now: noon.add({ minutes: 1 }) });
    const states = async () => [(await rowOf(db, late))?.state, (await rowOf(db, off))?.state];
    await sweepOutbox(db, noon.add({ minutes: 1 }));
    assert.deepEqual(await states(), ['claimed', 'claimed'], 'whoever has them may be at it');
    await sweepOutbox(db, noon.add({ minutes: 3 }));
    assert.deepEqual(await states(), ['claimed', 'suppressed']);
    await sweepOutbox(db, noon.add({ minutes: 31 }));
    assert.deepEqual(await states(), ['suppressed', 'suppressed']);
  });

  test('a campaign that is held or called off holds what is claimed already; its dead letters stay', async () => {
    const { db } = await open();
    const campaign = 'digest:2026-W48';
    await db
      .insertInto('campaign')
      .values({
        id: campaign,
        kind: 'digest',
        week: '2026-W48',
        state: 'released',
        note: '',
        due: noon.toString(),
        created: noon.toString(),
        author: null,
      })
      .execute();
    const [id, dead] = [
      await told(db, await person(db, 'a@people.test'), { campaign }),
      await told(db, await person(db, 'b@people.test'), { campaign }),
    ];
    await db.updateTable('outbox').set({ state: 'failed' }).where('id', '=', dead).execute();
    assert.equal((await claimDue(db, claim('a'), email)).length, 1);
    await holdCampaign(db, campaign, { staff: null }, { now: noon });
    assert.equal(await handOver(db, claim('a'), id), false);
    await cancelCampaign(db, campaign, { staff: null }, { now: noon });
    assert.equal(await handOver(db, claim('a'), id), false);
    assert.deepEqual(await resendDead(db, null, { staff: null, now: noon }), {
      queued: [],
      left: [{ id: dead, why: 'its campaign was cancelled' }],
    });
  });

  test('letters that a person waits for go first; nothing of a held campaign; nothing of other channels', async () => {
    const { db } = await open();
    await db
      .insertInto('campaign')
      .values({
        id: 'digest:2026-W48',
        kind: 'digest',
        week: '2026-W48',
        state: 'held',
        note: '',
        due: '',
        created: '',
      })
      .execute();
    const who = await person(db, 'a@people.test');
    const held = await told(db, who, { campaign: 'digest:2026-W48' });
    const plain = await told(db, who, { message: 'wish:1', kind: 'wish', due: noon.subtract({ hours: 3 }) });
    await told(db, who, { message: 'wish:1', kind: 'wish', channel: 'push' });
    const code = await told(db, who, { message: 'account:1', kind: 'account' });
    assert.deepEqual(
      (await claimDue(db, claim('a'), email)).map(({ id }) => id),
      [code, plain],
    );
    await db.updateTable('campaign').set({ state: 'cancelled' }).execute();
    assert.equal(await sweepOutbox(db, noon), 1);
    assert.deepEqual(await rowOf(db, held).then((row) => [row?.state, row?.reason]), [
      'suppressed',
      'campaign cancelled',
    ]);
  });

  test('whoever unsubscribes between the claim and the last word is not written to', async () => {
    const { db } = await open();
    const who = await person(db, 'a@people.test');
    const id = await told(db, who);
    assert.equal((await claimDue(db, claim('a'), email)).length, 1);
    await db.deleteFrom('subscription').where('customer', '=', who).where('kind', '=', 'digest').execute();
    assert.equal(await handOver(db, claim('a'), id), false);
  });

  test('whoever pauses between the claim and the last word is not written to, but for what they ask for', async () => {
    const { db } = await open();
    const who = await person(db, 'a@people.test');
    const [digest, code] = [await told(db, who), await told(db, who, { message: 'account:1', kind: 'account' })];
    assert.equal((await claimDue(db, claim('a'), email)).length, 2);
    const paused = (hours: number) => changeCustomer(db, who, { pausedUntil: momentOf(noon.add({ hours })) });
    await paused(24);
    assert.equal(await handOver(db, claim('a'), digest), false);
    assert.equal(await handOver(db, claim('a'), code), true);
    await paused(-1);
    assert.equal(await handOver(db, claim('a'), digest), true);
  });

  test('a try that failed counts once, handed over or not', async () => {
    const { db } = await open();
    const [id = 0] = await waiting(db, 1);
    const [row] = await claimDue(db, claim('a'), email);
    assert.ok(row !== undefined && (await handOver(db, claim('a'), id)));
    await finishLater(db, row, tried, { due: noon, handed: true });
    assert.equal((await rowOf(db, id))?.attempts, 1);
    const [again] = await claimDue(db, claim('a'), email);
    assert.ok(again !== undefined);
    await finishLater(db, again, tried, { due: noon, handed: false });
    assert.equal((await rowOf(db, id))?.attempts, 2);
    assert.equal(again.handed, null);
  });
});
