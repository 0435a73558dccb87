import { answerLine, readBaskets } from '#cli/basket-lines.ts';
import type { Invocation } from '#cli/command.ts';
import { knownFilms } from '#cli/known-films.ts';
import { settings } from '#cli/settings.ts';
import { openEngine } from '#engine.ts';
import type { Dials } from '#models/model.ts';
import { readFilmMoods } from '#features/mood/film-mood.ts';
import type { MoodPoint } from '#features/mood/mood-point.ts';
import { leanTowards, moodWeight } from '#recommend/mood.ts';
import { recommend } from '#recommend/recommend.ts';
import { startList } from '#recommend/start-list.ts';

/**
 * Recommends for each basket of a JSONL file, one JSON line each, in the same order. Identifiers that the catalogue does not know are told
 * on standard error and left aside; an empty basket gets the start list.
 * @throws FILE_MISSING, FILE_ROW
 */
export async function printBaskets(
  file: string,
  { top, dials, era, mood }: { top: number; dials: Dials; era?: readonly [number, number]; mood?: MoodPoint },
  invocation: Invocation,
): Promise<void> {
  const baskets = readBaskets(file);
  const { dataFolder, sourcesOff } = settings(invocation);
  await using engine = await openEngine(dataFolder, { sourcesOff, onProgress: invocation.note });
  const { pick, idOf, told } = await knownFilms(engine);
  const allow =
    era === undefined
      ? undefined
      : (film: number): boolean => (engine.years[film] ?? 0) >= era[0] && (engine.years[film] ?? 0) <= era[1];
  const wish =
    mood === undefined ? undefined : { moods: await readFilmMoods(engine.catalogue), at: mood, weight: moodWeight };
  const fame = wish === undefined ? engine.fame : engine.fame.slice();
  if (wish !== undefined) leanTowards(fame, wish);
  for (const { id, liked, disliked, seen } of baskets) {
    const taste = { liked: pick(liked), disliked: pick(disliked), seen: pick(seen) };
    const empty = taste.liked.length === 0 && taste.disliked.length === 0;
    const narrowed = allow === undefined ? {} : { allow };
    const list = empty
      ? startList(fame, engine.model, taste, { top, ...narrowed })
      : recommend(engine.model, taste, {
          top,
          dials,
          traits: false,
          ...narrowed,
          ...(wish === undefined ? {} : { mood: wish }),
        });
    invocation.print(answerLine(id, list, idOf));
  }
  const aside = told();
  if (aside !== null) invocation.note(aside);
}
