import type { Catalogue } from '#catalogue/catalogue.ts';
import { comparable } from '#indicators/parts/decade-span.ts';
import { difference, moveOf, type Estimate, type Move } from '#indicators/parts/difference.ts';
import type { Scope } from '#indicators/queries/cast.ts';
import { directorsByYear, filmsAsked } from '#indicators/queries/women-directors.ts';
import type { Interval } from '#kernels/statistics/interval.ts';
import { wilson } from '#kernels/statistics/wilson.ts';

/** A year or a decade with fewer films whose answer is known has no share. */
export const leastFilms = 30;
/** Below this share of films whose answer is known, the known say nothing of all. */
export const leastKnown = 0.5;
const floors = [1000, 10_000, 25_000, 100_000];
/** Decades between the two compared. */
const apart = 40;

/** Films of a year, a decade or a floor of votes, by what is known of their directors. */
export interface Directed {
  readonly start: number;
  readonly women: number;
  readonly unknown: number;
  readonly men: number;
  readonly n: number;
  /** Of the films whose answer is known. */
  readonly share: Estimate;
  /** Of all films, whatever the unknown are. */
  readonly bounds: Interval;
  /** The same, with the chance of the sample. */
  readonly wide: Interval;
}

export interface AskedDirectors extends Scope {
  readonly today: string;
}

export interface MeasuredDirectors {
  readonly asked: AskedDirectors;
  readonly all: Directed;
  readonly years: readonly Directed[];
  /** Those with films enough of which the answer is known. */
  readonly decades: readonly Directed[];
  readonly byFloor: readonly Directed[];
  /** Of the known, and whether it holds whatever the unknown. */
  readonly change: {
    readonly earlier: Directed;
    readonly later: Directed;
    readonly move: Move;
    readonly certain: boolean;
  } | null;
  readonly films: number;
  readonly directors: number;
  readonly sexed: number;
}

/** How many films have a woman among the directors, as far as the sex of directors is known. */
export async function measureDirectors(catalogue: Catalogue, asked: AskedDirectors): Promise<MeasuredDirectors> {
  const { today: _, ...scope } = asked;
  const least = Math.min(asked.minVotes, ...floors);
  const rows = await catalogue.run(directorsByYear, { ...scope, minVotes: least, floors: [...floors, asked.minVotes] });
  const [asking] = await catalogue.run(filmsAsked, scope);
  const here = rows.filter(({ floor }) => floor === asked.minVotes);
  const decades = [...Map.groupBy(here, ({ year }) => Math.floor(year / 10) * 10)]
    .toSorted(([a], [b]) => a - b)
    .map(([start, group]) => directedOf(start, group))
    .filter(enough);
  return {
    asked,
    all: directedOf(0, here),
    years: here.map((row) => directedOf(row.year, [row])).filter(enough),
    decades,
    byFloor: floors.map((floor) =>
      directedOf(
        floor,
        rows.filter((row) => row.floor === floor),
      ),
    ),
    change: changeOf(decades.filter(({ start }) => comparable(start, asked))),
    films: asking?.films ?? 0,
    directors: total(here.map(({ directors }) => directors)),
    sexed: total(here.map(({ sexed }) => sexed)),
  };
}

type Counts = { readonly women: number; readonly unknown: number; readonly men: number };

/** Counts made shares: of the known with Wilson's interval, of all with bounds. */
export function directedOf(start: number, rows: readonly Counts[]): Directed {
  const women = total(rows.map((row) => row.women));
  const unknown = total(rows.map((row) => row.unknown));
  const men = total(rows.map((row) => row.men));
  const n = women + unknown + men;
  const known = women + men;
  return {
    start,
    women,
    unknown,
    men,
    n,
    share: { value: known === 0 ? Number.NaN : women / known, n: known, ...wilson(women, known) },
    bounds: n === 0 ? { low: 0, high: 1 } : { low: women / n, high: (women + unknown) / n },
    wide: { low: wilson(women, n).low, high: wilson(women + unknown, n).high },
  };
}

/** Whether films enough have a known answer. */
const enough = ({ share }: Directed): boolean => share.n >= leastFilms;

function changeOf(decades: readonly Directed[]): MeasuredDirectors['change'] {
  const later = decades.at(-1);
  const earlier = decades.find(
    ({ start }) => later !== undefined && start >= later.start - apart && start < later.start,
  );
  if (later === undefined || earlier === undefined) return null;
  const move = moveOf(difference(later.share, earlier.share));
  const certain =
    move === 'rose' ? later.wide.low > earlier.wide.high : move === 'fell' ? later.wide.high < earlier.wide.low : false;
  return { earlier, later, move, certain };
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
