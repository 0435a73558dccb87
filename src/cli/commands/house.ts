import type { Command } from '#cli/command.ts';
import { runAction, type Action } from '#cli/run-action.ts';

/** What may be done with the settings of the house. */
const actions: Readonly<Record<string, Action>> = {
  '': { load: () => import('#cli/house/list.ts') },
  set: { words: [1, 2], options: ['usual'], load: () => import('#cli/house/set.ts') },
  test: { words: [1, 1], load: () => import('#cli/house/test.ts') },
};

export const command: Command = {
  summary: 'The settings of the house: when letters leave, who is spared, who signs; a test letter',
  usage: [
    'lanterne house [--json]',
    'lanterne house set KEY VALUE | KEY --usual [--json]',
    'lanterne house test EMAIL [--json]       (a letter to somebody of the staff, by the way of all letters)',
  ].join('\n  '),
  example: 'lanterne house set quiet-from 20:30',
  takes: actions,
  options: { usual: { type: 'boolean' } },
  run: (invocation) => runAction(actions, invocation),
};
