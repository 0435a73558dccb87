import { houseZone } from '#calendar/zone.ts';
import { localityOf } from '#advice/locality-of.ts';
import { advise } from '#advice/advise.ts';
import { readAdvice, readSeason, type AdviceRefusal } from '#advice/ask-advice.ts';
import { nicheKey } from '#advice/niche.ts';
import { adviceRefusal } from '#advice/refusal-words.ts';
import { chooseSeason } from '#advice/season.ts';
import { tellAdvice, tellNiches } from '#advice/tell-advice.ts';
import { tellSeason } from '#advice/tell-season.ts';
import { openCatalogue, type Catalogue } from '#catalogue/catalogue.ts';
import { numberOption, textOption, type Command, type Invocation } from '#cli/command.ts';
import { speechAsked } from '#cli/speech-asked.ts';
import { settings } from '#cli/settings.ts';
import { tableLines, toldLines } from '#cli/told-lines.ts';
import { filmsById } from '#catalogue/queries/film-cards.ts';
import { openCards } from '#cards.ts';
import { asFilmIndex } from '#brand.ts';
import { fault } from '#errors.ts';
import { exportCsv } from '#indicators/export-csv.ts';
import { noFilters } from '#indicators/filters.ts';
import { readHoldings } from '#indicators/holdings.ts';
import type { Told } from '#indicators/told.ts';
import { openMarket } from '#market/book.ts';
import { everyLike } from '#state/liked-films.ts';
import { openState, statePlace } from '#state/open-state.ts';
import type { Speech } from '#words/speech.ts';

export const command: Command = {
  summary: 'What this cinema might specialise in, with what each rank depends on; and the films of a thematic season',
  usage: `lanterne advise [--json|--csv] [--top N] [--supply 0..5] [--esteem 0..5] [--fit 0..5] [--min-votes N] [--language fr|en]
  lanterne advise --season [--genre G] [--decade Y] [--origin french|american|european|other] [--label 1] [--films N] [--json|--csv]`,
  example: 'lanterne advise --season --genre Comedy --decade 1990 --origin french --films 8',
  takes: 'words',
  options: {
    csv: { type: 'boolean' },
    season: { type: 'boolean' },
    top: { type: 'string' },
    supply: { type: 'string' },
    esteem: { type: 'string' },
    fit: { type: 'string' },
    'min-votes': { type: 'string' },
    show: { type: 'string' },
    genre: { type: 'string' },
    decade: { type: 'string' },
    origin: { type: 'string' },
    label: { type: 'string' },
    films: { type: 'string' },
    language: { type: 'string' },
  },
  async run(invocation) {
    const { values, positionals } = invocation;
    if (positionals.length > 0)
      throw fault('USAGE', { problem: `“${positionals.join(' ')}” is not an option.`, command: 'advise' });
    const config = settings(invocation);
    const { dataFolder, sourcesOff, commune } = config;
    const say = speechAsked(invocation, 'advise');
    const given = (name: string): string | undefined => textOption(invocation, name);
    await using catalogue = await openCatalogue(dataFolder, { sourcesOff });
    const year = Temporal.Now.plainDateISO(houseZone).year;
    const holdings = await readHoldings(catalogue, sourcesOff);
    if (values['season'] === true) {
      const { wish, refused } = readSeason(given, holdings.genres);
      refuse(refused, say);
      const season = await chooseSeason(catalogue, wish);
      const names = await titlesOf(
        catalogue,
        season.films.map(({ id }) => id),
        say,
      );
      const told = tellSeason(season, wish, { titleOf: ({ id }) => names.get(id) ?? id, year }, say);
      return print(invocation, told, { wish, ...season }, holdings, say);
    }
    const { asked, refused } = readAdvice(given);
    refuse(refused, say);
    const top = numberOption(invocation, 'advise', 'top', { fallback: 10, low: 1, whole: true });
    await using state = await openState(statePlace(config));
    const book = openMarket(dataFolder, { commune });
    const advice = await advise(catalogue, localityOf(book, year), { ...asked, likes: await everyLike(state.db) });
    const told = tellAdvice(advice, asked, say);
    const niches = tellNiches(advice, top, say);
    if (values['json'] === true || values['csv'] === true) {
      const ranked = advice.niches.map((niche) => ({ key: nicheKey(niche), ...niche }));
      return print(invocation, told, { weights: asked.weights, first: niches, niches: ranked }, holdings, say);
    }
    for (const line of toldLines(told, undefined, holdings, say)) invocation.print(line);
    for (const { name, reasons, objections, holds } of niches) {
      invocation.print(`\n${name}\n  ${holds}`);
      for (const reason of reasons) invocation.print(`  + ${reason}`);
      for (const objection of objections) invocation.print(`  − ${objection}`);
    }
  },
};

function refuse(refused: readonly AdviceRefusal[], say: Speech): void {
  const [first] = refused;
  if (first !== undefined) throw fault('ADVICE_REFUSED', { problem: adviceRefusal(first, say) });
}

function print(
  { values, print: line }: Invocation,
  told: Told,
  more: object,
  holdings: Awaited<ReturnType<typeof readHoldings>>,
  say: Speech,
): void {
  const [table] = told.tables;
  if (values['json'] === true)
    return line(JSON.stringify({ ...told, ...more, sources: holdings.sources, date: holdings.builtAt }));
  if (values['csv'] === true) {
    if (table === undefined) return line('');
    return line(exportCsv(table, { told, filters: noFilters, holdings }, say).slice(0, -2));
  }
  for (const one of toldLines(told, undefined, holdings, say)) line(one);
  if (table !== undefined) for (const one of ['', ...tableLines(table, say)]) line(one);
}

async function titlesOf(
  catalogue: Catalogue,
  ids: readonly string[],
  { language }: Speech,
): Promise<Map<string, string>> {
  const rows = ids.length === 0 ? [] : await catalogue.run(filmsById, { ids });
  const cards = await openCards(catalogue).inOrder(rows.map(({ film }) => asFilmIndex(film)));
  return new Map(cards.map((card) => [card.id, (language === 'fr' ? card.titleFr : null) ?? card.title]));
}
