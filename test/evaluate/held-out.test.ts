import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { heldOutShots, heldOutViewers, ndcgOfShots, withoutViewers } from '#evaluate/held-out.ts';
import { csrFromTriplets, type Csr } from '#kernels/csr.ts';
import { seededRandom, shuffle } from '#kernels/random.ts';
import { joinLikes, type NamedLikes } from '#models/hybrid/join-likes.ts';
import { learnt } from '../models/liking.ts';

function named(viewers: readonly (readonly string[])[]): NamedLikes {
  const films = [...new Set(viewers.flat())].toSorted();
  const cells = viewers.flatMap((liked, row) => liked.map((id) => [row, films.indexOf(id)] as const));
  const rows = Int32Array.from(cells, ([row]) => row);
  const columns = Int32Array.from(cells, ([, column]) => column);
  return {
    films,
    likes: csrFromTriplets(viewers.length, films.length, rows, columns, new Float32Array(cells.length).fill(1)),
  };
}
const rowsOf = ({ films, likes }: { films: readonly string[]; likes: Csr }): string[] =>
  Array.from({ length: likes.rows }, (_, row) =>
    Array.from(likes.indices.subarray(likes.indptr[row], likes.indptr[row + 1]), (at) => films[at])
      .toSorted()
      .join(' '),
  );
const ids = Array.from({ length: 40 }, (_, n) => `tt${String(n).padStart(7, '0')}`);
const anyViewers = fc.array(fc.uniqueArray(fc.constantFrom(...ids), { maxLength: 12 }), { maxLength: 30 });
const drawn = (viewers: number, seed: number): string[][] => {
  const random = seededRandom(seed);
  return Array.from({ length: viewers }, () => shuffle([...ids], random).slice(0, 5 + Math.floor(random() * 8)));
};

test('public and own likes in one matrix: every viewer with their films, the public first', () => {
  fc.assert(
    fc.property(fc.option(anyViewers), fc.option(anyViewers), (first, second) => {
      const joined = joinLikes(first && named(first), second && named(second));
      assert.deepEqual(
        rowsOf(joined),
        [...(first ?? []), ...(second ?? [])].map((films) => films.toSorted().join(' ')),
      );
      assert.equal(joined.firstOwn, first?.length ?? 0);
      assert.deepEqual(joined.films, [...new Set([...(first ?? []), ...(second ?? [])].flat())].toSorted());
      assert.ok(joined.likes.values.every((value) => value === 1));
    }),
  );
});

test('who is held out stays so, whoever else is imported before', () => {
  const [old, own, more] = [drawn(300, 1), drawn(200, 2), drawn(150, 3)];
  const heldIn = (publicViewers: string[][], ownViewers: string[][]): string[] => {
    const joined = joinLikes(named(publicViewers), named(ownViewers));
    const held = heldOutViewers(joined, (viewer) => (viewer < joined.firstOwn ? 0.05 : 0.2));
    return rowsOf(joined).filter((_, row) => row >= joined.firstOwn && held[row] === 1);
  };
  const before = heldIn(old, own);
  assert.deepEqual(heldIn([...more, ...old], own), before);
  assert.deepEqual(heldIn([], own), before);
  const after = new Set(heldIn(old, [...drawn(77, 9), ...own]));
  assert.ok(before.every((films) => after.has(films)));
});

test('about as many are held out as asked, and none who likes nothing', () => {
  const likes = named(drawn(4000, 5));
  for (const share of [0.05, 0.2]) {
    const found = heldOutViewers(likes, () => share).reduce((sum, held) => sum + held, 0) / 4000;
    assert.ok(Math.abs(found - share) < 0.03, `${found}`);
  }
  assert.deepEqual([...heldOutViewers(named([[], ['tt1'], []]), () => 1)], [0, 1, 0]);
});

test('those who teach keep their likes, the others have none left, and the rows stay', () => {
  fc.assert(
    fc.property(anyViewers, fc.nat(99), (viewers, seed) => {
      const all = named(viewers);
      const random = seededRandom(seed);
      const away = Uint8Array.from(viewers, () => Number(random() < 0.3));
      const left = { films: all.films, likes: withoutViewers(all.likes, away) };
      assert.deepEqual(
        rowsOf(left),
        viewers.map((films, row) => (away[row] === 1 ? '' : films.toSorted().join(' '))),
      );
      assert.equal(left.likes.values.length, left.likes.indices.length);
    }),
  );
});

test('three films are given, the rest is to be found; short lists and other rows are left aside', () => {
  const likes = named([...drawn(50, 6), ['tt1', 'tt2', 'tt3', 'tt4']]);
  const all = new Uint8Array(51).fill(1);
  const shots = heldOutShots(likes, all, { first: 10, end: 51, most: 30, seed: 4 });
  assert.equal(shots.length, 30);
  for (const [at, { basket, targets }] of shots.entries()) {
    assert.equal(basket.length, 3);
    const row = 10 + Math.floor((at * 40) / 30);
    assert.equal([...basket, ...targets].toSorted().join(' '), rowsOf(likes)[row], 'evenly over the rows');
  }
  assert.equal(
    heldOutShots(likes, all, { first: 10, end: 51, most: 99, seed: 4 }).length,
    40,
    'four likes are too few',
  );
  assert.equal(heldOutShots(likes, new Uint8Array(51), { first: 0, end: 51, most: 99, seed: 4 }).length, 0);
});

test('a film that a model does not know is a film it cannot find', async () => {
  const { model } = await learnt(
    Array.from({ length: 20 }, (_, n) => (n % 2 === 0 ? ['a', 'b', 'c'] : ['a', 'd', 'e'])),
  );
  const ask = (basket: string[], targets: string[]): number =>
    ndcgOfShots(model, [{ basket, targets: new Set(targets) }])[0] ?? Number.NaN;
  assert.equal(ask(['a', 'b'], ['c']), 1);
  assert.ok(ask(['a', 'b'], ['c', 'unknown']) < 1);
  assert.equal(ask(['unknown'], ['another']), 0);
});
