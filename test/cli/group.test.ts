import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { runLanterne } from '../helpers/run-lanterne.ts';
import { starterFolder } from '../helpers/starter-folder.ts';

const work = mkdtempSync(join(tmpdir(), 'lanterne-group-'));
let data: Awaited<ReturnType<typeof starterFolder>>;
before(async () => {
  data = await starterFolder();
});
after(() => {
  data?.[Symbol.dispose]();
  rmSync(work, { recursive: true, force: true });
});

const anna = { id: 'Anna', liked: ['tt0119038', 'tt0082183'], disliked: ['tt0133093'], seen: [] };
const louis = { id: 'Louis', liked: ['tt0057591'], seen: ['tt0060474'] };
const nora = { id: 3, liked: ['tt9999999'] };
const fileOf = (name: string, members: readonly unknown[]): string => {
  const file = join(work, name);
  writeFileSync(
    file,
    `${members.map((member) => (typeof member === 'string' ? member : JSON.stringify(member))).join('\n')}\n`,
  );
  return file;
};
const recommend = (file: string, ...more: string[]) =>
  runLanterne(['recommend', '--group', file, '--data', data.folder, ...more]);

test('three labelled choices and a list, with what each gets; nothing that one of them refused or saw', async () => {
  const { code, out, err } = await recommend(fileOf('three.jsonl', [anna, louis, nora]), '--top', '5', '--json');
  assert.equal(code, 0, err);
  const { members, choices, films } = JSON.parse(out);
  assert.deepEqual(
    members.map(({ id }: { id: string }) => id),
    ['Anna', 'Louis', '3'],
  );
  assert.deepEqual(
    choices.map(({ kind }: { kind: string }) => kind),
    ['best-for-all', 'nobody-unhappy', 'whose-turn'],
  );
  assert.equal(films.length, 5);
  assert.ok(['Anna', 'Louis', '3'].includes(choices[2].turn));
  const away = new Set([...anna.liked, ...anna.disliked, ...louis.liked, ...louis.seen]);
  for (const { film, members: gains } of [...films, ...choices]) {
    assert.ok(typeof film === 'string' && !away.has(film));
    assert.equal(gains.length, 3);
    for (const { share, standing, receivedAfter } of gains)
      assert.ok(share >= 0 && share <= 1 && standing >= 0 && standing <= 1 && receivedAfter === share);
  }
  assert.equal(new Set(choices.map(({ film }: { film: string }) => film)).size, 3);
  assert.match(err, /1 unknown identifier was left aside: tt9999999/);
  assert.match(err, /3 named no film that we know/);
});

test('as text; whose turn follows what was received, and --era is obeyed', async () => {
  for (const [mine, theirs, turn] of [
    [2, 0, 'Louis'],
    [0, 2, 'Anna'],
  ] as const) {
    const { code, out, err } = await recommend(
      fileOf('turns.jsonl', [
        { ...anna, received: mine },
        { ...louis, received: theirs },
      ]),
      '--top',
      '3',
    );
    assert.equal(code, 0, err);
    assert.match(out, /^Best for all$/m);
    assert.match(out, /^Nobody unhappy$/m);
    assert.match(out, new RegExp(`^Whose turn: ${turn}$`, 'm'));
    assert.match(out, /Anna: \d+ % of their best/);
    assert.match(out, /^Of what a list for them alone would bring: Anna \d+ % · Louis \d+ %$/m);
  }
  const sixties = await recommend(fileOf('sixties.jsonl', [anna, louis]), '--era', '1960-1969', '--json');
  for (const { year } of JSON.parse(sixties.out).films) assert.ok(year >= 1960 && year <= 1969);
});

test('a bad file is told by line, and nothing is printed', async () => {
  const cases: [string, readonly unknown[], RegExp][] = [
    ['alone.jsonl', [anna], /has 2 to 8 members, one a line, and this file has 1/],
    ['crowd.jsonl', Array.from({ length: 9 }, (_, n) => ({ ...anna, id: n })), /this file has 9/],
    ['broken.jsonl', [anna, '{"id":'], /broken\.jsonl, line 2: it is not a member/],
    ['weight.jsonl', [anna, { ...louis, weight: 0 }], /line 2/],
    ['received.jsonl', [{ ...anna, received: -1 }, louis], /line 1/],
  ];
  for (const [name, members, sentence] of cases) {
    const { code, out, err } = await recommend(fileOf(name, members));
    assert.equal(code, 3, err);
    assert.match(err, sentence);
    assert.equal(out, '');
  }
  assert.match((await recommend(join(work, 'absent.jsonl'))).err, /absent\.jsonl does not exist/);
});
