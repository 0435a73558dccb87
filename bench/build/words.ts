import { stream } from './world.ts';
import { type Lines, type Pieces, putByte, putPiece, toPieces } from './lines.ts';

/** The invented vocabulary of a seed. */
export type Vocabulary = {
  /** articles (one with a quotation mark that nothing closes, as real titles have), small words, then title words by rank */
  readonly words: Pieces;
  readonly firstNames: Pieces;
  readonly lastNames: Pieces;
  /** words in Cyrillic and kana, for the titles of other regions */
  readonly foreign: Pieces;
};

/** A title as positions in `Vocabulary.words`; `count` of them are meant. */
export type TitleWords = { readonly words: Int32Array; count: number };

const articles = ['The', 'A', 'La', 'Le', 'Les', 'El', 'Der', 'Die', 'Il', 'My', 'No', 'Das', '"The'] as const;
const smallWords = [
  'of',
  'the',
  'and',
  'de',
  'in',
  'to',
  '&',
  'du',
  'und',
  'a',
  '-',
  'y',
  'for',
  '2',
  '3',
  'II',
] as const;
const firstWord = articles.length + smallWords.length;

const latin = {
  heads: 'b c d f g h j k l m n p r s t v w z br ch cl dr fl gr pl pr sl st th tr'.split(' '),
  vowels: 'a a a e e e i i o o u é è ou ai ea ie ö ü á'.split(' '),
  tails: ['', '', '', '', 'n', 'r', 's', 'l', 'll', 'm', 'nd', 'rt', 'sk', 'lk', 'x'],
};
const cyrillic = { heads: [...'бвгдзклмнпрстх'], vowels: [...'аеиоуя'], tails: ['', '', 'й', 'н', 'т'] };
const kana = { heads: [...'カキサシタトナニハマラリ'], vowels: [...'ンアイーウ'], tails: ['', '', 'ス', 'ト'] };

/** Makes the vocabulary: 12 000 title words, 8 000 first and 40 000 last names, 3 000 foreign words, all different. */
export function createVocabulary(seed: number): Vocabulary {
  const random = stream(seed, 'vocabulary');
  const words = invent(12_000, latin, random);
  const foreign = [...invent(2_000, cyrillic, random), ...invent(1_000, kana, random)];
  return {
    words: toPieces([...articles, ...smallWords, ...words]),
    firstNames: toPieces(invent(8_000, latin, random)),
    lastNames: toPieces(invent(40_000, latin, random)),
    foreign: toPieces(foreign),
  };
}

/** Draws 1 to 7 words into `title`: a rank is drawn with probability proportional to 1 / rank (Zipf). */
export function drawTitle(title: TitleWords, vocabulary: Vocabulary, random: () => number): void {
  const { words } = title;
  const wordCount = vocabulary.words.count - firstWord;
  let count = 0;
  if (random() < 0.3) words[count++] = zipf(articles.length, random);
  const main = 1 + Math.floor(random() * random() * 4);
  for (let k = 0; k < main; k++) {
    if (k > 0 && random() < 0.35) words[count++] = articles.length + zipf(smallWords.length, random);
    words[count++] = firstWord + zipf(wordCount, random);
  }
  title.count = count;
}

/** Room for one title. */
export const emptyTitle = (): TitleWords => ({ words: new Int32Array(16), count: 0 });

/** Writes a title, its words apart by spaces. */
export function putTitle(lines: Lines, title: TitleWords, vocabulary: Vocabulary): void {
  for (let k = 0; k < title.count; k++) {
    if (k > 0) putByte(lines, 32);
    putPiece(lines, vocabulary.words, title.words[k] ?? 0);
  }
}

/** A rank 0 to count - 1 with probability about proportional to 1 / (rank + 1). */
export const zipf = (count: number, random: () => number): number =>
  Math.floor(Math.exp(random() * Math.log(count + 1))) - 1;

type Syllables = {
  readonly heads: readonly string[];
  readonly vowels: readonly string[];
  readonly tails: readonly string[];
};

function invent(count: number, { heads, vowels, tails }: Syllables, random: () => number): string[] {
  const pick = (from: readonly string[]): string => from[Math.floor(random() * from.length)] ?? '';
  const made = new Set<string>();
  while (made.size < count) {
    const syllables = 1 + Math.floor(random() * 3) + (made.size > count / 4 ? 1 : 0);
    let word = '';
    for (let k = 0; k < syllables; k++) word += pick(heads) + pick(vowels) + pick(tails);
    made.add(word.charAt(0).toUpperCase() + word.slice(1));
  }
  return [...made];
}
