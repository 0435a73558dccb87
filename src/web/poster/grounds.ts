import { chanceOf } from '#web/poster/chance.ts';
import { chooseLook } from '#web/poster/choose.ts';
import { palettes } from '#web/poster/palettes.ts';

const all = Object.values(palettes).flat();

/** The class of a poster's box: it shows in the main colour of the drawn poster while the picture loads, or when there is none to show. */
export function groundClass({
  id,
  genres,
  year,
}: {
  readonly id: string;
  readonly genres: readonly string[];
  readonly year: number | null;
}): string {
  return `ground-${all.indexOf(chooseLook(genres, year, chanceOf(id)).palette)}`;
}

/** The rules of these classes; letters in the colour of the drawn poster's. */
export const groundRules = (): string =>
  all.map(({ ground, ink }, at) => `.poster.ground-${at}{background:${ground};color:${ink}}`).join('\n');
