import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { asFilmIndex } from '#brand.ts';
import type { CatalogueFacts } from '#features/facts/film-facts.ts';
import { openContentModel } from '#models/content.ts';
import { trainContent } from '#models/train-content.ts';
import { chooseList, chooseShelves, groundOf, usualDiversity, type Ground } from '#recommend/choose.ts';
import type { LocalTaste } from '#recommend/local-taste.ts';
import { recommend } from '#recommend/recommend.ts';
import { passes, type Filters } from '#recommend/shape/filters.ts';
import { fewOfEachSaga, sagaRepeats } from '#recommend/shape/saga.ts';
import type { Taste } from '#recommend/types.ts';
import { opened } from '../models/lists.ts';
import { featuresOf, handMade } from '../models/worlds.ts';

const films = Array.from({ length: 12 }, () => handMade).flat();
const model = opened(openContentModel(trainContent(featuresOf(films))));
const column = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
  fc.array(value, { minLength: films.length, maxLength: films.length });
const ground: fc.Arbitrary<Ground> = fc
  .record({
    year: column(fc.constantFrom(0, 1950, 1980, 2020)),
    runtime: column(fc.constantFrom(0, 60, 95, 140)),
    genres: column(fc.subarray(['drama', 'comedy', 'war'])),
    countries: column(fc.subarray(['FR', 'IT'])),
    language: column(fc.constantFrom('fr', 'it', null)),
    directors: column(fc.subarray([1, 2, 3])),
    family: column(fc.constantFrom(0, 1)),
    sagas: column(fc.integer({ min: -1, max: 3 })).map((sagas) => Int32Array.from(sagas)),
    nationality: column(fc.nat(4)),
    nationalityBy: column(fc.constant(1)),
    revenue: column(fc.constantFrom(0, 1e6, 5e7)),
  })
  .map((facts: CatalogueFacts) =>
    groundOf({ model, fame: Float32Array.from(films, (_, film) => (film * 7) % films.length) }, facts),
  );
const some = fc.uniqueArray(fc.nat(films.length - 1).map(asFilmIndex), { maxLength: 5 });
const taste: fc.Arbitrary<Taste> = fc.record({ liked: some, disliked: some, seen: some });
const filters: fc.Arbitrary<Filters> = fc.record(
  {
    years: fc.constantFrom([1940, 1980] as const, [1900, 1910] as const),
    length: fc.constant([50, 100] as const),
    genres: fc.subarray(['drama', 'comedy', 'none']),
    countries: fc.subarray(['FR', 'IT']),
    languages: fc.subarray(['fr', 'it']),
    audience: fc.constant<'family'>('family'),
  },
  { requiredKeys: [] },
);
const awayOf = ({ liked, disliked, seen }: Taste): Set<number> => new Set([...liked, ...disliked, ...seen]);
const eligible = ({ facts }: Ground, given: Taste, asked: Filters): number[] => {
  const away = awayOf(given);
  const meets = passes(asked, facts);
  return [...films.keys()].filter((film) => model.recommendable(film) && !away.has(film) && meets(film));
};

test('a list holds what may be in it, each film once, as many as asked for or as there are; when it is short, it says what to loosen', () => {
  fc.assert(
    fc.property(ground, taste, filters, fc.integer({ min: 1, max: 60 }), fc.constantFrom(0, 0.25, 1), (...given) => {
      const [on, person, asked, top, diversity] = given;
      const { films: list, loosen, start } = chooseList(on, person, { top, diversity, filters: asked });
      const ids = list.map(({ film }): number => film);
      const may = eligible(on, person, asked);
      assert.equal(new Set(ids).size, ids.length);
      assert.ok(ids.every((film) => may.includes(film)));
      assert.equal(ids.length, Math.min(top, may.length));
      assert.equal(start, person.liked.length === 0 && person.disliked.length === 0);
      const conditions = Object.values(asked).filter((value) => value.length > 0).length;
      assert.equal(loosen.length, ids.length < top ? conditions : 0);
      for (const { films: found } of loosen) assert.ok(found >= may.length);
    }),
    { numRuns: 200 },
  );
});

test('no diversity is the plain ranking; with it, the reasons and scores of a film stay, and no saga takes a third place before the others have theirs', () => {
  fc.assert(
    fc.property(ground, taste, fc.integer({ min: 1, max: 12 }), (on, person, top) => {
      fc.pre(person.liked.length > 0);
      const all = recommend(model, person, { top: films.length });
      const plain = chooseList(on, person, { top, diversity: 0 });
      assert.deepEqual(plain.films, all.slice(0, top));
      const varied = chooseList(on, person, { top, diversity: usualDiversity }).films;
      for (const item of varied)
        assert.deepEqual(
          item,
          all.find(({ film }) => film === item.film),
        );
      const free = all.filter(({ film }) => (on.facts.sagas[film] ?? -1) < 0).length;
      if (free >= top) assert.equal(sagaRepeats(varied, on.facts.sagas), 0);
    }),
  );
});

test('for someone new, the best known films; in a varied list the third film of a saga comes after the others', () => {
  fc.assert(
    fc.property(ground, fc.integer({ min: 1, max: 40 }), (on, top) => {
      const nobody = { liked: [], disliked: [], seen: [] };
      const all = chooseList(on, nobody, { top: films.length, diversity: 0 }).films;
      assert.deepEqual(
        all.map(({ score }) => score),
        all.map(({ score }) => score).toSorted((a, b) => b - a),
      );
      const few = fewOfEachSaga(all, on.facts.sagas);
      const varied = chooseList(on, nobody, { top, diversity: usualDiversity }).films;
      assert.deepEqual(varied, [...few, ...all.filter((film) => !few.includes(film))].slice(0, top));
    }),
    { numRuns: 50 },
  );
});

test('for someone new in a place whose taste is known: all that may be in the list, once each, and the same twice', () => {
  const local: LocalTaste = {
    place: 'Ici',
    code: '01001',
    nearness: 'cinema',
    year: 2022,
    source: 'made',
    nationality: { french: 0.43, american: 0.4, european: 0.12, other: 0.05 },
    heritage: { from: 10, share: 0.29 },
    halfLife: { recent: 5, heritage: 20 },
    genres: [
      { name: 'comedy', share: 0.5 },
      { name: 'drama', share: 0.5 },
    ],
  };
  fc.assert(
    fc.property(ground, filters, fc.integer({ min: 1, max: 60 }), some, (on, asked, top, seen) => {
      const here = groundOf({ model, fame: on.fame }, on.facts, local);
      const nobody: Taste = { liked: [], disliked: [], seen };
      const listOf = (many: number): number[] =>
        chooseList(here, nobody, { top: many, filters: asked, diversity: usualDiversity }).films.map(
          ({ film }) => film,
        );
      const list = listOf(top);
      const may = eligible(here, nobody, asked);
      assert.equal(new Set(list).size, list.length);
      assert.ok(list.every((film) => may.includes(film)));
      assert.equal(list.length, Math.min(top, may.length));
      assert.deepEqual(listOf(top), list);
    }),
    { numRuns: 100 },
  );
});

test('a list longer than what is shaped goes on in the plain ranking', () => {
  fc.assert(
    fc.property(ground, (on) => {
      const person = { liked: [asFilmIndex(1)], disliked: [], seen: [] };
      const { films: list } = chooseList(on, person, { top: films.length, diversity: 0.5 });
      assert.equal(list.length, eligible(on, person, {}).length);
      const rest = list.slice(100).map(({ score }) => score);
      assert.deepEqual(
        rest,
        rest.toSorted((a, b) => b - a),
      );
    }),
    { numRuns: 20 },
  );
});

test('no film is on two shelves, none was liked, refused or seen, all meet the conditions; without a shelf, it says what to loosen', () => {
  fc.assert(
    fc.property(ground, taste, filters, fc.integer({ min: 1, max: 6 }), some, (on, person, asked, each, elsewhere) => {
      const away = new Set<number>(elsewhere);
      const { shelves, loosen } = chooseShelves(on, person, { each, filters: asked, away });
      const shown = shelves.flatMap((shelf) => shelf.films.map(({ film }): number => film));
      const may = eligible(on, person, asked);
      assert.equal(new Set(shown).size, shown.length);
      assert.ok(shown.every((film) => may.includes(film) && !away.has(film)));
      for (const { films: held } of shelves) assert.ok(held.length > 0 && held.length <= each);
      assert.equal(
        sagaRepeats(
          shown.map((film) => ({ film, score: 0 })),
          on.facts.sagas,
        ),
        0,
      );
      if (shelves.length === 0 && Object.values(asked).some((value) => value.length > 0)) assert.ok(loosen.length > 0);
      for (const { films: held } of shelves)
        for (const { film, reasons } of held)
          assert.deepEqual(
            reasons,
            recommend(model, person, { top: films.length }).find((one) => one.film === film)?.reasons ?? [],
          );
    }),
    { numRuns: 100 },
  );
});

test('for who has named no film a mood leads: a film at the mood passes a far better known one', () => {
  const facts: CatalogueFacts = {
    year: films.map(() => 2000),
    runtime: films.map(() => 100),
    genres: films.map(() => []),
    countries: films.map(() => []),
    language: films.map(() => null),
    directors: films.map(() => []),
    family: films.map(() => 0),
    sagas: new Int32Array(films.length).fill(-1),
    nationality: films.map(() => 0),
    nationalityBy: films.map(() => 0),
    revenue: films.map(() => 0),
  };
  const fame = Float32Array.from(films, (_, film) => 14 - (4 * film) / films.length);
  const moods = Float32Array.from(films.flatMap((_, film) => (film === films.length - 1 ? [0.6, -0.5] : [-0.6, 0.5])));
  const mood = { moods, at: { valence: 0.6, energy: -0.5 }, weight: 1 };
  const nobody = { liked: [], disliked: [], seen: [] };
  const on = groundOf({ model, fame }, facts);
  assert.equal(chooseList(on, nobody, { top: 1, mood }).films[0]?.film, films.length - 1);
  assert.equal(chooseList(on, nobody, { top: 1 }).films[0]?.film, 0);
});

test('when enough films of the ranking share something that has a name with a liked one, the shelves show only those', () => {
  const named = (film: number): boolean => film % 2 === 0;
  const half = {
    ...model,
    shared: (_: number, film: number) => [{ kind: 'story' as const, label: named(film) ? 'sea' : '', part: 1 }],
  };
  fc.assert(
    fc.property(ground, (on) => {
      const liked = [asFilmIndex(0)];
      const { shelves } = chooseShelves({ ...on, model: half }, { liked, disliked: [], seen: [] }, { each: 2 });
      const shown = shelves.flatMap((shelf) => shelf.films.map(({ film }) => film));
      assert.ok(shown.every(named), shown.join(' '));
    }),
  );
});
