import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildCatalogue, type BuildReport } from '#catalogue/build.ts';
import { neededOption, numberOption, textOption, type Command } from '#cli/command.ts';
import { progress } from '#cli/progress.ts';
import { settings } from '#cli/settings.ts';

export const command: Command = {
  summary: 'Builds the catalogue from the raw IMDb files and the TMDB extract',
  usage: 'lanterne build --imdb DIR [--tmdb DIR] [--afcae FILE] [--min-votes N] [--keep-adult] [--json]',
  example: 'lanterne build --imdb downloads/imdb --tmdb downloads/tmdb',
  options: {
    imdb: { type: 'string' },
    tmdb: { type: 'string' },
    afcae: { type: 'string' },
    'min-votes': { type: 'string' },
    'keep-adult': { type: 'boolean' },
    seed: { type: 'string' },
  },
  async run(invocation) {
    const { dataFolder } = settings(invocation);
    const imdb = neededOption(invocation, 'build', 'imdb');
    const [tmdb, afcae] = [textOption(invocation, 'tmdb'), textOption(invocation, 'afcae')];
    const bar = progress(invocation.note);
    const report = await buildCatalogue(dataFolder, {
      imdb,
      ...(tmdb === undefined ? {} : { tmdb, ...sourceOf(tmdb, 'tmdbSource') }),
      ...(afcae === undefined ? {} : { afcae }),
      minVotes: numberOption(invocation, 'build', 'min-votes', { fallback: 0, low: 0, whole: true }),
      keepAdult: invocation.values['keep-adult'] === true,
      ...sourceOf(imdb, 'imdbSource'),
      onProgress: bar.step,
    }).finally(bar.end);
    invocation.print(invocation.values['json'] === true ? JSON.stringify(report) : told(report));
  },
};

/** A folder with our editorial renown.tsv is the starter's: its facts are ours, not IMDb's or TMDB's. */
function sourceOf(folder: string, field: 'imdbSource' | 'tmdbSource'): { imdbSource?: string; tmdbSource?: string } {
  return existsSync(join(folder, 'renown.tsv')) ? { [field]: 'starter' } : {};
}

function told({
  films,
  series,
  people,
  credits,
  withoutOverview,
  rejected,
  seconds,
  peakMemoryMB,
}: BuildReport): string {
  const figures = [
    ['films', films],
    ['series', series],
    ['people', people],
    ['credits', credits],
    ['films without a synopsis', withoutOverview],
  ] as const;
  return [
    ...figures.map(([name, count]) => `${count.toLocaleString('en').padStart(12)} ${name}`),
    rejected.length === 0 ? 'No row was refused or repaired.' : 'Rows refused or repaired:',
    ...rejected.map(
      ({ file, reason, count, example }) =>
        `${count.toLocaleString('en').padStart(12)} ${file}: ${reason} (e.g. ${example})`,
    ),
    `Built in ${seconds} s, at most ${peakMemoryMB} MB.`,
  ].join('\n');
}
