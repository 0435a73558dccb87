import type { Command, Invocation } from '#cli/command.ts';
import { takeBounces } from '#cli/notify/bounces.ts';
import { runDelivery } from '#cli/notify/run.ts';
import { resend, tellStatus } from '#cli/notify/status.ts';
import { fault } from '#errors.ts';

/** What may be asked of the alerts, a function each. */
const verbs: Readonly<Record<string, (invocation: Invocation, rest: readonly string[]) => Promise<void>>> = {
  run: runDelivery,
  status: tellStatus,
  resend,
  bounces: takeBounces,
};

export const command: Command = {
  summary: 'Alerts: sends the outbox, says how it stands, sends dead letters again, reads what comes back',
  usage:
    'lanterne notify run [--once] | notify status | notify resend ID… | notify resend --failed | notify bounces FILE|DIR|-   [--json]',
  example: 'lanterne notify status',
  options: { once: { type: 'boolean' }, failed: { type: 'boolean' } },
  async run(invocation) {
    const [name = '', ...rest] = invocation.positionals;
    const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined;
    if (verb === undefined)
      throw fault('USAGE', { problem: `Say what to do: ${Object.keys(verbs).join(', ')}.`, command: 'notify' });
    await verb(invocation, rest);
  },
};
