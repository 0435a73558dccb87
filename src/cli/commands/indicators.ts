import { openCatalogue } from '#catalogue/catalogue.ts';
import { textOption, type Command, type Invocation } from '#cli/command.ts';
import { settings } from '#cli/settings.ts';
import { speechAsked } from '#cli/speech-asked.ts';
import { toldLines } from '#cli/told-lines.ts';
import { writeFile } from '#cli/write-file.ts';
import { fault } from '#errors.ts';
import { openAnswers } from '#indicators/answers.ts';
import { knownIndicator, usableFilters } from '#indicators/ask.ts';
import { exportCsv } from '#indicators/export-csv.ts';
import { captionLines, type Exported } from '#indicators/exported.ts';
import { filterKeys } from '#indicators/filter-terms.ts';
import { chartOf, tableOf } from '#indicators/answer-parts.ts';
import { indicators } from '#indicators/registry.ts';
import type { Speech } from '#words/speech.ts';

const filterOptions = Object.fromEntries(Object.values(filterKeys).map((key) => [key, { type: 'string' } as const]));
const outputs = ['json', 'csv', 'svg', 'png'] as const;

export const command: Command = {
  summary:
    'Answers a question about the films of the catalogue, with its uncertainty and its sources; without a name, lists them',
  usage: `lanterne indicators [NAME] [--json|--csv [FILE]|--svg FILE|--png FILE] [--table NAME] [--chart N] [--from Y] [--to Y] [--genre G] [--country C]
    [--min-votes N] [--stratum all|voted|top] [--people actress|actor] [--sort volume|audience|esteem] [--billing N] [--credits N] [--weight M] [--language fr|en]`,
  example: 'lanterne indicators catalogue-coverage --from 1990 --csv > coverage.csv',
  takes: 'words',
  options: {
    ...filterOptions,
    csv: { type: 'boolean' },
    svg: { type: 'string' },
    png: { type: 'string' },
    table: { type: 'string' },
    chart: { type: 'string' },
    language: { type: 'string' },
  },
  async run(invocation) {
    const { positionals, values, print } = invocation;
    const [name, ...more] = positionals;
    const say = speechAsked(invocation, 'indicators');
    const asked = outputs.filter((output) => values[output] !== undefined && values[output] !== false);
    if (asked.length > 1) throw usage(`Choose one of ${asked.map((one) => `--${one}`).join(' and ')}.`);
    // `--csv` prints; `--csv FILE` writes, as the pictures do
    const file = values['csv'] === true && more.length === 1 ? more[0] : undefined;
    if (more.length > 0 && file === undefined)
      throw usage(`Ask one indicator at a time, not ${positionals.join(' and ')}.`);
    if (name === undefined) return listAll(invocation, say);

    const indicator = knownIndicator(name);
    const { dataFolder, sourcesOff } = settings(invocation);
    await using catalogue = await openCatalogue(dataFolder, { sourcesOff });
    const answers = openAnswers(catalogue, sourcesOff);
    const holdings = await answers.holdings();
    const filters = usableFilters(indicator, (key) => textOption(invocation, key), holdings);
    const told = (await answers.answer(indicator, filters))(say);
    const exported: Exported = { told, filters, holdings };
    const part = textOption(invocation, 'table') ?? '';
    const [output] = asked;
    if (output === 'json')
      return print(JSON.stringify({ name, ...told, filters, sources: holdings.sources, date: holdings.builtAt }));
    if (output === 'csv') {
      const csv = exportCsv(tableOf(name, told, part), exported, say);
      return file === undefined ? print(csv.slice(0, -1)) : write(file, csv, invocation);
    }
    if (output !== undefined) return draw(output, name, exported, invocation, say);
    const table = told.tables.length === 0 && part === '' ? undefined : tableOf(name, told, part);
    for (const line of toldLines(told, table, holdings, say)) print(line);
  },
};

function listAll({ print, values }: Invocation, say: Speech): void {
  if (values['json'] === true)
    return print(
      JSON.stringify(
        indicators.map(({ name, theme, title, question, filters, needs }) => ({
          name,
          theme,
          title: say.pick(title),
          question: say.pick(question),
          filters: filters.map((filter) => filterKeys[filter]),
          needs,
        })),
      ),
    );
  const width = Math.max(...indicators.map(({ name }) => name.length));
  for (const { name, question } of indicators) print(`${name.padEnd(width)}  ${say.pick(question)}`);
}

async function draw(
  kind: 'svg' | 'png',
  name: string,
  exported: Exported,
  invocation: Invocation,
  say: Speech,
): Promise<void> {
  const file = textOption(invocation, kind) ?? '';
  const chart = chartOf(name, exported.told, textOption(invocation, 'chart') ?? '');
  const { drawChart } = await import('#charts/draw-chart.ts');
  const svg = drawChart(chart, { standalone: true, caption: captionLines(exported, say) });
  const content = kind === 'svg' ? svg : await import('#charts/png.ts').then(({ chartPng }) => chartPng(svg));
  write(file, content, invocation);
}

const usage = (problem: string): Error => fault('USAGE', { problem, command: 'indicators' });

/** @throws CANNOT_WRITE */
function write(file: string, content: string | Uint8Array, { note }: Invocation): void {
  writeFile(file, content);
  note(`${file} is written.`);
}
