import { answerLine, readBaskets } from '#cli/basket-lines.ts';
import type { Invocation } from '#cli/command.ts';
import { knownFilters } from '#cli/filters.ts';
import { knownFilms } from '#cli/known-films.ts';
import { settings } from '#cli/settings.ts';
import { openEngine } from '#engine.ts';
import { readFilmMoods } from '#features/mood/film-mood.ts';
import type { MoodPoint } from '#features/mood/mood-point.ts';
import type { Dials } from '#models/model.ts';
import { chooseList, groundOf } from '#recommend/choose.ts';
import { tasteOfPlace } from '#local.ts';
import { moodWeight } from '#recommend/mood.ts';
import { filterValues } from '#recommend/shape/filter-values.ts';
import type { Filters } from '#recommend/shape/filters.ts';

interface BasketWishes {
  readonly top: number;
  readonly dials: Dials;
  /** As written: see `knownFilters`. */
  readonly asked: Filters;
  /** 0: the plain ranking. */
  readonly diversity: number;
  readonly mood?: MoodPoint;
}

/**
 * Recommends for each basket of a JSONL file, one JSON line each, in the same order. Identifiers that the catalogue does not know are told
 * on standard error and left aside; an empty basket gets the start list; a line that the conditions leave short has `loosen`.
 * @throws FILE_MISSING, FILE_ROW, USAGE
 */
export async function printBaskets(
  file: string,
  { top, dials, asked, diversity, mood }: BasketWishes,
  invocation: Invocation,
): Promise<void> {
  const baskets = readBaskets(file);
  const config = settings(invocation);
  const { dataFolder, sourcesOff } = config;
  await using engine = await openEngine(dataFolder, { sourcesOff, onProgress: invocation.note });
  const { pick, idOf, told } = await knownFilms(engine);
  const facts = await engine.facts();
  const ground = groundOf(engine, facts, tasteOfPlace(config, invocation.note));
  const wishes = {
    top,
    dials,
    diversity,
    traits: false,
    filters: knownFilters(asked, filterValues(facts)),
    ...(mood === undefined
      ? {}
      : { mood: { moods: await readFilmMoods(engine.catalogue), at: mood, weight: moodWeight } }),
  };
  let short = 0;
  for (const { id, liked, disliked, seen } of baskets) {
    const taste = { liked: pick(liked), disliked: pick(disliked), seen: pick(seen) };
    const { films, loosen } = chooseList(ground, taste, wishes);
    short += Number(loosen.length > 0);
    invocation.print(answerLine(id, films, idOf, loosen));
  }
  if (short > 0)
    invocation.note(
      `${short === 1 ? 'One list has' : `${short} lists have`} fewer than ${top} films: “loosen” in the line says which condition to loosen first.`,
    );
  const aside = told();
  if (aside !== null) invocation.note(aside);
}
