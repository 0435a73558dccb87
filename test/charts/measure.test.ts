import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { dodge, lanes } from '#charts/labels.ts';
import { cut, widthOf, wrap } from '#charts/measure.ts';

const sentence = fc.array(fc.constantFrom('Évaux', 'les', 'Bains', 'durée', 'm', 'WWWWWWWWW', 'à', 'l’été'), {
  maxLength: 12,
});

test('accents add no width, and bold letters are wider', () => {
  assert.equal(widthOf('éàç', 10), widthOf('eac', 10));
  assert.ok(widthOf('film', 10, true) > widthOf('film', 10));
  assert.ok(Math.abs(widthOf('0000', 10) - 25.6) < 1e-9);
});

test('a text cut or broken fits its room, and loses nothing when it need not', () => {
  fc.assert(
    fc.property(sentence, fc.integer({ min: 40, max: 300 }), fc.integer({ min: 1, max: 4 }), (words, most, lines) => {
      const text = words.join(' ');
      assert.ok(widthOf(cut(text, 12, most), 12) <= most);
      const broken = wrap(text, 12, most, lines);
      assert.ok(broken.length <= lines);
      for (const line of broken) assert.ok(widthOf(line, 12) <= most);
      if (!broken.join('').includes('…')) assert.equal(broken.join(' '), text);
    }),
  );
});

test('names moved apart do not touch, and stay where they were when they had room', () => {
  const labels = fc.array(
    fc.record({ at: fc.integer({ min: 0, max: 300 }), height: fc.integer({ min: 5, max: 30 }) }),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(labels, (given) => {
      const placed = dodge(given, -200, 500)
        .map((at, index) => ({ at, height: given[index]?.height ?? 0 }))
        .toSorted((a, b) => a.at - b.at);
      for (const [index, { at, height }] of placed.entries()) {
        const next = placed[index + 1];
        if (next !== undefined) assert.ok(next.at - at >= (height + next.height) / 2 - 1e-9);
      }
    }),
  );
  assert.deepEqual(
    dodge(
      [
        { at: 90, height: 10 },
        { at: 20, height: 10 },
      ],
      0,
      100,
    ),
    [90, 20],
  );
});

test('what stands in one lane does not meet', () => {
  const spans = fc.array(
    fc
      .record({ from: fc.integer({ min: 0, max: 200 }), long: fc.integer({ min: 1, max: 90 }) })
      .map(({ from, long }) => ({ from, to: from + long })),
  );
  fc.assert(
    fc.property(spans, (given) => {
      const lane = lanes(given);
      given.forEach((a, i) =>
        given.forEach((b, j) => {
          if (i !== j && lane[i] === lane[j]) assert.ok(a.to <= b.from || b.to <= a.from);
        }),
      );
    }),
  );
});
