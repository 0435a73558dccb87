import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { filmMood, readFilmMoods, type MoodFacts } from '#features/mood/film-mood.ts';
import { fold } from '#features/mood/fold.ts';
import { genrePriors } from '#features/mood/genre-priors.ts';
import { keywordMoods } from '#features/mood/keyword-moods.ts';
import { keywordMap, lexiconOf } from '#features/mood/lexicon.ts';
import { englishWords } from '#features/mood/words-en.ts';
import { frenchWords } from '#features/mood/words-fr.ts';
import { builtFrom, starterFolder } from '../models/starter.ts';

const nothing: MoodFacts = { genres: [], keywords: [], overview: '', overviewFr: '' };
const near = (a: number, b: number): boolean => Math.abs(a - b) < 1e-9;

test('the lists: some hundred words a language, folded, each once; every mood in the plane', () => {
  for (const groups of [englishWords, frenchWords]) {
    const words = groups.flatMap(([, , terms]) => terms.split(' '));
    assert.ok(words.length >= 300, `${words.length} words`);
    for (const word of words) assert.match(word, /^[a-z]{3,}\*?$/);
    assert.equal(new Set(words).size, words.length);
  }
  const keywords = keywordMoods.flatMap(([, , terms]) => terms.split(', '));
  for (const keyword of keywords) assert.equal(keyword, fold(keyword));
  assert.deepEqual(
    keywords.filter((keyword, place) => keywords.indexOf(keyword) !== place),
    [],
  );
  for (const [valence, energy] of [...englishWords, ...frenchWords, ...keywordMoods])
    assert.ok(Math.abs(valence) <= 1 && Math.abs(energy) <= 1);
  for (const { valence, energy } of Object.values(genrePriors))
    assert.ok(Math.abs(valence) <= 1 && Math.abs(energy) <= 1);
});

test('a whole word wins over a beginning, the longest beginning over a shorter one', () => {
  const lexicon = lexiconOf([
    [0.1, 0, 'tend*'],
    [0.2, 0, 'tender*'],
    [0.3, 0, 'tendered'],
  ]);
  assert.deepEqual(
    ['tends', 'tenderly', 'tendered', 'ten', 'constructor'].map((word) => lexicon(word)?.valence ?? null),
    [0.1, 0.2, 0.3, null, null],
  );
  assert.equal(keywordMap([[0.5, 0, "rock 'n' roll, Café"]]).get('cafe')?.valence, 0.5);
});

test('without a word matched, the genres alone; nothing known, the origin; no name is taken for a genre', () => {
  const comedy = filmMood({ ...nothing, genres: ['Comedy'] });
  assert.deepEqual(filmMood({ ...nothing, genres: ['Comedy'], keywords: ['zzzz'], overview: 'Zzzz qqqq.' }), comedy);
  assert.ok(comedy.valence > 0.5 && comedy.energy > 0);
  for (const genres of [[], ['__proto__', 'constructor'], ['No such genre']])
    assert.deepEqual(filmMood({ ...nothing, genres }), { valence: 0, energy: 0 });
});

test('words draw a film from its genres: ten words half of the way, then further', () => {
  const dark = [
    'murder',
    'killer',
    'assassin',
    'corpse',
    'slaughter',
    'torture',
    'violence',
    'brutal',
    'savage',
    'weapon',
    'bomb',
    'blood',
  ];
  const fall = dark.map(
    (_, count) => filmMood({ ...nothing, genres: ['Comedy'], overview: dark.slice(0, count).join(' ') }).valence,
  );
  assert.ok(
    fall.every((value, place) => place === 0 || value < (fall[place - 1] ?? 0)),
    fall.join(' '),
  );
  const genre = filmMood({ ...nothing, genres: ['Comedy'] });
  const ten = filmMood({
    ...nothing,
    genres: ['Comedy'],
    overview: 'happy joyful joys happiness delight win wins winning lively playful',
  });
  const words = 1.5 * 0.8;
  assert.ok(near(ten.valence, Math.min(1, (genre.valence + words) / 2)), `${ten.valence}`);
  assert.ok(near(ten.energy, (genre.energy + 1.5 * 0.4) / 2), `${ten.energy}`);
});

test('the same story in two languages counts once', () => {
  const one = filmMood({ ...nothing, genres: ['Drama'], overview: 'murder' });
  const both = filmMood({ ...nothing, genres: ['Drama'], overview: 'murder', overviewFr: 'meurtre' });
  assert.ok(near(one.valence, both.valence) && near(one.energy, both.energy));
});

test('any text gives a point of the plane, whatever the order of genres and keywords', () => {
  const text = fc
    .array(fc.constantFrom('amour', 'mort', 'love', 'war', 'guerre', 'fête', 'joy', 'the', '?', '💡'), {
      maxLength: 30,
    })
    .map((words) => words.join(' '));
  const facts = fc.record({
    genres: fc.uniqueArray(fc.constantFrom(...Object.keys(genrePriors), 'None'), { maxLength: 4 }),
    keywords: fc.array(fc.oneof(text, fc.constantFrom('feel-good', 'murder', 'toString')), { maxLength: 6 }),
    overview: text,
    overviewFr: text,
  });
  fc.assert(
    fc.property(facts, (given) => {
      const { valence, energy } = filmMood(given);
      for (const value of [valence, energy]) assert.ok(value >= -1 && value <= 1);
      const turned = filmMood({ ...given, genres: given.genres.toReversed(), keywords: given.keywords.toReversed() });
      assert.ok(near(turned.valence, valence) && near(turned.energy, energy));
    }),
  );
});

test('a catalogue: two numbers a film, in the plane, and films of one genre apart from one another', async () => {
  const catalogue = await builtFrom(starterFolder);
  const moods = await readFilmMoods(catalogue);
  assert.equal(moods.length, 2 * catalogue.films);
  assert.ok(moods.every((value) => value >= -1 && value <= 1));
  assert.ok(new Set(moods).size > catalogue.films);
});
