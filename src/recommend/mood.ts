import { fold } from '#features/mood/fold.ts';
import type { FilmMoods, MoodPoint } from '#features/mood/mood-point.ts';
import { spread } from '#recommend/spread.ts';

/** A wish for a mood: where the films stand, where the visitor wants to be, and how much it counts. */
export interface MoodWish {
  readonly moods: FilmMoods;
  readonly at: MoodPoint;
  /** 0 changes nothing; 1: a film one unit further from the mood loses what parts the first film of the list from the two hundredth. */
  readonly weight: number;
}

/** The weight of a mood that a person names: the list is plainly of that mood, and still of that person's taste. */
export const moodWeight = 1;

/** How many times more a mood weighs for someone who has named no film: it is all that they said. */
export const moodAlone = 4;

/** The moods that have a name: French first, then English, then other forms of the word; valence, energy. */
const named: readonly (readonly [words: string, valence: number, energy: number])[] = [
  ['doux gentle douce soft', 0.6, -0.5],
  ['tendre tender', 0.6, -0.3],
  ['joyeux joyful joyeuse happy gai gaie', 0.8, 0.3],
  ['drôle funny comique', 0.8, 0.5],
  ['léger light légère', 0.7, 0],
  ['exaltant exciting exaltante', 0.5, 0.8],
  ['épique epic', 0.2, 0.8],
  ['dépaysant exotic dépaysante', 0.4, 0.5],
  ['romantique romantic', 0.3, -0.3],
  ['reposant restful reposante calme calm relaxing', 0.5, -0.8],
  ['contemplatif contemplative', 0.1, -0.8],
  ['mélancolique melancholic melancholy', -0.5, -0.6],
  ['triste sad', -0.7, -0.4],
  ['grave serious', -0.6, -0.2],
  ['sombre dark', -0.7, 0.3],
  ['tendu tense tendue', -0.5, 0.7],
  ['haletant gripping haletante breathless', -0.1, 0.9],
  ['effrayant scary effrayante', -0.9, 0.8],
];

const byWord = new Map(
  named.flatMap(([words, valence, energy]) =>
    words.split(' ').map((word) => [fold(word), { valence, energy }] as const),
  ),
);

/** The words that a person may be offered: French and English name of each mood. */
export const moodWords: readonly string[] = named.flatMap(([words]) => words.split(' ').slice(0, 2));

/** The mood that a word names, in French or English, whatever its case and accents; null when it names none. */
export function moodPoint(word: string): MoodPoint | null {
  return byWord.get(fold(word)) ?? null;
}

/** The mood that a text tells: a word, or valence and energy such as `0.5,-0.2`; null when it is neither, or outside the plane. */
export function readMood(text: string): MoodPoint | null {
  const numbers = /^\s*([+-]?(?:\d+\.?\d*|\.\d+))\s*,\s*([+-]?(?:\d+\.?\d*|\.\d+))\s*$/.exec(text);
  if (numbers === null) return moodPoint(text);
  const [valence, energy] = [Number(numbers[1]), Number(numbers[2])];
  return Math.abs(valence) <= 1 && Math.abs(energy) <= 1 ? { valence, energy } : null;
}

/**
 * What a mood takes from each film's score: its distance in the plane, times the weight.
 * @returns a number a film, 0 or below, in the unit of the weight
 */
export function moodAdjustment(moods: FilmMoods, { valence, energy }: MoodPoint, weight: number): Float32Array {
  const adjustment = new Float32Array(moods.length / 2);
  for (let film = 0; film < adjustment.length; film++)
    adjustment[film] = -weight * Math.hypot((moods[2 * film] ?? 0) - valence, (moods[2 * film + 1] ?? 0) - energy);
  return adjustment;
}

/**
 * Leans scores towards a mood, in place. It re-ranks and never leaves out: a film that has a score keeps one. The wish is measured against
 * the scores' own spread, so that it means the same whatever the model.
 */
export function leanTowards(scores: Float32Array, { moods, at, weight }: MoodWish): void {
  if (weight === 0) return;
  const adjustment = moodAdjustment(moods, at, weight * spread(scores));
  for (let film = 0; film < scores.length; film++) scores[film] = (scores[film] ?? -Infinity) + (adjustment[film] ?? 0);
}
