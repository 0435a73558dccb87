import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { lastYear, shelfKinds, type ShelfContext } from '#recommend/shape/shelf-kinds.ts';
import { fillShelves } from '#recommend/shape/shelves.ts';
import { basketOf, films, filmsIn, scoredList } from './lists.ts';

const column = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
  fc.array(value, { minLength: films, maxLength: films });
const contextTable: fc.Arbitrary<ShelfContext> = fc
  .record({
    year: column(fc.constantFrom(0, 1950, 1969, 1970, 2019, 2020, 2024)),
    runtime: column(fc.constantFrom(0, 12, 41, 94, 95, 140)),
    countries: column(fc.subarray(['FR', 'US'])),
    language: column(fc.constantFrom('fr', 'en', null)),
    directors: column(fc.subarray([1, 2, 3])),
    fame: column(fc.nat(9)),
    near: column(fc.nat(9)),
    basket: basketOf,
  })
  .map(({ fame, near, basket, ...facts }) => ({
    facts: { ...facts, genres: [], family: [] },
    basket,
    fame,
    closeness: (film) => near[film] ?? 0,
    lastYear: 2024,
  }));

/** What each named shelf promises of its films; the two by standing promise an order, tested apart. */
const promises: Record<string, (film: number, context: ShelfContext) => boolean> = {
  french: (film, { facts }) => facts.countries[film]?.includes('FR') === true && facts.language[film] !== 'en',
  heritage: (film, { facts }) => facts.year[film] === 1950 || facts.year[film] === 1969,
  recent: (film, { facts }) => facts.year[film] === 2020 || facts.year[film] === 2024,
  'same-director': (film, { facts, basket }) =>
    basket.some((liked) => facts.directors[liked]?.some((person) => facts.directors[film]?.includes(person)) === true),
  'short-evening': (film, { facts }) => facts.runtime[film] === 41 || facts.runtime[film] === 94,
};

test('no film on two shelves, each keeps its promise, none too short or too long, in the order of the page', () => {
  fc.assert(
    fc.property(
      scoredList,
      contextTable,
      fc.nat(4),
      fc.integer({ min: 1, max: 6 }),
      basketOf,
      (list, context, least, each, hidden) => {
        const away = new Set(hidden);
        const shelves = fillShelves(list, context, { least, each, away });
        const shown = shelves.flatMap(({ films: held }) => filmsIn(held));
        assert.equal(new Set(shown).size, shown.length);
        assert.ok(shown.every((film) => !away.has(film) && list.some((one) => one.film === film)));
        const order = shelfKinds.map(({ name }): string => name);
        assert.deepEqual(
          shelves.map(({ name }) => name),
          order.filter((name) => shelves.some((shelf) => shelf.name === name)),
        );
        for (const { name, films: held } of shelves) {
          assert.ok(held.length >= Math.max(1, Math.min(least, each)) && held.length <= each);
          for (const { film } of held) assert.ok(promises[name]?.(film, context) ?? true, `${name}: film ${film}`);
        }
      },
    ),
  );
});

test('a shelf is left out only when it could not be filled beside the others: with all the films of one kind, it stands', () => {
  fc.assert(
    fc.property(scoredList, contextTable, (list, context) => {
      for (const kind of shelfKinds.filter(({ name }) => name in promises)) {
        const candidates = filmsIn(list).filter((film) => promises[kind.name]?.(film, context));
        const [shelf] = fillShelves(list, context, { kinds: [kind], least: 3, each: 8 });
        assert.equal(shelf?.films.length ?? 0, candidates.length < 3 ? 0 : Math.min(8, candidates.length));
        if (kind.dials.popularity === 0 && kind.dials.closeness === 0.5)
          assert.deepEqual(filmsIn(shelf?.films ?? []), candidates.length < 3 ? [] : candidates.slice(0, 8));
      }
    }),
  );
});

const flat: ShelfContext = {
  facts: { year: [], runtime: [], genres: [], countries: [], language: [], directors: [], family: [] },
  basket: [],
  fame: Array.from({ length: 9 }, (_, film) => film),
  closeness: (film) => (film === 8 ? 20 : film),
  lastYear: 2024,
};
const level = Array.from({ length: 9 }, (_, film) => ({ film, score: 1 }));

test('close: the closest quarter, the closest first; off the beaten track: little known and not far', () => {
  const [close] = fillShelves(level, flat, { kinds: shelfKinds.slice(0, 1) });
  assert.deepEqual(filmsIn(close?.films ?? []), [8, 7, 6]);
  const rare = { ...flat, fame: [9, 9, 9, 9, 9, 1, 2, 3, 9] };
  const [off] = fillShelves(level, rare, { kinds: shelfKinds.slice(1, 2) });
  assert.deepEqual(filmsIn(off?.films ?? []), [5, 6, 7]);
});

test('only the best of the list are looked at', () => {
  const [close] = fillShelves(level, flat, { kinds: shelfKinds.slice(0, 1), reach: 4, least: 1 });
  assert.deepEqual(filmsIn(close?.films ?? []), [3]);
});

test('closeness is asked of the best films only', () => {
  const asked = new Set<number>();
  const counting = { ...flat, closeness: (film: number) => asked.add(film).size };
  const [close] = fillShelves(level, counting, { kinds: shelfKinds.slice(0, 1), near: 4, least: 1 });
  assert.deepEqual([...asked], [0, 1, 2, 3]);
  assert.deepEqual(filmsIn(close?.films ?? []), [3]);
});

test('the last year is one that five films have', () => {
  assert.equal(lastYear([2024, 2024, 2024, 2024, 2024, 2031, 1990]), 2024);
  assert.equal(lastYear([2024, 2031], 1), 2031);
  assert.equal(lastYear([]), 0);
  assert.equal(lastYear(Int16Array.from({ length: 10 }, () => 0)), 0);
});
