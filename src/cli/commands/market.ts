import type { Command } from '#cli/command.ts';
import { nearestNames } from '#cli/nearest-names.ts';
import { settings } from '#cli/settings.ts';
import { fault } from '#errors.ts';
import { openMarket } from '#market/book.ts';
import { computed, type Computed } from '#market/computed.ts';
import { departments } from '#market/places.ts';
import { trace } from '#market/trace.ts';
import type { Figure, MarketBook } from '#market/types.ts';
import { unitWords } from '#market/units.ts';

export const command: Command = {
  summary: 'The figures of the market study with their sources, and what is computed from them',
  usage: 'lanterne market [NAME] [--all] [--json]',
  example: 'lanterne market attendance-index.23',
  takes: 'words',
  options: { all: { type: 'boolean' } },
  async run(invocation) {
    const { positionals, values, print, note } = invocation;
    const [name, ...others] = positionals;
    if (others.length > 0) throw fault('USAGE', { problem: 'One name at most.', command: 'market' });
    const { dataFolder, commune } = settings(invocation);
    const book = openMarket(dataFolder, { commune });
    if (!book.communes.some(({ code }) => code === commune))
      note(
        `The book has no commune ${commune}: import the official files of its department, with the outlines of its communes: \`lanterne import market\`.`,
      );
    const json = values['json'] === true;
    if (name === undefined) return list(book, values['all'] === true, json, print);
    // A figure's name ends with its place: nothing computed is called so.
    const one = book.series(name).length > 0 ? undefined : computed.find((each) => each.name === name);
    if (one !== undefined) return tellComputed(book, one, json, print);
    const figures = named(book, name);
    if (figures.length === 0) throw unknown(book, name);
    if (json) print(JSON.stringify(figures.map((figure) => told(book, figure))));
    else lines(book, figures, print);
  },
};

/** The series of an id; of a topic without its place, the series of the places that home is in. */
function named(book: MarketBook, name: string): readonly Figure[] {
  const series = book.series(name);
  if (series.length > 0) return series;
  return placesOf(book).flatMap((place) => book.series(`${name}.${place}`));
}

/** From near to far: the commune, the department, its region, the country. */
const placesOf = ({ home }: MarketBook): string[] => [
  home.commune,
  home.department,
  departments.get(home.department)?.region ?? 'FR',
  'FR',
];

function list(book: MarketBook, all: boolean, json: boolean, print: (line: string) => void): void {
  const { department } = book.home;
  const near = new Set([
    ...placesOf(book),
    ...book.cinemas.filter((one) => one.department === department).map(({ id }) => id),
  ]);
  const figures = all
    ? book.figures
    : [...new Set(book.figures.filter(({ place }) => near.has(place)).map(({ id }) => id))].flatMap(
        (id) => book.figure(id) ?? [],
      );
  if (json)
    return print(
      JSON.stringify({ figures: figures.map((one) => told(book, one)), computed: computed.map(({ name }) => name) }),
    );
  lines(book, figures, print);
  print('');
  print('Computed from them (lanterne market NAME):');
  for (const { name, question } of computed) print(`  ${name.padEnd(22)} ${question.en}`);
}

/** What a program reads of a figure; `kind` is what a screen says of its origin. */
function told(book: MarketBook, { id, value, unit, year, source, reliability, note }: Figure) {
  const from = book.sources.get(source);
  const kind = reliability === 'D' ? 'estimation' : (from?.kind ?? 'estimation');
  const publisher = from === undefined ? source : `${from.publisher}, ${from.title}`;
  return { id, value, unit, year, source: publisher, url: from?.url ?? null, reliability, kind, note: note ?? null };
}

function lines(book: MarketBook, figures: readonly Figure[], print: (line: string) => void): void {
  for (const figure of figures) {
    const { id, year, source, url, reliability, kind } = told(book, figure);
    print(
      `${id.padEnd(34)} ${year}  ${written(figure.value, figure.unit).padStart(18)}  ${reliability} ${kind.padEnd(10)}  ${source}  ${url}`,
    );
  }
}

function written(value: number, unit: string): string {
  const shown =
    unit === 'share' ? `${(100 * value).toFixed(1)} %` : value.toLocaleString('en', { maximumFractionDigits: 2 });
  const word = unitWords.get(unit)?.en ?? unit;
  return word === '' ? shown : `${shown} ${word}`;
}

function tellComputed(book: MarketBook, one: Computed, json: boolean, print: (line: string) => void): void {
  const { name, question, formula, citations, cautions, needs } = one;
  const answer = one.compute(book);
  const used = (answer?.used ?? []).map(({ id, year }) => {
    const row = trace(book, id, year);
    return { id, year, value: row?.value ?? null, source: row?.source.publisher ?? null, url: row?.source.url ?? null };
  });
  if (json)
    return print(
      JSON.stringify({
        name,
        question,
        year: answer?.year ?? null,
        values: answer?.values ?? [],
        reliability: answer?.reliability ?? null,
        formula,
        citations,
        cautions,
        used,
      }),
    );
  print(question.en);
  if (answer === null) return print(needs.en);
  for (const { label, value, unit, low, high } of answer.values) {
    const range = low === undefined || high === undefined ? '' : `  (${written(low, unit)} to ${written(high, unit)})`;
    print(`${written(value, unit).padStart(18)}  ${label.en}${range}`);
  }
  print(`${answer.year}, ${answer.reliability === 'D' ? 'a model of ours: an estimate' : 'computed'}. ${formula.en}`);
  for (const caution of cautions) print(`  ${caution.en}`);
  for (const { text, url } of citations) print(`  ${text}${url === null ? '' : ` ${url}`}`);
  const sources = new Set(used.map(({ source, url }) => `${source} ${url}`));
  print(`From ${used.length} figures: ${[...sources].join('; ')}`);
}

function unknown(book: MarketBook, name: string): Error {
  const names = [...new Set([...book.figures.map(({ id }) => id), ...computed.map((one) => one.name)])];
  const near = nearestNames(
    name,
    names.map((value) => ({ value, names: [value] })),
    3,
  );
  return fault('FIGURE_UNKNOWN', { name, nearest: near.length === 0 ? '' : ` Is it ${near.join(', ')}?` });
}
