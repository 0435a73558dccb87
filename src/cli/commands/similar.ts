import { asFilmId } from '#brand.ts';
import { fault } from '#errors.ts';
import { numberOption, textOption, type Command } from '#cli/command.ts';
import { recommendedJson, recommendedLines } from '#cli/film-lines.ts';
import { readLines } from '#cli/read-lines.ts';
import { settings } from '#cli/settings.ts';
import { oneFilm } from '#cli/one-film.ts';
import { openEngine } from '#engine.ts';
import { filmsById } from '#catalogue/queries/film-cards.ts';
import { openLanterne } from '#lanterne.ts';

export const command: Command = {
  summary: 'Films close to one film, or how close the two films of each pair are',
  usage: 'lanterne similar ID|TITLE [--top N] [--json] | lanterne similar --pairs FILE.tsv',
  example: 'lanterne similar tt0057591 --top 5',
  takes: 'words',
  options: { top: { type: 'string' }, pairs: { type: 'string' } },
  async run(invocation) {
    const { positionals, values, print, note } = invocation;
    const top = numberOption(invocation, 'similar', 'top', { fallback: 10, low: 1, whole: true });
    const pairs = textOption(invocation, 'pairs');
    if (pairs !== undefined) return printPairs(pairs, invocation);
    const asked = positionals.join(' ');
    if (asked === '')
      throw fault('USAGE', { problem: 'Give the identifier of a film, or --pairs FILE.', command: 'similar' });
    await using lanterne = await openLanterne(settings(invocation), { onProgress: note });
    const card = await oneFilm(lanterne, asked);
    const films = await lanterne.similar(card.id, { top });
    if (values['json'] === true) print(JSON.stringify(recommendedJson(films)));
    else for (const line of recommendedLines(films)) print(line);
  },
};

async function printPairs(file: string, invocation: Parameters<Command['run']>[0]): Promise<void> {
  const lines = readLines(file, 'id_a<TAB>id_b a line');
  const { dataFolder, sourcesOff } = settings(invocation);
  await using engine = await openEngine(dataFolder, { sourcesOff, onProgress: invocation.note });
  // a line that is no pair has its own `nan`, so that answers stand beside questions
  const pairs = lines.map((line, place) => {
    const [a = '', b = '', ...more] = line.split('\t').map((cell) => cell.trim());
    if (a !== '' && b !== '' && more.length === 0) return [a, b] as const;
    if (line.trim() !== '') invocation.note(`${file}, line ${place + 1}: not two identifiers separated by a tab: nan.`);
    return null;
  });
  const ids = [...new Set(pairs.flatMap((pair) => pair ?? []))].filter((id) => asFilmId(id) !== null);
  const films = new Map((await engine.catalogue.run(filmsById, { ids })).map(({ id, film }) => [id, film]));
  const scores = pairs.map((pair) => {
    const [a, b] = (pair ?? []).map((id) => films.get(id));
    return a === undefined || b === undefined ? Number.NaN : engine.model.similarity(a, b);
  });
  if (invocation.values['json'] === true) return invocation.print(JSON.stringify(scores));
  for (const score of scores) invocation.print(Number.isNaN(score) ? 'nan' : String(score));
}
