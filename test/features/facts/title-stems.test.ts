import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { titleStems } from '#features/facts/title-stems.ts';

/** Stems as text: `|` where the name pauses, `#` where a number follows. */
const written = (name: string): string[] =>
  titleStems(name).map(({ text, edge, numbered }) => `${text}${edge ? '|' : ''}${numbered ? '#' : ''}`);

const cases: [string, string[]][] = [
  ['Le Phare', ['phare|']],
  ['Le Phare 2', ['phare|#']],
  ['Le Phare II', ['phare|#']],
  ['Le Phare : deuxième époque', ['phare|', 'phare deuxieme', 'phare deuxieme epoque|']],
  ['The Lighthouse Part II', ['lighthouse|#']],
  ['Lighthouse: Chapter 3 - The Storm', ['lighthouse|#']],
  ['Lighthouse 2: The Storm', ['lighthouse|#']],
  ['The Return of the Lighthouse Keeper', ['lighthouse', 'lighthouse keeper|']],
  ['Les Nouvelles Aventures du phare', ['phare|']],
  ['The Keeper and the Sea', ['keeper', 'keeper sea|']],
  ['Anna Keeper and the Sea', ['anna', 'anna keeper|', 'anna keeper sea|']],
  ['Keepers', ['keeper|']],
  ['1789', ['1789|']],
  ['2001: The Voyage', ['2001|', '2001 voyage|']],
  ['The Return', ['return|']],
  ['The', []],
  ['', []],
  ['…', []],
];

for (const [name, stems] of cases) test(`“${name}”`, () => assert.deepEqual(written(name), stems));

test('any text has at most four stems, each the opening of the next', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      const stems = titleStems(name);
      assert.ok(stems.length <= 4);
      for (const [place, { text, words }] of stems.entries()) {
        assert.equal(words, place + 1);
        assert.ok(text.startsWith(stems[place - 1]?.text ?? ''));
      }
    }),
  );
});
