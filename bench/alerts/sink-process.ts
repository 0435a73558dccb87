// A mail server in a process of its own: takes letters, fails as it is told, and writes down each that it took before it says so.
// Arguments: its log, its seed, the milliseconds of a stall, and whether it fails at all (`faults`). `hold` on its input: the next letter is taken and
// written down, and its answer waits for a moment.
import { openSync, writeSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';
import { mannerOf, type Manner } from './manners.ts';

const [log = '', seed = '1', stall = '2000', faults = ''] = process.argv.slice(2);
const file = openSync(log, 'a');
const tries = new Map<string, number>();
const manners = new WeakMap<object, Manner>();
let held = 0;
process.stdin.on('data', () => (held = 1)).on('end', () => process.exit(0));

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  hideDSN: false,
  hidePIPELINING: false,
  logger: false,
  onRcptTo({ address }, session, done) {
    const attempt = (tries.get(address) ?? 0) + 1;
    tries.set(address, attempt);
    const manner = faults === 'faults' ? mannerOf(Number(seed), address, attempt) : 'taken';
    manners.set(session, manner);
    if (manner === 'unknown') return done(reply(550, '5.1.1 user unknown'));
    if (manner === 'policy') return done(reply(550, '5.7.1 refused by policy'));
    if (manner === 'greylist') return done(reply(451, '4.7.1 greylisted'));
    if (manner === 'busy') return done(reply(421, '4.3.2 too busy'));
    if (manner === 'cut at rcpt') return cut(session.id);
    if (manner === 'stall at rcpt') return void sleep(Number(stall)).then(() => cut(session.id));
    done();
  },
  onData(stream, session, done) {
    const parts: Buffer[] = [];
    stream.on('data', (part: Buffer) => parts.push(part));
    stream.on('end', () => {
      const manner = manners.get(session) ?? 'taken';
      if (manner === 'not now') return done(reply(451, '4.3.0 not now'));
      if (manner === 'cut at dot') return cut(session.id);
      if (manner === 'stall at dot') return void sleep(Number(stall)).then(() => cut(session.id));
      const head = Buffer.concat(parts).toString('latin1');
      const id = /^message-id:\s*(<[^>]+>)/im.exec(head)?.[1] ?? '';
      writeSync(file, `${id}\t${session.envelope.rcptTo[0]?.address ?? ''}\t${Date.now()}\n`);
      if (held === 0) return done(null, '2.0.0 taken');
      held = 0;
      writeSync(1, 'held\n');
      void sleep(60).then(() => done(null, '2.0.0 taken'));
    });
  },
});

function cut(session: string): void {
  for (const connection of server.connections) if (connection.session.id === session) connection._socket.destroy();
}

const reply = (responseCode: number, text: string): Error => Object.assign(new Error(text), { responseCode });

server.on('error', () => {});
const listening = server.listen(0, '127.0.0.1');
listening.once('listening', () => {
  const address = listening.address();
  writeSync(1, `port ${typeof address === 'object' && address !== null ? address.port : 0}\n`);
});
process.once('SIGTERM', () => process.exit(0));
