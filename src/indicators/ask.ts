import { fault, type LanterneError } from '#errors.ts';
import { filterBounds, filterChoices, filterKeys, filterNames, type Refusal } from '#indicators/filter-terms.ts';
import { noFilters, type FilterName, type Filters } from '#indicators/filters.ts';
import type { Holdings } from '#indicators/holdings.ts';
import type { Indicator } from '#indicators/indicator.ts';
import { indicatorNamed, indicators } from '#indicators/registry.ts';
import { refusalSentence } from '#indicators/words/refusals.ts';
import { speechOf } from '#words/speech.ts';

/**
 * The filters of a question, from text: the parameters of an address, or the options of the command line. What is empty was not given. A genre or a country may
 * be given by its code or by its name in either language, whatever its case and accents.
 */
export function readFilters(
  indicator: Indicator,
  given: (key: string) => string | null | undefined,
  holdings: Pick<Holdings, 'genres' | 'countries'>,
): { readonly filters: Filters; readonly refused: readonly Refusal[] } {
  const refused: Refusal[] = [];
  const textOf = (filter: FilterName): string => (given(filterKeys[filter]) ?? '').trim();
  const read = <T>(filter: FilterName, why: Refusal['why'], meaning: (text: string) => T | null): T | null => {
    const text = textOf(filter);
    if (text === '') return null;
    const here = indicator.filters.includes(filter);
    const value = here ? meaning(text) : null;
    if (value === null) refused.push({ filter, given: text, why: here ? why : 'elsewhere' });
    return value;
  };
  const number = (filter: keyof typeof filterBounds): number | null =>
    read(filter, 'bounds', (text) => {
      const [low, high] = filterBounds[filter];
      const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
      return value >= low && value <= high ? value : null;
    });
  const choice = <const T extends string>(filter: FilterName, values: readonly T[]): T | null =>
    read(filter, 'choice', (text) => values.find((value) => value === text) ?? null);
  const named = (filter: 'genre' | 'country', values: readonly string[]): string | null =>
    read(filter, filter, (text) => values.find((value) => namesOf(filter, value).includes(plain(text))) ?? null);
  const filters: Filters = {
    ...noFilters,
    from: number('from'),
    to: number('to'),
    genre: named('genre', holdings.genres),
    country: named('country', holdings.countries),
    minVotes: number('minVotes'),
    stratum: choice('stratum', filterChoices.stratum),
    people: choice('people', filterChoices.people),
    sort: choice('sort', filterChoices.sort),
    billing: number('billing'),
    credits: number('credits'),
    weight: number('weight'),
  };
  if (filters.from !== null && filters.to !== null && filters.from > filters.to)
    refused.push({ filter: 'to', given: `${filters.from}-${filters.to}`, why: 'order' });
  return { filters, refused };
}

/** The same, where nothing may be refused. @throws FILTER_REFUSED */
export function usableFilters(...question: Parameters<typeof readFilters>): Filters {
  const { filters, refused } = readFilters(...question);
  const [first] = refused;
  if (first !== undefined) throw filterFault(first, question[0]);
  return filters;
}

const filterFault = (refusal: Refusal, indicator: Indicator): LanterneError =>
  fault('FILTER_REFUSED', {
    problem: refusalSentence(refusal, indicator, speechOf('en'), (filter) => filterKeys[filter]),
  });

/** The query of an address that asks with these filters, `?from=1990&genre=Comedy`; `more` adds parameters. Empty when it says nothing. */
export function filterQuery(filters: Filters, more: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams(
    filterNames.flatMap((name) => (filters[name] === null ? [] : [[filterKeys[name], String(filters[name])]])),
  );
  for (const [key, value] of Object.entries(more)) query.append(key, value);
  return query.size === 0 ? '' : `?${query}`;
}

/** The indicator of a name. @throws INDICATOR_UNKNOWN with the nearest names */
export function knownIndicator(name: string): Indicator {
  const found = indicatorNamed(name);
  if (found !== undefined) return found;
  const words = name.toLowerCase().split(/[^a-z]+/);
  const near = indicators.filter((one) => one.name.split('-').some((word) => word.length > 2 && words.includes(word)));
  const nearest = near.length === 0 ? '' : ` Did you mean ${near.map((one) => one.name).join(', ')}?`;
  throw fault('INDICATOR_UNKNOWN', { name: name.slice(0, 60), nearest });
}

const namesOf = (kind: 'genre' | 'country', value: string): string[] =>
  [value, speechOf('fr')[kind](value), speechOf('en')[kind](value)].map(plain);

const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
