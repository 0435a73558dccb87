import type { Sagas } from '#features/facts/film-facts.ts';
import type { Rule } from '#recommend/shape/greedy.ts';
import type { Scored } from '#recommend/shape/types.ts';

export type { Sagas } from '#features/facts/film-facts.ts';

export const mostOfASaga = 2;

/** Keeps the order of a list and leaves out each film of a saga beyond the first `most`. */
export function fewOfEachSaga<T extends Scored>(list: readonly T[], sagas: Sagas, most = mostOfASaga): T[] {
  const rule = atMostOfASaga(sagas, most);
  return list.filter(({ film }) => {
    const admitted = rule.admits(film);
    if (admitted) rule.take(film);
    return admitted;
  });
}

/** The rule that a list holds at most `most` films of one saga. */
export function atMostOfASaga(sagas: Sagas, most = mostOfASaga): Rule {
  const taken = new Map<number, number>();
  const sagaOf = (film: number): number => sagas[film] ?? -1;
  return {
    admits: (film) => sagaOf(film) < 0 || (taken.get(sagaOf(film)) ?? 0) < most,
    take: (film) => void taken.set(sagaOf(film), (taken.get(sagaOf(film)) ?? 0) + 1),
  };
}

/** How many films of a list have more than `most - 1` films of their saga before them: 0 when the rule holds. */
export function sagaRepeats(list: readonly Scored[], sagas: Sagas, most = mostOfASaga): number {
  return list.length - fewOfEachSaga(list, sagas, most).length;
}
