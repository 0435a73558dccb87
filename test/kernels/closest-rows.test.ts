import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { closestRows, type LikeRows } from '#kernels/closest-rows.ts';
import { csrFromTriplets, transpose } from '#kernels/csr.ts';
import { addToProfile, emptyProfile, latentScores, profileScores } from '#kernels/profile.ts';

/** Few terms and latent numbers, so that many rows are as like as others. */
const world = fc
  .record({ rows: fc.integer({ min: 1, max: 24 }), columns: fc.integer({ min: 1, max: 9 }), depth: fc.nat(19) })
  .chain(({ rows, columns, depth }) =>
    fc.record({
      rows: fc.constant(rows),
      columns: fc.constant(columns),
      depth: fc.constant(depth),
      cells: fc.array(fc.constantFrom(0, 0, 0, 0.3, 0.7, 1.1), {
        minLength: rows * columns,
        maxLength: rows * columns,
      }),
      latent: fc.array(fc.constantFrom(-127, -64, 0, 0, 33, 90, 127), {
        minLength: rows * depth,
        maxLength: rows * depth,
      }),
      scale: fc.constantFrom(0, 0.76 / 127 ** 2, 1e-6),
      among: fc.uniqueArray(fc.integer({ min: 0, max: rows - 1 })),
      asked: fc.array(fc.integer({ min: 0, max: rows - 1 }), { maxLength: 9 }),
      most: fc.integer({ min: 1, max: 13 }),
    }),
  );

type World = typeof world extends fc.Arbitrary<infer T> ? T : never;

function likeRows({ rows, columns, depth, cells, latent, scale }: World): LikeRows {
  const filled = [...cells.keys()].filter((at) => cells[at] !== 0);
  const terms = csrFromTriplets(
    rows,
    columns,
    Int32Array.from(filled, (at) => Math.floor(at / columns)),
    Int32Array.from(filled, (at) => at % columns),
    Float32Array.from(filled, (at) => cells[at] ?? 0),
  );
  return { terms, latent: Int8Array.from(latent), depth, scale };
}

/** One row against all, as the score of a basket adds it up. */
function likenessOfAll({ terms, latent, depth, scale }: LikeRows, row: number): Float32Array {
  const into = new Float32Array(terms.rows);
  const profile = emptyProfile(terms.columns);
  addToProfile(profile, terms, row, 1);
  profileScores(profile, transpose(terms), into);
  if (depth > 0)
    latentScores(
      latent,
      depth,
      Float32Array.from(latent.subarray(row * depth, (row + 1) * depth)),
      scale,
      new Uint8Array(terms.rows).fill(1),
      into,
    );
  return into;
}

test('the likest rows, largest first, of equals the first of those that may be, bit for bit as a basket is scored', () => {
  fc.assert(
    fc.property(world, (drawn) => {
      const rows = likeRows(drawn);
      const { most, among } = drawn;
      const { places, likeness } = closestRows(rows, Int32Array.from(drawn.asked), Int32Array.from(among), most);
      for (const [at, row] of drawn.asked.entries()) {
        const all = likenessOfAll(rows, row);
        const expected = among
          .map((other, place) => ({ place, like: all[other] ?? 0 }))
          .filter(({ like }) => like > 0)
          .toSorted((a, b) => b.like - a.like || a.place - b.place);
        for (let k = 0; k < most; k++) {
          assert.equal(places[at * most + k], expected[k]?.place ?? -1);
          assert.equal(likeness[at * most + k], expected[k]?.like ?? 0);
        }
      }
      assert.equal(places.length, drawn.asked.length * most);
    }),
    { numRuns: 300 },
  );
});

test('nothing asked, or nobody to be like', () => {
  const terms = csrFromTriplets(2, 1, Int32Array.of(0, 1), Int32Array.of(0, 0), Float32Array.of(1, 1));
  const rows = { terms, latent: new Int8Array(0), depth: 0, scale: 0 };
  const none = new Int32Array(0);
  assert.deepEqual(closestRows(rows, none, Int32Array.of(0), 3).places, none);
  assert.deepEqual(closestRows(rows, Int32Array.of(0), none, 2).places, Int32Array.of(-1, -1));
});
