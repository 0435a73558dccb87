import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { asFilmIndex } from '#brand.ts';
import { openContentModel } from '#models/content.ts';
import { trainContent } from '#models/train-content.ts';
import { startList } from '#recommend/start-list.ts';
import { opened } from '../models/lists.ts';
import { featuresOf, handMade } from '../models/worlds.ts';

const films = [...handMade, { terms: handMade[0]?.terms ?? {}, votes: 3 }];
const model = opened(openContentModel(trainContent(featuresOf(films))));
const list = fc.uniqueArray(fc.nat(films.length - 1).map(asFilmIndex), { maxLength: 8 });

test('the best known films that are recommendable and were neither disliked nor seen, ties to the lower index', () => {
  const fame = fc.array(fc.nat(5), { minLength: films.length, maxLength: films.length });
  fc.assert(
    fc.property(fame, list, list, fc.nat(20), fc.boolean(), (known, disliked, seen, top, odd) => {
      const allow = (film: number): boolean => !odd || film % 2 === 1;
      const found = startList(Float32Array.from(known), model, { liked: [], disliked, seen }, { top, allow });
      const away = new Set<number>([...disliked, ...seen]);
      const expected = [...films.keys()]
        .filter((film) => model.recommendable(film) && !away.has(film) && allow(film))
        .toSorted((a, b) => (known[b] ?? 0) - (known[a] ?? 0) || a - b)
        .slice(0, top);
      assert.deepEqual(
        found,
        expected.map((film) => ({ film, score: known[film], reasons: [] })),
      );
    }),
  );
});
