import { wilson } from '#kernels/statistics/wilson.ts';
import type { Interval } from '#kernels/statistics/interval.ts';
import { fewestPeople } from '#evaluate/evaluation.ts';

/** What one person did with the films that they were shown in like places: src/state/reactions.ts counts it. */
export interface PersonCounts {
  readonly person: number;
  readonly place: 'first' | 'next' | 'after';
  readonly explored: boolean;
  readonly basis: 'start' | 'likes' | 'content';
  readonly shown: number;
  readonly liked: number;
  readonly disliked: number;
  readonly seen: number;
  readonly wished: number;
  readonly propensity: number;
}

export const outcomes = ['liked', 'disliked', 'seen', 'wished'] as const;
export type Outcome = (typeof outcomes)[number];

export const cellNames = ['all', 'first', 'next', 'after', 'ranked', 'explored', 'likes', 'content', 'start'] as const;
export type CellName = (typeof cellNames)[number];

export interface Share extends Interval {
  readonly share: number;
}

export interface Cell {
  readonly name: CellName;
  /** Null: too few people, or they could be told from another figure. */
  readonly told: {
    readonly people: number;
    readonly films: number;
    readonly shares: Readonly<Record<Outcome, Share>>;
    /** The mean probability that these films were shown where they were. */
    readonly propensity: number;
  } | null;
}

/** Ways of parting the films shown: no figure may be had by taking the told ones from the whole. */
const partings: readonly (readonly CellName[])[] = [
  ['first', 'next', 'after'],
  ['ranked', 'explored'],
  ['likes', 'content', 'start'],
];

/**
 * What people did with the films that they were shown: shares of the films, in all and by rank, by chance and by what the list came from. A person's films are not
 * independent: intervals are Wilson's for as many films as would be worth as much were they (the variance between people, over the binomial one). No figure of
 * fewer than five people; and since the whole less the parts that are told tells the parts that are hidden together, parts are hidden, those of fewest people
 * first, until these are five people at least.
 * Source: Wilson 1927; Korn & Graubard 1998, "Confidence intervals for proportions with small expected number of positive counts estimated from survey data".
 * @returns the cells in the order of `cellNames`, those without any film left out but for `all`
 */
export function satisfaction(rows: readonly PersonCounts[]): Cell[] {
  const filled = cellNames
    .map((name) => ({ name, rows: rows.filter((row) => row.shown > 0 && belongs(name, row)) }))
    .filter(({ name, rows: own }) => name === 'all' || own.length > 0);
  const people = new Map(filled.map(({ name, rows: own }) => [name, new Set(own.map(({ person }) => person))]));
  const hidden = hiddenCells(people);
  return filled.map(({ name, rows: own }) => ({
    name,
    told: hidden.has(name) ? null : tell(own, people.get(name)?.size ?? 0),
  }));
}

function belongs(name: CellName, { place, explored, basis }: PersonCounts): boolean {
  if (name === 'all') return true;
  if (name === 'ranked' || name === 'explored') return explored === (name === 'explored');
  return name === place || name === basis;
}

function hiddenCells(people: ReadonlyMap<CellName, ReadonlySet<number>>): Set<CellName> {
  const of = (name: CellName): ReadonlySet<number> => people.get(name) ?? new Set();
  const hidden = new Set([...people.keys()].filter((name) => of(name).size < fewestPeople));
  for (const parting of partings) {
    const there = parting.filter((name) => people.has(name)).toSorted((a, b) => of(a).size - of(b).size);
    for (const next of there) {
      const away = there.filter((name) => hidden.has(name));
      const together = new Set(away.flatMap((name) => [...of(name)]));
      if (away.length > 0 && together.size < fewestPeople) hidden.add(next);
    }
  }
  return hidden;
}

function tell(rows: readonly PersonCounts[], people: number): NonNullable<Cell['told']> {
  const films = rows.reduce((sum, { shown }) => sum + shown, 0);
  const share = (outcome: Outcome): Share => shareOf(rows, outcome, { people, films });
  return {
    people,
    films,
    shares: { liked: share('liked'), disliked: share('disliked'), seen: share('seen'), wished: share('wished') },
    propensity: rows.reduce((sum, { propensity }) => sum + propensity, 0) / films,
  };
}

function shareOf(
  rows: readonly PersonCounts[],
  outcome: Outcome,
  { people, films }: { people: number; films: number },
): Share {
  const hits = rows.reduce((sum, row) => sum + row[outcome], 0);
  const share = hits / films;
  const byPerson = [...Map.groupBy(rows, ({ person }) => person).values()].map((own) =>
    own.reduce((sum, row) => sum + row[outcome] - share * row.shown, 0),
  );
  const between = (people / (people - 1)) * (byPerson.reduce((sum, rest) => sum + rest * rest, 0) / films ** 2);
  const binomial = (share * (1 - share)) / films;
  // Where nobody or everybody did it nothing varies: each person is worth one film.
  const worth = binomial === 0 ? people : Math.max(1, films / Math.max(1, between / binomial));
  return { share, ...wilson(share * worth, worth) };
}

/** The first share less the second, with its 95 % interval from theirs. Source: Newcombe 1998, "Interval estimation for the difference between independent proportions", method 10. */
export function difference(a: Share, b: Share): Share {
  const share = a.share - b.share;
  return {
    share,
    low: share - Math.hypot(a.share - a.low, b.high - b.share),
    high: share + Math.hypot(a.high - a.share, b.share - b.low),
  };
}
