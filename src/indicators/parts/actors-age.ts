import type { Catalogue } from '#catalogue/catalogue.ts';
import type { Row } from '#catalogue/query.ts';
import {
  agesOf,
  clusteredMean,
  gapChange,
  meanAge,
  meanBounds,
  medianAge,
  medianBounds,
  quantileAge,
  type Ages,
  type Bounds,
} from '#indicators/parts/ages.ts';
import { comparable } from '#indicators/parts/decade-span.ts';
import { difference, moveOf, type Difference, type Estimate, type Move } from '#indicators/parts/difference.ts';
import { agesByYear, workingAges } from '#indicators/queries/actors-age.ts';
import { castOf, type CastScope } from '#indicators/queries/cast.ts';

/** A year or a decade of fewer known ages has no point; nor a mean of fewer people. */
export const leastAges = 30;
/** Someone works who had a film in so many years. */
export const workingYears = 5;
/** Decades between the two gaps compared. */
const apart = 50;
/** Decades between the two levels compared. */
const levelsApart = 20;

export type Sex = 'woman' | 'man';
export const sexes: readonly Sex[] = ['woman', 'man'];

/** The ages of one sex in a year or a decade. */
export interface AgeGroup {
  readonly sex: Sex;
  /** The first year. */
  readonly start: number;
  readonly median: Estimate;
  readonly quarter: number;
  readonly threeQuarters: number;
  readonly known: number;
  readonly unknown: number;
  readonly bounds: Bounds;
}

export interface DecadeGroup extends AgeGroup {
  readonly mean: Estimate;
  readonly people: number;
}

export interface WorkingGroup {
  readonly sex: Sex | 'all';
  readonly mean: Estimate;
  readonly known: number;
  readonly unknown: number;
  readonly bounds: Bounds;
}

/** Of which sex is the older does not matter, unless it is no more the same. */
export type GapMove = 'narrowed' | 'widened' | 'turned' | 'same';

export interface Level {
  readonly earlier: DecadeGroup;
  readonly later: DecadeGroup;
  readonly move: Move;
  readonly holds: 'always' | 'plausibly' | 'not';
}

export interface AskedAges extends CastScope {
  readonly sex: string;
  readonly today: string;
}

export interface MeasuredAges {
  readonly asked: AskedAges;
  readonly years: readonly AgeGroup[];
  readonly decades: readonly DecadeGroup[];
  /** How much older the men, on the mean, by decade where both sexes are enough. */
  readonly gaps: readonly { readonly start: number; readonly gap: Difference }[];
  /** What became of the gap some decades before. */
  readonly gapMove: { readonly earlier: number; readonly later: number; readonly how: GapMove } | null;
  /** Of each sex, whether the median moved, and in which cases of the unknown that holds. */
  readonly levels: readonly Level[];
  readonly working: readonly WorkingGroup[];
  readonly workingFrom: number;
  /** Credits by what is known of them. */
  readonly counts: { readonly credits: number; readonly sexed: number; readonly aged: number; readonly wrong: number };
}

/** The ages of the people of the casts at release, and of those at work now. */
export async function measureAges(catalogue: Catalogue, asked: AskedAges): Promise<MeasuredAges> {
  const thisYear = Number(asked.today.slice(0, 4));
  const scope = { ...castOf(asked), sex: asked.sex, thisYear };
  const rows = await catalogue.run(agesByYear, scope);
  const workingFrom = thisYear - workingYears;
  const now = await catalogue.run(workingAges, { ...scope, from: workingFrom, to: thisYear });
  const years = rows.filter(({ span }) => span === 'year');
  const decades = rows.filter(({ span }) => span === 'decade').flatMap(decadeOf);
  const gaps = decades
    .filter(({ sex }) => sex === 'man')
    .flatMap((man) => {
      const woman = decades.find(({ sex, start }) => sex === 'woman' && start === man.start);
      return woman === undefined ? [] : [{ start: man.start, gap: difference(man.mean, woman.mean) }];
    });
  return {
    asked,
    years: years.flatMap(groupOf),
    decades,
    gaps,
    gapMove: moveOfGaps(gaps.filter(({ start }) => comparable(start, asked))),
    levels: sexes.flatMap((sex) =>
      levelOf(decades.filter((group) => group.sex === sex && comparable(group.start, asked))),
    ),
    working: [
      ...workingOf('all', now),
      ...sexes.flatMap((sex) =>
        workingOf(
          sex,
          now.filter((row) => row.sex === sex),
        ),
      ),
    ],
    workingFrom,
    counts: countsOf(years),
  };
}

type AgeRow = Row<typeof agesByYear.columns>;

function groupOf(row: AgeRow): AgeGroup[] {
  const sex = sexes.find((one) => one === row.sex);
  if (sex === undefined) return [];
  const ages = agesOf([row]);
  return ages.known < leastAges ? [] : [{ sex, start: row.start, ...shapeOf(ages) }];
}

const shapeOf = (ages: Ages): Omit<AgeGroup, 'sex' | 'start'> => ({
  median: medianAge(ages),
  quarter: quantileAge(ages, 0.25),
  threeQuarters: quantileAge(ages, 0.75),
  known: ages.known,
  unknown: ages.unknown,
  bounds: medianBounds(ages),
});

const decadeOf = (row: AgeRow): DecadeGroup[] =>
  groupOf(row)
    .filter(() => row.people >= leastAges)
    .map((group) => ({ ...group, people: row.people, mean: clusteredMean(group.known, row) }));

function moveOfGaps(gaps: MeasuredAges['gaps']): MeasuredAges['gapMove'] {
  const later = gaps.at(-1);
  const earlier = gaps.find(({ start }) => later !== undefined && start >= later.start - apart && start < later.start);
  if (later === undefined || earlier === undefined) return null;
  const how = howOf(moveOf(gapChange(later.gap, earlier.gap)), later.gap, earlier.gap);
  return { earlier: earlier.start, later: later.start, how };
}

function howOf(move: Move, later: Difference, earlier: Difference): GapMove {
  if (move === 'same') return 'same';
  const [now, then] = [moveOf(later), moveOf(earlier)];
  if (now !== then && now !== 'same' && then !== 'same') return 'turned';
  return Math.abs(later.value) < Math.abs(earlier.value) ? 'narrowed' : 'widened';
}

function levelOf(decades: readonly DecadeGroup[]): Level[] {
  const later = decades.at(-1);
  const earlier = decades.find(
    ({ start }) => later !== undefined && start >= later.start - levelsApart && start < later.start,
  );
  if (later === undefined || earlier === undefined) return [];
  const move = moveOf(difference(later.median, earlier.median));
  const apartIn = (which: keyof Bounds): boolean =>
    move === 'rose'
      ? later.bounds[which].low > earlier.bounds[which].high
      : later.bounds[which].high < earlier.bounds[which].low;
  const holds = apartIn('worst') ? 'always' : apartIn('plausible') ? 'plausibly' : 'not';
  return [{ earlier, later, move, holds }];
}

function workingOf(sex: WorkingGroup['sex'], rows: readonly Row<typeof workingAges.columns>[]): WorkingGroup[] {
  const ages = agesOf(rows);
  if (ages.known < leastAges) return [];
  return [{ sex, mean: meanAge(ages), known: ages.known, unknown: ages.unknown, bounds: meanBounds(ages) }];
}

function countsOf(years: readonly AgeRow[]): MeasuredAges['counts'] {
  const all = agesOf(years);
  const sexed = agesOf(years.filter(({ sex }) => sexes.some((one) => one === sex)));
  return {
    credits: all.known + all.unknown,
    sexed: sexed.known + sexed.unknown,
    aged: all.known,
    wrong: years.reduce((sum, { wrong }) => sum + wrong, 0),
  };
}
