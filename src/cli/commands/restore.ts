import type { Command } from '#cli/command.ts';
import { settings } from '#cli/settings.ts';
import { fault } from '#errors.ts';
import { restoreState } from '#state/backup.ts';
import { statePlace } from '#state/open-state.ts';

export const command: Command = {
  summary: 'Puts a backup in the place of the state; the server must be stopped',
  usage: 'lanterne restore FILE [--json]',
  example: 'lanterne restore backups/state-monday.sqlite',
  takes: 'words',
  options: {},
  async run(invocation) {
    const [from, ...others] = invocation.positionals;
    if (from === undefined || others.length > 0)
      throw fault('USAGE', { problem: 'One backup is needed.', command: 'restore' });
    const place = statePlace(settings(invocation));
    if (!('file' in place))
      throw fault('USAGE', { problem: 'The state is in PostgreSQL: use its `pg_restore`.', command: 'restore' });
    const facts = restoreState(from, place.file);
    invocation.print(
      invocation.values['json'] === true
        ? JSON.stringify({ file: place.file, ...facts })
        : `${place.file} is ${from} again; what stood there, if anything, is ${place.file}.before-restore.`,
    );
  },
};
