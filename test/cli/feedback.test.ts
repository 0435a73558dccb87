import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { readConfig } from '#config.ts';
import { seededRandom } from '#kernels/random.ts';
import { openLanterne, type Lanterne } from '#lanterne.ts';
import { encodeFeedback, type FeedbackRow } from '#recommend/feedback-log.ts';
import { runLanterne } from '../helpers/run-lanterne.ts';
import { starterFolder } from '../helpers/starter-folder.ts';

let data: Awaited<ReturnType<typeof starterFolder>>;
let lanterne: Lanterne;
before(async () => {
  data = await starterFolder();
  lanterne = await openLanterne(readConfig({ LANTERNE_DATA: data.folder }));
});
after(async () => {
  await lanterne[Symbol.asyncDispose]();
  data[Symbol.dispose]();
});

const baskets = [['tt0119038', 'tt0082183'], ['tt0057591'], ['tt0064115'], ['tt0060474', 'tt0058135']];

/** Visitors who name a basket, are shown ten films of which one is drawn, and like a third of them. */
async function visits(count: number): Promise<FeedbackRow[]> {
  const random = seededRandom(12);
  const rows: FeedbackRow[] = [];
  for (let visit = 0; visit < count; visit++) {
    const liked = baskets[visit % baskets.length] ?? [];
    const list = randomUUID();
    const line = { at: '2026-02-01T20:00:00Z', list, model: 'starter', team: null } as const;
    for (const film of liked)
      rows.push({ ...line, film, position: 0, propensity: 1, explored: false, action: 'liked' });
    const { films } = await lanterne.recommend({ liked, disliked: [], seen: [] }, { top: 10, explore: visit });
    for (const { card, placed } of films) {
      assert.ok(placed !== undefined);
      const shown = { ...line, film: card.id, ...placed, action: 'shown' as const };
      rows.push(shown);
      const said = random();
      if (said < 0.4) rows.push({ ...shown, action: said < 0.3 ? 'liked' : 'disliked' });
    }
  }
  return rows;
}

test('a list that explores: the usual one but for one place, each film with how likely it was', async () => {
  const asked = ['recommend', '--film', 'tt0119038', '--film', 'tt0082183', '--data', data.folder];
  const usual = JSON.parse((await runLanterne([...asked, '--json'])).out).films.map(({ id }: { id: string }) => id);
  const { out, code } = await runLanterne([...asked, '--explore', '5', '--json']);
  assert.equal(code, 0);
  const films: { id: string; position: number; propensity: number; explored: boolean }[] = JSON.parse(out).films;
  assert.deepEqual(
    films.map(({ position }) => position),
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
  );
  assert.equal(films.filter(({ explored }) => explored).length, 1);
  assert.deepEqual(
    films.filter(({ explored }) => !explored).map(({ id }) => id),
    usual.slice(0, 9),
  );
  assert.ok(films.every(({ propensity }) => propensity > 0 && propensity <= 1));
  assert.ok(films.slice(0, 3).every(({ propensity }) => propensity === 1));
  assert.equal((await runLanterne([...asked, '--explore', '5', '--json'])).out, out, 'the same seed, the same list');
  const text = await runLanterne([...asked, '--explore', '5']);
  assert.equal(text.out.match(/drawn by chance: \d+\.\d %/g)?.length, 1);
  assert.ok(!(await runLanterne([...asked, '--json'])).out.includes('propensity'));
  for (const wrong of [
    ['--explore', 'x'],
    ['--explore', '1', '--shelves'],
  ])
    assert.equal((await runLanterne([...asked, ...wrong])).code, 2);
});

test('a log is read, judged, stored as own likes, and learnt from', async () => {
  const rows = await visits(60);
  const file = join(data.folder, 'log.jsonl');
  writeFileSync(file, `${rows.map(encodeFeedback).join('\n')}\n{"mail":"x"}\n{"at":\n`);
  const { code, out, err } = await runLanterne(['feedback', file, '--import', '--json', '--data', data.folder]);
  assert.equal(code, 0, err);
  const told = JSON.parse(out);
  assert.deepEqual([told.lists, told.shown, told.interleaving], [60, 600, null]);
  assert.deepEqual(told.refused, { 'at is not as it should be': 1, 'it is not JSON': 1 });
  assert.equal(told.judged.lists, 60);
  assert.ok(Math.abs(told.judged.meanWeight - 1) < 0.5, 'the model in service made these lists');
  assert.ok(Math.abs(told.judged.snips.value - 0.3) < 0.1, `${told.judged.snips.value}`);
  const counted = (action: string): number => rows.filter((row) => row.action === action).length;
  assert.deepEqual(
    [told.stored.visitors, told.stored.liked, told.stored.disliked],
    [60, counted('liked'), counted('disliked')],
  );

  const text = await runLanterne(['feedback', file, '--data', data.folder]);
  assert.match(text.out, /^60 lists, 600 films shown; /);
  assert.match(text.out, /The model in service, without exploring: 0\.\d+ \(95 %: /);
  assert.doesNotMatch(text.out, /Stored|believe neither/);

  const trained = await runLanterne(['train', '--json', '--data', data.folder]);
  assert.equal(trained.code, 0, trained.err);
  assert.equal(JSON.parse(trained.out).likes.ownVisitors, 60);
  const { out: list } = await runLanterne(['recommend', '--film', 'tt0119038', '--json', '--data', data.folder]);
  assert.equal(JSON.parse(list).basis, 'likes');
});

test('without a catalogue a log is read all the same; what is no log is refused in a sentence', async () => {
  const empty = join(data.folder, 'nothing');
  const [good, bad, none] = ['good.jsonl', 'bad.jsonl', 'none.jsonl'].map((name) => join(data.folder, name));
  assert.ok(good !== undefined && bad !== undefined && none !== undefined);
  writeFileSync(
    good,
    (await visits(4))
      .filter(({ action }) => action === 'shown')
      .map(encodeFeedback)
      .join('\n'),
  );
  writeFileSync(bad, '\n"a letter"\n');
  writeFileSync(none, '\n');
  const read = await runLanterne(['feedback', good, good, '--import', '--json', '--data', empty]);
  assert.equal(read.code, 0, read.err);
  const { judged, stored } = JSON.parse(read.out);
  assert.deepEqual([judged, stored], [null, null]);
  assert.match(read.err, /nothing was stored/);
  const cases: [string[], number, RegExp][] = [
    [[], 2, /One file of feedback/],
    [[good, '--name', 'x'], 2, /--name goes with --import/],
    [[good, '--import', '--name', '../x'], 2, /--name is letters/],
    [[bad], 3, /bad\.jsonl, line 2: it is no line of a log of feedback/],
    [[none], 3, /holds no usable row/],
    [[join(data.folder, 'nowhere.jsonl')], 3, /does not exist/],
  ];
  for (const [args, code, message] of cases) {
    const ran = await runLanterne(['feedback', ...args, '--data', empty]);
    assert.equal(ran.code, code, `${args.join(' ')}: ${ran.err}`);
    assert.match(ran.err, message);
  }
});
