// One worker in a process of its own, as `lanterne notify run` is. Arguments: the state, the mail server, the milliseconds of a lease, of the patience with
// the server's answers, and with the last one. SIGTERM: stops as it should, and says how much memory it took; SIGKILL is what the bench is about.
import { readFileSync, writeSync } from 'node:fs';
import { emailChannel, readSmtpUrl } from '#notify/channels/email.ts';
import { usualPolicy } from '#notify/deliver/policy.ts';
import { spareMemory } from '#notify/deliver/spare-memory.ts';
import { startDelivery } from '#notify/deliver/start-delivery.ts';
import { openState } from '#state/open-state.ts';
import { benchLetter } from './letter.ts';

spareMemory();
const [where = '', smtp = '', lease = '2000', patience = '1000', dot = '20000', told = 'until asked'] =
  process.argv.slice(2);
await using state = await openState(where.startsWith('postgres') ? { databaseUrl: where } : { file: where });
await using channel = emailChannel(readSmtpUrl(smtp), {
  sender: async () => ({ name: 'Ciné Test', address: 'alertes@house.test' }),
  bounceAddress: 'retours@house.test',
  times: { connect: 5000, command: Number(patience), dot: Number(dot), idle: 5000 },
});
const soon = Temporal.Duration.from({ milliseconds: 100 });
const delivery = await startDelivery({
  db: state.db,
  channels: new Map([['email', channel]]),
  compose: (row) => benchLetter(row.recipient),
  mailsASecond: 1_000_000,
  lease: Temporal.Duration.from({ milliseconds: Number(lease) }),
  // the usual one, hours shortened to fractions of a second
  policy: {
    ...usualPolicy,
    first: soon,
    longest: Temporal.Duration.from({ seconds: 2 }),
    openFirst: soon,
    openLongest: Temporal.Duration.from({ seconds: 1 }),
  },
  poll: 50,
  onProblem: (message) => {
    if (process.env['BENCH_TRACE'] !== undefined) writeSync(2, `${message}\n`);
  },
});
// whoever started it is gone: so is the bench
process.stdin.on('end', () => process.exit(0)).resume();
writeSync(1, 'ready\n');
const asked = new Promise<void>((resolve) => process.once('SIGTERM', () => resolve()));
await (told === 'until drained' ? delivery.drained() : asked);
writeSync(1, `drained ${Date.now()}\n`);
await delivery[Symbol.asyncDispose]();
const peak = Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? 0) * 1024;
writeSync(1, `peak ${peak}\n`);
process.exit(0);
