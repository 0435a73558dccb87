import assert from 'node:assert/strict';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { readMails } from '#notify/bounces/read-mails.ts';
import { readReturn } from '#notify/bounces/read-return.ts';
import { takeReturn } from '#notify/bounces/take-returns.ts';
import { mailKey, readMailKey } from '#notify/deliver/mail-key.ts';
import { suppressionOf } from '#state/suppression.ts';
import type { Db } from '#state/schema.ts';
import { onBothEngines, temporaryFolder } from '../../state/engines.ts';
import { noon, person, rowOf, told } from '../outbox-world.ts';

// Written for this test, after the forms of the programs that their names say; hosts and people do not exist. KEY is where the name of our letter stands.
const folder = join(import.meta.dirname, 'letters');
const names = readdirSync(folder).map((name) => name.replace('.eml', ''));
const secret = Buffer.from('a secret of the test');

const letterOf = (name: string, key: string): Buffer =>
  Buffer.from(
    readFileSync(join(folder, `${name}.eml`), 'utf8')
      .replaceAll('KEYUP', key.toUpperCase())
      .replaceAll('KEY', key),
  );

test('every letter of the corpus is read for what its name says', async () => {
  assert.ok(names.length >= 25, `${names.length} letters`);
  for (const name of names) {
    const key = mailKey(secret, 12);
    const back = await readReturn(letterOf(name, key));
    const kind = back.kind === 'bounce' ? (back.hard ? 'hard' : 'soft') : back.kind;
    assert.equal(kind, name.split('-')[0], `${name}: ${JSON.stringify(back)}`);
    if (name.startsWith('hard') || name.startsWith('soft') || name.startsWith('complaint')) {
      assert.deepEqual(back.keys, [key], name);
      assert.notEqual(back.detail, '', name);
    }
  }
});

test('no letter is too strange to be read', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), async (bytes) => {
      assert.equal((await readReturn(Buffer.from(bytes))).kind, 'none');
    }),
    { numRuns: 60 },
  );
});

test('a name of a letter is ours alone', () => {
  fc.assert(
    fc.property(fc.nat(), fc.string(), (id, text) => {
      const key = mailKey(secret, id + 1);
      assert.equal(readMailKey(secret, key.toUpperCase()), id + 1);
      assert.equal(readMailKey(Buffer.from('another'), key), null);
      assert.equal(readMailKey(secret, text), null);
      assert.equal(readMailKey(secret, `${id + 2}${key.slice(key.indexOf('.'))}`), null);
    }),
  );
});

test('one letter, an mbox, a folder, a pipe', async () => {
  const [one, two] = [letterOf('hard-exim', 'x'), letterOf('soft-full', 'y')];
  const read = async (where: string, input = Readable.from([])): Promise<number> =>
    (await Array.fromAsync(readMails(where, input))).length;
  const place = temporaryFolder();
  writeFileSync(join(place, 'one.eml'), one);
  writeFileSync(
    join(place, 'box'),
    Buffer.concat([
      Buffer.from('From MAILER-DAEMON Tue Nov 24 18:00:00 2026\r\n'),
      one,
      Buffer.from('\r\n\r\nFrom x\r\n'),
      two,
    ]),
  );
  assert.equal(await read(join(place, 'one.eml')), 1);
  assert.equal(await read(join(place, 'box')), 2);
  assert.equal(await read(place), 3);
  assert.equal(await read('-', Readable.from([one])), 1);
  assert.equal(await read('-', Readable.from([])), 0);
  await assert.rejects(read(join(place, 'nothing')), /nothing/);
});

onBothEngines('what comes back', ({ open }) => {
  const sentTo = async (db: Db, address: string, message = 'm') => {
    const who = await person(db, address);
    return { who, id: await sentMore(db, who, message) };
  };
  const sentMore = async (db: Db, who: Awaited<ReturnType<typeof person>>, message: string): Promise<number> => {
    const id = await told(db, who, { message });
    await db.updateTable('outbox').set({ state: 'sent' }).where('id', '=', id).execute();
    return id;
  };
  const take = (db: Db, name: string, id: number, days = 0) =>
    takeReturn(db, secret, letterOf(name, mailKey(secret, id)), { now: noon.add({ hours: 24 * days }) });

  test('a bad address is written to no more, and what was asked there is withdrawn; twice is once', async () => {
    const { db } = await open();
    const { who, id } = await sentTo(db, 'lea@people.test');
    assert.equal((await take(db, 'hard-postfix-unknown', id)).taken, 'suppressed');
    assert.equal((await take(db, 'hard-postfix-unknown', id)).taken, 'known');
    assert.equal((await rowOf(db, id))?.state, 'bounced');
    assert.equal((await db.selectFrom('suppression').selectAll().execute()).length, 1);
    const consent = await db.selectFrom('consent').select(['customer', 'action', 'source', 'channel']).execute();
    assert.equal(consent.length, 2);
    for (const line of consent)
      assert.deepEqual(line, { customer: who, action: 'withdrawn', source: 'bounce', channel: 'email' });
    const left = await db.selectFrom('subscription').select('channel').where('customer', '=', who).execute();
    assert.ok(left.length > 0 && left.every(({ channel }) => channel !== 'email'), 'the other channels stay');
  });

  test('a letter to an address that is the account’s no more blames that address alone', async () => {
    const { db } = await open();
    const who = await person(db, 'new@people.test');
    const id = await told(db, who, { recipient: 'address:lea@people.test', message: 'changed', kind: 'account' });
    await db.updateTable('outbox').set({ state: 'sent' }).where('id', '=', id).execute();
    assert.equal((await take(db, 'hard-postfix-unknown', id)).taken, 'suppressed');
    assert.equal(await suppressionOf(db, 'lea@people.test'), 'bounced');
    assert.equal(await suppressionOf(db, 'new@people.test'), null);
    assert.deepEqual(await db.selectFrom('consent').selectAll().execute(), []);
  });

  test('a full box counts; the third letter within thirty days is one too many', async () => {
    const { db } = await open();
    const { who, id } = await sentTo(db, 'lea@people.test', 'm0');
    assert.equal((await take(db, 'soft-full', id, 0)).taken, 'taken');
    assert.equal((await take(db, 'soft-full', await sentMore(db, who, 'm1'), 40)).taken, 'taken');
    assert.equal((await take(db, 'soft-full', await sentMore(db, who, 'm2'), 50)).taken, 'taken');
    assert.equal((await take(db, 'soft-policy', await sentMore(db, who, 'm3'), 60)).taken, 'suppressed');
  });

  test('a complaint suppresses, a receipt says delivered, the rest changes nothing', async () => {
    const { db } = await open();
    const { id } = await sentTo(db, 'lea@people.test');
    for (const name of names.filter((one) => /^(?:none|delayed)/.test(one)))
      assert.equal((await take(db, name, id)).taken, 'nothing', name);
    assert.equal((await rowOf(db, id))?.state, 'sent');
    assert.equal((await take(db, 'delivered-receipt', id)).taken, 'taken');
    assert.equal((await rowOf(db, id))?.state, 'delivered');
    assert.equal((await take(db, 'complaint-abuse', id)).taken, 'suppressed');
    assert.equal((await db.selectFrom('suppression').select('reason').executeTakeFirst())?.reason, 'complained');
  });

  test('a forged bounce changes nothing, nor one about an address that is theirs no more, nor one of the erased', async () => {
    const { db } = await open();
    const { who, id } = await sentTo(db, 'lea@people.test');
    const forged = letterOf('hard-postfix-unknown', `${id}.${'0'.repeat(20)}`);
    assert.equal((await takeReturn(db, secret, forged, { now: noon })).taken, 'forged');
    assert.equal((await rowOf(db, id))?.state, 'sent');
    assert.equal((await take(db, 'hard-another-address', id)).taken, 'taken');
    assert.deepEqual(await db.selectFrom('suppression').selectAll().execute(), []);
    await db.deleteFrom('customer').where('id', '=', who).execute();
    assert.equal((await take(db, 'hard-postfix-unknown', id)).taken, 'gone');
  });
});
