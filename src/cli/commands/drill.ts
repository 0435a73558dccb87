import { join } from 'node:path';
import type { Command } from '#cli/command.ts';
import { settings } from '#cli/settings.ts';
import { fault } from '#errors.ts';
import { drillBackup, newestBackup } from '#state/drill.ts';

export const command: Command = {
  summary: 'Restores the newest backup elsewhere, opens it and compares: a backup is not trusted before',
  usage: 'lanterne drill [FILE] [--json]   (without FILE: the newest *.sqlite under backups/ of the data folder)',
  example: 'lanterne drill',
  options: {},
  async run(invocation) {
    const [given, ...others] = invocation.positionals;
    if (others.length > 0) throw fault('USAGE', { problem: 'One backup at most.', command: 'drill' });
    const file = given ?? newestBackup(join(settings(invocation).dataFolder, 'backups'));
    const drilled = await drillBackup(file);
    invocation.print(
      invocation.values['json'] === true
        ? JSON.stringify(drilled)
        : `${file}, ${drilled.hours} h old: restored elsewhere in ${drilled.seconds} s, ${drilled.rows.toLocaleString('en')} rows of ${drilled.tables} tables, all there${drilled.migrated ? ', brought up to this version' : ''}.`,
    );
  },
};
