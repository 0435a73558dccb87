import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { asFilmIndex } from '#brand.ts';
import { openContentModel } from '#models/content.ts';
import { trainContent } from '#models/train-content.ts';
import { fitsAmong, leastShare, type Times } from '#recommend/fit.ts';
import type { Taste } from '#recommend/types.ts';
import { starterLanterne } from '../helpers/starter-lanterne.ts';
import { opened, scoresOf } from '../models/lists.ts';
import { featuresOf, handMade } from '../models/worlds.ts';

const films = [...handMade, { terms: handMade[0]?.terms ?? {}, votes: 3 }];
const model = opened(openContentModel(trainContent(featuresOf(films))));
const times: Times = {
  years: Int16Array.from(films, (_, film) => 2000 + (film % 3)),
  fame: Float32Array.from(films, ({ votes }) => Math.log1p(votes ?? 0)),
};
const all = films.map((_, film) => asFilmIndex(film));
const list = fc.uniqueArray(fc.constantFrom(...all), { maxLength: 6 });
const taste: fc.Arbitrary<Taste> = fc.record({ liked: list, disliked: list, seen: list });

test('the share is that of the films of its time which score less, by counting them one by one', () => {
  fc.assert(
    fc.property(taste, (given) => {
      const scores = scoresOf(model, given);
      const peers = all.filter((film) => model.recommendable(film));
      const less = (than: number): number => peers.filter((peer) => (scores[peer] ?? 0) < than).length;
      for (const { film, share } of fitsAmong(model, all, times)(given)) {
        if (given.liked.length === 0) assert.equal(share, 0);
        else {
          // films of as good as equal scores may stand on either side
          const [own, near] = [scores[film] ?? 0, 1e-4];
          assert.ok(share * peers.length >= less(own - near) - 1e-9 && share * peers.length <= less(own + near) + 1e-9);
        }
      }
    }),
  );
});

test('only what nothing was said of fits, it fits from the share on, and it fits with a reason', () => {
  fc.assert(
    fc.property(taste, (given) => {
      const said = new Set<number>([...given.liked, ...given.disliked, ...given.seen]);
      for (const { film, share, fits, reasons } of fitsAmong(model, all, times)(given)) {
        assert.equal(fits, given.liked.length > 0 && share >= leastShare && !said.has(film));
        if (!fits) assert.deepEqual(reasons, []);
        for (const reason of reasons) assert.ok(given.liked.includes(reason.film));
      }
    }),
  );
});

test('on the starter catalogue, what is asked comes back in order with its card, and what nobody knows is left out', async () => {
  const lanterne = await starterLanterne();
  const [liked, ...others] = (await lanterne.search('the', { top: 4 })).map(({ card }) => card.id);
  assert.ok(liked !== undefined && others.length > 0);
  const fits = await lanterne.fits({ liked: [liked], disliked: [], seen: [] }, [...others, 'tt99999999', liked]);
  assert.deepEqual(
    fits.map(({ card }) => card.id),
    [...others, liked],
  );
  assert.equal(fits.at(-1)?.fits, false, 'it was liked: there is nothing to tell');
  const near = await lanterne.similar(liked, { top: 1 });
  const [best] = await lanterne.fits(
    { liked: [liked], disliked: [], seen: [] },
    near.map(({ card }) => card.id),
  );
  assert.ok(best?.fits === true && best.reasons.some(({ card }) => card.id === liked));
});
