import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { asFilmIndex, type FilmIndex } from '#brand.ts';
import { allIds } from '#catalogue/queries/film-cards.ts';
import type { Invocation } from '#cli/command.ts';
import { settings } from '#cli/settings.ts';
import { openEngine } from '#engine.ts';
import { fault } from '#errors.ts';
import type { Dials } from '#models/model.ts';
import { readFilmMoods } from '#features/mood/film-mood.ts';
import type { MoodPoint } from '#features/mood/mood-point.ts';
import { leanTowards, moodWeight } from '#recommend/mood.ts';
import { recommend } from '#recommend/recommend.ts';
import { startList } from '#recommend/start-list.ts';

const ids = z.array(z.string()).default([]);
const basketShape = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  liked: ids,
  disliked: ids,
  seen: ids,
});

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
  const rows = await engine.catalogue.run(allIds, {});
  const films = new Map(rows.map(({ id, film }) => [id, asFilmIndex(film)]));
  const idOf = rows.map(({ id }) => id);
  const allow =
    era === undefined
      ? undefined
      : (film: number): boolean => (engine.years[film] ?? 0) >= era[0] && (engine.years[film] ?? 0) <= era[1];
  const wish =
    mood === undefined ? undefined : { moods: await readFilmMoods(engine.catalogue), at: mood, weight: moodWeight };
  const fame = wish === undefined ? engine.fame : engine.fame.slice();
  if (wish !== undefined) leanTowards(fame, wish);
  const unknown = new Set<string>();
  const pick = (list: readonly string[]): FilmIndex[] =>
    [...new Set(list)].flatMap((id) => {
      const film = films.get(id);
      if (film === undefined) unknown.add(id);
      return film ?? [];
    });
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
    invocation.print(
      JSON.stringify({
        id,
        films: list.map(({ film }) => idOf[film]),
        scores: list.map(({ score }) => score),
        reasons: list.map(({ reasons }) =>
          reasons.map(({ film, share }) => ({ film: idOf[film], share: Math.round(share * 1e4) / 1e4 })),
        ),
      }),
    );
  }
  if (unknown.size > 0)
    invocation.note(
      `${unknown.size} unknown ${unknown.size === 1 ? 'identifier was' : 'identifiers were'} left aside: ${[...unknown].slice(0, 5).join(', ')}${unknown.size > 5 ? '…' : ''}`,
    );
}

function readBaskets(file: string): z.infer<typeof basketShape>[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw fault('FILE_MISSING', { file, expected: 'one basket a line, as JSON' }, error);
  }
  return text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .flatMap((line, place) => {
      if (line.trim() === '') return [];
      try {
        return [basketShape.parse(JSON.parse(line))];
      } catch (error) {
        throw fault(
          'FILE_ROW',
          {
            file,
            line: place + 1,
            problem: 'it is not a basket such as {"id":"7","liked":["tt0088763"],"disliked":[],"seen":[]}',
          },
          error,
        );
      }
    });
}
