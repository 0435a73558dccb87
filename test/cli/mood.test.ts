import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { runLanterne } from '../helpers/run-lanterne.ts';
import { starter } from '../helpers/starter-folder.ts';

const data = mkdtempSync(join(tmpdir(), 'lanterne-mood-'));
const ids = async (...args: string[]): Promise<string[]> => {
  const { code, out, err } = await runLanterne(['recommend', ...args, '--top', '10', '--json', '--data', data]);
  assert.equal(code, 0, err);
  return JSON.parse(out).films.map(({ id }: { id: string }) => id);
};
after(() => rmSync(data, { recursive: true, force: true }));
before(async () => {
  const { code, err } = await runLanterne(['build', '--imdb', starter, '--tmdb', starter, '--data', data]);
  assert.equal(code, 0, err);
});

test('a mood changes the list of a taste and the start list, and never shortens either', async () => {
  for (const film of [['--film', 'tt0119038'], []]) {
    const [plain, scary, restful] = [
      await ids(...film),
      await ids(...film, '--mood', 'effrayant'),
      await ids(...film, '--mood', 'reposant'),
    ];
    assert.deepEqual([plain.length, scary.length, restful.length], [10, 10, 10]);
    assert.equal(scary.filter((id) => restful.includes(id)).length, 0);
  }
  assert.deepEqual(
    await ids('--film', 'tt0119038', '--mood', 'SCARY'),
    await ids('--film', 'tt0119038', '--mood', '-0.9,0.8'),
  );
});

test('baskets take a mood too', async () => {
  const file = join(data, 'baskets.jsonl');
  writeFileSync(file, '{"id":"1","liked":["tt0119038"]}\n{"id":"2"}\n');
  const { code, out, err } = await runLanterne([
    'recommend',
    '--baskets',
    file,
    '--shape',
    '--mood',
    'effrayant',
    '--top',
    '10',
    '--data',
    data,
  ]);
  assert.equal(code, 0, err);
  const lists = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).films);
  assert.deepEqual(lists, [await ids('--film', 'tt0119038', '--mood', 'effrayant'), await ids('--mood', 'effrayant')]);
});

test('an unknown mood is wrong usage, and the words are listed', async () => {
  for (const mood of ['bof', '2,0', '']) {
    const { code, out, err } = await runLanterne(['recommend', `--mood=${mood}`, '--data', data]);
    assert.equal(code, 2);
    assert.equal(out, '');
    assert.match(err, /--mood is a word \(doux, .*effrayant, scary\) or a valence/);
  }
});
