import type { Advice } from '#advice/advise.ts';
import { holds, type RankedNiche } from '#advice/rank.ts';
import { weekNumber, type Week } from '#report/week.ts';

/** At least so many niches take turns, that the same idea does not come back every month. */
const fewestTurns = 8;
/** More would lead to niches that the data hardly put forward. */
const mostTurns = 26;

/**
 * The niche of a week: those whose rank holds take turns, one a week; when they are few, those that come nearest to it too. The turns leap over the
 * ranks by a fixed step, so that two weeks in a row are not two neighbours of the list. The same advice and week give the same niche.
 * @returns null when there is no niche
 */
export function nicheOfWeek({ niches }: Pick<Advice, 'niches'>, week: Week): RankedNiche | null {
  const surest = niches.toSorted((a, b) => b.firstTenth - a.firstTenth || a.rank - b.rank);
  const held = surest.filter(({ firstTenth }) => firstTenth >= holds).length;
  const turns = surest.slice(0, Math.min(mostTurns, Math.max(fewestTurns, held))).toSorted((a, b) => a.rank - b.rank);
  if (turns.length === 0) return null;
  const at = (weekNumber(week) * stepOf(turns.length)) % turns.length;
  return turns.at(at) ?? null;
}

/** About 0.38 of the number, prime to it: every niche has its turn before any comes back. */
function stepOf(count: number): number {
  const common = (a: number, b: number): number => (b === 0 ? a : common(b, a % b));
  for (let step = Math.max(1, Math.round(count * 0.382)); step < count; step++) if (common(step, count) === 1) return step;
  return 1;
}
