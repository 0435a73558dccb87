import { openAdviser } from '#advice/adviser.ts';
import { asFilmIndex } from '#brand.ts';
import { openCards } from '#cards.ts';
import { openCatalogue, type Catalogue } from '#catalogue/catalogue.ts';
import { filmsById } from '#catalogue/queries/film-cards.ts';
import { textOption, type Command, type Invocation } from '#cli/command.ts';
import { settings } from '#cli/settings.ts';
import { writeFile } from '#cli/write-file.ts';
import type { Config } from '#config.ts';
import { fault } from '#errors.ts';
import { readHoldings } from '#indicators/holdings.ts';
import { openMarket } from '#market/book.ts';
import { asReportFilm } from '#report/as-report-film.ts';
import { gatherReport, type ReportGround } from '#report/gather.ts';
import { reportHtml } from '#report/report-html.ts';
import { reportText } from '#report/report-text.ts';
import { tellReport } from '#report/tell.ts';
import { lastWeek, weekNamed } from '#calendar/week.ts';
import { openState, statePlace, type State } from '#state/open-state.ts';
import { speechOf, type Speech } from '#words/speech.ts';

export const command: Command = {
  summary:
    'The manager’s weekly page: what people did, the season, an idea and a figure; as text, as a PDF to pin up, as a letter',
  usage: 'lanterne report [--week 2026-W47] [--pdf FILE] [--html FILE] [--text] [--json] [--language fr|en]',
  example: 'lanterne report --pdf semaine.pdf --html semaine.html',
  takes: 'words',
  options: {
    week: { type: 'string' },
    pdf: { type: 'string' },
    html: { type: 'string' },
    text: { type: 'boolean' },
    language: { type: 'string' },
  },
  async run(invocation) {
    const { values, positionals, print, note } = invocation;
    if (positionals.length > 0) throw usage(`“${positionals.join(' ')}” is not an option.`);
    if (values['text'] === true && values['json'] === true) throw usage('Choose one of --text and --json.');
    const [pdf, html, asked] = ['pdf', 'html', 'week'].map((name) => textOption(invocation, name));
    const say = speechAsked(invocation);
    const config = settings(invocation);
    const now = Temporal.Now.instant();
    const week = asked === undefined ? lastWeek(now) : weekNamed(asked, { now, days: config.eventDays });
    await using catalogue = await openCatalogue(config.dataFolder, { sourcesOff: config.sourcesOff });
    await using state = await openState(statePlace(config));
    const told = tellReport(await gatherReport(await groundOf(catalogue, state, config), week, { now }), say);
    if (pdf !== undefined) {
      const { reportPdf } = await import('#report/report-pdf.ts');
      write(pdf, await reportPdf(told, { made: new Date(now.epochMilliseconds) }), note);
    }
    if (html !== undefined)
      write(html, reportHtml(told, config.origin === undefined ? {} : { origin: config.origin }), note);
    if (values['json'] === true) print(JSON.stringify(told));
    else if (values['text'] === true || (pdf === undefined && html === undefined)) print(reportText(told).trimEnd());
  },
};

const usage = (problem: string): Error => fault('USAGE', { problem, command: 'report' });

/** French unless told: it is the manager's page. @throws USAGE */
function speechAsked(invocation: Invocation): Speech {
  const language = textOption(invocation, 'language') ?? 'fr';
  if (language === 'fr' || language === 'en') return speechOf(language);
  throw usage(`--language is fr or en, not “${language}”.`);
}

async function groundOf(catalogue: Catalogue, { db }: State, config: Config): Promise<ReportGround> {
  const cards = openCards(catalogue);
  const { sources, has } = await readHoldings(catalogue, config.sourcesOff);
  return {
    cinema: config.cinemaName,
    book: openMarket(config.dataFolder, { commune: config.commune }),
    db,
    adviser: openAdviser(catalogue),
    async films(ids) {
      const rows = ids.length === 0 ? [] : await catalogue.run(filmsById, { ids: [...new Set(ids)] });
      const places = new Map(rows.map(({ id, film }) => [id, asFilmIndex(film)]));
      return (await cards.inOrder(ids.flatMap((id) => places.get(id) ?? []))).map(asReportFilm);
    },
    hasRatings: has.has('votes'),
    sources: sources.map(({ name }) => name),
    catalogueDate: catalogue.builtAt,
  };
}

/** @throws CANNOT_WRITE */
function write(file: string, content: string | Uint8Array, note: (line: string) => void): void {
  writeFile(file, content);
  note(`${file} is written.`);
}
