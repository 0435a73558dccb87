import { moodPoint, moodWords } from '#recommend/mood.ts';
import type { Language } from '#web/language.ts';
import type { MoodView } from '#web/list-view.ts';

/** A mood that has a name. */
export interface NamedMood extends MoodView {
  readonly name: Readonly<Record<Language, string>>;
}

/** The moods that the engine knows by a word, in its order: the words come French then English. */
export const moods: readonly NamedMood[] = moodWords.flatMap((fr, at) => {
  const [en, point] = [moodWords[at + 1], moodPoint(fr)];
  if (at % 2 === 1 || en === undefined || point === null) return [];
  return [{ name: { fr, en }, valence: Math.round(10 * point.valence), energy: Math.round(10 * point.energy) }];
});

/** The moods by their place in the plane: the brighter first. */
export const brightFirst = moods.toSorted((a, b) => b.valence - a.valence || b.energy - a.energy);

/** The named mood nearest to a point, and whether the point is its very place; null when none is near, as in the middle. */
export function nearestMood(at: MoodView): { readonly mood: NamedMood; readonly exact: boolean } | null {
  const [near] = moods
    .map((mood) => ({ mood, away: Math.hypot(mood.valence - at.valence, mood.energy - at.energy) }))
    .toSorted((a, b) => a.away - b.away);
  return near === undefined || near.away > NEAR ? null : { mood: near.mood, exact: near.away === 0 };
}

/** Tenths of the plane. */
const NEAR = 4;
