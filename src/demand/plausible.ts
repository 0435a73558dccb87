import type { Wisher } from '#state/demand.ts';

/** As many wishes of one film in one day count at most, from people of whom nothing more is known. */
export const mostNewADay = 10;

/** Wishes that count, and how many are set aside for now. */
export interface Plausible<W> {
  readonly counted: readonly W[];
  readonly aside: number;
}

/**
 * The wishes that count as demand: from a commune that is known; and of one film in one day ten at most, the first ones, from visitors who never came
 * back nor proved an address: a machine that makes visitors is not a public. The others count from the day when they come back.
 * @param wishers the earliest first
 */
export function plausible<W extends Pick<Wisher, 'film' | 'commune' | 'at' | 'known'>>(
  wishers: readonly W[],
  knows: (commune: string) => boolean,
): Plausible<W> {
  const fresh = new Map<string, number>();
  const counted = wishers.filter(({ film, commune, at, known }) => {
    if (!knows(commune)) return false;
    if (known) return true;
    const key = `${film} ${at.slice(0, 10)}`;
    const before = fresh.get(key) ?? 0;
    fresh.set(key, before + 1);
    return before < mostNewADay;
  });
  return { counted, aside: wishers.length - counted.length };
}
