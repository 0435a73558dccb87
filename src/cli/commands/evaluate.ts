import { resolve } from 'node:path';
import { fault } from '#errors.ts';
import { numberOption, textOption, type Command } from '#cli/command.ts';
import { settings } from '#cli/settings.ts';
import { referenceFolder } from '#cli/reference.ts';
import { openEngine } from '#engine.ts';
import type { P3Row } from '#evaluate/p3-content.ts';

export const command: Command = {
  summary: 'Measures the recommendations on viewers that were never seen',
  usage: 'lanterne evaluate P3 [--peers] [--part test|validation] [--seed N] [--json]',
  example: 'lanterne evaluate P3 --peers',
  options: { peers: { type: 'boolean' }, part: { type: 'string' }, seed: { type: 'string' } },
  async run(invocation) {
    const { positionals, values, print, note } = invocation;
    const protocol = positionals[0] ?? 'P3';
    if (protocol !== 'P3')
      throw fault('USAGE', {
        problem: `The protocol measured so far is P3 (content only), not “${protocol}”.`,
        command: 'evaluate',
      });
    const part = textOption(invocation, 'part') ?? 'test';
    if (part !== 'test' && part !== 'validation')
      throw fault('USAGE', { problem: `--part is test or validation, not “${part}”.`, command: 'evaluate' });
    const { dataFolder, sourcesOff } = settings(invocation);
    await using engine = await openEngine(resolve(dataFolder), { sourcesOff, onProgress: note });
    const { contentBench } = await import('../../../bench/content.ts');
    const rows = await contentBench(engine, referenceFolder(), {
      part,
      seed: numberOption(invocation, 'evaluate', 'seed', { fallback: 1, whole: true }),
      peers: values['peers'] === true,
    });
    print(values['json'] === true ? JSON.stringify(rows) : table(rows));
  },
};

function table(rows: readonly P3Row[]): string {
  const cell = ({ mean, error }: P3Row['ndcg10']): string => `${mean.toFixed(4)} ±${error.toFixed(4)}`;
  const lines = rows.map(
    ({ name, k, ndcg10, tail10, coverage10, behind }) =>
      `| ${name} | ${k} | ${ndcg10.n} | ${cell(ndcg10)} | ${cell(tail10)} | ${coverage10.toFixed(3)} | ${behind[0].toFixed(4)} to ${behind[1].toFixed(4)} |`,
  );
  return [
    '| system | k | viewers | nDCG@10 | tail nDCG@10 | coverage@10 | ours minus it, 95 % |',
    '|---|---|---|---|---|---|---|',
    ...lines,
  ].join('\n');
}
