import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { filterFilms, passes, type FilterName, type Filters } from '#recommend/shape/filters.ts';
import type { FilmFacts } from '#recommend/shape/types.ts';
import { films, filmsIn, genreTable, scoredList } from './lists.ts';

const column = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
  fc.array(value, { minLength: films, maxLength: films });
const years = [0, 1950, 1980, 2020];
const lengths = [0, 60, 95, 140];
const factsTable: fc.Arbitrary<FilmFacts> = fc.record({
  year: column(fc.constantFrom(...years)),
  runtime: column(fc.constantFrom(...lengths)),
  genres: genreTable,
  countries: column(fc.subarray(['FR', 'IT', 'US'])),
  language: column(fc.constantFrom('fr', 'it', 'en', null)),
  family: column(fc.constantFrom(0, 1)),
  directors: column(fc.constant([])),
});
const range = (values: readonly number[]): fc.Arbitrary<[number, number]> =>
  fc.tuple(fc.constantFrom(...values), fc.constantFrom(...values));
const filtersGiven: fc.Arbitrary<Filters> = fc.record(
  {
    years: range(years),
    length: range(lengths),
    genres: fc.subarray(['drama', 'comedy', 'war', 'noir']),
    countries: fc.subarray(['FR', 'IT', 'US']),
    languages: fc.subarray(['fr', 'it', 'en']),
    audience: fc.constant<'family'>('family'),
  },
  { requiredKeys: [] },
);
const names: readonly FilterName[] = ['years', 'length', 'genres', 'countries', 'languages', 'audience'];

const between = (value: number | undefined, ends: readonly [number, number] | undefined): boolean =>
  ends === undefined || (value !== undefined && value !== 0 && value >= ends[0] && value <= ends[1]);
const oneOf = (values: readonly (string | null)[] | undefined, wanted: readonly string[] | undefined): boolean =>
  wanted === undefined || wanted.length === 0 || wanted.some((value) => values?.includes(value));

/** What each condition says, one by one. */
function meets(film: number, name: FilterName, filters: Filters, facts: FilmFacts): boolean {
  return {
    years: between(facts.year[film], filters.years),
    length: between(facts.runtime[film], filters.length),
    genres: oneOf(facts.genres[film], filters.genres),
    countries: oneOf(facts.countries[film], filters.countries),
    languages: oneOf([facts.language[film] ?? null], filters.languages),
    audience: filters.audience === undefined || facts.family[film] === 1,
  }[name];
}

test('what is kept meets every condition, and what to loosen is what brings back most', () => {
  fc.assert(
    fc.property(scoredList, filtersGiven, factsTable, fc.nat(8), (list, filters, facts, least) => {
      const without = (away: FilterName | null): number[] =>
        filmsIn(list).filter((film) => names.every((name) => name === away || meets(film, name, filters, facts)));
      const { kept, loosen } = filterFilms(list, filters, facts, { least });
      assert.deepEqual(filmsIn(kept), without(null));
      assert.deepEqual(filmsIn(list.filter(({ film }) => passes(filters, facts)(film))), without(null));
      if (kept.length >= least) return assert.deepEqual(loosen, []);
      const given = names.filter((name) => {
        const asked = filters[name];
        return asked !== undefined && asked.length > 0;
      });
      assert.deepEqual(loosen.map(({ condition }) => condition).toSorted(), given.toSorted());
      for (const { condition, films: brought } of loosen) assert.equal(brought, without(condition).length);
      assert.deepEqual(
        loosen.map((one) => one.films),
        loosen.map((one) => one.films).toSorted((a, b) => b - a),
      );
    }),
  );
});

const facts: FilmFacts = {
  year: [1950, 1960, 2020, 2021],
  runtime: [80, 80, 80, 150],
  genres: [['war'], ['war'], ['war'], ['war']],
  countries: [['FR'], ['FR'], ['FR'], ['FR']],
  language: ['fr', 'fr', 'fr', 'fr'],
  directors: [[], [], [], []],
  family: [0, 0, 0, 0],
};
const list = [0, 1, 2, 3].map((film) => ({ film, score: -film }));

test('the era is too narrow, not the length', () => {
  const { kept, loosen } = filterFilms(list, { years: [2020, 2030], length: [1, 90] }, facts, { least: 3 });
  assert.deepEqual(filmsIn(kept), [2]);
  assert.deepEqual(loosen, [
    { condition: 'years', films: 3 },
    { condition: 'length', films: 2 },
  ]);
});

test('when no single removal helps, the condition that fewest films meet comes first', () => {
  const { kept, loosen } = filterFilms(list, { years: [1900, 1949], length: [140, 150], genres: ['noir'] }, facts, {
    least: 1,
  });
  assert.equal(kept.length, 0);
  assert.deepEqual(
    loosen.map(({ condition }) => condition),
    ['years', 'genres', 'length'],
  );
});

test('no condition: everything is kept, and there is nothing to loosen even when that is not enough', () => {
  assert.deepEqual(filterFilms(list, { genres: [] }, facts, { least: 9 }), { kept: list, loosen: [] });
});
