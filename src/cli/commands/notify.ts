import type { Command, Invocation } from '#cli/command.ts';
import { fault } from '#errors.ts';

/** What may be done with the alerts, each loaded when it is asked for. */
const actions: Readonly<Record<string, () => Promise<{ run: (invocation: Invocation) => Promise<void> }>>> = {
  match: () => import('#cli/notify/match.ts'),
  preview: () => import('#cli/notify/preview.ts'),
  run: () => import('#cli/notify/run.ts'),
  status: () => import('#cli/notify/status.ts'),
  resend: () => import('#cli/notify/resend.ts'),
  bounces: () => import('#cli/notify/bounces.ts'),
};

export const command: Command = {
  summary:
    'The alerts: who would be told what and why, what a letter looks like; sends, says how it stands, takes what comes back',
  usage: [
    'lanterne notify match [--kind wish|digest|reminder|last-days|new]… [--week 2026-W48] [--person ID|EMAIL] [--commit] [--json]',
    'lanterne notify preview --person ID|EMAIL | --sample [--kind K] [--week W] [--language fr|en] [--html|--json]',
    'lanterne notify run [--once] [--json]',
    'lanterne notify status [--json]',
    'lanterne notify resend ID… | --failed [--json]',
    'lanterne notify bounces FILE|DIR|- [--json]',
  ].join('\n  '),
  example: 'lanterne notify match --kind digest',
  options: {
    kind: { type: 'string', multiple: true },
    week: { type: 'string' },
    person: { type: 'string' },
    commit: { type: 'boolean' },
    sample: { type: 'boolean' },
    html: { type: 'boolean' },
    language: { type: 'string' },
    once: { type: 'boolean' },
    failed: { type: 'boolean' },
  },
  async run(invocation) {
    const [name = '', ...others] = invocation.positionals;
    const load = Object.hasOwn(actions, name) ? actions[name] : undefined;
    if (load === undefined)
      throw fault('USAGE', { problem: `Say what to do: ${Object.keys(actions).join(', ')}.`, command: 'notify' });
    if ((name === 'run' || name === 'status') && others.length > 0)
      throw fault('USAGE', { problem: `“${others.join(' ')}” is not an option.`, command: 'notify' });
    const { run } = await load();
    await run({ ...invocation, positionals: others });
  },
};
