import { readFileSync } from 'node:fs';
import { fault } from '#errors.ts';
import { numberOption, textOption, type Command } from '#cli/command.ts';
import { filmLine } from '#cli/film-lines.ts';
import { settings } from '#cli/settings.ts';
import { openLanterne, type FoundFilm } from '#lanterne.ts';

export const command: Command = {
  summary: 'Finds films by title, whatever the spelling',
  usage: 'lanterne search TEXT… [--top N] [--json] | lanterne search --queries FILE [--top N]',
  example: 'lanterne search les tontons flinguers',
  options: { top: { type: 'string' }, queries: { type: 'string' } },
  async run(invocation) {
    const { positionals, values, print, note } = invocation;
    const top = numberOption(invocation, 'search', 'top', { fallback: 10, low: 1, whole: true });
    const file = textOption(invocation, 'queries');
    if (file === undefined && positionals.length === 0)
      throw fault('USAGE', { problem: 'Give a title to look for, or --queries FILE.', command: 'search' });
    await using lanterne = await openLanterne(settings(invocation), { onProgress: note });
    if (file !== undefined) {
      await lanterne.search('a', { top: 1 }); // the index is built at the first search: not part of any query's time
      for (const query of queriesOf(file)) {
        const started = performance.now();
        const found = await lanterne.search(query, { top });
        print(
          JSON.stringify({
            query,
            films: found.map(filmJson),
            ms: Math.round((performance.now() - started) * 1000) / 1000,
          }),
        );
      }
      return;
    }
    const query = positionals.join(' ');
    const found = await lanterne.search(query, { top });
    if (values['json'] === true) print(JSON.stringify(found.map(filmJson)));
    else if (found.length === 0) throw fault('TITLE_UNKNOWN', { title: query, nearest: '' });
    else for (const { card } of found) print(filmLine(card));
  },
};

function queriesOf(file: string): string[] {
  try {
    return readFileSync(file, 'utf8')
      .replace(/^\uFEFF/, '')
      .split(/\r?\n/)
      .filter((line) => line.trim() !== '');
  } catch (error) {
    throw fault('FILE_MISSING', { file, expected: 'one query a line' }, error);
  }
}

function filmJson({ card, score, matched }: FoundFilm): unknown {
  return {
    id: card.id,
    title: card.titleFr ?? card.title,
    original: card.originalTitle,
    year: card.year,
    score,
    matched,
    directors: card.directors,
  };
}
