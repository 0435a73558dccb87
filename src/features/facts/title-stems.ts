/** The opening words of a name, as films of one saga share them. */
export interface TitleStem {
  /** Folded words joined by a space, articles and connectors left out. */
  readonly text: string;
  readonly words: number;
  /** Whether the name pauses there: its end, a colon, a dash, a number, or after two words a connector. */
  readonly edge: boolean;
  /** Whether a number of order follows at once: Taxi 2, The Godfather Part II. */
  readonly numbered: boolean;
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));
const articles = words('the a an le la les l un une des du de d el los las il lo gli der das');
const connectors = words(
  'and et of in on to at for with from vs contre dans en sur au aux chez pour avec y e und s is est se',
);
// What a sequel puts before the name: The Return of the Pink Panther.
const heralds = words(
  'return retour returns adventures adventure aventures aventure new nouvelles nouvelle nouveau revenge vengeance',
);
const counters = words('part partie chapter chapitre episode volume vol tome epoque acte');
const numerals = words('i ii iii iv v vi vii viii ix x xi xii two three four deux trois quatre');
const mostWords = 4;

/**
 * The stems of one name of a film, shortest first: its first one to four telling words, with where the name pauses.
 * The number of order ends a stem and is never part of one; a name of articles and connectors alone has none.
 */
export function titleStems(name: string): TitleStem[] {
  const tokens = skipHeralds(tokensOf(name));
  const stems: TitleStem[] = [];
  const kept: string[] = [];
  for (const [place, token] of tokens.entries()) {
    if (token.pause || articles.has(token.text) || connectors.has(token.text)) continue;
    if (kept.length > 0 && isNumber(tokens, place)) break;
    // s: Aliens after Alien
    kept.push(token.text.length > 4 ? token.text.replace(/s$/, '') : token.text);
    const next = tokens[place + 1];
    const numbered = isNumber(tokens, nextWord(tokens, place));
    const edge = numbered || next === undefined || next.pause || (kept.length > 1 && connectors.has(next.text));
    stems.push({ text: kept.join(' '), words: kept.length, edge, numbered });
    if (kept.length === mostWords) break;
  }
  return stems;
}

interface Token {
  readonly text: string;
  readonly pause: boolean;
}

function tokensOf(name: string): Token[] {
  const folded = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('&', ' and ');
  return (folded.match(/[\p{L}\p{N}]+|[:–—!?/(]|\s-\s|\.{3}|…/gu) ?? []).map((text) => ({
    text,
    pause: !/^[\p{L}\p{N}]/u.test(text),
  }));
}

function skipHeralds(tokens: readonly Token[]): readonly Token[] {
  const first = tokens.findIndex(
    ({ text, pause }) => !pause && !articles.has(text) && !connectors.has(text) && !heralds.has(text),
  );
  return tokens.slice(0, Math.max(0, first)).some(({ text }) => heralds.has(text)) ? tokens.slice(first) : tokens;
}

function nextWord(tokens: readonly Token[], place: number): number {
  let next = place + 1;
  while (tokens[next]?.pause === true) next++;
  return next;
}

/** A number of order: digits or a roman number at the end or before a pause, or a counter (part, episode) with what it counts. */
function isNumber(tokens: readonly Token[], place: number): boolean {
  const token = tokens[place];
  if (token === undefined) return false;
  const next = tokens[place + 1];
  if (counters.has(token.text)) return next !== undefined && (isCount(next.text) || next.pause);
  return isCount(token.text) && (next === undefined || next.pause);
}

const isCount = (text: string): boolean => /^\d{1,4}$/.test(text) || numerals.has(text);
