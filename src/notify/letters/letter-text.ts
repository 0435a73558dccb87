import type { ToldFilm, ToldLetter } from '#notify/letters/told-letter.ts';

/** A letter as plain text: what a screen reader and an old program read. */
export function letterText(letter: ToldLetter): string {
  const { title, lead, note, code, button, films, onward, after, foot } = letter;
  const blocks: readonly string[] = [
    ...(code === null ? [] : [code]),
    title,
    ...lead,
    ...(note === null ? [] : [`${note.title}\n${note.paragraphs.join('\n')}`]),
    ...(button === null ? [] : [`${button.before}${button.before === '' ? '' : '\n'}${button.href}`]),
    ...films.map(filmText),
    ...(onward === null ? [] : [`${onward.text}\n${onward.href}`]),
    ...after,
    ['-- ', ...foot.lines, ...foot.links.map(({ text, href }) => `${text}\n${href}`), ...foot.sender].join('\n'),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function filmText({ title, year, href, notes, parts, more }: ToldFilm): string {
  return [
    `* ${title}${year === null ? '' : ` (${year})`}`,
    ...notes,
    ...parts.flatMap(({ title: part, venues }) => [
      ...(part === '' ? [] : [`${part}`]),
      ...venues.flatMap(({ name, showings }) => [
        name,
        ...showings.map(
          ({ when, details, href: to }) => `  - ${when}${details === '' ? '' : `, ${details}`}\n    ${to}`,
        ),
      ]),
    ]),
    ...(more === '' ? [] : [`${more}${href === null ? '' : `\n${href}`}`]),
  ].join('\n');
}
