import { costs } from '#search/costs.ts';
import { canonicalWords, foldWords } from '#search/fold.ts';
import { rankFilms, type Candidate } from '#search/search.ts';
import type { TitleIndex } from '#search/title-index.ts';

/**
 * What a typed title means: one film; a choice to offer (of one film when it is likely but not certain); nothing but its nearest titles.
 * Films best first.
 */
export type Resolution =
  | { readonly kind: 'one'; readonly film: number }
  | { readonly kind: 'several'; readonly films: number[] }
  | { readonly kind: 'none'; readonly nearest: number[] };

const MOST_LOOKED_AT = 400;
const MOST_OFFERED = 12;
const MOST_NEAREST = 5;
/** At most this far, the query is the title but for an article, a way of writing numbers, or the order of the words. */
const EQUAL = costs.inexact + Math.max(costs.article + costs.numbers, costs.swapped);
/** Beyond this, nothing is near: about two slips in an unfinished title. */
const NEAR = costs.inexact + 2.6 * costs.typing.replaced + costs.unfinished + costs.missingPart;
/** Beyond this, a short text is not an attempt at the title. */
const MEANT = costs.inexact + 1.3 * costs.typing.replaced + costs.unfinished;
const GIBBERISH = 8;
const SHORT_TITLE = 5;
const LONG_TITLE = 8;
const LONGEST_RETRY = 40;
/** How far behind the others must be (natural logarithm of odds). */
const CLEAR = 3;

/**
 * Decides which film a text means. One film only when it is clearly meant: it alone bears that very folded title, or the year given
 * singles it out among those that do, or a mistyped title has one clear best candidate. Films that share a folded title are
 * never told apart by their fame.
 */
export function resolveTitle(index: TitleIndex, text: string): Resolution {
  const ranked = rankFilms(index, text, MOST_LOOKED_AT);
  for (const years of [0, 1]) {
    const meant = ranked.filter(({ exact, yearGap }) => exact && yearGap === years);
    if (meant.length > 0) return choice(years === 0 ? [...meant, ...betterKnown(index, ranked, meant)] : meant);
  }
  const otherYears = ranked.filter(({ exact }) => exact);
  const near = otherYears.length > 0 ? [] : ranked.filter(({ nearness }) => nearness <= NEAR);
  const [best] = near;
  if (best === undefined) return { kind: 'none', nearest: nearest(index, text, [...otherYears, ...ranked]) };
  // “Toy Story 4” is no misspelling of “Toy Story”, nor of “Tokyo Story”: a number is meant
  if (near.every((other) => !sameNumbers(index, text, other)))
    return { kind: 'none', nearest: nearest(index, text, near) };
  // a short text of which too little is right means nothing: better to say so than to offer what shares a letter
  if (best.nearness > MEANT && foldWords(text).join('').length < GIBBERISH)
    return { kind: 'none', nearest: nearest(index, text, near) };
  const namesakes = near.filter(
    (other) => other.yearGap === best.yearGap && unspaced(index, other) === unspaced(index, best),
  );
  const rivals = near.filter((other) => !namesakes.includes(other) && isRival(best, other));
  const resolution = choice([...namesakes, ...rivals.slice(0, MOST_OFFERED)]);
  if (resolution.kind !== 'one' || isClearlyMeant(best, unspaced(index, best).length)) return resolution;
  return { kind: 'several', films: films(near.slice(0, MOST_OFFERED)) };
}

function choice(candidates: Candidate[]): Resolution {
  const [film, ...others] = films(candidates);
  if (film === undefined) return { kind: 'none', nearest: [] };
  return others.length === 0 ? { kind: 'one', film } : { kind: 'several', films: [film, ...others] };
}

// "parrain" is the very title of an obscure film, and the one everybody means has an article
function betterKnown(index: TitleIndex, ranked: Candidate[], meant: Candidate[]): Candidate[] {
  const fame = ({ film }: Candidate): number => index.filmFame[film] ?? 0;
  const most = Math.max(...meant.map(fame));
  return ranked.filter((other) => !other.exact && other.nearness <= EQUAL && fame(other) > most);
}

function isRival(best: Candidate, other: Candidate): boolean {
  if (best.nearness <= EQUAL) return other.nearness <= EQUAL;
  return best.complete ? other.cost < best.cost + CLEAR : other.nearness < best.nearness + CLEAR;
}

// one slip, two in a long title; or its beginning or its words without a slip
function isClearlyMeant({ nearness, complete }: Candidate, length: number): boolean {
  if (nearness <= EQUAL) return true;
  const slip = costs.typing.replaced * (1 + costs.typoShort / length);
  const rest = costs.unfinished + costs.missingPart + costs.insideWord;
  return (
    nearness <= costs.inexact + (complete ? slip * (length < LONG_TITLE ? 1 : 2) : length < SHORT_TITLE ? 0 : rest)
  );
}

// some texts share no letters with any title: their first half is looked up, then its own, until something comes
function nearest(index: TitleIndex, text: string, ranked: Candidate[]): number[] {
  const found = new Set(films(ranked));
  const signs = Array.from(text.slice(0, LONGEST_RETRY));
  while (found.size === 0 && signs.length > 1) {
    signs.length >>= 1;
    for (const { film } of rankFilms(index, signs.join(''), MOST_NEAREST)) found.add(film);
  }
  return [...found].slice(0, MOST_NEAREST);
}

/** Whether a text and a title name the same numbers, years apart: “Rocky II” and “rocky 2” do, “Rocky 2” and “Rocky” do not. */
function sameNumbers(index: TitleIndex, text: string, { title }: Candidate): boolean {
  const numbers = (words: readonly string[]): string =>
    canonicalWords([...words])
      .filter((word) => /^\d{1,3}$/.test(word))
      .toSorted()
      .join(' ');
  return numbers(foldWords(text)) === numbers((index.titles[title] ?? '').split(' '));
}

function unspaced(index: TitleIndex, { title }: Candidate): string {
  return (index.titles[title] ?? '').replaceAll(' ', '');
}

function films(candidates: Candidate[]): number[] {
  return candidates.map(({ film }) => film);
}
