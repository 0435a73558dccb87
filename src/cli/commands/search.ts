import { openCatalogue } from '#catalogue/catalogue.ts';
import { filmCards } from '#catalogue/queries/film-cards.ts';
import { asFilmIndex } from '#brand.ts';
import { fault } from '#errors.ts';
import { numberOption, textOption, type Command } from '#cli/command.ts';
import { filmLine } from '#cli/film-lines.ts';
import { readLines } from '#cli/read-lines.ts';
import { settings } from '#cli/settings.ts';
import { readTitles } from '#engine.ts';
import { readWeights } from '#features/weights.ts';
import type { FilmCard } from '#lanterne.ts';
import { searchTitles, type Found } from '#search/search.ts';

export const command: Command = {
  summary: 'Finds films by title, whatever the spelling',
  usage: 'lanterne search TEXT… [--top N] [--json] | lanterne search --queries FILE [--top N]',
  example: 'lanterne search les tontons flinguers',
  takes: 'words',
  options: { top: { type: 'string' }, queries: { type: 'string' } },
  async run(invocation) {
    const { positionals, values, print } = invocation;
    const top = numberOption(invocation, 'search', 'top', { fallback: 10, low: 1, whole: true });
    const file = textOption(invocation, 'queries');
    if (file === undefined && positionals.length === 0)
      throw fault('USAGE', { problem: 'Give a title to look for, or --queries FILE.', command: 'search' });
    const queries = file === undefined ? [positionals.join(' ')] : readLines(file, 'one query a line');
    const { dataFolder, sourcesOff } = settings(invocation);
    await using catalogue = await openCatalogue(dataFolder, { sourcesOff });
    const index = await readTitles(catalogue, await readWeights(catalogue));
    const answers = queries.map((query) => {
      const started = performance.now();
      const found = searchTitles(index, query, { top });
      return { query, found, ms: Math.round((performance.now() - started) * 1000) / 1000 };
    });
    const films = [...new Set(answers.flatMap(({ found }) => found.map(({ film }) => film)))];
    const cards = new Map<number, FilmCard>();
    for (let from = 0; from < films.length; from += 5000)
      for (const row of await catalogue.run(filmCards, { films: films.slice(from, from + 5000) }))
        cards.set(row.film, { ...row, film: asFilmIndex(row.film) });

    if (file !== undefined) {
      for (const { query, found, ms } of answers) print(JSON.stringify({ query, films: told(found, cards), ms }));
      return;
    }
    const [answer] = answers;
    if (answer === undefined || answer.found.length === 0)
      throw fault('TITLE_UNKNOWN', { title: positionals.join(' '), nearest: '' });
    if (values['json'] === true) return print(JSON.stringify(told(answer.found, cards)));
    for (const { film } of answer.found) {
      const card = cards.get(film);
      if (card !== undefined) print(filmLine(card));
    }
  },
};

function told(found: readonly Found[], cards: ReadonlyMap<number, FilmCard>): unknown[] {
  return found.flatMap(({ film, score, matched }) => {
    const card = cards.get(film);
    if (card === undefined) return [];
    const { id, titleFr, title, originalTitle, year, directors } = card;
    return [{ id, title: titleFr ?? title, original: originalTitle, year, score, matched, directors }];
  });
}
