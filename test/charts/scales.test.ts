import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { Axis } from '#charts/chart.ts';
import { widthOf } from '#charts/measure.ts';
import { scaleOf } from '#charts/scales.ts';
import type { Sheet } from '#charts/sheet.ts';
import { tickWords, valueWords } from '#charts/tick-words.ts';
import { speechOf } from '#words/speech.ts';

const sheet = (language: 'fr' | 'en' = 'fr'): Sheet => ({
  width: 684,
  narrow: false,
  font: 14,
  id: 'a',
  say: speechOf(language),
  fine: true,
  still: false,
  link: () => null,
});
const flat = { range: [0, 600] as const, most: 10, zero: false, round: true, flat: true, size: 13 };
const words = (axis: Partial<Axis>, values: readonly number[], more: Partial<typeof flat> = {}): string[] =>
  scaleOf(sheet(), { ...flat, ...more, axis: { title: '', ...axis }, values }).ticks.map(({ text }) => text);

test('years have no separator, counts have', () => {
  assert.deepEqual(words({}, [1990, 2010], { most: 5 }), ['1990', '1995', '2000', '2005', '2010']);
  assert.deepEqual(words({}, [0, 4000], { most: 4 }), ['0', '1\u202f000', '2\u202f000', '3\u202f000', '4\u202f000']);
});

test('a logarithmic axis is marked at 1, 2 and 5, then at the tens', () => {
  assert.deepEqual(words({ scale: 'log' }, [0.3, 4]), ['0,2', '0,5', '1', '2', '5']);
  assert.deepEqual(words({ scale: 'log' }, [1, 90_000], { most: 6 }), [
    '1',
    '10',
    '100',
    '1\u202f000',
    '10\u202f000',
    '100\u202f000',
  ]);
});

test('shares and units are written as the language does', () => {
  const share = { title: '', share: true };
  assert.deepEqual(
    tickWords(share, [0, 0.5, 1], [], 'fr'),
    ['0\u202f%', '50\u202f%', '100\u202f%'].map((word) => word.replace('\u202f', '\u00a0')),
  );
  assert.deepEqual(tickWords(share, [0, 0.5, 1], [], 'en'), ['0%', '50%', '100%']);
  assert.deepEqual(tickWords({ title: '', unit: 'min' }, [0, 50], [], 'fr'), ['0\u00a0min', '50\u00a0min']);
  assert.equal(valueWords({ title: '' }, 3.25, 'fr'), '3,3');
  assert.equal(valueWords(share, 0.034, 'en'), '3.4%');
});

test('an axis holds every value, its ends are ticks where it is round, and its labels do not touch', () => {
  const numbers = fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(numbers, fc.boolean(), fc.boolean(), fc.constantFrom('linear', 'log'), (values, zero, round, kind) => {
      const scale = scaleOf(sheet(), { ...flat, zero, round, axis: { title: '', scale: kind }, values });
      for (const value of values) {
        const at = scale.at(value);
        assert.ok(at >= -1e-6 && at <= 600 + 1e-6, `${value} at ${at}`);
      }
      for (const [index, tick] of scale.ticks.entries()) {
        const next = scale.ticks[index + 1];
        if (next !== undefined)
          assert.ok(
            next.at - tick.at >= (widthOf(tick.text, 13) + widthOf(next.text, 13)) / 2,
            `${tick.text} ${next.text}`,
          );
      }
    }),
  );
});

test('what rises stands further along', () => {
  const two = fc.tuple(
    fc.double({ min: 0.001, max: 1e6, noNaN: true }),
    fc.double({ min: 0.001, max: 1e6, noNaN: true }),
  );
  fc.assert(
    fc.property(two, fc.constantFrom('linear', 'log'), ([a, b], scale) => {
      const { at } = scaleOf(sheet(), { ...flat, axis: { title: '', scale }, values: [a, b] });
      assert.ok(a <= b ? at(a) <= at(b) : at(a) >= at(b));
    }),
  );
});
