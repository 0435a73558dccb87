import { chanceOf } from '#web/poster/chance.ts';
import { chooseLook } from '#web/poster/choose.ts';
import { HEIGHT, MARGIN, WIDTH, type Composition, type TitleBox } from '#web/poster/composition.ts';
import { ellipsis, setTitle, widthOf } from '#web/poster/lettering.ts';
import type { Palette } from '#web/poster/palettes.ts';
import { rect } from '#web/poster/shapes.ts';

/** What a drawn poster says of its film. */
export interface PosterFacts {
  readonly id: string;
  readonly title: string;
  readonly year: number | null;
  readonly director: string | null;
  readonly genres: readonly string[];
}

/** Raised when posters look different: browsers keep them for a year. */
export const drawingVersion = 2;

const FACES = {
  serif: "Georgia,'Palatino Linotype','Liberation Serif','Noto Serif',serif",
  sans: "'Avenir Next','Segoe UI',Roboto,'Liberation Sans',Arial,sans-serif",
};
const CAPITALS_SPACING = 0.04;
const BYLINE_SIZE = 14.5;
const BYLINE_SPACING = 0.03;

/**
 * Draws a film's typographic poster: a whole SVG document of 300 by 450 units, under 3 kB, the same for the same facts. It holds no
 * image, no script and no address; the title is also its accessible name.
 */
export function drawPoster(facts: PosterFacts): string {
  const chance = chanceOf(facts.id);
  const { family, palette } = chooseLook(facts.genres, facts.year, chance);
  const composition = family(palette, chance);
  const title = plain(facts.title);
  const name = escape([title, facts.year].filter((part) => part !== null && part !== '').join(' ('));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="t">`,
    `<title id="t">${name}${facts.year === null || title === '' ? '' : ')'}</title>`,
    rect(0, 0, WIDTH, HEIGHT, palette.ground),
    composition.art,
    plateOf(composition, palette),
    lettering(title, composition.box, palette.ink),
    byline(facts, composition, palette.ink),
    '</svg>',
  ].join('');
}

function plateOf({ plate, rule }: Composition, { ground }: Palette): string {
  if (plate === 0 || plate >= HEIGHT) return '';
  return (
    rect(0, plate, WIDTH, HEIGHT - plate, ground) +
    (rule === null ? '' : rect(MARGIN, plate + 7, WIDTH - 2 * MARGIN, 1.5, rule))
  );
}

function lettering(title: string, box: TitleBox, ink: string): string {
  const spacing = box.capitals ? CAPITALS_SPACING : 0;
  const text = box.capitals ? title.toLocaleUpperCase('fr') : title;
  const { lines, size, leading } = setTitle(text, box.face, spacing, box.right - box.left, box.bottom - box.top);
  const free = box.bottom - box.top - lines.length * leading;
  const first = box.top + size * 0.82 + { top: 0, middle: free / 2, bottom: free }[box.rise];
  const x = box.align === 'middle' ? (box.left + box.right) / 2 : box.left;
  const spans = lines
    .map((line, at) => `<tspan x="${x}" y="${(first + at * leading).toFixed(1)}">${escape(line)}</tspan>`)
    .join('');
  const spaced = spacing === 0 ? '' : ` letter-spacing="${(size * spacing).toFixed(1)}"`;
  const anchor = box.align === 'middle' ? ' text-anchor="middle"' : '';
  return `<text font-family="${FACES[box.face]}" font-weight="700" font-size="${size}"${spaced}${anchor} fill="${ink}">${spans}</text>`;
}

function byline({ year, director }: PosterFacts, { byline: { y, align }, box }: Composition, ink: string): string {
  const room = (box.right - box.left) / BYLINE_SIZE;
  const who = director === null ? '' : plain(director);
  const whole = [year, who].filter((part) => part !== null && part !== '').join(' · ');
  if (whole === '') return '';
  const short = year === null ? lastWord(who) : `${year} · ${lastWord(who)}`;
  const text = [whole, short].find((one) => width(one) <= room) ?? ellipsis(short, room, width);
  const x = align === 'middle' ? (box.left + box.right) / 2 : box.left;
  const anchor = align === 'middle' ? ' text-anchor="middle"' : '';
  return `<text x="${x}" y="${y}" font-family="${FACES.sans}" font-size="${BYLINE_SIZE}" letter-spacing="${(BYLINE_SIZE * BYLINE_SPACING).toFixed(1)}"${anchor} fill="${ink}">${escape(text)}</text>`;
}

const width = (text: string): number => widthOf(text, 'sans', BYLINE_SPACING);

const lastWord = (name: string): string => name.split(' ').at(-1) ?? name;

/** Text without the characters that XML forbids or that turn the writing direction, with typographic apostrophes. */
function plain(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[\p{Cc}\p{Cn}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .replaceAll(/(?<=\p{L})'(?=\p{L})/gu, '’')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
