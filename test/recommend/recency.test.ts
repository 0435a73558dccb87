import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { leanInTime } from '#recommend/recency.ts';

const year = fc.oneof(
  { weight: 1, arbitrary: fc.constant(0) },
  { weight: 6, arbitrary: fc.integer({ min: 1895, max: 2026 }) },
);
const film = fc.record({ year, score: fc.float({ min: -10, max: 10, noNaN: true }) });
const films = fc.array(film, { minLength: 1, maxLength: 60 });
const lean = fc.float({ min: -1, max: 1, noNaN: true });

const leaned = (given: readonly { year: number; score: number }[], by: number): Float32Array => {
  const scores = Float32Array.from(given, ({ score }) => score);
  leanInTime(scores, { years: given.map((one) => one.year), lean: by });
  return scores;
};

test('0 changes nothing, and what is out stays out', () => {
  fc.assert(
    fc.property(films, lean, (given, by) => {
      assert.deepEqual(
        leaned(given, 0),
        Float32Array.from(given, ({ score }) => score),
      );
      const out = leaned([...given, { year: 1999, score: -Infinity }], by);
      assert.equal(out.at(-1), -Infinity);
    }),
  );
});

test('of two films that score the same, the one on the side asked for comes first', () => {
  fc.assert(
    fc.property(films, year, year, fc.boolean(), (given, one, other, recent) => {
      fc.pre(one > 0 && other > one);
      const scores = leaned([...given, { year: one, score: 0 }, { year: other, score: 0 }], recent ? 1 : -1);
      const [older = 0, newer = 0] = scores.slice(-2);
      assert.ok(recent ? newer > older : older > newer);
    }),
  );
});

test('the whole way moves the middle of the catalogue by what parts the first from the last', () => {
  const given = [1930, 1960, 1990].map((one, at) => ({ year: one, score: 3 - at }));
  const moved = leaned(given, 1).map((score, at) => score - (given[at]?.score ?? 0));
  const [a = 0, b = 0, c = 0] = moved;
  assert.ok(Math.abs(c - b - (b - a)) < 1e-5 && Math.abs(c - a - (2 * 2 * 2) / 3) < 1e-5, moved.join(' '));
});
