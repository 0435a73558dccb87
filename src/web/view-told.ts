import type { Language } from '#web/language.ts';
import type { ListView, ViewPart } from '#web/list-view.ts';
import { nearestMood } from '#web/moods.ts';
import type { Words } from '#web/words.fr.ts';

interface Told {
  readonly words: Words;
  readonly language: Language;
}

/** What one part of a view asks, in a few words: `1 h 40 au plus`. */
export function partTold({ words, language }: Told, view: ListView, part: ViewPart): string {
  const { refine } = words;
  switch (part) {
    case 'rare':
    case 'recent':
    case 'far':
      return stepTold(words, part, view[part]);
    case 'plain':
      return refine.notVaried;
    case 'years':
      return refine.years(view.from, view.to);
    case 'length':
      return refine.atMost(words.duration(view.length ?? 0));
    case 'kind':
      return words.genre(view.kind ?? '');
    case 'land':
      return words.country(view.land ?? '') ?? view.land ?? '';
    case 'tongue':
      return refine.inLanguage(words.tongue(view.tongue ?? '') ?? view.tongue ?? '');
    case 'family':
      return refine.inFamily;
    case 'mood':
      return refine.inMood(moodTold({ words, language }, view.mood ?? { valence: 0, energy: 0 }));
  }
}

/** What a dial asks at a step. */
export const stepTold = ({ refine }: Words, dial: 'rare' | 'recent' | 'far', step: number): string =>
  refine.dials[dial].steps[step + 2] ?? '';

/** A point of the plane of moods in words: its name, the nearest one, or its two sides. */
export function moodTold({ words, language }: Told, at: NonNullable<ListView['mood']>): string {
  const near = nearestMood(at);
  if (near !== null) return near.exact ? near.mood.name[language] : words.mood.between(near.mood.name[language]);
  const { value, valenceEnds, energyEnds, apart } = words.mood;
  return apart(value(at.valence, valenceEnds), value(at.energy, energyEnds));
}
