import type { Catalogue } from '#catalogue/catalogue.ts';
import type { Need } from '#indicators/indicator.ts';
import { holdingCounts, holdingSources, holdingValues } from '#indicators/queries/holdings.ts';

/** What a catalogue has for the indicators: which facts, which values of filters, from which sources. */
export interface Holdings {
  readonly has: ReadonlySet<Need>;
  /** The first and the last year of its films; null when none is dated. */
  readonly years: { readonly first: number; readonly last: number } | null;
  /** Those of most films first. */
  readonly genres: readonly string[];
  readonly countries: readonly string[];
  /** Where its facts come from, with the date of the newest file. */
  readonly sources: readonly { readonly name: string; readonly date: string }[];
  /** When the catalogue was built, ISO. */
  readonly builtAt: string;
}

/** @param sourcesOff the names of the sources that are not to be used */
export async function readHoldings(catalogue: Catalogue, sourcesOff: readonly string[]): Promise<Holdings> {
  const [[counts], [values], files] = await Promise.all([
    catalogue.run(holdingCounts, {}),
    catalogue.run(holdingValues, {}),
    catalogue.run(holdingSources, {}),
  ]);
  const { first = null, last = null, artEtEssai = 0, ...facts } = counts ?? {};
  const known: Record<Need, number> = { ...nothing, ...facts, 'art-et-essai': artEtEssai };
  return {
    has: new Set(needs.filter((need) => known[need] > 0)),
    years: first === null || last === null ? null : { first, last },
    genres: values?.genres ?? [],
    countries: values?.countries ?? [],
    sources: files.filter(({ name }) => !sourcesOff.includes(name)),
    builtAt: catalogue.builtAt,
  };
}

const nothing: Record<Need, number> = {
  votes: 0,
  credits: 0,
  series: 0,
  births: 0,
  lengths: 0,
  countries: 0,
  money: 0,
  keywords: 0,
  languages: 0,
  'art-et-essai': 0,
};
const needs: readonly Need[] = [
  'votes',
  'credits',
  'series',
  'births',
  'lengths',
  'countries',
  'money',
  'keywords',
  'languages',
  'art-et-essai',
];
