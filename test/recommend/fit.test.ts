import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { asFilmIndex } from '#brand.ts';
import { openContentModel } from '#models/content.ts';
import { trainContent } from '#models/train-content.ts';
import { fitsAmong, leastShare, type Times } from '#recommend/fit.ts';
import type { Taste } from '#recommend/types.ts';
import { starterLanterne } from '../helpers/starter-lanterne.ts';
import { opened } from '../models/lists.ts';
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
      const scores = new Float32Array(model.films);
      model.score(given, scores, {}, Int32Array.from(all));
      const peers = all.filter((film) => model.recommendable(film));
      for (const { film, share } of fitsAmong(model, all, times)(given)) {
        const less = peers.filter((peer) => (scores[peer] ?? 0) < (scores[film] ?? 0)).length;
        assert.equal(share, given.liked.length === 0 ? 0 : less / peers.length);
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
