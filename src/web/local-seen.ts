import type { RecommendedList } from '#lanterne.ts';
import type { Site } from '#web/site.ts';
import { departmentWords, townWords } from '#words/departments.ts';

type Place = Pick<Site, 'lanterne' | 'language' | 'words'>;

/** What the list for who has named no film is in proportion of, as the words of the page tell it; null when it is of the best known films. */
export function localSeen({
  lanterne,
  language,
  words,
}: Place): Parameters<Site['words']['local']['summary']>[0] | null {
  const taste = lanterne.localTaste;
  if (taste === null) return null;
  const { place, code, nearness, nationality, year, source } = taste;
  const where = {
    cinema: () => townWords(place, language).in,
    department: () => departmentWords(code, place, language).in,
    country: () => words.local.inFrance,
  }[nearness]();
  return { where, french: nationality.french, american: nationality.american, year, source };
}

/** That the nationality of the films shown is a guess, where it is. */
export function guessTold({ words }: Pick<Site, 'words'>, by: RecommendedList['nationalityBy']): string | null {
  return by === undefined || by === 'countries' ? null : words.local.guessed[by ?? 'nothing'];
}
