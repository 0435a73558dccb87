import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drillNote } from '#cli/check-alerts.ts';
import type { Command } from '#cli/command.ts';
import { settings } from '#cli/settings.ts';
import { fault } from '#errors.ts';
import { momentOf } from '#state/clock.ts';
import { drillBackup, newestBackup } from '#state/drill.ts';

export const command: Command = {
  summary: 'Restores the newest backup elsewhere, opens it and compares: a backup is not trusted before',
  usage: 'lanterne drill [FILE] [--json]   (without FILE: the newest *.sqlite under backups/ of the data folder)',
  example: 'lanterne drill',
  takes: 'words',
  options: {},
  async run(invocation) {
    const [given, ...others] = invocation.positionals;
    if (others.length > 0) throw fault('USAGE', { problem: 'One backup at most.', command: 'drill' });
    const { dataFolder, databaseUrl } = settings(invocation);
    if (databaseUrl !== undefined)
      throw fault('USAGE', {
        problem:
          'The state is in PostgreSQL: make its backup with `pg_dump -Fc`, and exercise it with `createdb` and `pg_restore` into an empty database.',
        command: 'drill',
      });
    const folder = join(dataFolder, 'backups');
    const file = given ?? newestBackup(folder);
    const drilled = await drillBackup(file);
    if (existsSync(folder))
      writeFileSync(drillNote(folder), `${JSON.stringify({ file, at: momentOf(Temporal.Now.instant()) })}\n`);
    invocation.print(
      invocation.values['json'] === true
        ? JSON.stringify(drilled)
        : `${file}, ${drilled.hours} h old: restored elsewhere in ${drilled.seconds} s, ${drilled.rows.toLocaleString('en')} rows of ${drilled.tables} tables, all there${drilled.migrated ? ', brought up to this version' : ''}.`,
    );
  },
};
