import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readsAsFamilyFilm } from '#features/facts/family-film.ts';

test('a family film is told by its genres, and a grave genre or a warning keyword outweighs them', () => {
  const cases: [string, string, boolean][] = [
    ['Comedy,Family', '', true],
    ['Adventure,Animation', 'talking animal', true],
    ['Animation,Comedy', 'talking dog', true],
    ['Animation,Comedy', '', false],
    ['Adventure,Animation,Comedy', 'parallel universe', false],
    ['Animation,Musical', 'princess', true],
    ['Animation,Comedy', 'friendship,adult animation', false],
    ['Animation,Comedy,Drama', '', false],
    ['Animation,Drama', '', false],
    ['Comedy', '', false],
    ['Adventure,Family,Horror', '', false],
    ['Animation,Comedy,Crime', '', false],
    ['Adult,Animation,Comedy', '', false],
    ['Animation,Comedy', 'adult animation', false],
    ['Drama,Family', 'suicide', false],
    ['', '', false],
    ['', 'family', false],
  ];
  for (const [genres, keywords, expected] of cases) {
    const split = (text: string): string[] => (text === '' ? [] : text.split(','));
    assert.equal(readsAsFamilyFilm(split(genres), split(keywords)), expected, `${genres} / ${keywords}`);
  }
});
