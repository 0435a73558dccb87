import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { facetNames, findFilms, pageFilms, pageOf, type BrowseWish } from '#browse/browse.ts';
import type { BrowseIndex, Facet } from '#browse/browse-index.ts';

const values = { genre: ['Comedy', 'Drama', 'War'], decade: ['1960', '1990'], country: ['FR', 'IT', 'US'] };
const any: BrowseWish = { genre: '', decade: '', country: '', theme: '', order: 'merit', page: 1 };

interface World {
  readonly index: BrowseIndex;
  readonly of: Record<(typeof facetNames)[number], string[][]>;
}

const worlds: fc.Arbitrary<World> = fc.integer({ min: 0, max: 60 }).chain((films) => {
  const lists = (from: string[], most: number) =>
    fc.array(fc.subarray(from, { maxLength: most }), { minLength: films, maxLength: films });
  const order = fc.shuffledSubarray(
    Array.from({ length: films }, (_, film) => film),
    { minLength: films },
  );
  return fc
    .record({
      genre: lists(values.genre, 3),
      decade: lists(values.decade, 1),
      country: lists(values.country, 2),
      merit: order,
      newest: order,
    })
    .map(({ merit, newest, ...of }) => ({
      of,
      index: {
        merit: Int32Array.from(merit),
        newest: Int32Array.from(newest),
        ranks: new Int32Array(films),
        ranked: new Int32Array(),
        mean: null,
        genre: facet(of.genre),
        decade: facet(of.decade),
        country: facet(of.country),
        themes: new Map(),
      },
    }));
});
const wishes = fc.record({
  genre: fc.constantFrom('', ...values.genre),
  decade: fc.constantFrom('', ...values.decade),
  country: fc.constantFrom('', ...values.country),
  order: fc.constantFrom('merit', 'year'),
  theme: fc.constant(''),
});

test('a page holds what an obvious search would, and each facet tells how many films another value would give', () => {
  fc.assert(
    fc.property(worlds, wishes, ({ index, of }, wish) => {
      const meets = (film: number, changed: Partial<BrowseWish> = {}): boolean =>
        facetNames.every((name) => {
          const wanted = { ...wish, ...changed }[name];
          return wanted === '' || (of[name][film] ?? []).includes(wanted);
        });
      const order = [...(wish.order === 'merit' ? index.merit : index.newest)];
      const found = findFilms(index, wish);
      const unknown = facetNames.some((name) => wish[name] !== '' && !of[name].flat().includes(wish[name]));
      if (unknown) return assert.equal(found, null);
      assert.ok(found !== null);
      assert.deepEqual(
        [...found.kept],
        order.filter((film) => meets(film)),
      );
      for (const name of facetNames) {
        const counted = values[name]
          .map((value) => ({ value, films: order.filter((film) => meets(film, { [name]: value })).length }))
          .filter(({ films }) => films > 0);
        assert.deepEqual(found.facets[name].toSorted(byValue), counted.toSorted(byValue));
      }
      assert.deepEqual(
        found.loosen.map(({ condition, films }) => [condition, films]).toSorted(),
        facetNames
          .filter((name) => wish[name] !== '')
          .map((name) => [name, order.filter((film) => meets(film, { [name]: '' })).length])
          .toSorted(),
      );
      const pages = Math.max(1, Math.ceil(found.kept.length / pageFilms));
      const shown = Array.from({ length: pages }, (_, at) => pageOf(found, at + 1)?.films ?? []);
      assert.deepEqual(shown.flat(), [...found.kept]);
      assert.equal(pageOf(found, pages + 1), null);
    }),
    { numRuns: 200 },
  );
});

test('a theme keeps its films alone, and is the first to loosen when it leaves none', () => {
  const index = {
    merit: Int32Array.of(2, 0, 1),
    newest: Int32Array.of(0, 1, 2),
    ranks: new Int32Array(3),
    ranked: new Int32Array(),
    mean: null,
    genre: facet([['War'], ['War'], ['Drama']]),
    decade: facet([[], [], []]),
    country: facet([[], [], []]),
    themes: new Map(),
  };
  assert.deepEqual([...(findFilms(index, { ...any, theme: 'sea' }, [0, 2])?.kept ?? [])], [2, 0]);
  assert.deepEqual(findFilms(index, { ...any, theme: 'sea', genre: 'War' }, [2])?.loosen, [
    { condition: 'theme', films: 2 },
    { condition: 'genre', films: 1 },
  ]);
  assert.equal(findFilms(index, { ...any, theme: 'nothing' }), null);
});

function facet(lists: readonly (readonly string[])[]): Facet {
  const keys = [...new Set(lists.map((list) => list.join()))];
  return {
    of: Int32Array.from(lists, (list) => keys.indexOf(list.join())),
    combinations: keys.map((key) => (key === '' ? [] : key.split(','))),
  };
}

const byValue = (a: { value: string }, b: { value: string }): number => (a.value < b.value ? -1 : 1);
