import type { FilmCard } from '#lanterne.ts';
import type { Trait, TraitKind } from '#recommend/types.ts';
import type { Words } from '#web/words.fr.ts';

const MOST_OF_A_KIND = 3;
const STORY_TOLD = 0.35;
/** Said after the others: they name nothing of their own. */
const VAGUE = new Set<TraitKind>(['story', 'era', 'title', 'country', 'language', 'esteem']);

/** What is needed to name a keyword in the reader's language; null when there is no word for it. */
export type KeywordLabel = (keyword: string) => string | null;

/**
 * What two films share, in words: what has a name first, the strongest before the others. Traits of one kind are said together, a keyword without a word in the reader's
 * language is left out when others remain. Nothing is said that the traits do not hold.
 */
export function reasonPhrases(
  traits: readonly Trait[],
  films: readonly [FilmCard, FilmCard],
  words: Words,
  keywordLabel: KeywordLabel,
  most: number,
): string[] {
  const kinds = new Map<TraitKind, string[]>();
  const order = traits.toSorted((a, b) => Number(VAGUE.has(a.kind)) - Number(VAGUE.has(b.kind)) || b.part - a.part);
  const directors = new Set(traits.filter(({ kind }) => kind === 'director').map(({ label }) => label));
  for (const { kind, label, part } of order) {
    // A little nearness of the stories is nothing to say: nearly any two films have it.
    if (kind === 'story' && part < STORY_TOLD) continue;
    if (kind === 'writer' && directors.has(label)) continue;
    const name = nameOf(kind, label, words, keywordLabel);
    if (name === null) continue;
    const names = kinds.get(kind) ?? [];
    if (!names.includes(name) && names.length < MOST_OF_A_KIND) kinds.set(kind, [...names, name]);
  }
  if (kinds.has('country')) kinds.delete('language');
  if (kinds.size > 1) kinds.delete('esteem');
  const phrases = [...kinds].slice(0, most).map(([kind, names]) => phrase(kind, names, films, words));
  if (phrases.length > 0) return phrases;
  const wordless = traits.filter(({ kind }) => kind === 'keyword').map(({ label }) => label);
  return wordless.length > 0 ? [words.reason.keyword(wordless.slice(0, MOST_OF_A_KIND).map(words.quoted))] : [];
}

function nameOf(kind: TraitKind, label: string, words: Words, keywordLabel: KeywordLabel): string | null {
  switch (kind) {
    case 'keyword':
      return keywordLabel(label);
    case 'genre':
      return words.genre(label);
    case 'country':
      return /^[A-Z]{2}$/.test(label) ? words.country(label) : null;
    case 'language':
      return /^[a-z]{2,3}$/.test(label) ? words.tongue(label) : null;
    case 'viewers':
    case 'era':
    case 'story':
    case 'title':
    case 'esteem':
      return '';
    default:
      return label === '' ? null : label;
  }
}

function phrase(
  kind: TraitKind,
  names: readonly string[],
  [one, other]: readonly [FilmCard, FilmCard],
  { reason, decade }: Words,
): string {
  if (kind === 'viewers' || kind === 'story' || kind === 'title' || kind === 'esteem') return reason[kind];
  if (kind !== 'era') return reason[kind](names);
  if (one.year === null || other.year === null) return reason.era;
  return decade(one.year) === decade(other.year) ? reason.sameDecade(decade(one.year)) : reason.era;
}
