import { setImmediate } from 'node:timers/promises';
import type { Catalogue } from '#catalogue/catalogue.ts';
import { filmMoodFacts } from '#catalogue/queries/film-mood-facts.ts';
import { fold } from '#features/mood/fold.ts';
import { genrePriors } from '#features/mood/genre-priors.ts';
import { keywordMoods } from '#features/mood/keyword-moods.ts';
import { keywordMap, lexiconOf, type Lexicon } from '#features/mood/lexicon.ts';
import type { FilmMoods, MoodPoint } from '#features/mood/mood-point.ts';
import { englishWords } from '#features/mood/words-en.ts';
import { frenchWords } from '#features/mood/words-fr.ts';
import { tokens } from '#features/tokens.ts';

/** What a film's mood is read from; an absent text is empty. */
export interface MoodFacts {
  readonly genres: readonly string[];
  readonly keywords: readonly string[];
  readonly overview: string;
  readonly overviewFr: string;
}

/** Matched words that weigh as much as the genres. */
const priorWords = 10;
/** Matched words that a keyword of the list is worth: someone chose it to say what the film is. */
const keywordWords = 2;
/** Means are drawn to the middle: this widens them to the spread that people give to films (the `tune` half of test/features/mood-labels.tsv). */
const stretch = 1.5;
const filmsAtOnce = 200;
const english = lexiconOf(englishWords);
const french = lexiconOf(frenchWords);
const keywords = keywordMap(keywordMoods);

/**
 * The mood of one film: the mean of the words matched, shrunk to the mean of its genres as if those were `priorWords` words, then stretched
 * so that films fill the plane. A film of which nothing is known stands at the origin.
 */
export function filmMood(facts: MoodFacts): MoodPoint {
  const prior = genreMood(facts.genres);
  const sum = { valence: priorWords * prior.valence, energy: priorWords * prior.energy, weight: priorWords };
  const add = (point: MoodPoint, weight: number): void => {
    sum.valence += weight * point.valence;
    sum.energy += weight * point.energy;
    sum.weight += weight;
  };
  for (const keyword of facts.keywords) {
    const told = keywords.get(fold(keyword));
    if (told !== undefined) add(told, keywordWords);
    else addWords(keyword, english, (point) => add(point, 1));
  }
  // Two synopses of one film say the same thing twice.
  const share = facts.overview !== '' && facts.overviewFr !== '' ? 0.5 : 1;
  addWords(facts.overview, english, (point) => add(point, share));
  addWords(facts.overviewFr, french, (point) => add(point, share));
  return { valence: stretched(sum.valence / sum.weight), energy: stretched(sum.energy / sum.weight) };
}

/**
 * Reads the mood of every film of a catalogue, in the order of the dense indices: about 0.1 ms a film, so that it pauses now and then for
 * whoever else asks the same thread something.
 */
export async function readFilmMoods(catalogue: Catalogue): Promise<FilmMoods> {
  const moods = new Float32Array(2 * catalogue.films);
  for (const { film, ...facts } of await catalogue.run(filmMoodFacts, {})) {
    const { valence, energy } = filmMood(facts);
    moods[2 * film] = valence;
    moods[2 * film + 1] = energy;
    if (film % filmsAtOnce === filmsAtOnce - 1) await setImmediate();
  }
  return moods;
}

function genreMood(genres: readonly string[]): MoodPoint {
  const known = genres.flatMap((genre) => (Object.hasOwn(genrePriors, genre) ? (genrePriors[genre] ?? []) : []));
  if (known.length === 0) return { valence: 0, energy: 0 };
  return {
    valence: known.reduce((sum, { valence }) => sum + valence, 0) / known.length,
    energy: known.reduce((sum, { energy }) => sum + energy, 0) / known.length,
  };
}

function addWords(text: string, lexicon: Lexicon, add: (point: MoodPoint) => void): void {
  for (const word of new Set(tokens(text))) {
    const point = lexicon(word);
    if (point !== null) add(point);
  }
}

const stretched = (value: number): number => Math.max(-1, Math.min(1, stretch * value));
