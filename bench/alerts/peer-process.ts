// The peer: nodemailer's own pool sending the same letters from a list, with no ledger but one number, the last of the list that it need not look at again.
// `ahead`: the number is written when a batch is read, before it is sent (what list managers with a cursor in the campaign's row do); `behind`: once all of
// the batch is sent. Arguments: the file of the number, the mail server, how many people, the size of a batch, the rule.
import { existsSync, readFileSync, renameSync, writeFileSync, writeSync } from 'node:fs';
import { createTransport } from 'nodemailer';
import { benchLetter } from './letter.ts';
import { addressOf } from './world.ts';

const [file = '', smtp = '', people = '0', batch = '1000', rule = 'ahead'] = process.argv.slice(2);
const transport = createTransport({ url: smtp, pool: true, maxConnections: 8, maxMessages: Infinity });
const mark = (at: number): void => {
  writeFileSync(`${file}.partial`, `${at}`, { flush: true });
  renameSync(`${file}.partial`, file);
};
let next = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
// whoever started it is gone: so is the bench
process.stdin.on('end', () => process.exit(0)).resume();
writeSync(1, 'ready\n');
while (next < Number(people)) {
  const end = Math.min(Number(people), next + Number(batch));
  if (rule === 'ahead') mark(end);
  const queue = Array.from({ length: end - next }, (_, one) => next + one);
  const sending = Array.from({ length: 8 }, async () => {
    for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
      const { subject, text, html, unsubscribe } = benchLetter(`${at}`);
      await transport
        .sendMail({
          from: { name: 'Ciné Test', address: 'alertes@house.test' },
          to: addressOf(at),
          subject,
          text,
          html,
          messageId: `<peer-${at}@house.test>`,
          headers: {
            'Auto-Submitted': 'auto-generated',
            'List-Unsubscribe': `<${unsubscribe}>`,
            'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
          },
        })
        .catch(() => {});
    }
  });
  await Promise.all(sending);
  if (rule !== 'ahead') mark(end);
  next = end;
}
transport.close();
writeSync(1, `drained ${Date.now()}\n`);
const peak = Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? 0) * 1024;
writeSync(1, `peak ${peak}\n`);
process.exit(0);
