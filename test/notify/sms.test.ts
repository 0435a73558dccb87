import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { assert as holds, property, string, stringMatching } from 'fast-check';
import { smsChannel, smsToFile, type ShortMessage } from '#notify/channels/sms.ts';
import { normalPhone, spokenPhone, takesMessages } from '#state/phone-number.ts';
import { measure, plainLetters, shortMessage } from '#notify/short-message.ts';
import { instant, temporaryFolder } from '../state/engines.ts';

describe('a telephone number', () => {
  it('is kept as E.164, however it was written', () => {
    for (const text of [
      '06 12 34 56 78',
      '06.12.34.56.78',
      '06-12-34-56-78',
      '+33612345678',
      '+33 (0)6 12 34 56 78',
      '0033 6 12 34 56 78',
      '+33 06 12 34 56 78',
      ' 0612345678 ',
      '06\u00a012\u00a034\u00a056\u00a078',
    ])
      assert.equal(normalPhone(text), '+33612345678', text);
    for (const [text, kept] of [
      ['05 55 52 00 00', '+33555520000'],
      ['09 70 00 00 00', '+33970000000'],
      ['0690 12 34 56', '+590690123456'],
      ['0262 12 34 56', '+262262123456'],
      ['+44 20 7946 0000', '+442079460000'],
    ] as const)
      assert.equal(normalPhone(text), kept);
  });

  it('is refused when nobody should be called there', () => {
    for (const text of [
      '',
      '15',
      '3246',
      '118 218',
      '08 99 12 34 56',
      '0800 12 34 56',
      '+33 8 99 12 34 56',
      '06 12 34 56',
      '06 12 34 56 789',
      '6 12 34 56 78',
      '+0612345678',
      '+1',
      '+1234567890123456',
      'appelez-moi',
      '06 12 34 56 78 poste 3',
      '06 12 34 56 78\r\nBcc: x',
      '٠٦١٢٣٤٥٦٧٨',
      `06${' '.repeat(50)}12345678`,
    ])
      assert.equal(normalPhone(text), null, text);
  });

  it('kept, is kept again the same, and is read as it is dialled', () => {
    holds(
      property(stringMatching(/^0[1-79]\d{8}$/), (digits) => {
        const kept = normalPhone(digits);
        assert.ok(kept !== null);
        assert.equal(normalPhone(kept), kept);
        assert.equal(spokenPhone(kept).replaceAll('\u00a0', ''), digits);
      }),
    );
    assert.equal(spokenPhone('+33612345678'), '06\u00a012\u00a034\u00a056\u00a078');
    assert.equal(spokenPhone('0612345678'), '06\u00a012\u00a034\u00a056\u00a078');
    assert.equal(spokenPhone('+442079460000'), '+442079460000');
    assert.equal(spokenPhone('0899123456'), '0899123456');
  });

  it('takes short messages when it is a mobile', () => {
    for (const phone of ['+33612345678', '+33712345678', '+590690123456', '+447700900000'])
      assert.ok(takesMessages(phone), phone);
    for (const phone of ['+33555520000', '+33970000000', '+262262123456']) assert.ok(!takesMessages(phone), phone);
  });
});

describe('a short message', () => {
  it('is measured as networks do', () => {
    assert.deepEqual(measure('a'.repeat(160)), { alphabet: 'gsm-7', units: 160, segments: 1 });
    assert.deepEqual(measure('a'.repeat(161)), { alphabet: 'gsm-7', units: 161, segments: 2 });
    assert.deepEqual(measure('é'.repeat(306)), { alphabet: 'gsm-7', units: 306, segments: 2 });
    assert.equal(measure('a'.repeat(307)).segments, 3);
    assert.deepEqual(measure('€'.repeat(80)), { alphabet: 'gsm-7', units: 160, segments: 1 });
    assert.deepEqual(measure('ê'.repeat(70)), { alphabet: 'ucs-2', units: 70, segments: 1 });
    assert.equal(measure('ê'.repeat(71)).segments, 2);
    assert.equal(measure('🎬'.repeat(35)).segments, 1);
    assert.equal(measure('🎬'.repeat(36)).segments, 2);
    // 153 is odd: a letter of two units that ends a part goes to the next
    assert.equal(measure(`${'€'.repeat(76)}${'€'.repeat(77)}`).segments, 3);
  });

  it('is written in letters of 7 bits as far as they go', () => {
    assert.equal(
      plainLetters('«\u00a0L’Œil\u00a0» à Guéret, ça ira… être\u202e là'),
      '" L\'OEil " à Guéret, ca ira... etre là',
    );
    assert.equal(
      measure(plainLetters('Le Dîner de cons, à Guéret mercredi 25 novembre à 20\u00a0h\u00a030')).alphabet,
      'gsm-7',
    );
  });

  it('says who writes, where to read on and how to end it, in two parts whatever there is to say', () => {
    const link = 'https://films.example/seance/AAAAAAAAAAAAAAAAAAAAAA';
    holds(
      property(
        string({ unit: 'grapheme', maxLength: 800 }),
        string({ unit: 'grapheme', maxLength: 30 }),
        (text, from) => {
          const said = shortMessage({ from, text, link, stop: 'STOP' });
          assert.ok(measure(said).segments <= 2);
          assert.ok(said.endsWith(` ${link} STOP`));
          assert.ok(said.startsWith(plainLetters(from)));
        },
      ),
    );
    const long = shortMessage({ from: 'Le Rex', text: 'mot '.repeat(200), link, stop: 'STOP' });
    assert.match(long, /^Le Rex: (?:mot )+(?:m|mo|mot)?\.\.\. https/);
    assert.ok(measure(long).units > 290);
  });
});

describe('short messages without a provider', () => {
  const folder = temporaryFolder();
  const letter = {
    subject: '',
    text: '',
    html: '',
    short: 'Le Dîner de cons, mercredi à 20\u00a0h\u00a030',
    link: 'https://films.example/seance/x',
    language: 'fr',
    unsubscribe: null,
    list: 'wish',
  } as const;
  const delivery = (phone: string | null) => ({
    outbox: 1,
    key: 'wish:1',
    to: { name: null, email: null, phone, push: [] },
    letter,
  });
  const carry = smsToFile(folder, { now: () => instant('2026-11-24T23:30:00Z') });
  const signal = new AbortController().signal;

  it('are lines of a file of the day', async () => {
    await using channel = smsChannel({ house: 'Cinéma Le Rex', carry });
    for (const _ of [1, 2])
      assert.deepEqual(await channel.send(delivery('06 12 34 56 78'), signal, async () => true), {
        kind: 'sent',
        id: 'file:wish:1',
        code: 'ok',
        detail: '1 part(s)',
      });
    const file = join(folder, 'sms', '2026-11-25.jsonl');
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
    assert.equal(lines.length, 2);
    const told: ShortMessage = JSON.parse(lines[0] ?? '');
    assert.deepEqual(told, {
      key: 'wish:1',
      to: '+33612345678',
      sender: 'CinemaLeRex',
      text: 'Cinéma Le Rex: Le Diner de cons, mercredi à 20 h 30 https://films.example/seance/x Pour arreter: STOP',
      alphabet: 'gsm-7',
      units: 101,
      segments: 1,
    });
    assert.equal(statSync(file).mode & 0o077, 0);
  });

  it('are refused without a mobile, and asked again when nobody takes them', async () => {
    await using channel = smsChannel({ house: 'Le Rex', carry });
    for (const phone of [null, '05 55 52 00 00', 'x'])
      assert.equal((await channel.send(delivery(phone), signal, async () => true)).kind, 'refused');
    await using away = smsChannel({ house: 'Le Rex', carry: () => Promise.reject(new Error('closed')) });
    assert.deepEqual(await away.send(delivery('0612345678'), signal, async () => true), {
      kind: 'later',
      code: 'ECARRY',
      detail: 'closed',
      domain: null,
    });
  });
});
