import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { openCatalogue } from '#catalogue/catalogue.ts';
import { allIds } from '#catalogue/queries/film-cards.ts';
import { LanterneError } from '#errors.ts';
import { importRatings, type ImportRatingsOptions } from '#features/interactions/import-ratings.ts';
import { interactionsFolder } from '#features/interactions/write-store.ts';
import { seededRandom, shuffle } from '#kernels/random.ts';
import { topK } from '#kernels/top-k.ts';
import type { ContentModel } from '#models/content.ts';
import { collaborativeIn } from '#models/hybrid/hybrid-file.ts';
import { openContent, openLikes } from '#models/open.ts';
import { hybridModelPath } from '#models/train.ts';
import { trainLikes, type LikesTrained } from '#train-likes.ts';
import { trainFolder } from '#train.ts';
import { scoresOf } from './models/lists.ts';
import { starterFolder } from './helpers/starter-folder.ts';

let data: Awaited<ReturnType<typeof starterFolder>>;
let content: ContentModel;
let ids: string[];

before(async () => {
  data = await starterFolder();
  await using catalogue = await openCatalogue(data.folder);
  content = openContent(data.folder, catalogue.vocabulary);
  ids = (await catalogue.run(allIds, {})).map(({ id }) => id);
});
after(() => data[Symbol.dispose]());
beforeEach(() => {
  rmSync(interactionsFolder(data.folder), { recursive: true, force: true });
  rmSync(hybridModelPath(data.folder), { force: true });
});

const train = (): Promise<LikesTrained | null> =>
  trainLikes(data.folder, content, ids, { seed: 1, onProgress: () => {} });
const learn = async (): Promise<LikesTrained> => {
  const trained = await train();
  assert.ok(trained !== null);
  return trained;
};
const held = () => collaborativeIn(readFileSync(hybridModelPath(data.folder)));

/** Stores what viewers like; returns the report. */
async function store(name: string, viewers: readonly (readonly string[])[], options: ImportRatingsOptions = {}) {
  const lines = viewers.flatMap((liked, viewer) => liked.map((id) => `v${viewer},${id},5`));
  return storeText(name, ['viewer,film,rating', ...lines].join('\n'), options);
}
async function storeText(name: string, text: string, options: ImportRatingsOptions = {}) {
  const file = join(data.folder, `${name}.csv`);
  writeFileSync(file, text);
  const { report } = await importRatings(data.folder, file, { likeAt: 4, name, ...options });
  return report;
}

/** A hundred films in ten circles; a viewer likes seven films of a circle and two of another. The house draws its circles across the public's. */
const circle = (house: boolean, number: number): string[] =>
  ids.slice(0, 100).filter((_, film) => (house ? film % 10 : Math.floor(film / 10)) === number);
function viewersOf(count: number, { house, seed }: { house: boolean; seed: number }): string[][] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => {
    const [one = 0, two = 0] = shuffle([...Array(10).keys()], random);
    return [...shuffle(circle(house, one), random).slice(0, 7), ...shuffle(circle(house, two), random).slice(0, 2)];
  });
}
const garbage = (count: number, seed: number): string[][] => {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => shuffle(ids.slice(0, 100), random).slice(0, 12));
};
/** The share of the ten best films for two of a circle that are of that circle. */
function ofTheCircle(house: boolean): number {
  const model = openLikes(data.folder, content);
  assert.ok(model !== null);
  let found = 0;
  for (let number = 0; number < 10; number++) {
    const own = circle(house, number);
    const liked = own.slice(0, 2).map((id) => ids.indexOf(id));
    const scores = scoresOf(model, { liked, disliked: [] });
    for (const film of liked) scores[film] = -Infinity;
    found += [...topK(scores, 8)].filter((film) => own.includes(ids[film] ?? '')).length / 80;
  }
  return found;
}

test('public likes alone: a first model, then the same data again, with a stated verdict each time', async () => {
  await store('public', viewersOf(600, { house: false, seed: 1 }));
  const first = await learn();
  assert.deepEqual([first.replaced, first.viewers, first.ownVisitors, first.publicWeight], [true, 600, 0, 1]);
  assert.match(first.verdict, /^It is the first model to learn from likes: nDCG@10 0\.\d+ on \d+ held-out viewers/);
  assert.ok(ofTheCircle(false) > 0.8, `${ofTheCircle(false)}`);
  const bytes = readFileSync(hybridModelPath(data.folder));
  const again = await learn();
  assert.match(again.verdict, /\+0\.0000 \(95 %: \+0\.0000 to \+0\.0000\)/);
  assert.ok(readFileSync(hybridModelPath(data.folder)).equals(bytes), 'the same likes make the same file');
});

test('own likes alone', async () => {
  await store('house', viewersOf(150, { house: true, seed: 2 }), { own: true });
  const { replaced, viewers, ownVisitors, publicWeight } = await learn();
  assert.deepEqual([replaced, viewers, ownVisitors, publicWeight], [true, 150, 150, 1]);
  assert.ok(ofTheCircle(true) > 0.6, `${ofTheCircle(true)}`);
});

test('a house that differs moves its lists towards its own visitors, and public viewers count less', async (t) => {
  await store('public', viewersOf(600, { house: false, seed: 1 }));
  await learn();
  const first = [ofTheCircle(false), ofTheCircle(true)] as const;
  await store('house', viewersOf(200, { house: true, seed: 3 }), { own: true });
  const { replaced, publicWeight, verdict } = await learn();
  const now = [ofTheCircle(false), ofTheCircle(true)] as const;
  t.diagnostic(
    `of the house's circles ${first[1].toFixed(2)}, then ${now[1].toFixed(2)}; a public viewer counts ${publicWeight}`,
  );
  t.diagnostic(verdict);
  assert.equal(replaced, true, verdict);
  assert.ok(now[1] > first[1] + 0.5, `${now[1]}`);
  assert.ok(publicWeight < 1);
});

test('with a few own visitors a public viewer counts as much as they do', async () => {
  await store('public', viewersOf(300, { house: false, seed: 1 }));
  await store('house', viewersOf(30, { house: true, seed: 3 }), { own: true });
  assert.equal((await learn()).publicWeight, 1);
});

for (const own of [false, true])
  test(`random likes, ${own ? 'as the house’s own' : 'as a public set'}: not put in service, and the bridge is made anew`, async (t) => {
    await store('public', viewersOf(600, { house: false, seed: 1 }));
    await store('house', viewersOf(200, { house: false, seed: 4 }), { own: true });
    await learn();
    const first = held();
    await store('garbage', garbage(2500, 5), { own });
    const { replaced, verdict } = await learn();
    t.diagnostic(verdict);
    assert.equal(replaced, false, verdict);
    assert.match(verdict, /^The model in service stays/);
    assert.ok(first !== null && held()?.bytes.equals(first.bytes));
    assert.deepEqual(held()?.learntFrom, ['house', 'public'], 'what it has learnt from has not changed');
    // Another order of the catalogue, as another build would give: the same likes, tied to other indices.
    const turned = ids.toReversed();
    await trainLikes(data.folder, content, turned, { seed: 1, onProgress: () => {} });
    assert.ok(held()?.bytes.equals(first.bytes));
    const model = openLikes(data.folder, content);
    const known = first.model.films;
    for (const [film, id] of turned.entries()) assert.equal(model?.rated(film), known.includes(id), id);
  });

test('a set that is taken away takes the model that it taught with it, and the last one leaves none', async () => {
  await store('public', viewersOf(400, { house: false, seed: 1 }));
  await store('house', viewersOf(150, { house: true, seed: 2 }), { own: true });
  await learn();
  rmSync(join(interactionsFolder(data.folder), 'public.parquet'));
  const { replaced, verdict, viewers } = await learn();
  assert.deepEqual([replaced, viewers], [true, 150]);
  assert.match(verdict, /has learnt from what was taken away \(public\)/);
  assert.deepEqual(held()?.learntFrom, ['house']);
  rmSync(join(interactionsFolder(data.folder), 'house.parquet'));
  assert.equal(await train(), null);
  assert.equal(existsSync(hybridModelPath(data.folder)), false);
  assert.equal(openLikes(data.folder, content), null);
});

test('a small house goes on learning although nobody can judge yet', async () => {
  await store('house', viewersOf(12, { house: true, seed: 2 }), { own: true });
  await learn();
  await store('house', viewersOf(25, { house: true, seed: 2 }), { own: true });
  const { replaced, verdict } = await learn();
  assert.equal(replaced, true);
  assert.match(verdict, /it has learnt from more viewers \(25, before 12\)/);
});

test('a model in service that cannot be read gives way', async () => {
  await store('public', viewersOf(100, { house: false, seed: 1 }));
  await learn();
  writeFileSync(hybridModelPath(data.folder), readFileSync(hybridModelPath(data.folder)).subarray(0, 1000));
  const { replaced, verdict } = await learn();
  assert.equal(replaced, true);
  assert.match(verdict, /^It is the first model/);
});

test('a handful of likes, one film, one viewer, films that no catalogue knows: a model that opens, and finite scores', async () => {
  const [a = '', b = ''] = ids;
  const worlds: string[][][] = [
    [[a]],
    [[a, b]],
    [[a], [a], [a]],
    [[a], [b]],
    [['tt9999998', 'tt9999999']],
    Array.from({ length: 30 }, () => [a]),
    [ids.slice(0, 50)],
  ];
  for (const own of [true, false])
    for (const viewers of worlds) {
      rmSync(interactionsFolder(data.folder), { recursive: true, force: true });
      rmSync(hybridModelPath(data.folder), { force: true });
      await store('few', viewers, { own });
      const what = JSON.stringify(viewers).slice(0, 60);
      assert.equal((await learn()).viewers, viewers.length, what);
      const model = openLikes(data.folder, content);
      assert.ok(model !== null, what);
      for (const liked of [[], [0], [1], [0, 1], [50]])
        for (const [film, score] of scoresOf(model, { liked, disliked: [2] }).entries())
          assert.ok(model.recommendable(film) ? Number.isFinite(score) : score === -Infinity, `${what}: ${film}`);
    }
});

test('lines of an imported file that are no ratings are counted, and what is left is learnt from', async () => {
  const bad = ['v,NaN,5', 'v,__proto__,5', 'v,constructor,5', `v,${ids[0]},NaN`, `v,${ids[0]},Infinity`, 'v', ',,'];
  const good = viewersOf(30, { house: false, seed: 8 }).flatMap((liked, viewer) =>
    liked.map((id) => `${['__proto__', 'constructor', 'toString'][viewer] ?? `v${viewer}`},${id},5`),
  );
  const { rejected, viewers } = await storeText('odd', ['viewer,film,rating', ...bad, ...good].join('\n'));
  assert.equal(
    rejected.reduce((sum, { count }) => sum + count, 0),
    bad.length,
    JSON.stringify(rejected),
  );
  assert.equal(viewers, 30);
  assert.equal((await learn()).viewers, 30);
});

test('likes that nobody has, dislikes alone: nothing to learn from', async () => {
  await storeText('cold', `viewer,film,rating\nv,${ids[0]},1\nw,${ids[1]},2\n`, { dislikeAt: 2 });
  assert.equal(await train(), null);
  assert.equal(existsSync(hybridModelPath(data.folder)), false);
});

test('through the thread of training: the figures come back; a damaged store is a fault that leaves content in place', async () => {
  await store('public', viewersOf(120, { house: false, seed: 1 }));
  const told: string[] = [];
  const { likes } = await trainFolder(data.folder, { onProgress: (message) => told.push(message) });
  assert.equal(likes?.viewers, 120);
  assert.ok(told.some((message) => message.startsWith('learning from 0 own visitors and 120 public viewers')));
  writeFileSync(join(interactionsFolder(data.folder), 'broken.parquet'), 'PAR1 no more');
  const first = held();
  await assert.rejects(
    trainFolder(data.folder),
    (error) => error instanceof LanterneError && error.code === 'INTERACTIONS_UNUSABLE',
  );
  assert.ok(first !== null && held()?.bytes.equals(first.bytes), 'the model in service stays');
  assert.ok(openLikes(data.folder, content) !== null);
});
