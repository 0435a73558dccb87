// Controls, and what turns the direction of writing or cannot be seen: in a title they could make a line say something else than it does.
const unseen = /[\p{Cc}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]/gu;

/** Text from elsewhere as one line that is what it looks like: at most so many characters, cut at a word where one ends near. */
export function cleanLine(text: string, most = 120): string {
  const line = text
    .replaceAll(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' ')
    .replaceAll(unseen, '')
    .replaceAll(/ {2,}/g, ' ')
    .trim()
    .normalize('NFC');
  const characters = [...line];
  if (characters.length <= most) return line;
  const cut = characters.slice(0, most - 1).join('');
  const word = cut.lastIndexOf(' ');
  return `${(word > cut.length - 20 ? cut.slice(0, word) : cut).trimEnd()}…`;
}

/** Text from elsewhere as paragraphs. */
export const cleanParagraphs = (text: string, most = 600): string[] =>
  text
    .slice(0, most * 2)
    .split(/\r?\n\s*\r?\n|[\u2029]/)
    .map((paragraph) => cleanLine(paragraph, most))
    .filter((paragraph) => paragraph !== '')
    .slice(0, 5);
