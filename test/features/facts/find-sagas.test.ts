import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { seededRandom, shuffle } from '#kernels/random.ts';
import { findSagas, type SagaClues } from '#features/facts/find-sagas.ts';

interface Film {
  readonly names: readonly string[];
  readonly keywords?: readonly string[];
  readonly directors?: readonly number[];
}

const cluesOf = (films: readonly Film[]): SagaClues => ({
  names: films.map(({ names }) => names),
  keywords: films.map(({ keywords = [] }) => keywords),
  directors: films.map(({ directors = [] }) => directors),
});
const sagasOf = (...films: Film[]): number[] => [...findSagas(cluesOf(films))];

test('a number and one keyword are enough; nothing shared is not', () => {
  assert.deepEqual(
    sagasOf({ names: ['Cab'], keywords: ['driver', 'port'] }, { names: ['Cab 2'], keywords: ['driver', 'port'] }),
    [0, 0],
  );
  assert.deepEqual(sagasOf({ names: ['Cab'], directors: [1] }, { names: ['Cab 2'], directors: [1] }), [0, 0]);
  assert.deepEqual(sagasOf({ names: ['Cab'] }, { names: ['Cab 2'] }), [-1, -1]);
  assert.deepEqual(
    sagasOf({ names: ['Cab'], keywords: ['driver'] }, { names: ['Cab Stories'], keywords: ['driver'] }),
    [-1, -1],
  );
});

test('openings that do not pause need a shared director', () => {
  const keywords = ['love', 'train', 'walk'];
  const [one, two] = [
    { names: ['Until Dawn'], keywords },
    { names: ['Until Dusk'], keywords },
  ];
  assert.deepEqual(sagasOf(one, two), [-1, -1]);
  assert.deepEqual(sagasOf({ ...one, directors: [7] }, { ...two, directors: [7] }), [0, 0]);
});

test('any of the names may tell, and what binds two pairs binds all three', () => {
  const keywords = ['spy', 'sea', 'bomb'];
  assert.deepEqual(
    sagasOf(
      { names: ['Nobody', 'Agent Corail'], keywords },
      { names: ['Unrelated'], keywords },
      { names: ['Agent Corail : Lisbonne'], keywords, directors: [3] },
      { names: ['Agent Corail: Tangier'], keywords: [], directors: [3] },
    ),
    [0, -1, 0, 0],
  );
});

test('versions of one story under one title count as a saga; homonyms that share nothing do not', () => {
  const keywords = ['revenge', 'prison', 'treasure'];
  assert.deepEqual(
    sagasOf(
      { names: ['The Captive Duke'], keywords },
      { names: ['The Captive Duke'], keywords },
      { names: ['The Captive Duke'], keywords: ['chess'] },
    ),
    [0, 0, -1],
  );
});

test('an opening of more than two hundred films names no saga, and a keyword that most films have binds none', () => {
  const crowd = Array.from({ length: 201 }, () => ({ names: ['Love Song'], directors: [1] }));
  assert.ok(sagasOf(...crowd).every((saga) => saga === -1));
  assert.ok(sagasOf(...crowd.slice(1)).every((saga) => saga === 0));
  const filler = Array.from({ length: 30 }, (_, place) => ({ names: [`Other${place}word`], keywords: ['drama'] }));
  assert.deepEqual(
    sagasOf({ names: ['Cab'], keywords: ['drama'] }, { names: ['Cab 2'], keywords: ['drama'] }, ...filler).slice(0, 2),
    [-1, -1],
  );
});

test('numbered by first film, no saga of one, and the order of the catalogue does not matter', () => {
  const film = fc.record({
    names: fc.subarray(['Cab', 'Cab 2', 'Agent Corail', 'Agent Corail: Rome', 'Until Dawn', 'Until Dusk'], {
      minLength: 1,
      maxLength: 2,
    }),
    keywords: fc.subarray(['a', 'b', 'c', 'd']),
    directors: fc.subarray([1, 2]),
  });
  fc.assert(
    fc.property(fc.array(film, { maxLength: 9 }), fc.nat(), (films, seed) => {
      const sagas = sagasOf(...films);
      const firsts = [...new Set(sagas.filter((saga) => saga >= 0))];
      assert.deepEqual(firsts, [...firsts.keys()]);
      for (const saga of firsts) assert.ok(sagas.filter((other) => other === saga).length > 1);
      const order = shuffle([...films.keys()], seededRandom(seed));
      const shuffled = sagasOf(...order.flatMap((place) => films[place] ?? []));
      const back = order.map((_, place) => shuffled[order.indexOf(place)]);
      for (const [a, sagaA] of sagas.entries())
        for (const [b, sagaB] of sagas.entries())
          assert.equal(back[a] === back[b] && back[a] !== -1, sagaA === sagaB && sagaA !== -1);
    }),
  );
});
