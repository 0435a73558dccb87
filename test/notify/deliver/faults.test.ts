import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { KyselyPlugin } from 'kysely';
import type { Channel, Outcome } from '#notify/channel.ts';
import { mailKey } from '#notify/deliver/mail-key.ts';
import { deliverOne, type LetterTools } from '#notify/deliver/one-letter.ts';
import { usualPolicy } from '#notify/deliver/policy.ts';
import { createRate } from '#notify/deliver/rate.ts';
import { createTurnstile } from '#notify/deliver/turnstile.ts';
import { claimDue } from '#state/outbox-claim.ts';
import type { Db } from '#state/schema.ts';
import { onBothEngines } from '../../state/engines.ts';
import { compose, noon, person, rowOf, told } from '../outbox-world.ts';

const lease = Temporal.Duration.from({ minutes: 2 });
const dead = new Error('the process ended here');

/** Ends a process, as far as the state and the mail server can tell, at its n-th step: from then on it neither reads nor writes. */
interface Life {
  step(): void;
  readonly steps: number;
}

const lifeOf = (until: number): Life => {
  let steps = 0;
  return {
    step() {
      if (steps >= until) throw dead;
      steps++;
    },
    get steps() {
      return steps;
    },
  };
};

const dying = (life: Life): KyselyPlugin => ({
  transformQuery({ node }) {
    life.step();
    return node;
  },
  async transformResult({ result }) {
    life.step();
    return result;
  },
});

/** A mail server that takes what it is given; the process may end before, and between its answer and our hearing of it. */
const server = (life: Life, taken: string[], answer: Outcome): Channel => ({
  name: 'email',
  gated: true,
  async send({ key }, _signal, gate) {
    life.step();
    if (!(await gate())) return { kind: 'later', code: 'WITHHELD', detail: '', domain: null };
    life.step();
    if (answer.kind === 'sent') taken.push(key);
    life.step();
    return answer;
  },
  async [Symbol.asyncDispose]() {},
});

const tools = (db: Db, channel: Channel, worker: string, now: Temporal.Instant): LetterTools => ({
  db,
  worker,
  lease,
  channels: new Map([['email', channel]]),
  compose,
  notBefore: () => now,
  now: () => now,
  random: () => 0,
  policy: usualPolicy,
  onDone: () => {},
  onProblem: () => {},
  rate: createRate(1000),
  turnstile: createTurnstile(1),
  keyOf: (id) => mailKey(Buffer.from('k'), id),
  patience: [],
});

const alive = (): AbortSignal => new AbortController().signal;
const ok: Outcome = { kind: 'sent', id: '<1@house>', code: '250', detail: 'ok' };
const answers: Record<string, Outcome> = {
  taken: ok,
  'not now': { kind: 'later', code: '450', detail: 'not now', domain: 'p.test' },
  'no such address': { kind: 'refused', code: '550 5.1.1', detail: 'nobody', address: true },
};

onBothEngines('a worker that ends at any step', ({ open }) => {
  for (const [name, answer] of Object.entries(answers))
    test(`${name}: the next one finishes the work; a copy only where nobody could know`, async () => {
      const { db } = await open();
      let copies = 0;
      for (let until = 0; ; until++) {
        const id = await told(db, await person(db, `p${until}@p.test`), { message: `m${until}` });
        const taken: string[] = [];
        const life = lifeOf(until);
        const mortal = db.withPlugin(dying(life));
        let ended = true;
        try {
          const claim = { worker: 'a', lease, now: noon };
          for (const row of await claimDue(mortal, claim, { channels: ['email'], limit: 5 }))
            await deliverOne(tools(mortal, server(life, taken, answer), 'a', noon), row, alive());
          ended = life.steps < until;
        } catch (error) {
          assert.ok(String(error).includes(dead.message), String(error));
          ended = false;
        }
        const before = taken.length;
        // the circuit must not stand in the way of the second one
        await db.deleteFrom('circuit').execute();
        const later = noon.add({ minutes: 3 });
        const forever = lifeOf(Infinity);
        const claim = { worker: 'b', lease, now: later };
        for (const row of await claimDue(db, claim, { channels: ['email'], limit: 5 }))
          await deliverOne(tools(db, server(forever, taken, ok), 'b', later), row, alive());

        const row = await rowOf(db, id);
        if (answer.kind === 'refused' && row?.state !== 'sent')
          assert.ok(['failed', 'suppressed'].includes(row?.state ?? ''), `step ${until}: ${row?.state}`);
        else assert.equal(row?.state, 'sent', `step ${until}: nobody is skipped`);
        assert.equal(new Set(taken).size <= 1, true);
        assert.ok(taken.length <= 2, `step ${until}: ${taken.length} copies`);
        if (row?.state === 'sent') assert.ok(taken.length >= 1, `step ${until}: said to be sent, and was not`);
        if (taken.length === 2) {
          copies++;
          assert.equal(before, 1, 'a copy comes only of an answer that was not written down');
        }
        if (ended) break;
        assert.ok(until < 200);
      }
      if (answer.kind === 'sent') assert.ok(copies > 0, 'the window exists, and is met');
      else assert.equal(copies, 0);
    });
});
