import type { ToldFilm, ToldReport, ToldSource } from '#report/told-report.ts';

const width = 76;

/** The report as plain lines: for a terminal, and the part of a letter for who reads no HTML. */
export function reportText(told: ToldReport): string {
  const { counts, lists, received, season, idea, figure, missing } = told;
  const colon = told.language === 'fr' ? '\u00a0:' : ':';
  const blocks: (readonly string[] | null)[] = [
    [`${told.cinema}, ${told.kicker.toLocaleLowerCase(told.language)}`, told.title.toLocaleUpperCase(told.language)],
    told.lead,
    counts && [
      heading(counts.title),
      ...counts.items.map(
        ({ name, value, of, before }) => `- ${name}${colon} ${value}${of === '' ? '' : ` ${of}`} (${before})`,
      ),
      counts.note,
    ],
    lists && [
      heading(lists.title),
      ...lists.lists.flatMap(({ title, films, empty }) =>
        films.length === 0 ? [empty] : [`${title}${colon}`, ...films.map((film, at) => `${at + 1}. ${filmLine(film)}`)],
      ),
    ],
    received && [
      heading(received.title),
      [received.share?.text, received.text].filter(Boolean).join(' '),
      ...(received.note === '' ? [] : [received.note]),
    ],
    season && [heading(season.title), season.text, ...sourceLines(season.source)],
    idea && [
      heading(idea.title),
      idea.name,
      ...idea.reasons.map((reason) => `+ ${reason}`),
      idea.holds,
      `${idea.against.title}${colon} ${idea.against.text}`,
      ...(idea.films.length === 0
        ? []
        : [`${idea.filmsTitle}${colon}`, ...idea.films.map((film) => `- ${filmLine(film)}`)]),
    ],
    figure && [
      heading(figure.title),
      `${figure.big} ${figure.text}`,
      `${figure.sourceTitle} (${figure.mark})${colon}`,
      ...sourceLines(figure.source),
    ],
    [heading(missing.title), ...missing.items.map((item) => `- ${item}`)],
    [...told.foot, `${told.madeOn}.`],
  ];
  return `${blocks
    .flatMap((block) =>
      block === null || block.length === 0 ? [] : [block.flatMap((line) => wrapped(line)).join('\n')],
    )
    .join('\n\n')}\n`;
}

const heading = (title: string): string => `== ${title} ==`;
const filmLine = ({ title, detail, count }: ToldFilm): string =>
  `${title}${detail === '' ? '' : ` (${detail})`}${count === null ? '' : `, ${count}`}`;
const sourceLines = (sources: readonly ToldSource[]): string[] =>
  sources.flatMap(({ text, url }) => [text, ...(url === null ? [] : [url])]);

/** Lines of at most `width` letters; a word that is longer stays whole, as an address must. */
function wrapped(text: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
