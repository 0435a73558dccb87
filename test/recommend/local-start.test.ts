import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { CatalogueFacts } from '#features/facts/film-facts.ts';
import { nationalities } from '#features/facts/nationality.ts';
import { seededRandom } from '#kernels/random.ts';
import { localStanding } from '#recommend/local-standing.ts';
import { localStartList } from '#recommend/local-start.ts';
import { genreClassOf, type LocalTaste } from '#recommend/local-taste.ts';

const taste: LocalTaste = {
  place: 'Ici',
  code: '01001',
  nearness: 'cinema',
  year: 2022,
  source: 'made',
  nationality: { french: 0.43, american: 0.4, european: 0.12, other: 0.05 },
  heritage: { from: 10, share: 0.29 },
  halfLife: { recent: 5, heritage: 20 },
  genres: [
    { name: 'comedy', share: 0.4 },
    { name: 'adventure', share: 0.4 },
    { name: 'drama', share: 0.17 },
    { name: 'horror', share: 0.03 },
  ],
};
const films = 3200;
const genreOf = [['Comedy'], ['Action'], ['Drama'], ['Horror']] as const;
const lastYear = 2025;
/** Every nationality, time and genre has films enough. */
const world = (sagas: Int32Array = new Int32Array(films).fill(-1)): CatalogueFacts => ({
  year: Array.from({ length: films }, (_, film) => lastYear - (film % 40)),
  runtime: Array.from({ length: films }, () => 100),
  genres: Array.from({ length: films }, (_, film) => genreOf[Math.floor(film / 160) % 4] ?? []),
  countries: Array.from({ length: films }, () => []),
  language: Array.from({ length: films }, () => null),
  directors: Array.from({ length: films }, () => []),
  family: new Uint8Array(films),
  sagas,
  nationality: Array.from({ length: films }, (_, film) => 1 + (Math.floor(film / 40) % 4)),
  nationalityBy: new Uint8Array(films).fill(1),
  revenue: new Float32Array(films),
});
const all = { nationality: true, time: true, genres: true };
/** Values from 0 to `most`, from a seed: thousands of them would take an age to shrink. */
const drawn = (most: number): fc.Arbitrary<Float32Array> =>
  fc.integer().map((seed) => {
    const random = seededRandom(seed);
    return Float32Array.from({ length: films }, () => Math.floor(random() * (most + 1)));
  });
const scores = drawn(60).map((values) => values.map((value) => -value / 10));

test('the first 10, 20 and 40 films hold the shares of nationalities and of heritage to a place', () => {
  const facts = world();
  fc.assert(
    fc.property(scores, (given) => {
      const list = localStartList(given, facts, taste, { top: 40, hold: all, lastYear }).map(
        ({ film }): number => film,
      );
      for (const k of [10, 20, 40]) {
        const first = list.slice(0, k);
        const held = (is: (film: number) => boolean): number => first.filter(is).length;
        for (const [at, name] of nationalities.entries()) {
          const share = taste.nationality[name];
          assert.ok(Math.abs(held((film) => facts.nationality[film] === at + 1) - k * share) <= 1, `${name} of ${k}`);
        }
        const old = held((film) => lastYear - (facts.year[film] ?? 0) >= 10);
        assert.ok(Math.abs(old - k * taste.heritage.share) <= 1, `heritage ${old} of ${k}`);
      }
      assert.ok(list.slice(0, 10).every((film) => genreClassOf(facts.genres[film] ?? []) !== 'horror'));
    }),
    { numRuns: 20 },
  );
});

test('one film of a saga in the first ten, two in the first hundred', () => {
  fc.assert(
    fc.property(scores, fc.integer({ min: 30, max: 200 }), (given, many) => {
      const sagas = Int32Array.from({ length: films }, (_, film) => film % many);
      const list = localStartList(given, world(sagas), taste, { top: 40, hold: all, lastYear });
      const most = (k: number): number =>
        Math.max(...[...Map.groupBy(list.slice(0, k), ({ film }) => sagas[film])].map(([, some]) => some.length));
      assert.equal(most(10), 1);
      assert.ok(most(40) <= 2);
    }),
    { numRuns: 20 },
  );
});

test('without nationalities the list is what the scores and the other shares make of it; where only titles tell who is French, the rest is foreign', () => {
  const facts = { ...world(), nationality: Array.from({ length: films }, (_, film) => Number(film % 5 === 0)) };
  const flat = new Float32Array(films);
  const list = localStartList(flat, facts, taste, { top: 20, hold: all, lastYear });
  assert.ok(Math.abs(list.filter(({ film }) => film % 5 === 0).length - 20 * taste.nationality.french) <= 1);
  const unknown = { ...facts, nationality: new Uint8Array(films) };
  assert.equal(localStartList(flat, unknown, taste, { top: 20, hold: all, lastYear }).length, 20);
});

test('a film stands by its rank among its own nationality and time, whatever the world knows of others', () => {
  const facts = world();
  const stand = (fame: Float32Array): Float32Array =>
    localStanding({ facts, fame, lastYear, recommendable: () => true }, taste);
  fc.assert(
    fc.property(drawn(1000), fc.integer({ min: 2, max: 50 }), (given, times) => {
      const fame = given;
      const louder = fame.map((value, film) => (facts.nationality[film] === 2 ? value * times : value));
      assert.deepEqual(stand(louder), stand(fame));
    }),
    { numRuns: 20 },
  );
});

test('what a French film earned ranks it, what fame lets expect where that is unknown; a foreign film by both', () => {
  const few = Array.from({ length: 60 }, (_, film) => film);
  const base = { year: few.map(() => 2024), revenue: few.map((film) => (film < 40 ? 1e6 * (film + 1) : 0)) };
  const fame = Float32Array.from(few, (film) => (film === 0 ? 5.62 : film === 59 ? 7 : 5 + film / 100));
  const of = (nationality: number): Float32Array =>
    localStanding(
      {
        facts: { ...base, nationality: few.map(() => nationality) },
        fame,
        lastYear: 2024,
        recommendable: (film) => film !== 7,
      },
      taste,
    );
  const [french, american] = [of(1), of(2)];
  assert.equal(french.subarray(0, 40).indexOf(Math.max(...french.subarray(0, 40))), 39, 'it earned most');
  assert.ok((french[0] ?? 0) < -3, 'it earned least, known as it is');
  assert.ok((american[0] ?? 0) > (french[0] ?? 0));
  assert.ok((french[59] ?? 0) > (french[41] ?? 0), 'of two whose earnings are unknown, the better known');
  assert.equal(french[7], -Infinity);
});

test('classes of genres', () => {
  assert.equal(genreClassOf(['Animation', 'Comedy']), 'animation');
  assert.equal(genreClassOf(['Comedy', 'Drama']), 'comedy-drama');
  assert.equal(genreClassOf(['Action', 'Comedy']), 'comedy');
  assert.equal(genreClassOf(['Crime', 'Drama']), 'thriller');
  assert.equal(genreClassOf(['Comedy', 'Horror']), 'horror');
  assert.equal(genreClassOf(['Biography', 'Drama']), 'drama');
  assert.equal(genreClassOf([]), null);
});
