import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Features } from '#features/read-features.ts';
import { topK } from '#kernels/top-k.ts';
import type { Model } from '#models/model.ts';
import { opened, rankOf, scoresOf } from './lists.ts';
import { keepsPromises } from './promises.ts';
import { checkerboard, featuresOf, handMade } from './worlds.ts';

/** What makes a model and opens it again. */
export interface ModelMaker {
  readonly name: string;
  /** Whether the score of a film that is far from everything liked has a floor: a dislike then takes it no lower. */
  readonly floors?: boolean;
  /** How alike two films of the hand-made world are, when its contributions cannot be compared from film to film. */
  readonly bond?: (a: number, b: number) => number;
  train(features: Features, seed: number): Buffer;
  /** The model, or the reason why the bytes are refused. */
  open(bytes: Buffer, vocabulary?: string): Model | string;
}

/** Registers the tests that every model must pass, on small worlds made by hand. */
export function conformance(maker: ModelMaker): void {
  const model = opened(maker.open(maker.train(featuresOf(handMade), 1)));
  const films = [...handMade.keys()];
  const bond =
    maker.bond ?? ((a: number, b: number): number => model.contributions({ liked: [a], disliked: [] }, b)[0] ?? 0);
  const check = (what: string, body: () => void): void => void test(`${maker.name}: ${what}`, body);

  keepsPromises(maker, 'by hand', () => Promise.resolve(featuresOf(handMade)));

  check('on a checkerboard the held-out square is the only right answer', () => {
    const board = opened(maker.open(maker.train(featuresOf(checkerboard(24)), 1)));
    for (let heldOut = 0; heldOut < 24; heldOut++) {
      const liked = [...Array(24).keys()].filter((film) => film !== heldOut && (film + heldOut) % 2 === 0);
      const scores = scoresOf(board, { liked, disliked: [] });
      for (const film of liked) scores[film] = -Infinity;
      assert.equal(topK(scores, 1)[0], heldOut);
    }
  });

  check('the films nearest to one are of its family', () => {
    for (const film of films) {
      const scores = scoresOf(model, { liked: [film], disliked: [] });
      scores[film] = -Infinity;
      assert.equal(Math.floor((topK(scores, 1)[0] ?? 0) / 5), Math.floor(film / 5), `film ${film}`);
    }
  });

  check('two films of one title answer each for itself', () => {
    const [western, police] = [4, 14].map((film) => scoresOf(model, { liked: [film], disliked: [] }));
    assert.notDeepEqual(western, police);
    assert.ok((western?.[3] ?? 0) > (western?.[13] ?? 0) && (police?.[13] ?? 0) > (police?.[3] ?? 0));
  });

  check('a dislike lowers the closest relative of the film disliked', () => {
    for (const disliked of films) {
      const liked = [(disliked + 5) % 15, (disliked + 10) % 15];
      const relative = films
        .filter((film) => film !== disliked)
        .toSorted((a, b) => bond(disliked, b) - bond(disliked, a));
      const [nearest = -1] = relative;
      const without = scoresOf(model, { liked, disliked: [] });
      const given = scoresOf(model, { liked, disliked: [disliked] });
      const lower = (given[nearest] ?? 0) < (without[nearest] ?? 0);
      const last = rankOf(given, nearest, []) >= rankOf(without, nearest, []);
      assert.ok(lower || (maker.floors === true && last), `${disliked} disliked, film ${nearest}`);
    }
  });

  check('what two films share is named', () => {
    assert.ok(model.shared(0, 1).some(({ kind, label }) => kind === 'director' && label === 'a'));
    assert.ok(model.shared(10, 11).some(({ kind, label }) => kind === 'keyword' && label === 'murder'));
    assert.ok(!model.shared(0, 3).some(({ kind }) => kind === 'director'));
  });
}
