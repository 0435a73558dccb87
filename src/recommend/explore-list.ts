import { seededRandom } from '#kernels/random.ts';
import { chooseList, type ChosenList, type Ground, type ListWishes } from '#recommend/choose.ts';
import { exploration, type Placed } from '#recommend/explore.ts';
import type { Recommended, Taste } from '#recommend/types.ts';

export interface ExploredList extends ChosenList {
  readonly films: readonly (Recommended & { readonly placed: Placed })[];
}

/** Films next in rank among which the explored one is drawn. */
const pool = 30;

/**
 * The list that `chooseList` makes, with one place in ten given to a film drawn from those that follow it in the plain ranking (exploration).
 * @param seed of the draw
 */
export function exploreList(ground: Ground, taste: Taste, wishes: ListWishes, seed: number): ExploredList {
  const list = chooseList(ground, taste, wishes);
  const held = new Set<number>(list.films.map(({ film }) => film));
  const next = chooseList(ground, taste, { ...wishes, top: wishes.top + pool, diversity: 0 });
  const ranked = [...list.films, ...next.films.filter(({ film }) => !held.has(film))];
  const drawn = exploration(ranked, { top: wishes.top, away: new Set(), pool }).draw(seededRandom(seed));
  return {
    ...list,
    films: drawn.map(({ position, propensity, explored, ...item }) => ({
      ...item,
      placed: { position, propensity, explored },
    })),
  };
}
