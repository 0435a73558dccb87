import type { Advice } from '#advice/advise.ts';
import { holds, type RankedNiche } from '#advice/rank.ts';
import { weekNumber, type Week } from '#calendar/week.ts';

/** At least so many niches take turns, that the same idea does not come back every month. */
const fewestTurns = 8;
/** More would lead to niches that the data hardly put forward. */
const mostTurns = 26;

/**
 * The niche of a week: those whose rank holds take turns, one a week; when they are few, those that come nearest to it too. The same advice and week
 * give the same niche.
 * @returns null when there is no niche
 */
export function nicheOfWeek({ niches }: Pick<Advice, 'niches'>, week: Week): RankedNiche | null {
  const surest = niches.toSorted((a, b) => b.firstTenth - a.firstTenth || a.rank - b.rank);
  const held = surest.filter(({ firstTenth }) => firstTenth >= holds).length;
  const turns = varied(surest.slice(0, Math.min(mostTurns, Math.max(fewestTurns, held))));
  return turns.at(weekNumber(week) % Math.max(1, turns.length)) ?? null;
}

/** In the order of their ranks, but so that each is as unlike the one before as can be: by genre, decade and origin. */
function varied(niches: readonly RankedNiche[]): RankedNiche[] {
  const left = niches.toSorted((a, b) => a.rank - b.rank);
  const order: RankedNiche[] = [];
  for (let last = left.shift(); last !== undefined;) {
    order.push(last);
    const before = last;
    const next = left.reduce<RankedNiche | undefined>(
      (best, one) => (best === undefined || alike(one, before) < alike(best, before) ? one : best),
      undefined,
    );
    if (next !== undefined) left.splice(left.indexOf(next), 1);
    last = next;
  }
  return order;
}

const alike = (a: RankedNiche, b: RankedNiche): number =>
  2 * Number(a.genre === b.genre) + Number(a.origin === b.origin) + Number(a.decade === b.decade);
