import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeArtefact } from '#kernels/artefact.ts';
import type { Csr } from '#kernels/csr.ts';
import { seededRandom } from '#kernels/random.ts';
import { fitIals, ialsKind, ialsVersion, type IalsOptions } from '#models/collaborative/ials.ts';
import { openIals, type Ials } from '#models/collaborative/ials-model.ts';
import { assertClose, dot, gaussian, sparse } from '../../kernels/matrices.ts';

const options = { depth: 8, unobserved: 0.2, regularisation: 0.05, exponent: 0.7, threads: 2 };
const names = (count: number): string[] => Array.from({ length: count }, (_, film) => `film ${film}`);

/** Viewers of two kinds, each of whom likes films of one half of the columns and now and then another; the last film is liked by nobody. */
function likesOf(viewers: number, films: number): number[][] {
  const random = seededRandom(viewers + films);
  return Array.from({ length: viewers }, (_, v) =>
    Array.from({ length: films }, (__, f) =>
      Number(f < films - 1 && random() < (f < films / 2 === v < viewers / 2 ? 0.5 : 0.05)),
    ),
  );
}

function factorsOf(buffer: Buffer): Float32Array {
  const artefact = decodeArtefact(buffer, { kind: ialsKind, version: ialsVersion });
  assert.ok(typeof artefact !== 'string');
  const { factors } = artefact.arrays;
  assert.ok(factors instanceof Float32Array);
  return factors;
}

async function opened(likes: Csr, given: IalsOptions = {}): Promise<Ials> {
  const model = openIals(await fitIals(likes, names(likes.columns), { ...options, ...given }));
  assert.ok(typeof model !== 'string');
  return model;
}

/** One row of either side from its definition: every cell of the row is summed, the liked ones once more with weight 1 and target 1. */
function rowOracle(row: readonly number[], held: readonly (readonly number[])[]): number[] {
  const { depth, unobserved, regularisation, exponent } = options;
  const likes = row.filter((value) => value > 0).length;
  const lambda = regularisation * (likes + unobserved * row.length) ** exponent;
  const matrix = Array.from({ length: depth }, (_, r) =>
    Array.from({ length: depth }, (__, c) =>
      held.reduce((sum, y, i) => sum + (unobserved + (row[i] ?? 0)) * (y[r] ?? 0) * (y[c] ?? 0), r === c ? lambda : 0),
    ),
  );
  const side = Array.from({ length: depth }, (_, r) =>
    held.reduce((sum, y, i) => sum + (row[i] ?? 0) * (y[r] ?? 0), 0),
  );
  return gaussian(matrix, side);
}

const rowsOf = (factors: Float32Array): number[][] =>
  Array.from({ length: factors.length / options.depth }, (_, i) => [
    ...factors.subarray(i * options.depth, (i + 1) * options.depth),
  ]);

test('three epochs are those of a naive implementation from the same start', async () => {
  const cells = likesOf(40, 30);
  const likes = sparse({ columns: 30, cells });
  let films = rowsOf(factorsOf(await fitIals(likes, names(30), { ...options, epochs: 0 })));
  for (let epoch = 1; epoch <= 3; epoch++) {
    const viewers = cells.map((row) => rowOracle(row, films));
    films = films.map((_, film) =>
      rowOracle(
        cells.map((row) => row[film] ?? 0),
        viewers,
      ),
    );
  }
  assertClose(factorsOf(await fitIals(likes, names(30), { ...options, epochs: 3 })), films.flat(), 1e-5);
});

test('the seed decides, the threads do not', async () => {
  const likes = sparse({ columns: 50, cells: likesOf(120, 50) });
  const fit = (given: IalsOptions): Promise<Buffer> =>
    fitIals(likes, names(50), { ...options, epochs: 2, seed: 5, ...given });
  const one = await fit({ threads: 1 });
  assert.deepEqual(await fit({ threads: 3 }), one);
  assert.notDeepEqual(await fit({ seed: 6 }), one);
});

test('a basket is folded in: the score is that of the viewer the formula gives, dislikes are zeros that count', async () => {
  const likes = sparse({ columns: 30, cells: likesOf(40, 30) });
  const model = await opened(likes);
  const films = rowsOf(factorsOf(await fitIals(likes, names(30), options)));
  const found = new Float32Array(30);
  model.score({ liked: [2, 5, 5, 99, -1], disliked: [] }, found);
  const viewer = rowOracle(
    films.map((_, film) => Number(film === 2 || film === 5)),
    films,
  );
  assertClose(
    found,
    films.map((film) => dot(film, viewer)),
    1e-6,
  );
  const before = found.slice();
  model.score({ liked: [2, 5], disliked: [7] }, found);
  assert.ok((found[7] ?? 1) < (before[7] ?? 0));
  model.score({ liked: [], disliked: [] }, found);
  assert.ok(found.every((score) => score === 0));
});

test('viewers of one half are recommended that half, and the contributions add up to the score', async () => {
  const model = await opened(sparse({ columns: 30, cells: likesOf(60, 30) }), { regularisation: 0.5 });
  const scores = new Float32Array(30);
  const basket = { liked: [1, 4, 9], disliked: [] };
  model.score(basket, scores);
  const best = [...scores.keys()].toSorted((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0)).slice(0, 10);
  assert.ok(best.filter((film) => film < 15).length >= 9, best.join(' '));
  assert.equal(scores[29], 0);
  const film = best.find((candidate) => !basket.liked.includes(candidate)) ?? 0;
  const parts = model.contributions(basket, film);
  assert.equal(parts.length, 3);
  // Parts below 0 are told as 0.
  assert.ok(parts.reduce((sum, part) => sum + part, 0) >= (scores[film] ?? 0) - 1e-6);
  assert.ok(parts.every((part) => part >= 0));
  assert.deepEqual(model.contributions(basket, 99), new Float32Array(3));
  assert.equal(model.indexOf('film 3'), 3);
  assert.equal(model.indexOf('no film'), undefined);
});

test('a number of factors that cannot be, no regularisation, and a damaged buffer are told with a sentence', async () => {
  const likes = sparse({ columns: 30, cells: likesOf(40, 30) });
  await assert.rejects(fitIals(likes, names(30), { ...options, depth: 6 }), /a multiple of 4, not 6/);
  await assert.rejects(
    fitIals(likes, names(30), { ...options, regularisation: 0, unobserved: 0 }),
    /larger regularisation/,
  );
  const buffer = await fitIals(likes, names(30), { ...options, epochs: 0 });
  assert.match(String(openIals(buffer.subarray(0, 100))), /checksum/);
});
