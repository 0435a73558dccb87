import type { Command } from '#cli/command.ts';
import { runAction, type Action } from '#cli/run-action.ts';

/** What may be done with the alerts. */
const actions: Readonly<Record<string, Action>> = {
  match: { options: ['kind', 'week', 'person', 'commit'], load: () => import('#cli/notify/match.ts') },
  preview: {
    options: ['kind', 'week', 'person', 'sample', 'html', 'language'],
    load: () => import('#cli/notify/preview.ts'),
  },
  run: { options: ['once'], load: () => import('#cli/notify/run.ts') },
  status: { load: () => import('#cli/notify/status.ts') },
  resend: { words: [0, Infinity], options: ['failed'], load: () => import('#cli/notify/resend.ts') },
  bounces: { words: [1, 1], load: () => import('#cli/notify/bounces.ts') },
  campaigns: { load: () => import('#cli/notify/campaigns.ts') },
  hold: { words: [1, 1], load: async () => ({ run: (await import('#cli/notify/campaign-act.ts')).hold }) },
  release: { words: [1, 1], load: async () => ({ run: (await import('#cli/notify/campaign-act.ts')).release }) },
  cancel: { words: [1, 1], load: async () => ({ run: (await import('#cli/notify/campaign-act.ts')).cancel }) },
  note: { words: [2, 2], load: async () => ({ run: (await import('#cli/notify/campaign-act.ts')).note }) },
  calls: { options: ['channel', 'pdf'], load: () => import('#cli/notify/calls.ts') },
  settle: { words: [2, Infinity], load: () => import('#cli/notify/settle.ts') },
};

export const command: Command = {
  summary:
    'The alerts: who would be told what and why, what a letter looks like; sends, says how it stands, takes what comes back, holds or lets go a mailing',
  usage: [
    'lanterne notify match [--kind wish|digest|reminder|last-days|new]… [--week 2026-W48] [--person ID|EMAIL] [--commit] [--json]',
    'lanterne notify preview --person ID|EMAIL | --sample [--kind K] [--week W] [--language fr|en] [--html|--json]',
    'lanterne notify run [--once] [--json]',
    'lanterne notify status [--json]',
    'lanterne notify resend ID… | --failed [--json]',
    'lanterne notify bounces FILE|DIR|- [--json]',
    'lanterne notify campaigns [--json]       (the mailings: to come, held, latest)',
    'lanterne notify hold|release|cancel ID [--json]       (ID: digest:2026-W48)',
    'lanterne notify note ID TEXT [--json]    (the word of the house at the head of its letters)',
    'lanterne notify calls [--channel phone|paper] [--json]       (whom the house tells by hand, and what)',
    'lanterne notify calls --pdf FILE [--json]       (the sheets, noted as printed)',
    'lanterne notify settle ID… told|no-answer|printed|again [--json]',
  ].join('\n  '),
  example: 'lanterne notify match --kind digest',
  takes: actions,
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
    channel: { type: 'string' },
    pdf: { type: 'string' },
  },
  run: (invocation) => runAction(actions, invocation),
};
