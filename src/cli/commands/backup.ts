import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Command } from '#cli/command.ts';
import { settings } from '#cli/settings.ts';
import { fault } from '#errors.ts';
import { backupState } from '#state/backup.ts';
import { openState, statePlace } from '#state/open-state.ts';

export const command: Command = {
  summary: 'Copies the state (people and what they said) while it is in use, and reads the copy back',
  usage: 'lanterne backup FILE [--json]',
  example: 'lanterne backup backups/state-monday.sqlite',
  takes: 'words',
  options: {},
  async run(invocation) {
    const [to, ...others] = invocation.positionals;
    if (to === undefined || others.length > 0)
      throw fault('USAGE', { problem: 'One file to write is needed.', command: 'backup' });
    const place = statePlace(settings(invocation));
    if (!('file' in place))
      throw fault('USAGE', { problem: 'The state is in PostgreSQL: use its `pg_dump -Fc`.', command: 'backup' });
    // a folder that was mistyped would be made, and an empty state copied as if it were the house's
    const folder = dirname(place.file);
    if (!existsSync(folder)) throw fault('FILE_MISSING', { file: folder, expected: 'state.sqlite' });
    // Opened once as the server does, so that the copy has the schema of this version.
    await (await openState(place))[Symbol.asyncDispose]();
    // The usual place is made; any other folder that is missing is a slip of the hand.
    const usual = resolve(join(dirname(place.file), 'backups'));
    if (dirname(resolve(to)) === usual) mkdirSync(usual, { recursive: true });
    const facts = backupState(place.file, to);
    invocation.print(
      invocation.values['json'] === true
        ? JSON.stringify({ file: to, ...facts })
        : `${to}: ${Object.entries(facts.rows)
            .map(([table, rows]) => `${rows.toLocaleString('en')} ${table}`)
            .join(', ')}; read back, sound.`,
    );
  },
};
