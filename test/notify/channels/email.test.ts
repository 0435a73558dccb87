import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { dkimVerify } from 'mailauth/lib/dkim/verify.js';
import PostalMime from 'postal-mime';
import type { Delivery, Gate } from '#notify/channel.ts';
import { clean, composeMail, readDkimKey } from '#notify/channels/compose-mail.ts';
import { emailChannel, readSmtpUrl, returnPath } from '#notify/channels/email.ts';
import { fileChannel } from '#notify/channels/file.ts';
import { coded } from '../../helpers/coded.ts';
import { temporaryFolder } from '../../state/engines.ts';
import { mailSink } from '../mail-sink.ts';
import { letter } from '../outbox-world.ts';

const house = { name: 'Ciné-club « L’Été », Guéret', address: 'alertes@house.test' };
const sender = async () => house;
const open: Gate = async () => true;
const delivery: Delivery = {
  outbox: 7,
  key: '7.0123456789abcdef0123',
  to: { name: 'Zoé Élan', email: 'zoe@people.test', phone: null, push: [] },
  letter,
};
const signal = new AbortController().signal;

const headersOf = (raw: Buffer): Map<string, string[]> => {
  const headers = new Map<string, string[]>();
  const head = raw.toString('latin1').split('\r\n\r\n')[0] ?? '';
  for (const line of head.replaceAll(/\r\n[ \t]+/g, ' ').split('\r\n')) {
    const name = line.slice(0, line.indexOf(':')).toLowerCase();
    headers.set(name, [...(headers.get(name) ?? []), line.slice(line.indexOf(':') + 1).trim()]);
  }
  return headers;
};

test('a letter of a list has what RFC 5322, 2919, 8058 and 3834 ask for, once each', async () => {
  const { raw, messageId } = await composeMail(delivery, { ...house, unsubscribe: 'partir@house.test' });
  const headers = headersOf(raw);
  for (const name of [
    'from',
    'to',
    'subject',
    'date',
    'message-id',
    'mime-version',
    'content-type',
    'list-id',
    'list-unsubscribe',
    'list-unsubscribe-post',
    'auto-submitted',
  ])
    assert.equal(headers.get(name)?.length, 1, name);
  assert.equal(messageId, '<7.0123456789abcdef0123@house.test>');
  assert.deepEqual(headers.get('message-id'), [messageId]);
  assert.deepEqual(headers.get('list-unsubscribe-post'), ['List-Unsubscribe=One-Click']);
  assert.deepEqual(headers.get('list-unsubscribe'), [
    '<https://films.test/desabonner/u.abc>, <mailto:partir@house.test?subject=unsubscribe>',
  ]);
  assert.deepEqual(headers.get('list-id'), ['digest <digest.house.test>']);
  assert.deepEqual(headers.get('auto-submitted'), ['auto-generated']);
  for (const line of raw.toString('latin1').split('\r\n'))
    assert.ok(line.length <= 998 && /^[\x20-\x7e\t]*$/.test(line), line);
  const read = await PostalMime.parse(raw);
  assert.equal(read.subject, letter.subject);
  assert.deepEqual([read.from?.name, read.from?.address], [house.name, house.address]);
  assert.deepEqual([read.to?.[0]?.name, read.to?.[0]?.address], ['Zoé Élan', 'zoe@people.test']);
  assert.equal(read.text?.replaceAll('\r\n', '\n').trim(), letter.text.trim());
  assert.equal(read.html?.trim(), letter.html);
  assert.equal(read.attachments.length, 0);
});

test('a letter that a person asked for is of no list', async () => {
  const { raw } = await composeMail({ ...delivery, letter: { ...letter, unsubscribe: null, list: null } }, house);
  const headers = headersOf(raw);
  for (const name of ['list-id', 'list-unsubscribe', 'list-unsubscribe-post']) assert.equal(headers.has(name), false);
});

test('no name, subject or list adds a header or turns its words around', async () => {
  const nasty = fc.oneof(
    fc.string(),
    fc.constantFrom(
      'a\r\nBcc: evil@test',
      'x\u0000\u2028Bcc: y',
      'a\nb\r\rc',
      '\u202Eevil',
      '"; <x@y>, z',
      '=?utf-8?q?=0D=0ABcc:?=',
      '<a@b>\r\n\r\nbody',
    ),
  );
  await fc.assert(
    fc.asyncProperty(nasty, nasty, nasty, nasty, async (name, subject, list, who) => {
      const { raw } = await composeMail(
        {
          ...delivery,
          to: { ...delivery.to, name },
          letter: { ...letter, subject, list, unsubscribe: `https://films.test/${subject}` },
        },
        { ...house, name: who },
      );
      const headers = headersOf(raw);
      const allowed = [
        'from',
        'to',
        'subject',
        'date',
        'message-id',
        'mime-version',
        'content-type',
        'content-language',
        'list-id',
        'list-unsubscribe',
        'list-unsubscribe-post',
        'auto-submitted',
        'content-transfer-encoding',
      ];
      for (const [header, values] of headers) {
        assert.ok(allowed.includes(header), header);
        assert.equal(values.length, 1, header);
      }
      const read = await PostalMime.parse(raw);
      assert.equal(read.to?.length, 1);
      assert.equal(read.to?.[0]?.address, 'zoe@people.test');
      assert.equal(read.from?.address, house.address);
      assert.equal(read.bcc, undefined);
    }),
    { numRuns: 150 },
  );
  assert.equal(clean('  a\r\n\tb\u202Ec '), 'a b c');
});

test('DKIM covers the headers of the list, and is verified by another program', async () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const file = join(temporaryFolder(), 'dkim.pem');
  writeFileSync(file, privateKey);
  const dkim = readDkimKey(`house.test:lanterne:${file}`);
  const { raw } = await composeMail(delivery, { ...house, dkim });
  const resolver = async (name: string): Promise<string[][]> => {
    assert.equal(name, 'lanterne._domainkey.house.test');
    return [[`v=DKIM1; k=rsa; p=${publicKey.toString('base64')}`]];
  };
  const verified = await dkimVerify(raw, { resolver });
  assert.equal(verified.results[0]?.status.result, 'pass');
  const signed = (headersOf(raw).get('dkim-signature')?.[0] ?? '').toLowerCase();
  for (const name of [
    'list-id',
    'list-unsubscribe',
    'list-unsubscribe-post',
    'auto-submitted',
    'message-id',
    'from',
    'subject',
  ])
    assert.match(signed, new RegExp(`h=[^;]*\\b${name}\\b`), name);
  const changed = Buffer.from(raw.toString('latin1').replace('desabonner/u.abc', 'desabonner/u.abd'), 'latin1');
  assert.notEqual((await dkimVerify(changed, { resolver })).results[0]?.status.result, 'pass');
  assert.throws(() => readDkimKey('house.test:lanterne:/no/such/file'), coded('DKIM_UNUSABLE', '/no/such/file'));
});

test('the gate is asked when all but the final dot is said; a no leaves nothing with the server', async () => {
  await using sink = await mailSink();
  await using channel = emailChannel(readSmtpUrl(sink.url), { sender, bounceAddress: 'retours@house.test' });
  const no = await channel.send(delivery, signal, async () => {
    assert.equal(sink.taken.length, 0);
    return false;
  });
  assert.equal(no.kind === 'later' ? no.code : '', 'WITHHELD');
  const broken = await channel.send(delivery, signal, () => Promise.reject(new Error('no state')));
  assert.equal(broken.kind === 'later' ? broken.code : '', 'WITHHELD');
  assert.equal(sink.taken.length, 0);
  const yes = await channel.send(delivery, signal, open);
  assert.deepEqual([yes.kind, yes.code], ['sent', '250 2.0.0']);
  assert.equal(sink.taken.length, 1);
  assert.equal(sink.taken[0]?.from, 'retours+7.0123456789abcdef0123@house.test');
  assert.equal(sink.taken[0]?.envid, delivery.key);
});

test('after a refusal the connection serves again; one that the server ended is replaced', async () => {
  await using sink = await mailSink({
    rcpt: (address) => (address.startsWith('gone') ? '550 5.1.1 user unknown' : null),
    dot: (_address, raw) => (raw.includes('Subject: cut') ? 'cut' : raw.includes('Subject: lost') ? 'lost' : null),
  });
  await using channel = emailChannel(readSmtpUrl(sink.url), { sender });
  const to = (email: string, subject: string): Delivery => ({
    ...delivery,
    to: { ...delivery.to, email },
    letter: { ...letter, subject },
  });
  assert.equal((await channel.send(to('a@p.test', 'one'), signal, open)).kind, 'sent');
  assert.equal((await channel.send(to('gone@p.test', 'two'), signal, open)).kind, 'refused');
  assert.equal((await channel.send(to('b@p.test', 'three'), signal, open)).kind, 'sent');
  assert.equal(new Set(sink.taken.map(({ session }) => session)).size, 1);
  const cut = await channel.send(to('c@p.test', 'cut'), signal, open);
  assert.equal(cut.kind === 'later' ? cut.detail.startsWith('after the final dot') : '', true);
  // the server took it and nobody told us: the same name at the next try is all that a receiver has
  await channel.send(to('d@p.test', 'lost'), signal, open);
  await channel.send(to('d@p.test', 'again'), signal, open);
  const copies = sink.taken.filter((mail) => mail.to === 'd@p.test');
  assert.equal(copies.length, 2);
  assert.equal(new Set(copies.map(({ messageId }) => messageId)).size, 1);
});

test('a server that is not there, or falls silent, is for later', async () => {
  const times = { connect: 300, command: 300, dot: 300, idle: 1000 };
  await using nowhere = emailChannel(readSmtpUrl('smtp://127.0.0.1:1'), { sender, times });
  const refused = await nowhere.send(delivery, signal, open);
  assert.equal(refused.kind === 'later' ? refused.domain : '', 'smtp:127.0.0.1');
  await using sink = await mailSink({ dot: () => new Promise(() => {}) });
  await using silent = emailChannel(readSmtpUrl(sink.url), { sender, times });
  const late = await silent.send(delivery, signal, open);
  assert.deepEqual([late.kind, late.code], ['later', 'ETIMEDOUT']);
});

test('an address that would be two is no address', async () => {
  await using channel = emailChannel(readSmtpUrl('smtp://127.0.0.1:1'), { sender });
  for (const email of ['a@b.test>\r\nRCPT TO:<c@d.test', 'a b@c.test', 'no-at', null]) {
    const outcome = await channel.send({ ...delivery, to: { ...delivery.to, email } }, signal, open);
    assert.equal(outcome.kind, 'refused');
  }
});

test('how a mail server is meant', () => {
  assert.deepEqual(readSmtpUrl('smtps://a%40b:p%3A@mx.test'), {
    host: 'mx.test',
    port: 465,
    tls: 'implicit',
    user: 'a@b',
    password: 'p:',
  });
  assert.equal(readSmtpUrl('smtp://mx.test').tls, 'offered');
  assert.equal(readSmtpUrl('smtp://u:p@mx.test').tls, 'required');
  assert.equal(readSmtpUrl('smtp://mx.test:25?tls=required').tls, 'required');
  assert.equal(readSmtpUrl('smtp://u:p@localhost').tls, 'offered');
  assert.equal(returnPath('retours@house.test', 'k'), 'retours+k@house.test');
  assert.equal(returnPath(null, 'k'), null);
});

test('without a mail server letters are files, whole, one a name', async () => {
  const folder = join(temporaryFolder(), 'outbox');
  await using channel = fileChannel(folder, { sender });
  await channel.send(delivery, signal, async () => false);
  await channel.send(delivery, signal, open);
  await channel.send(delivery, signal, open);
  assert.deepEqual(
    readdirSync(folder).filter((name) => name.endsWith('.eml')),
    ['7.0123456789abcdef0123.eml'],
  );
  const read = await PostalMime.parse(readFileSync(join(folder, '7.0123456789abcdef0123.eml')));
  assert.equal(read.subject, letter.subject);
  assert.equal(readdirSync(folder).length, 1);
});
