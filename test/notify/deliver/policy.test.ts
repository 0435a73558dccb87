import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { openUntil, retryAt, usualPolicy } from '#notify/deliver/policy.ts';
import { createRate } from '#notify/deliver/rate.ts';
import { smtpOutcome } from '#notify/deliver/smtp-outcome.ts';
import { createTurnstile } from '#notify/deliver/turnstile.ts';
import { noon } from '../outbox-world.ts';

const our = { server: 'smtp:relay.house.test', domain: 'people.test' };
const rcpt = (text: string, command = 'RCPT TO') =>
  smtpOutcome({ status: Number(text.slice(0, 3)), text, code: 'EENVELOPE', command }, our);

test('what a mail server says, by its class', () => {
  const cases: [string, string, string, boolean | string | null][] = [
    // reply, command, kind, address refused | circuit
    ['451 4.7.1 Greylisted, try again later', 'RCPT TO', 'later', null],
    ['450 4.2.2 mailbox full', 'RCPT TO', 'later', null],
    ['452 4.3.1 insufficient storage', 'RCPT TO', 'later', 'people.test'],
    ['450 4.4.1 no answer from host', 'RCPT TO', 'later', 'people.test'],
    ['421 4.3.2 shutting down', 'RCPT TO', 'later', our.server],
    ['421 too many connections', 'CONN', 'later', our.server],
    ['451 4.3.0 local error', 'DATA', 'later', 'people.test'],
    ['535 5.7.8 authentication failed', 'AUTH PLAIN', 'later', our.server],
    ['553 5.1.8 sender refused', 'MAIL FROM', 'later', our.server],
    ['554 no service', 'CONN', 'later', our.server],
    ['550 5.1.1 user unknown', 'RCPT TO', 'refused', true],
    ['550 5.1.10 null MX', 'RCPT TO', 'refused', true],
    ['550 5.2.1 account disabled', 'RCPT TO', 'refused', true],
    ['552 5.2.2 over quota', 'RCPT TO', 'refused', false],
    ['550 5.7.1 relaying denied', 'RCPT TO', 'refused', false],
    ['554 5.7.1 rejected as spam', 'DATA', 'refused', false],
    ['550 No such user here', 'RCPT TO', 'refused', true],
    ['550 utilisateur inconnu', 'RCPT TO', 'refused', true],
    ['550 address blocked: user unknown to our blocklist', 'RCPT TO', 'refused', false],
    ['550 rejected', 'RCPT TO', 'refused', false],
    ['552 5.3.4 message too big', 'MAIL FROM', 'refused', false],
  ];
  for (const [text, command, kind, more] of cases) {
    const outcome = rcpt(text, command);
    assert.equal(outcome.kind, kind, text);
    assert.equal(
      outcome.kind === 'refused' ? outcome.address : outcome.kind === 'later' ? outcome.domain : null,
      more,
      text,
    );
  }
  for (const code of ['ETIMEDOUT', 'ECONNECTION', 'EDNS', 'ETLS', 'ESOCKET'])
    assert.deepEqual(smtpOutcome({ status: null, text: 'no', code, command: 'CONN' }, our), {
      kind: 'later',
      code,
      detail: 'no',
      domain: our.server,
    });
  const asked = rcpt('451 4.7.1 greylisted, retry in 5 minutes');
  assert.equal(asked.kind === 'later' ? asked.after : null, 300);
});

test('a wait is never longer than its bound, never before what was asked, and grows', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 12 }),
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      fc.integer({ min: 0, max: 9000 }),
      (attempts, random, after) => {
        const wait = retryAt(noon, attempts, random, usualPolicy, after).since(noon).total('seconds');
        const most = Math.min(6 * 3600, 60 * 3 ** (attempts - 1));
        assert.ok(wait >= after && wait <= Math.max(most, after) + 0.001);
      },
    ),
  );
  assert.equal(openUntil(noon, 4, usualPolicy), null);
  assert.equal(openUntil(noon, 5, usualPolicy)?.since(noon).total('minutes'), 1);
  assert.equal(openUntil(noon, 50, usualPolicy)?.since(noon).total('minutes'), 30);
});

test('a turnstile lets so many in, in order, and forgets who gave up', async () => {
  const turnstile = createTurnstile(1);
  const patient = new AbortController();
  const first = await turnstile.enter(patient.signal);
  const tired = new AbortController();
  const second = turnstile.enter(tired.signal);
  const third = turnstile.enter(patient.signal);
  tired.abort();
  assert.equal(await second, null);
  first?.();
  first?.(); // leaving twice frees one place
  const leave = await third;
  assert.notEqual(leave, null);
  let inside = false;
  const fourth = turnstile.enter(patient.signal).then(() => (inside = true));
  await new Promise((resolve) => setTimeout(resolve, 5));
  assert.equal(inside, false);
  leave?.();
  await fourth;
});

test('a rate lets a second’s worth through at once, then as many a second as its share', async () => {
  let now = 0;
  const rate = createRate(10, () => now);
  const { signal } = new AbortController();
  for (let one = 0; one < 10; one++) assert.equal(await rate.take(signal), true);
  rate.share(2);
  now = 1000;
  for (let one = 0; one < 5; one++) assert.equal(await rate.take(signal), true);
  const started = performance.now();
  assert.equal(await rate.take(signal), true);
  assert.ok(performance.now() - started >= 180, 'a fifth of a second');
  assert.equal(await rate.take(AbortSignal.abort()), false);
});
