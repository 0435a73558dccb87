import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Features } from '#features/read-features.ts';
import { seededRandom, shuffle } from '#kernels/random.ts';
import type { Basket, Model } from '#models/model.ts';
import type { ModelMaker } from './conformance.ts';
import { assertSameList, byOldIndex, opened, scoresOf } from './lists.ts';
import { reordered } from './worlds.ts';

/** Registers what a model promises on any catalogue whatever: it is trained on the one given. */
export function keepsPromises(maker: ModelMaker, world: string, read: () => Promise<Features>): void {
  let features: Features;
  let bytes: Buffer;
  let model: Model;
  let baskets: readonly Basket[];
  let some: readonly number[];
  before(async () => {
    features = await read();
    bytes = maker.train(features, 1);
    model = opened(maker.open(bytes));
    some = shuffle([...Array(features.films).keys()], seededRandom(5)).slice(0, 30);
    const [a = 0, b = 0, c = 0, d = 0, e = 0] = some;
    baskets = [[[a]], [[a, b, c]], [[b, d], [e]], [[], [c]], [[]], [[a, b, c, d], [e]]].map(
      ([liked = [], disliked = []]) => ({ liked, disliked }),
    );
  });
  const check = (what: string, body: () => void): void => void test(`${maker.name}, ${world}: ${what}`, body);

  check('saved and opened again, the same scores', () => {
    const again = opened(maker.open(Buffer.from(bytes), features.vocabulary));
    for (const basket of baskets) assert.deepEqual(scoresOf(again, basket), scoresOf(model, basket));
    assert.equal(again.films, features.films);
    assert.equal(again.vocabulary, features.vocabulary);
  });

  check('of another catalogue, cut or damaged, its bytes are refused with a reason', () => {
    assert.equal(typeof maker.open(bytes, 'other films'), 'string');
    for (const part of [0, 0.2, 0.5, 0.99])
      assert.equal(typeof maker.open(bytes.subarray(0, Math.floor(part * bytes.length))), 'string');
    for (let part = 0; part < 1; part += 0.03) {
      const damaged = Buffer.from(bytes);
      const at = Math.floor(part * bytes.length);
      damaged[at] = (damaged[at] ?? 0) ^ 4;
      assert.equal(typeof maker.open(damaged), 'string', `byte ${at}`);
    }
  });

  check('films that it does not know, or named twice, change nothing', () => {
    const strange = { liked: [0, 1e6, -1, 0.5, Number.NaN, 0], disliked: [7, 7, 1e9, -3] };
    assert.deepEqual(scoresOf(model, strange), scoresOf(model, { liked: [0], disliked: [7] }));
    assert.equal(model.contributions(strange, 1).length, strange.liked.length);
    assert.ok(model.contributions({ liked: [0], disliked: [] }, 1e6).every((part) => part === 0));
    assert.deepEqual(model.shared(0, 1e6), []);
    assert.ok(Number.isNaN(model.similarity(-1, 0)) && Number.isNaN(model.similarity(0, 1.5)));
    assert.equal(model.recommendable(1e6), false);
  });

  check('a recommendable film has a finite score whatever the basket, the others none', () => {
    for (const basket of baskets)
      for (const [film, score] of scoresOf(model, basket).entries())
        assert.ok(model.recommendable(film) ? Number.isFinite(score) : score === -Infinity);
  });

  check('the scores of some films alone are theirs among all, whatever was asked before', () => {
    const asked = [some, some.slice(0, 1), [], shuffle([...Array(features.films).keys()], seededRandom(9))];
    for (const basket of baskets)
      for (const dials of [{}, { popularity: -0.5, closeness: 0.9 }])
        for (const among of asked) {
          const all = scoresOf(model, basket, dials);
          const alone = new Float32Array(model.films).fill(Number.NaN);
          model.score(basket, alone, dials, Int32Array.from(among));
          for (const film of among) {
            const [expected = 0, actual = 0] = [all[film], alone[film]];
            const near = expected === actual || Math.abs(expected - actual) < 1e-4 * (1 + Math.abs(expected));
            assert.ok(near, `film ${film}: ${actual} alone, ${expected} among all`);
          }
          assert.deepEqual(scoresOf(model, basket, dials), all, 'asking for some leaves nothing behind');
        }
  });

  check('two trainings with one seed are byte-identical', () => {
    assert.ok(bytes.equals(maker.train(features, 1)));
  });

  check('shuffling the catalogue changes no list, ties aside', () => {
    for (const seed of [1, 2]) {
      const order = shuffle([...Array(features.films).keys()], seededRandom(seed));
      const place = new Map(order.map((film, at) => [film, at]));
      const moved = (films: readonly number[]): number[] => films.map((film) => place.get(film) ?? -1);
      const shuffled = opened(maker.open(maker.train(reordered(features, order), 1)));
      for (const basket of [...baskets, ...some.map((film) => ({ liked: [film], disliked: [] }))]) {
        const scores = scoresOf(shuffled, { liked: moved(basket.liked), disliked: moved(basket.disliked) });
        assertSameList(scoresOf(model, basket), byOldIndex(scores, order), 20, 1e-4);
      }
    }
  });

  check('a film is its own nearest', () => {
    for (const a of some) {
      const own = model.similarity(a, a);
      for (let b = 0; b < features.films; b++) assert.ok(b === a || !(model.similarity(a, b) >= own));
    }
  });

  check('contributions are never negative, and their shares sum to 1', () => {
    let explained = 0;
    for (const basket of baskets) {
      for (const film of some) {
        const parts = [...model.contributions(basket, film)];
        const total = parts.reduce((sum, part) => sum + part, 0);
        assert.equal(parts.length, basket.liked.length);
        assert.ok(parts.every((part) => part >= 0 && Number.isFinite(part)));
        if (!(total > 0)) continue;
        explained++;
        assert.ok(Math.abs(parts.reduce((sum, part) => sum + part / total, 0) - 1) < 1e-6);
      }
    }
    assert.ok(explained > 0);
  });

  check('what two films share: strongest first, parts that sum to 1', () => {
    for (const a of some) {
      for (const b of some) {
        const parts = model.shared(a, b).map(({ part }) => part);
        const total = parts.reduce((sum, part) => sum + part, 0);
        assert.ok(parts.every((part, at) => part >= 0 && part <= (parts[at - 1] ?? 1)));
        assert.ok(parts.length === 0 || Math.abs(total - 1) < 1e-6);
      }
    }
  });

  check('a score does not depend on the calls before it', () => {
    const alone = baskets.map((basket) => scoresOf(opened(maker.open(bytes)), basket));
    for (const film of some.slice(0, 5)) {
      for (const [at, basket] of baskets.entries()) {
        scoresOf(model, { liked: [film, 7], disliked: [12] }, { popularity: 1, closeness: 0 });
        model.contributions(basket, film);
        model.shared(film, at);
        model.similarity(at, film);
        assert.deepEqual(scoresOf(model, basket), alone[at]);
      }
    }
  });
}
