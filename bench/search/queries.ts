import { seededRandom } from '#kernels/random.ts';
import * as slips from './slips.ts';
import type { ReferenceNames } from './reference-names.ts';

export interface Query {
  readonly text: string;
  /** The film meant and the name that was spoiled. */
  readonly film: number;
  readonly name: string;
}

export type Sample = 'by votes' | 'uniform';

const CLASSES: Record<string, slips.Slip> = {
  exact: slips.exact,
  'prefix 60 %': slips.prefix,
  'one typo': slips.oneTypo,
  'two typos': slips.twoTypos,
  'typo + unfinished': slips.typoUnfinished,
  'typo kept + unfinished': slips.typoKept,
  'accents stripped': slips.accentsStripped,
  'no article, swapped': slips.swapped,
  'no spaces': slips.unspaced,
  'AZERTY neighbour': slips.azerty,
  'phonetic slip': slips.phonetic,
  'other numerals': slips.numeral,
};

/**
 * Seeded queries of every class of protocol P4, `count` each, from French titles of films drawn with a chance proportional to the
 * square root of their votes, or uniformly.
 */
export function searchQueries(
  source: ReferenceNames,
  seed: number,
  count: number,
  sample: Sample,
): Map<string, Query[]> {
  const draw = sampler(source, sample);
  const made = new Map<string, Query[]>();
  for (const [at, [name, slip]] of Object.entries(CLASSES).entries()) {
    const random = seededRandom(seed * 1000 + at);
    made.set(
      name,
      fill(count, () => spoil(draw, slip, random)),
    );
  }
  const random = seededRandom(seed * 1000 + 999);
  made.set(
    'with year',
    fill(count, () => {
      const query = draw(random);
      const year = source.years[query.film] ?? 0;
      return year === 0 ? null : { ...query, text: slips.withYear(query.name, year, random) };
    }),
  );
  return made;
}

function fill(count: number, next: () => Query | null): Query[] {
  const queries: Query[] = [];
  for (let tries = 0; queries.length < count && tries < 500 * count; tries++) {
    const query = next();
    if (query) queries.push(query);
  }
  return queries;
}

function spoil(draw: (random: () => number) => Query, slip: slips.Slip, random: () => number): Query | null {
  const query = draw(random);
  const text = slip(query.name, random);
  return text === null || text.trim() === '' ? null : { ...query, text };
}

function sampler(source: ReferenceNames, sample: Sample): (random: () => number) => Query {
  const films = [...source.french.keys()].toSorted((a, b) => a - b);
  const sums = new Float64Array(films.length);
  let sum = 0;
  for (const [at, film] of films.entries()) {
    sum += sample === 'uniform' ? 1 : Math.sqrt(source.votes[film] ?? 0);
    sums[at] = sum;
  }
  return (random) => {
    const film = films[firstAbove(sums, random() * sum)] ?? 0;
    const places = source.french.get(film) ?? [];
    const name = source.names[places[Math.floor(random() * places.length)] ?? 0] ?? '';
    return { text: name, film, name };
  };
}

function firstAbove(sums: Float64Array, value: number): number {
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] ?? 0) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}
