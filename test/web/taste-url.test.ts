import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { asFilmId } from '#brand.ts';
import { mostLiked, put, readTaste, tasteQuery, without } from '#web/taste-url.ts';

const id = fc.integer({ min: 10_000, max: 10_040 }).map((number) => `tt${number}`);
const pair = fc.tuple(fc.constantFrom('liked', 'not', 'seen', 'other'), fc.oneof(id, fc.string({ maxLength: 8 })));
const query = fc.array(pair, { maxLength: 60 }).map((pairs) => new URLSearchParams(pairs));

describe('the taste of an address', () => {
  it('is the same once written and read again', () => {
    fc.assert(
      fc.property(query, (given) => {
        const { liked, not, seen } = readTaste(given);
        const again = readTaste(new URLSearchParams(tasteQuery({ liked, not, seen, leftAside: [], forged: 0 })));
        assert.deepEqual({ ...again }, { liked, not, seen, leftAside: [], forged: 0 });
      }),
    );
  });

  it('has each film in one list, twenty liked at most, and nothing that is no film', () => {
    fc.assert(
      fc.property(query, (given) => {
        const { liked, not, seen, leftAside } = readTaste(given);
        const all = [...liked, ...not, ...seen, ...leftAside];
        assert.equal(new Set(all).size, all.length);
        assert.ok(liked.length <= mostLiked);
        assert.ok(all.every((one) => asFilmId(one) !== null));
      }),
    );
  });

  it('holds a film where it was last put, and nowhere once taken out', () => {
    fc.assert(
      fc.property(
        query,
        id,
        fc.constantFrom('liked' as const, 'not' as const, 'seen' as const),
        (given, text, list) => {
          const film = asFilmId(text);
          assert.ok(film !== null);
          const before = readTaste(given);
          const after = put(before, list, film);
          const places = [...after.liked, ...after.not, ...after.seen, ...after.leftAside].filter(
            (one) => one === film,
          );
          assert.equal(places.length, 1);
          const gone = without(after, film);
          assert.ok(![...gone.liked, ...gone.not, ...gone.seen, ...gone.leftAside].includes(film));
        },
      ),
    );
  });
});
