import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fault } from '#errors.ts';
import { numberOption, textOption, type Command } from '#cli/command.ts';
import { settings } from '#cli/settings.ts';
import { referenceFolder } from '#cli/reference.ts';
import { reportMarkdown, type Report } from '#evaluate/report.ts';
import { withReports } from '#evaluate/results-page.ts';

const names = ['P1', 'P2', 'P3', 'P3b', 'P4', 'P5'] as const;

export const command: Command = {
  summary: 'Measures the product by the protocols of its field, beside its peers; without a protocol, by all of them',
  usage: `lanterne evaluate [${names.join('|')}] [--set ml-1m|letterboxd] [--split own|reference] [--tool FILE] [--part test|validation] [--peers] [--seed N] [--write] [--json]`,
  example: 'lanterne evaluate P1 --set ml-1m',
  takes: 'words',
  options: {
    set: { type: 'string' },
    split: { type: 'string' },
    tool: { type: 'string' },
    part: { type: 'string' },
    peers: { type: 'boolean' },
    seed: { type: 'string' },
    write: { type: 'boolean' },
  },
  async run(invocation) {
    const { positionals, values, print, note } = invocation;
    const protocol = choice(positionals[0], names, 'A protocol');
    const reference = referenceFolder();
    const tool = textOption(invocation, 'tool');
    const { dataFolder, sourcesOff } = settings(invocation);
    const { openForContent } = await import('../../../bench/content.ts');
    const { protocols } = await import('../../../bench/protocols.ts');
    await using opened = new AsyncDisposableStack();
    let catalogue: ReturnType<typeof openForContent> | undefined;
    const open = async (): ReturnType<typeof openForContent> =>
      opened.use(await openForContent(resolve(dataFolder), { sourcesOff, onProgress: note }));
    const options = {
      reference,
      tool: resolve(tool ?? join(reference, '..', 'tools', 'reference_recommenders.py')),
      set: choice(textOption(invocation, 'set'), ['ml-1m', 'letterboxd'], '--set'),
      split: choice(textOption(invocation, 'split'), ['own', 'reference'], '--split') ?? 'own',
      part: choice(textOption(invocation, 'part'), ['test', 'validation'], '--part') ?? 'test',
      seed: numberOption(invocation, 'evaluate', 'seed', { fallback: 1, whole: true }),
      peers: values['peers'] === true,
      catalogue: () => (catalogue ??= open()),
      onProgress: note,
    };
    if (protocol !== undefined && protocol !== 'P1' && (options.set !== undefined || options.split !== 'own'))
      throw fault('USAGE', { problem: `--set and --split are for P1, not for ${protocol}.`, command: 'evaluate' });
    const reports: Report[] = [];
    for (const name of protocol === undefined ? names : [protocol]) {
      for await (const report of protocols[name]?.(options) ?? []) {
        reports.push(report);
        if (values['json'] !== true) print(`${reportMarkdown(report)}\n`);
        if (values['write'] === true) write(report);
      }
    }
    if (values['json'] === true) print(JSON.stringify(reports));
  },
};

/** @throws USAGE when the text is none of the choices */
function choice<T extends string>(text: string | undefined, choices: readonly T[], what: string): T | undefined {
  const found = choices.find((one) => one === text);
  if (text === undefined || found !== undefined) return found;
  throw fault('USAGE', { problem: `${what} is ${choices.join(' or ')}, not “${text}”.`, command: 'evaluate' });
}

/** Puts the report into docs/results.md, as soon as it is measured. */
function write(report: Report): void {
  const page = fileURLToPath(new URL('../../../docs/results.md', import.meta.url));
  writeFileSync(page, withReports(readFileSync(page, 'utf8'), [report]));
}
