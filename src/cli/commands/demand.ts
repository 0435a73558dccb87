import type { Command } from '#cli/command.ts';
import { runAction, type Action } from '#cli/run-action.ts';

/** What may be done with the demand. */
const actions: Readonly<Record<string, Action>> = {
  '': { options: ['film', 'min', 'csv', 'places', 'language'], load: () => import('#cli/demand/board.ts') },
  attendance: { words: [0, 2], options: ['came'], load: () => import('#cli/demand/attendance.ts') },
};

export const command: Command = {
  summary:
    'Says who would come to what: films by the seats to be expected, with their interval; nothing of fewer than five people; counts who came',
  usage: [
    'lanterne demand [--film ID] [--min PEOPLE] [--json]',
    'lanterne demand --csv [--places] [--language fr|en]        (a row a film, or with --places a row a film and commune)',
    'lanterne demand attendance [--json]                        (the showings to count, and what was counted)',
    'lanterne demand attendance SHOWING SOLD [--came N] [--json]       (N: of whom had answered)',
  ].join('\n  '),
  example: 'lanterne demand --min 10',
  takes: actions,
  options: {
    film: { type: 'string' },
    min: { type: 'string' },
    csv: { type: 'boolean' },
    places: { type: 'boolean' },
    language: { type: 'string' },
    came: { type: 'string' },
  },
  run: (invocation) => runAction(actions, invocation),
};
