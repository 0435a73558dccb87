import type { Catalogue } from '#catalogue/catalogue.ts';
import type { Row } from '#catalogue/query.ts';
import { difference, type Difference, type Estimate } from '#indicators/parts/difference.ts';
import { castOf, type CastScope } from '#indicators/queries/cast.ts';
import { bridgePeople, stageCounts } from '#indicators/queries/cinema-series.ts';
import { wilson } from '#kernels/statistics/wilson.ts';

/** A group of fewer people has no share. */
export const leastPeople = 30;
export const thresholds = [1, 2, 3, 5, 10] as const;
/** People born later are still beginning: what they will have done is not known. */
const settledAge = 35;
/** How far apart the compared decades of birth are. */
const apart = 40;
const bridgesShown = 30;

export type Stage = 'film' | 'both' | 'series';
export const stages: readonly Stage[] = ['film', 'both', 'series'];

/** A group of people, and what they did, each with its share. */
export interface StageGroup {
  readonly n: number;
  readonly counts: Readonly<Record<Stage, number>>;
  readonly shares: Readonly<Record<Stage, Estimate>>;
}

export interface AskedStages extends CastScope {
  readonly sex: string;
  readonly credits: number;
  readonly today: string;
}

export interface Crossing {
  readonly decade: number;
  readonly toSeries: number;
  readonly toFilm: number;
  readonly same: number;
}

export interface MeasuredStages {
  readonly asked: AskedStages;
  readonly all: StageGroup;
  /** The same, counting only the credits whose place is certain. */
  readonly sure: StageGroup;
  /** By decade of birth, where there are people enough; not those whose birth is unknown. */
  readonly born: readonly (StageGroup & { readonly decade: number; readonly settled: boolean })[];
  readonly unborn: StageGroup;
  /** The shares of both in two decades of birth, and their difference. */
  readonly change: { readonly earlier: number; readonly later: number; readonly both: Difference } | null;
  readonly byThreshold: readonly (StageGroup & { readonly k: number })[];
  readonly crossings: readonly Crossing[];
  readonly toSeries: Estimate;
  readonly bridges: readonly Row<typeof bridgePeople.columns>[];
  readonly works: {
    readonly films: number;
    readonly filmsCast: number;
    readonly series: number;
    readonly seriesCast: number;
    /** The median years. */
    readonly filmsYear: number;
    readonly seriesYear: number;
  };
  readonly places: { readonly credits: number; readonly sure: number };
}

/** What people with credits enough did: films, series, both; and who crossed. */
export async function measureStages(catalogue: Catalogue, asked: AskedStages): Promise<MeasuredStages> {
  const year = Number(asked.today.slice(0, 4));
  const scope = { ...castOf(asked), sex: asked.sex, credits: asked.credits, thisYear: year };
  const rows = await catalogue.run(stageCounts, scope);
  const classes = rows.filter(({ part }) => part === 'classes');
  const mine = classes.filter(({ k }) => k === asked.credits);
  const decades = [...Map.groupBy(mine, ({ decade }) => decade)].toSorted(([a], [b]) => a - b);
  const born = decades
    .filter(([decade]) => decade >= 0)
    .map(([decade, group]) => ({ ...groupOf(group), decade, settled: decade + 9 <= year - settledAge }))
    .filter(({ n }) => n >= leastPeople);
  const crossings = rows
    .filter(({ part }) => part === 'bridges')
    .map(({ decade, a, b, c }) => ({ decade, toSeries: a, toFilm: b, same: c }));
  const to = total(crossings.map(({ toSeries }) => toSeries));
  const works = rows.find(({ part }) => part === 'works');
  const all = groupOf(mine);
  const bridges = all.counts.both === 0 ? [] : await catalogue.run(bridgePeople, { ...scope, most: bridgesShown });
  return {
    asked,
    all,
    sure: groupOf(mine.map((row) => ({ ...row, a: row.d, b: row.e, c: row.f }))),
    born,
    unborn: groupOf(mine.filter(({ decade }) => decade < 0)),
    change: changeOf(born.filter(({ settled }) => settled)),
    byThreshold: thresholds.map((k) => ({ ...groupOf(classes.filter((row) => row.k === k)), k })),
    crossings,
    toSeries: shareOf(to, to + total(crossings.map(({ toFilm }) => toFilm))),
    bridges,
    works: {
      films: works?.a ?? 0,
      filmsCast: works?.b ?? 0,
      series: works?.c ?? 0,
      seriesCast: works?.d ?? 0,
      filmsYear: works?.k ?? 0,
      seriesYear: works?.decade ?? 0,
    },
    places: { credits: works?.e ?? 0, sure: works?.f ?? 0 },
  };
}

type Counts = { readonly a: number; readonly b: number; readonly c: number };

function groupOf(rows: readonly Counts[]): StageGroup {
  const counts = {
    film: total(rows.map(({ a }) => a)),
    both: total(rows.map(({ b }) => b)),
    series: total(rows.map(({ c }) => c)),
  };
  const n = counts.film + counts.both + counts.series;
  return {
    n,
    counts,
    shares: { film: shareOf(counts.film, n), both: shareOf(counts.both, n), series: shareOf(counts.series, n) },
  };
}

const shareOf = (part: number, n: number): Estimate => ({
  value: n === 0 ? Number.NaN : part / n,
  n,
  ...wilson(part, n),
});

function changeOf(born: MeasuredStages['born']): MeasuredStages['change'] {
  const later = born.at(-1);
  const earlier = born.find(
    ({ decade }) => later !== undefined && decade >= later.decade - apart && decade < later.decade,
  );
  if (later === undefined || earlier === undefined) return null;
  return { earlier: earlier.decade, later: later.decade, both: difference(later.shares.both, earlier.shares.both) };
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
