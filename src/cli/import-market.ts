import { textOption, type Invocation } from '#cli/command.ts';
import { progress } from '#cli/progress.ts';
import { settings } from '#cli/settings.ts';
import { fault } from '#errors.ts';
import { importMarket, type ImportMarketReport } from '#market/import/import-market.ts';

/**
 * `lanterne import market DIR [--dry-run] [--department CODE] [--json]`.
 * @throws USAGE, and the faults of `importMarket`
 */
export async function runImportMarket(invocation: Invocation, folders: readonly string[]): Promise<void> {
  const [folder = '', ...others] = folders;
  if (folder === '' || others.length > 0)
    throw fault('USAGE', { problem: 'One folder of official files is needed.', command: 'import' });
  const department = textOption(invocation, 'department');
  if (department !== undefined && !/^(\d{2}|2[AB]|97\d)$/.test(department))
    throw fault('USAGE', { problem: `--department is a code such as 23, not “${department}”.`, command: 'import' });
  const bar = progress(invocation.note);
  const report = await importMarket(settings(invocation).dataFolder, folder, {
    dryRun: invocation.values['dry-run'] === true,
    ...(department === undefined ? {} : { department }),
    onProgress: (message) => bar.step(message),
  })
    .catch((error: unknown) => {
      bar.end();
      invocation.note('Nothing was imported: what stood before stands.');
      throw error;
    })
    .finally(bar.end);
  invocation.print(invocation.values['json'] === true ? JSON.stringify(report) : asText(report));
}

function asText({ files, left, figures, unplaced, written }: ImportMarketReport): string {
  const number = (value: number): string => value.toLocaleString('en').padStart(7);
  return [
    ...files.flatMap(({ file, holds, rows, ignored }) => [
      `${number(rows)} rows  ${holds}  (${file})`,
      ...ignored.map(({ reason, count }) => `${number(count)}       passed over: ${reason}`),
    ]),
    ...left.map(({ file, reason }) => `        left aside: ${file}: ${reason}`),
    ...(unplaced === 0
      ? []
      : [`${number(unplaced)} communes have no place on the map: import their outlines (GeoJSON).`]),
    written ? `The book has ${figures.toLocaleString('en')} figures.` : 'Dry run: nothing was written.',
  ].join('\n');
}
