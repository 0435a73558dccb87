import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addStaff } from '#state/staff.ts';
import { reachOf } from '#state/outbox-recipient.ts';
import type { ClaimedRow } from '#state/outbox-claim.ts';
import { askSignIn } from '#state/sign-in.ts';
import { suppressAddress, suppressionOf, type Suppression } from '#state/suppression.ts';
import { onBothEngines } from './engines.ts';
import { asked, member, noon } from './people.ts';

const anne = 'anne@exemple.fr';
const reasons: readonly Suppression[] = ['bounced', 'complained', 'asked', 'erased'];

onBothEngines('addresses that are written to no more', ({ open }) => {
  test('the first reason stays, but an erasure, which any other outweighs', async () => {
    const { db } = await open();
    for (const first of reasons)
      for (const then of reasons) {
        await db.deleteFrom('suppression').execute();
        await suppressAddress(db, anne, { reason: first, detail: 'x'.repeat(600) }, { now: noon });
        await suppressAddress(db, ' Anne@Exemple.FR', { reason: then }, { now: noon });
        assert.equal(await suppressionOf(db, anne), first === 'erased' ? then : first, `${first}, ${then}`);
        const [row, ...others] = await db.selectFrom('suppression').selectAll().execute();
        assert.deepEqual(others, []);
        assert.ok((row?.detail ?? '').length <= 500);
        assert.ok(!JSON.stringify(row).includes('nne@'));
      }
  });

  test('what they asked for by e-mail is withdrawn, once, in the log', async () => {
    const { db } = await open();
    const { id } = await member(db, anne);
    const before = await db.selectFrom('consent').select('id').execute();
    for (let at = 0; at < 2; at++)
      await suppressAddress(db, anne, { reason: 'bounced', detail: '550 5.1.1', customer: id }, { now: noon });
    assert.deepEqual(await db.selectFrom('subscription').selectAll().execute(), []);
    const said = await db.selectFrom('consent').selectAll().orderBy('id').execute();
    assert.deepEqual(
      said.slice(before.length).map((one) => [one.kind, one.action, one.source, one.wording]),
      [['wish', 'withdrawn', 'bounce', 'bounced: 550 5.1.1']],
    );
  });

  test('delivery writes to who asks again after an erasure, of their account alone, and to nobody else', async () => {
    const { db } = await open();
    const colleague = await addStaff(
      db,
      { email: anne, name: 'Anne', roles: ['programmer'], language: 'fr' },
      { by: null, now: noon },
    );
    const row = (kind: 'account' | 'digest', recipient = `address:${anne}`): ClaimedRow => ({
      id: 1,
      recipient,
      customer: null,
      message: 'm',
      channel: 'email',
      kind,
      campaign: null,
      payload: '{}',
      stale: '2026-12-01T00:00:00.000Z',
      attempts: 0,
      handed: null,
    });
    for (const reason of reasons) {
      await db.deleteFrom('suppression').execute();
      await suppressAddress(db, anne, { reason }, { now: noon });
      for (const kind of ['account', 'digest'] as const) {
        const reach = await reachOf(db, row(kind), noon);
        const goes = reason === 'erased' && kind === 'account';
        assert.deepEqual('nobody' in reach, !goes, `${reason}, ${kind}`);
      }
      assert.equal((await askSignIn(db, anne, asked(), { now: noon })).refused === null, reason === 'erased');
      const toMember = await reachOf(db, row('account', `staff:${colleague}`), noon);
      assert.equal('nobody' in toMember, reason === 'bounced', `${reason}, a member's code`);
    }
  });
});
