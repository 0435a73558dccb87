import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { filmsById } from '#catalogue/queries/film-cards.ts';
import type { Catalogue } from '#catalogue/catalogue.ts';
import { asFilmIndex } from '#brand.ts';
import { readFeatures } from '#features/read-features.ts';
import { seededRandom, shuffle } from '#kernels/random.ts';
import { openContentModel } from '#models/content.ts';
import { trainContent } from '#models/train-content.ts';
import { recommend } from '#recommend/recommend.ts';
import { opened } from './lists.ts';
import { builtFrom, starterFolder } from './starter.ts';

test('the rows of the files in another order: the same recommendations, and the same films close to each', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'lanterne-shuffled-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  for (const [at, name] of readdirSync(starterFolder).entries()) {
    const [header = '', ...lines] = readFileSync(join(starterFolder, name), 'utf8').trimEnd().split('\n');
    writeFileSync(join(folder, name), `${[header, ...shuffle(lines, seededRandom(at + 1))].join('\n')}\n`);
  }
  const straight = await asker(await builtFrom(starterFolder));
  const shuffled = await asker(await builtFrom(folder));
  assert.deepEqual(shuffled.ids, straight.ids);
  assert.equal(shuffled.vocabulary, straight.vocabulary);
  const random = seededRandom(11);
  for (let n = 0; n < 100; n++) {
    const [a = '', b = '', c = '', d = ''] = shuffle([...straight.ids], random);
    for (const liked of [[a], [a, b, c]]) assert.deepEqual(shuffled.ask(liked, [d]), straight.ask(liked, [d]));
  }
});

interface Asker {
  readonly ids: readonly string[];
  readonly vocabulary: string;
  ask(liked: readonly string[], disliked: readonly string[]): unknown[];
}

/** Recommends by identifier, so that two catalogues can be compared. */
async function asker(catalogue: Catalogue): Promise<Asker> {
  const films = await catalogue.connection.runAndReadAll('SELECT id FROM film ORDER BY film');
  const ids = films.getRows().map(([id]) => String(id));
  const model = opened(openContentModel(trainContent(await readFeatures(catalogue)), catalogue.vocabulary));
  const known = new Map((await catalogue.run(filmsById, { ids })).map(({ id, film }) => [id, asFilmIndex(film)]));
  const pick = (list: readonly string[]) => list.flatMap((id) => known.get(id) ?? []);
  return {
    ids,
    vocabulary: catalogue.vocabulary,
    ask: (liked, disliked) =>
      recommend(model, { liked: pick(liked), disliked: pick(disliked), seen: [] }, { top: 20 }).map((found) => ({
        id: ids[found.film],
        score: found.score,
        reasons: found.reasons.map((reason) => ({ id: ids[reason.film], share: reason.share, traits: reason.traits })),
      })),
  };
}
