import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { cleanLine, cleanParagraphs } from '#notify/letters/clean.ts';
import { composeLetter } from '#notify/letters/compose-letter.ts';
import type { LetterContext } from '#notify/letters/context.ts';
import { readPayload } from '#notify/letters/read-payload.ts';
import { sampleCustomer, samplePayload } from '#notify/letters/sample.ts';
import { whenIn } from '#notify/letters/when.ts';
import type { AccountLetter, Payload, WishPayload } from '#notify/payload.ts';
import { staffChanges } from '#state/tell-staff.ts';
import { readLink } from '#state/signed-links.ts';

const now = Temporal.Instant.from('2026-11-17T09:00:00Z');
const id = sampleCustomer();
assert.ok(id !== null);
const context = (more: Partial<LetterContext> = {}): LetterContext => ({
  customer: { id },
  house: { name: 'Cinéma Le Lux', address: '2 place de la Halle, Hautbourg', contact: 'bonjour@lux.example' },
  linkKey: Buffer.alloc(32, 7),
  origin: 'https://films.example',
  now,
  language: 'fr',
  channel: 'email',
  since: '2026-10-03T09:00:00.000Z',
  ...more,
});
const written = (payload: Payload, more: Partial<LetterContext> = {}) => {
  const letter = composeLetter(payload, context(more));
  assert.ok(letter !== null);
  return letter;
};
const wish = samplePayload('wish', now);
assert.ok(wish.kind === 'wish');
const withTitle = (title: string): WishPayload => ({
  ...wish,
  film: { ...wish.film, film: { ...wish.film.film, title } },
});

const abouts: readonly AccountLetter[] = [
  { purpose: 'confirm', code: '482913', path: '/compte/confirmer/abc', minutes: 10 },
  { purpose: 'sign-in', code: '482913', path: '/compte/confirmer/abc', minutes: 10 },
  { purpose: 'staff-code', code: '482913', minutes: 10 },
  { purpose: 'staff-setup', path: '/equipe/entrer/abc', minutes: 2880 },
  ...staffChanges.map((purpose) => ({ purpose, at: '2026-11-17T08:05:00.000Z', minutes: 4320 })),
  { purpose: 'address-changed', language: 'fr' },
  { purpose: 'erased', language: 'fr' },
  { purpose: 'passkey-added', language: 'fr', path: '/alertes' },
  { purpose: 'passkey-removed', language: 'fr', path: '/alertes' },
  { purpose: 'soon-erased', language: 'fr', on: '2026-12-21', path: '/alertes' },
];
const everyLetter = (['fr', 'en'] as const).flatMap((language) => [
  ...(['wish', 'digest', 'reminder', 'new', 'last-days'] as const).map(
    (kind) =>
      [`${kind}.${language}`, written(samplePayload(kind, now), { language, note: 'La salle est chauffée.' })] as const,
  ),
  ...abouts.map(
    (about) =>
      [
        `${about.purpose}.${language}`,
        written(
          { kind: 'account', about: 'language' in about ? { ...about, language } : about },
          { language, customer: null },
        ),
      ] as const,
  ),
]);

test('every letter, as it is known: UPDATE_GOLDEN=1 writes them anew', () => {
  for (const [name, { subject, short, text }] of everyLetter) {
    const file = join(import.meta.dirname, 'golden', `${name}.txt`);
    const told = `${subject}\n${short}\n\n${text}`;
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, told);
    assert.equal(told, readFileSync(file, 'utf8'), name);
  }
});

test('the HTML is whole, asks nothing of any server, and says what the text says', () => {
  for (const [name, { html, text, subject }] of everyLetter) {
    assert.deepEqual(unclosed(html), [], name);
    assert.doesNotMatch(html, /<(?:img|script|link|iframe|table|form)\b|url\(|@import|\bsrc=|\bon\w+=/i, name);
    for (const [, href = ''] of html.matchAll(/href="([^"]*)"/g)) {
      assert.ok(href.startsWith('https://films.example/'), `${name}: ${href}`);
      assert.ok(text.includes(href) || href.includes('/film/'), `${name}: ${href}`);
    }
    const sizes = [...html.matchAll(/font-size:(\d+)px/g)].map(([, size]) => Number(size));
    assert.ok(Math.min(...sizes) >= 18, name);
    assert.ok(subject.length > 0 && subject.length < 160 && !/[\r\n]/.test(subject), name);
    assert.ok(html.length < 30_000, `${name}: mail programs cut long letters`);
    assert.doesNotMatch(text + html, /undefined|null|NaN|\[object/, name);
  }
});

test('the links of an alert are signed for one person, one kind and one channel; those of accounts have none', () => {
  for (const [name, { unsubscribe, list, html }] of everyLetter) {
    if (list === null) {
      assert.equal(unsubscribe, null);
      assert.doesNotMatch(html, /desabonner|alertes\/lien/);
      continue;
    }
    const token = unsubscribe?.split('/desabonner/')[1] ?? '';
    const kind = name.startsWith('reminder') ? 'digest' : name.split('.')[0];
    assert.deepEqual(readLink(Buffer.alloc(32, 7), token), {
      purpose: 'unsubscribe',
      customer: id,
      kind,
      channel: 'email',
    });
    const [, preferences = ''] = /\/alertes\/lien\/([\w.-]+)/.exec(html) ?? [];
    assert.deepEqual(readLink(Buffer.alloc(32, 7), preferences), { purpose: 'preferences', customer: id });
  }
});

test('nothing is told once it is past: what remains, then nothing', () => {
  const few = composeLetter(wish, context({ now: Temporal.Instant.from('2026-11-20T10:00:00Z') }));
  assert.doesNotMatch(few?.text ?? '', /mercredi 18/);
  assert.equal(composeLetter(wish, context({ now: Temporal.Instant.from('2026-11-25T10:00:00Z') })), null);
  assert.equal(
    composeLetter(samplePayload('digest', now), context({ now: Temporal.Instant.from('2026-11-25T10:00:00Z') })),
    null,
  );
  assert.equal(composeLetter(wish, context({ customer: null })), null);
});

test('what was told of alone is said briefly; more showings than a letter holds are counted', () => {
  const digest = samplePayload('digest', now);
  assert.ok(digest.kind === 'digest');
  const [first, ...others] = digest.films;
  assert.ok(first !== undefined);
  const { text } = written({ ...digest, films: [...others, { ...first, told: true }] });
  assert.match(text, /Nous vous en avons déjà parlé\.\nLes jours qui vous conviennent/);
  assert.match(text, /Et 2\u00a0autres séances/);
  assert.match(text, /3\u00a0films choisis pour vous/);
});

test('no title, venue nor name becomes a tag, a header or a trick of writing', () => {
  const trick = 'A <script>alert("1")</script> & ‘B’ \u202egnp.exe\u202c\r\nBcc: all@films.example\u0000\u200b';
  const { html, text, subject, short } = written(withTitle(trick));
  assert.doesNotMatch(html, /<script/);
  assert.match(html, /&lt;script&gt;/);
  for (const one of [html, text, subject, short].map((said) => said.replaceAll('\n', ' ')))
    assert.doesNotMatch(one, /[\u202a-\u202e\p{Cc}\u200b]/u);
  assert.doesNotMatch(subject, /\n/);
  assert.doesNotMatch(text, /^Bcc/m);
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (title) => {
      const line = cleanLine(title);
      assert.ok([...line].length <= 120);
      assert.doesNotMatch(line, /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
      assert.equal(cleanLine(line), line);
      const letter = written(withTitle(title), { house: { name: title, address: title, contact: null }, note: title });
      assert.deepEqual(unclosed(letter.html), []);
      assert.doesNotMatch(letter.subject, /\p{Cc}/u);
    }),
    { numRuns: 200 },
  );
  assert.deepEqual(cleanParagraphs('Un.\nDeux.\n\n\u0007Trois.'), ['Un. Deux.', 'Trois.']);
  assert.equal(cleanLine('Un titre beaucoup trop long pour tenir', 20), 'Un titre beaucoup…');
});

test('moments are those of Paris, in the words of the language', () => {
  const [fr, en] = [whenIn('fr', now), whenIn('en', now)];
  assert.equal(fr.dayAndTime('2026-12-01T19:30:00.000Z'), 'mardi 1er décembre à 20\u00a0h\u00a030');
  assert.equal(en.dayAndTime('2026-12-01T19:30:00.000Z'), 'Tuesday 1 December at 20:30');
  assert.equal(fr.dayAndTime('2026-07-14T18:00:00.000Z'), 'mardi 14 juillet à 20\u00a0h');
  assert.equal(fr.day('2027-01-05T23:30:00.000Z'), 'mercredi 6 janvier 2027');
  assert.deepEqual(fr.span(Temporal.PlainDate.from('2026-11-25'), Temporal.PlainDate.from('2026-12-01')), [
    '25 novembre',
    '1er décembre',
  ]);
  assert.deepEqual(fr.span(Temporal.PlainDate.from('2026-11-18'), Temporal.PlainDate.from('2026-11-24'), true), [
    'mercredi 18',
    'mardi 24 novembre',
  ]);
});

test('a payload is read back as it was written; one that was emptied is none', () => {
  for (const kind of ['wish', 'digest', 'new'] as const) {
    const payload = samplePayload(kind, now);
    assert.deepEqual(readPayload(JSON.stringify(payload)), payload);
  }
  for (const about of abouts)
    assert.deepEqual(readPayload(JSON.stringify({ kind: 'account', about })), { kind: 'account', about });
  assert.equal(readPayload('{}'), null);
  assert.equal(readPayload('{"kind":"wish","film":{}}'), null);
});

/** The tags that are not closed, or not in order. */
function unclosed(page: string): string[] {
  const open: string[] = [];
  for (const [, end, tag = '', rest = ''] of page
    .replace(/<style>[\s\S]*?<\/style>/, '')
    .matchAll(/<(\/?)([a-z][a-z0-9]*)([^<>]*)>/g)) {
    if (rest.endsWith('/')) continue;
    if (end === '') open.push(tag);
    else if (open.pop() !== tag) return [`</${tag}>`];
  }
  return open;
}
