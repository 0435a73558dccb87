import type { FilmCard, FoundFilm, Lanterne, Meaning } from '#lanterne.ts';
import { foldWords, withoutArticle } from '#search/fold.ts';

const MOST_WORDS = 40;
const FEWEST_WORDS = 2;
const MOST_SEARCHES = 10;
const LOOKED_AT = 80;
const KNOWN_VOTES = 2000;
const KNOWN_RENOWN = 3;

/**
 * Parts a text into the titles that stand one after the other in it, as a browser pastes lines in a box of one line: "Titanic Le Dîner de cons
 * Amélie". Only whole titles of films that many people know count, the longest first. One part alone, the text, when it is no such run: words
 * are left over and no title of two words or more was found, or the text is near a title as a whole.
 */
export async function splitRun(lanterne: Pick<Lanterne, 'search'>, text: string, whole: Meaning): Promise<string[]> {
  const words = text.split(' ').filter((word) => foldWords(word).length > 0);
  if (whole.kind === 'one' || words.length < FEWEST_WORDS || words.length > MOST_WORDS) return [text];
  let searches = 0;
  const part = async (run: readonly string[]): Promise<Part[]> => {
    if (run.length === 0) return [];
    const found = searches++ < MOST_SEARCHES ? await lanterne.search(run.join(' '), { top: LOOKED_AT }) : [];
    const span = longest(run, found);
    if (span === null) return [{ words: run, title: false }];
    const [from, to] = span;
    return [
      ...(await part(run.slice(0, from))),
      { words: run.slice(from, to), title: true },
      ...(await part(run.slice(to))),
    ];
  };
  const parts = await part(words);
  const covered = parts.every(({ title }) => title);
  const sound = whole.kind === 'none' ? covered || parts.some(isLong) : covered;
  return parts.length > 1 && sound ? parts.map((one) => one.words.join(' ')) : [text];
}

interface Part {
  readonly words: readonly string[];
  readonly title: boolean;
}

const isLong = ({ words, title }: Part): boolean => title && withoutArticle(foldWords(words.join(' '))).length > 1;

/** The longest span of words that is the whole title of a film many people know. */
function longest(run: readonly string[], found: readonly FoundFilm[]): readonly [number, number] | null {
  const titles = new Set(
    found.filter(({ card }) => isKnown(card)).flatMap(({ card, matched }) => namesOf(card, matched)),
  );
  for (let length = run.length; length > 0; length--) {
    for (let from = 0; from + length <= run.length; from++) {
      if (titles.has(fold(run.slice(from, from + length).join(' ')))) return [from, from + length];
    }
  }
  return null;
}

const isKnown = ({ votes, renown }: FilmCard): boolean => votes >= KNOWN_VOTES || (renown ?? 0) >= KNOWN_RENOWN;
const namesOf = ({ title, titleFr, originalTitle }: FilmCard, matched: string): string[] =>
  [title, titleFr ?? title, originalTitle, matched].map(fold);
const fold = (text: string): string => foldWords(text).join(' ');
