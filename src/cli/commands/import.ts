import { openCatalogue, catalogueStamp } from '#catalogue/catalogue.ts';
import { allIds } from '#catalogue/queries/film-cards.ts';
import { numberOption, textOption, type Command, type Invocation } from '#cli/command.ts';
import { runImportMarket } from '#cli/import-market.ts';
import { runImportProgramme } from '#cli/import-programme.ts';
import { progress } from '#cli/progress.ts';
import { settings } from '#cli/settings.ts';
import { fault } from '#errors.ts';
import { ratingFormats, type RatingFormat } from '#features/interactions/formats.ts';
import { importRatings, type ImportRatingsReport } from '#features/interactions/import-ratings.ts';

export const command: Command = {
  summary: 'Imports ratings as likes of IMDb films, a programme of showings, or the official files of the market',
  usage: `lanterne import ratings FILE [--format ${ratingFormats.join('|')}] [--name NAME] [--like-at X] [--dislike-at Y] [--own] [--licence TEXT] [--json]\n  lanterne import market DIR [--dry-run] [--department CODE] [--json]\n  lanterne import programme FILE [--dry-run] [--venue ID] [--format csv|ics|json|text|ems] [--replace] [--announce-unknown] [--json]   (-: standard input)`,
  example: 'lanterne import ratings downloads/ml-1m --licence "research only"',
  takes: 'words',
  options: {
    format: { type: 'string' },
    name: { type: 'string' },
    'like-at': { type: 'string' },
    'dislike-at': { type: 'string' },
    own: { type: 'boolean' },
    licence: { type: 'string' },
    'dry-run': { type: 'boolean' },
    department: { type: 'string' },
    venue: { type: 'string' },
    replace: { type: 'boolean' },
    'announce-unknown': { type: 'boolean' },
  },
  async run(invocation) {
    const [what = '', file = '', ...others] = invocation.positionals;
    if (what === 'market') return await runImportMarket(invocation, invocation.positionals.slice(1));
    if (what === 'programme') return await runImportProgramme(invocation, invocation.positionals.slice(1));
    if (what !== 'ratings')
      throw usage(
        `Say what to import: \`import ratings FILE\`, \`import programme FILE\` or \`import market DIR\`${what === '' ? '' : `, not “${what}”`}.`,
      );
    if (file === '' || others.length > 0) throw usage('One file (or folder) of ratings is needed.');
    const { dataFolder } = settings(invocation);
    const bar = progress(invocation.note);
    const { report, films } = await importRatings(dataFolder, file, {
      ...optionsOf(invocation),
      own: invocation.values['own'] === true,
      onProgress: (message) => bar.step(message),
    }).finally(bar.end);
    if (invocation.values['own'] !== true && textOption(invocation, 'licence') === undefined)
      invocation.note('No licence was given (--licence): what these ratings may be used for is yours to check.');
    const unknownFilms = await countUnknown(dataFolder, films, invocation.note);
    const told = { ...report, unknownFilms };
    invocation.print(invocation.values['json'] === true ? JSON.stringify(told) : asText(told));
  },
};

function optionsOf(invocation: Invocation) {
  const [format, name, licence] = [
    textOption(invocation, 'format'),
    textOption(invocation, 'name'),
    textOption(invocation, 'licence'),
  ];
  if (format !== undefined && !isFormat(format))
    throw usage(`--format is ${ratingFormats.join(', ')}, not “${format}”.`);
  if (name !== undefined && !/^[a-z0-9][a-z0-9_-]{0,63}$/i.test(name))
    throw usage(`--name is letters, digits, - and _, 64 at most, not “${name}”.`);
  const threshold = (option: string, key: 'likeAt' | 'dislikeAt') =>
    textOption(invocation, option) === undefined
      ? {}
      : { [key]: numberOption(invocation, 'import', option, { fallback: 0, low: -1e300, high: 1e300 }) };
  return {
    ...(format === undefined ? {} : { format }),
    ...(name === undefined ? {} : { name }),
    ...(licence === undefined ? {} : { licence }),
    ...threshold('like-at', 'likeAt'),
    ...threshold('dislike-at', 'dislikeAt'),
  };
}

function isFormat(text: string): text is RatingFormat {
  return ratingFormats.some((format) => format === text);
}

function usage(problem: string): Error {
  return fault('USAGE', { problem, command: 'import' });
}

/** How many of the films the catalogue does not know; null without a usable catalogue, which an import can do without. */
async function countUnknown(
  folder: string,
  films: readonly string[],
  note: (line: string) => void,
): Promise<number | null> {
  if (catalogueStamp(folder) === null) return null;
  try {
    await using catalogue = await openCatalogue(folder);
    const known = new Set((await catalogue.run(allIds, {})).map(({ id }) => id));
    return films.filter((film) => !known.has(film)).length;
  } catch (error) {
    note(`The catalogue was not compared: ${error instanceof Error ? error.message : String(error)}`);
    return null;
  }
}

function asText(report: ImportRatingsReport & { readonly unknownFilms: number | null }): string {
  const figures: [string, number][] = [
    ['ratings', report.rows],
    ['viewers', report.viewers],
    ['films', report.films],
    ['likes', report.liked],
    ['dislikes', report.disliked],
    ...(report.unknownFilms === null
      ? []
      : [['films that the catalogue does not know: kept', report.unknownFilms] satisfies [string, number]]),
  ];
  return [
    ...figures.map(([name, count]) => `${count.toLocaleString('en').padStart(12)} ${name}`),
    report.rejected.length === 0 ? 'No line was refused.' : 'Lines refused or repaired:',
    ...report.rejected.map(
      ({ file, reason, count, example }) =>
        `${count.toLocaleString('en').padStart(12)} ${file}: ${reason} (e.g. ${example})`,
    ),
    `Stored as “${report.name}” (${report.format}) in ${report.seconds} s.`,
  ].join('\n');
}
