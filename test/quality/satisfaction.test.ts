import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { seededRandom } from '#kernels/random.ts';
import { wilson } from '#kernels/statistics/wilson.ts';
import { difference, satisfaction, type Cell, type CellName, type PersonCounts } from '#quality/satisfaction.ts';

const counts = (given: Partial<PersonCounts>): PersonCounts => ({
  person: 0,
  place: 'first',
  explored: false,
  basis: 'likes',
  shown: 10,
  liked: 0,
  disliked: 0,
  seen: 0,
  wished: 0,
  propensity: 10,
  ...given,
});
const of = (cells: readonly Cell[], name: CellName): Cell['told'] | undefined =>
  cells.find((cell) => cell.name === name)?.told;
const isIn = (name: CellName, { place, basis, explored }: PersonCounts): boolean =>
  name === place || name === basis || name === (explored ? 'explored' : 'ranked');
const row = fc.record({
  person: fc.nat(11),
  place: fc.constantFrom('first' as const, 'next' as const, 'after' as const),
  explored: fc.boolean(),
  basis: fc.constantFrom('start' as const, 'likes' as const, 'content' as const),
  shown: fc.integer({ min: 1, max: 20 }),
});

test('no figure of fewer than five people, nor one that the others would tell', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 40 }), (rows) => {
      const all = rows.map((one) => counts({ ...one, liked: Math.floor(one.shown / 3), propensity: one.shown }));
      const cells = satisfaction(all);
      for (const { told } of cells)
        if (told !== null) {
          assert.ok(told.people >= 5);
          for (const { share, low, high } of Object.values(told.shares))
            assert.ok(low <= share + 1e-9 && share <= high + 1e-9 && low >= 0 && high <= 1);
        }
      for (const parting of [
        ['first', 'next', 'after'],
        ['ranked', 'explored'],
        ['likes', 'content', 'start'],
      ] as const) {
        const hidden = cells.filter(({ name, told }) => told === null && parting.some((part) => part === name));
        const people = new Set(
          all.filter((one) => hidden.some(({ name }) => isIn(name, one))).map(({ person }) => person),
        );
        const whole = of(cells, 'all') !== null;
        if (whole && hidden.length > 0) assert.ok(people.size >= 5, 'the whole less what is told is of few people');
      }
    }),
  );
});

test('four people are too few, five are enough; the shares are of films shown', () => {
  const people = (many: number): PersonCounts[] =>
    Array.from({ length: many }, (_, person) => counts({ person, liked: person % 2, seen: 2, propensity: 5 }));
  assert.equal(of(satisfaction(people(4)), 'all'), null);
  const told = of(satisfaction(people(6)), 'all');
  assert.equal(told?.people, 6);
  assert.equal(told?.films, 60);
  assert.equal(told?.shares.liked.share, 0.05);
  assert.equal(told?.shares.seen.share, 0.2);
  assert.equal(told?.propensity, 0.5);
  assert.deepEqual(satisfaction([]), [{ name: 'all', told: null }]);
});

test('the interval is Wilson’s when people agree, and wider when one of them does it all', () => {
  const even = of(satisfaction(Array.from({ length: 10 }, (_, person) => counts({ person, liked: 2 }))), 'all');
  const plain = wilson(20, 100);
  assert.ok(Math.abs((even?.shares.liked.low ?? 0) - plain.low) < 1e-9);
  const uneven = of(
    satisfaction(Array.from({ length: 10 }, (_, person) => counts({ person, liked: person < 2 ? 10 : 0 }))),
    'all',
  );
  assert.equal(uneven?.shares.liked.share, 0.2);
  assert.ok((uneven?.shares.liked.low ?? 1) < plain.low && (uneven?.shares.liked.high ?? 0) > plain.high);
});

test('95 % intervals hold the true share of a public that is not all alike, nineteen times in twenty', () => {
  const random = seededRandom(7);
  const rounds = 1000;
  let held = 0;
  for (let round = 0; round < rounds; round++) {
    const rows = Array.from({ length: 40 }, (_, person) => {
      // Half of the people like a tenth of what they see, half three tenths.
      const chance = random() < 0.5 ? 0.1 : 0.3;
      return counts({
        person,
        shown: 24,
        liked: Array.from({ length: 24 }, () => Number(random() < chance)).reduce((a, b) => a + b, 0),
      });
    });
    const liked = of(satisfaction(rows), 'all')?.shares.liked;
    held += Number(liked !== undefined && liked.low <= 0.2 && 0.2 <= liked.high);
  }
  assert.ok(held / rounds >= 0.925 && held / rounds <= 0.975, String(held / rounds));
});

test('a difference of two shares has an interval that holds it, and holds nought when they are the same', () => {
  const share = (hits: number, of100: number) => ({ share: hits / of100, ...wilson(hits, of100) });
  const none = difference(share(20, 100), share(20, 100));
  assert.ok(none.low < 0 && none.high > 0 && none.share === 0);
  const clear = difference(share(60, 100), share(20, 100));
  assert.ok(clear.low > 0.2 && clear.high < 0.55);
});
