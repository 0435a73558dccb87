import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { tokens } from '#features/tokens.ts';

test('words without case, accents, ligatures, stop words and short words', () => {
  assert.deepEqual(tokens("L'Ombre d'un CŒUR brisé, à Évreux: the Sea & the sea"), [
    'ombre',
    'coeur',
    'brise',
    'evreux',
    'sea',
    'sea',
  ]);
  assert.deepEqual(tokens('Élève élève e\u0301le\u0300ve'), ['eleve', 'eleve', 'eleve']);
  assert.deepEqual(tokens('the and avec pour les when'), []);
  assert.deepEqual(tokens('ok no 12 007 A1'), []);
  assert.deepEqual(tokens(''), []);
  assert.deepEqual(tokens('Москва слезам'), ['москва', 'слезам']);
});

test('words of words are the same words: at least three letters, lower case, no mark', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.lorem(),
  );
  fc.assert(
    fc.property(text, (given) => {
      const words = tokens(given);
      assert.deepEqual(tokens(words.join(' ')), words);
      assert.deepEqual(tokens(given.normalize('NFD')), tokens(given.normalize('NFC')));
      for (const word of words) assert.match(word, /^\p{L}{3,}$/u);
    }),
    { numRuns: 2000 },
  );
  for (const strange of ['𝐀𝐁𝐂', 'ᴬᴮᴰ', 'ＡＢＣ', 'ﬁction noire', 'Ǽgir', 'İstanbul', 'ΟΔΟΣ']) {
    const words = tokens(strange);
    assert.ok(words.length > 0);
    assert.deepEqual(tokens(words.join(' ')), words, strange);
  }
});
