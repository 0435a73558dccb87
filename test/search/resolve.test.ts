import assert from 'node:assert/strict';
import { test } from 'node:test';
import { resolveTitle, type Resolution } from '#search/resolve.ts';
import { tinyFilms, tinyIndex } from './tiny-titles.ts';

const index = tinyIndex();
const named = (film: number): string => `${tinyFilms[film]?.names[0]} ${tinyFilms[film]?.year}`;

function one(text: string): string {
  const resolution = resolveTitle(index, text);
  return resolution.kind === 'one' ? named(resolution.film) : resolution.kind;
}

function films(resolution: Resolution): string[] {
  if (resolution.kind === 'one') return [named(resolution.film)];
  return (resolution.kind === 'several' ? resolution.films : resolution.nearest).map(named);
}

test('the very title of one film is that film, whatever better known titles begin with it', () => {
  assert.equal(one('Alien'), 'Alien 1979');
  assert.equal(one('manon'), 'Manon 1949');
  assert.equal(one('BLADE RUNNER'), 'Blade Runner 1982');
});

test('films of the same title are never told apart by their fame', () => {
  const resolution = resolveTitle(index, 'Manon des sources');
  assert.equal(resolution.kind, 'several');
  assert.deepEqual(films(resolution), ['Manon des sources 1986', 'Manon des sources 1952']);
  assert.equal(resolveTitle(index, 'manon des surces').kind, 'several', 'nor when the title is mistyped');
  assert.equal(resolveTitle(index, 'manon source').kind, 'several', 'nor when it is unfinished');
});

test('a year singles a film out, or its neighbour by one year', () => {
  assert.equal(one('manon des sources 1952'), 'Manon des sources 1952');
  assert.equal(one('Manon des sources (1986)'), 'Manon des sources 1986');
  assert.equal(one('manon des sources 1953'), 'Manon des sources 1952');
});

test('a year that is no film of that title answers none, with those films as the nearest', () => {
  const resolution = resolveTitle(index, 'manon des sources 1999');
  assert.equal(resolution.kind, 'none');
  assert.deepEqual(films(resolution).slice(0, 2).toSorted(), ['Manon des sources 1952', 'Manon des sources 1986']);
});

test('a year that belongs to the title is not taken for a date', () => {
  assert.equal(one('blade runner 2049'), 'Blade Runner 2049 2017');
  assert.equal(one('1917'), '1917 2019');
});

test('an article, a numeral, the order of the words or one slip leave the title clear', () => {
  assert.equal(one('visiteurs'), 'Les Visiteurs 1993');
  assert.equal(one('rocky 2'), 'Rocky II 1979');
  assert.equal(one('vadrouille la grande'), 'La Grande Vadrouille 1966');
  assert.equal(one('la grande vadrouile'), 'La Grande Vadrouille 1966');
  assert.equal(one('jean de florete'), 'Jean de Florette 1986');
});

test('an obscure film of the very title does not hide the one with an article', () => {
  const two = tinyIndex([
    { names: ['Parrain'], year: 1990, weight: 2 },
    { names: ['Le Parrain'], year: 1972, weight: 14 },
  ]);
  assert.deepEqual(resolveTitle(two, 'parrain'), { kind: 'several', films: [0, 1] });
  assert.deepEqual(resolveTitle(two, 'le parrain'), { kind: 'one', film: 1 });
});

test('what is near nothing is nothing, with the nearest titles', () => {
  for (const text of ['zxqwvk', 'un film qui n’existe pas du tout', 'aaaaaaaaaaaaaaaaaaaa']) {
    const resolution = resolveTitle(index, text);
    assert.equal(resolution.kind, 'none', text);
  }
  assert.ok(films(resolveTitle(index, 'alienzzzzzzzzzzzz')).length > 0);
  assert.deepEqual(resolveTitle(index, ''), { kind: 'none', nearest: [] });
});
