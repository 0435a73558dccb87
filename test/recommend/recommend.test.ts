import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { asFilmIndex } from '#brand.ts';
import { openContentModel } from '#models/content.ts';
import { trainContent } from '#models/train-content.ts';
import { recommend } from '#recommend/recommend.ts';
import type { Taste } from '#recommend/types.ts';
import { opened, scoresOf } from '../models/lists.ts';
import { featuresOf, handMade } from '../models/worlds.ts';

const films = [...handMade, { terms: handMade[0]?.terms ?? {}, votes: 3 }];
const model = opened(openContentModel(trainContent(featuresOf(films))));
const list = fc.uniqueArray(fc.nat(films.length - 1).map(asFilmIndex), { maxLength: 6 });
const taste: fc.Arbitrary<Taste> = fc.record({ liked: list, disliked: list, seen: list });

test('never a film liked, disliked, seen or not recommendable; best first, ties to the lower index', () => {
  fc.assert(
    fc.property(taste, fc.nat(20), (given, top) => {
      const found = recommend(model, given, { top });
      const away = new Set<number>([...given.liked, ...given.disliked, ...given.seen]);
      const scores = scoresOf(model, given);
      const expected = [...films.keys()]
        .filter((film) => !away.has(film) && model.recommendable(film))
        .toSorted((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b)
        .slice(0, top);
      assert.deepEqual(
        found.map(({ film }) => film),
        expected,
      );
      assert.deepEqual(
        found.map(({ score }) => score),
        expected.map((film) => scores[film]),
      );
    }),
  );
});

test('reasons name films that were liked, each once, by falling share, with a sum of 1 at most', () => {
  fc.assert(
    fc.property(taste, fc.nat(4), (given, most) => {
      for (const { film, reasons } of recommend(model, given, { top: 20, reasons: most })) {
        const named = reasons.map((reason) => reason.film);
        const shares = reasons.map(({ share }) => share);
        assert.ok(reasons.length <= most && new Set(named).size === named.length);
        assert.ok(named.every((liked) => given.liked.includes(liked)));
        assert.ok(shares.every((share, at) => share > 0 && share <= (shares[at - 1] ?? 1)));
        assert.ok(shares.reduce((sum, share) => sum + share, 0) <= 1 + 1e-6);
        for (const reason of reasons) assert.deepEqual(reason.traits, model.shared(reason.film, film).slice(0, 8));
      }
    }),
  );
});

test('with every reason asked for, the shares sum to 1; without traits, the same shares', () => {
  const given = { liked: [0, 5, 10].map(asFilmIndex), disliked: [], seen: [] };
  const found = recommend(model, given, { top: 20, reasons: 99 });
  const bare = recommend(model, given, { top: 20, reasons: 99, traits: false });
  assert.ok(found.some(({ reasons }) => reasons.length > 1));
  for (const [at, { reasons }] of found.entries()) {
    const total = reasons.reduce((sum, { share }) => sum + share, 0);
    assert.ok(reasons.length === 0 || Math.abs(total - 1) < 1e-6);
    assert.deepEqual(
      bare[at]?.reasons,
      reasons.map((reason) => ({ ...reason, traits: [] })),
    );
  }
});

test('nothing liked: a list without reasons', () => {
  const found = recommend(model, { liked: [], disliked: [asFilmIndex(3)], seen: [] }, { top: 5 });
  assert.equal(found.length, 5);
  assert.ok(found.every(({ reasons }) => reasons.length === 0));
});

test('a condition leaves films out, and only those', () => {
  fc.assert(
    fc.property(taste, (given) => {
      const even = recommend(model, given, { top: 20, allow: (film) => film % 2 === 0 });
      const all = recommend(model, given, { top: 20 });
      assert.deepEqual(
        even,
        all.filter(({ film }) => film % 2 === 0),
      );
    }),
  );
});

test('dials reach the score', () => {
  const given = { liked: [asFilmIndex(5)], disliked: [], seen: [] };
  const rare = recommend(model, given, { top: 3, dials: { popularity: -1 } });
  const known = recommend(model, given, { top: 3, dials: { popularity: 1 } });
  assert.notDeepEqual(rare, known);
});
