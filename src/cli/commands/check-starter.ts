import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from '#cli/command.ts';
import { referenceFolder } from '#cli/reference.ts';
import { starterFolder } from '#cli/commands/start.ts';
import { checkStarter } from '#catalogue/check-starter.ts';

export const command: Command = {
  summary: 'Compares the starter catalogue with the reference data, where present',
  usage: 'lanterne check-starter [--json]',
  example: 'npm run check:starter',
  options: {},
  async run({ print, values }) {
    const reference = join(referenceFolder(), 'imdb');
    if (!existsSync(reference)) return print('skipped: no reference data');
    const report = await checkStarter(starterFolder(), reference);
    if (values['json'] === true) return print(JSON.stringify(report));
    for (const { what, id, ours, theirs } of report.disagreements)
      print(`${what.padEnd(14)} ${id.padEnd(12)} ours: ${ours} · reference: ${theirs}`);
    print('');
    for (const { what, agree, compared } of report.figures)
      print(
        `${what.padEnd(14)} ${String(agree).padStart(5)} of ${String(compared).padStart(5)} agree: ${((100 * agree) / Math.max(1, compared)).toFixed(2)} %`,
      );
    print(`${report.absent} of our ${report.titles} titles are not in the reference: ${report.absentIds.join(', ')}`);
  },
};
