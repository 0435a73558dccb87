import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { seededRandom } from '#kernels/random.ts';
import { exploration, type ExploreOptions } from '#recommend/explore.ts';

const ranked = (films: number): { film: number; score: number }[] =>
  Array.from({ length: films }, (_, rank) => ({ film: 100 + ((rank * 7) % films), score: 5 - Math.sqrt(rank) }));
const none = new Set<number>();

const anyOptions: fc.Arbitrary<Required<ExploreOptions> & { films: number }> = fc.record({
  films: fc.constantFrom(1, 2, 5, 11, 29, 61, 83),
  top: fc.nat(40),
  every: fc.nat(12),
  sure: fc.nat(5),
  pool: fc.integer({ min: 1, max: 40 }),
  epsilon: fc.double({ min: 0, max: 1, noNaN: true }),
  temperature: fc.double({ min: 0.01, max: 10, noNaN: true }),
  away: fc.uniqueArray(fc.integer({ min: 100, max: 180 }), { maxLength: 8 }).map((films) => new Set(films)),
});

test('never a film that is away, never twice, never in the first places; the others keep their order', () => {
  fc.assert(
    fc.property(anyOptions, fc.integer(), (options, seed) => {
      const list = ranked(options.films);
      const left = list.filter(({ film }) => !options.away.has(film));
      const shown = exploration([...list, ...list], options).draw(seededRandom(seed));
      assert.equal(shown.length, Math.min(options.top, left.length));
      assert.equal(new Set(shown.map(({ film }) => film)).size, shown.length);
      assert.deepEqual(
        shown.map(({ position }) => position),
        shown.map((_, at) => at + 1),
      );
      const kept = shown.filter(({ explored }) => !explored).map(({ film }) => film);
      assert.deepEqual(
        kept,
        left.slice(0, kept.length).map(({ film }) => film),
      );
      for (const { film, score, position, explored, propensity } of shown) {
        assert.ok(!options.away.has(film) && propensity > 0 && propensity <= 1 + 1e-12);
        assert.equal(score, list.find((one) => one.film === film)?.score);
        if (explored) assert.ok(position > options.sure);
      }
      const explored = shown.length - kept.length;
      assert.ok(explored <= (options.every === 0 ? 0 : Math.ceil(shown.length / options.every)));
    }),
  );
});

test('propensities: 1 in all at every position, at most 1 in all for a film', () => {
  fc.assert(
    fc.property(anyOptions, (options) => {
      const list = ranked(options.films);
      const policy = exploration(list, options);
      const shown = Math.min(options.top, list.filter(({ film }) => !options.away.has(film)).length);
      const positions = Array.from({ length: shown }, (_, at) => at + 1);
      for (const position of positions) {
        const total = list.reduce((sum, { film }) => sum + policy.propensity(film, position), 0);
        assert.ok(Math.abs(total - 1) < 1e-9, `position ${position}: ${total}`);
      }
      for (const { film } of list) {
        const total = positions.reduce((sum, position) => sum + policy.propensity(film, position), 0);
        assert.ok(total <= 1 + 1e-9);
        assert.equal(policy.propensity(film, 0) + policy.propensity(film, shown + 1), 0);
      }
      assert.equal(policy.propensity(1, 1), 0, 'a film of no list');
    }),
  );
});

test('in 100 000 lists every film stands at every position as often as its propensity says', (t) => {
  const draws = 100_000;
  const list = ranked(71);
  for (const options of [
    { top: 10, away: none },
    { top: 15, away: none, pool: 12 },
    { top: 24, away: new Set([107, 128]), every: 8, epsilon: 0.5, temperature: 0.5 },
    { top: 6, away: none, every: 4, sure: 1, pool: 3 },
  ]) {
    const policy = exploration(list, options);
    const random = seededRandom(11);
    const counts = new Map<string, number>();
    let explored = 0;
    for (let n = 0; n < draws; n++) {
      for (const shown of policy.draw(random)) {
        const cell = `${shown.film} ${shown.position}`;
        counts.set(cell, (counts.get(cell) ?? 0) + 1);
        explored += Number(shown.explored);
      }
    }
    let worst = 0;
    for (const { film } of list) {
      for (let position = 1; position <= options.top; position++) {
        const expected = policy.propensity(film, position);
        const found = (counts.get(`${film} ${position}`) ?? 0) / draws;
        if (expected === 0 || expected === 1) assert.equal(found, expected, `${film} at ${position}`);
        else worst = Math.max(worst, Math.abs(found - expected) / Math.sqrt((expected * (1 - expected)) / draws));
      }
    }
    const share = explored / draws / options.top;
    t.diagnostic(`top ${options.top}: worst cell at ${worst.toFixed(1)} standard errors, ${share.toFixed(4)} explored`);
    assert.ok(worst < 4.5, `top ${options.top}: ${worst}`);
    assert.ok(Math.abs(share - 1 / (options.every ?? 10)) < 0.001, `top ${options.top}: ${share}`);
  }
});

test('what was drawn carries the propensity of the policy; the same seed draws the same list', () => {
  const policy = exploration(ranked(61), { top: 17, away: none });
  const first = policy.draw(seededRandom(3));
  assert.deepEqual(policy.draw(seededRandom(3)), first);
  for (const { film, position, propensity } of first) assert.equal(propensity, policy.propensity(film, position));
  assert.ok(first.slice(0, 3).every(({ propensity, explored }) => propensity === 1 && !explored));
});

test('better scores are drawn more often, the scale of the scores does not matter, and epsilon keeps all within reach', () => {
  const list = ranked(61);
  const options = { top: 10, away: none, pool: 20, epsilon: 0.1 };
  const policy = exploration(list, options);
  const scaled = exploration(
    list.map(({ film, score }) => ({ film, score: 1000 * score - 7 })),
    options,
  );
  const pool = list.slice(9, 29).map(({ film }) => policy.propensity(film, 8));
  for (const [at, chance] of pool.entries()) {
    assert.ok(chance <= (pool[at - 1] ?? 1) && chance >= 0.1 / 20 / 7 - 1e-12);
    assert.ok(Math.abs(scaled.propensity(list[9 + at]?.film ?? -1, 8) - chance) < 1e-9);
  }
  const even = exploration(
    list.map(({ film }) => ({ film, score: 1 })),
    options,
  );
  assert.ok(Math.abs(even.propensity(list[28]?.film ?? -1, 8) - 1 / 20 / 7) < 1e-12, 'equal scores: uniform');
});
