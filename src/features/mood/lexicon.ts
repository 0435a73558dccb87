import { fold } from '#features/mood/fold.ts';
import type { MoodGroup, MoodPoint } from '#features/mood/mood-point.ts';

/** The mood of a folded word, or null when the list says nothing of it. */
export type Lexicon = (word: string) => MoodPoint | null;

/** A list of words as a function: whole words first, then the longest beginning (`tend*`) that a word has. */
export function lexiconOf(groups: readonly MoodGroup[]): Lexicon {
  const whole = new Map<string, MoodPoint>();
  const beginnings = new Map<string, MoodPoint>();
  for (const [valence, energy, terms] of groups) {
    for (const term of terms.split(/\s+/)) {
      if (term.endsWith('*')) beginnings.set(term.slice(0, -1), { valence, energy });
      else whole.set(term, { valence, energy });
    }
  }
  const known = new Map<string, MoodPoint | null>();
  return (word) => {
    const found = known.get(word);
    if (found !== undefined) return found;
    const point = whole.get(word) ?? longest(beginnings, word);
    if (known.size < mostKnown) known.set(word, point);
    return point;
  };
}

/** Keywords as a map, folded. */
export function keywordMap(groups: readonly MoodGroup[]): ReadonlyMap<string, MoodPoint> {
  return new Map(
    groups.flatMap(([valence, energy, terms]) =>
      terms.split(', ').map((term) => [fold(term), { valence, energy }] as const),
    ),
  );
}

/** Words whose answer is kept: catalogues say the same words again and again. */
const mostKnown = 100_000;
const shortest = 3;

function longest(beginnings: ReadonlyMap<string, MoodPoint>, word: string): MoodPoint | null {
  for (let end = word.length; end >= shortest; end--) {
    const point = beginnings.get(word.slice(0, end));
    if (point !== undefined) return point;
  }
  return null;
}
