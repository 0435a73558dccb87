import { type Episode, walkEpisodes } from './episodes.ts';
import { type Lines, putAscii, putNumber } from './lines.ts';
import { drawTitle, emptyTitle, putTitle, type TitleWords, type Vocabulary } from './words.ts';
import { episode, stream, type World } from './world.ts';

/** How one title is called. `original` is `primary` itself unless the two differ; `of` is set for an episode. */
export type Naming = { readonly primary: TitleWords; original: TitleWords; of: Episode | null };

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** Hands out the names of the titles in file order; the same object each time. One title in eight has another original title. */
export function walkTitles(world: World, vocabulary: Vocabulary): (position: number) => Naming {
  const random = stream(world.seed, 'titles');
  const nextEpisode = walkEpisodes(world);
  const another = emptyTitle();
  const primary = emptyTitle();
  const naming: Naming = { primary, original: primary, of: null };
  return (position) => {
    naming.of = world.types[position] === episode ? nextEpisode() : null;
    naming.original = primary;
    if (naming.of !== null && naming.of.style !== 'titled') return naming;
    drawTitle(primary, vocabulary, random);
    if (naming.of === null && random() < 0.125) {
      drawTitle(another, vocabulary, random);
      naming.original = another;
    }
    return naming;
  };
}

/** Writes the primary title; numbered episodes are `Episode #2.13`, those of daily shows `Episode dated 4 May 2009`. */
export function putPrimary(lines: Lines, { primary, of }: Naming, vocabulary: Vocabulary): void {
  if (of === null || of.style === 'titled') putTitle(lines, primary, vocabulary);
  else putEpisodeName(lines, of);
}

/** Writes the original title. */
export function putOriginal(lines: Lines, { original, of }: Naming, vocabulary: Vocabulary): void {
  if (of === null || of.style === 'titled') putTitle(lines, original, vocabulary);
  else putEpisodeName(lines, of);
}

/** The year an episode went on air: a series starts in a year of its own and a season takes a year. */
export const episodeYear = ({ parent, season }: Episode): number => Math.min(2026, 1955 + ((parent * 7) % 68) + season);

function putEpisodeName(lines: Lines, of: Episode): void {
  if (of.style === 'dated') {
    putAscii(lines, 'Episode dated ');
    putNumber(lines, 1 + ((of.number * 5) % 28));
    putAscii(lines, ` ${months[of.number % 12] ?? ''} `);
    putNumber(lines, episodeYear(of));
  } else {
    putAscii(lines, 'Episode #');
    putNumber(lines, of.season);
    putAscii(lines, '.');
    putNumber(lines, of.number);
  }
}
