import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { scratch } from '../features/interactions/ratings-files.ts';
import { runLanterne } from '../helpers/run-lanterne.ts';

test('import ratings: what was stored, as JSON and as text; progress on standard error', async () => {
  using folder = scratch();
  const data = join(folder.path, 'data');
  const file = folder.write('mine.csv', 'viewer,film,rating\n1,tt0057591,5\n2,tt0057591,x\n2,tt0058135,1\n');
  const args = ['import', 'ratings', file, '--like-at', '4', '--dislike-at', '2', '--data', data];
  const json = await runLanterne([...args, '--own', '--name', 'house', '--licence', 'ours', '--json']);
  assert.equal(json.code, 0, json.err);
  assert.match(json.err, /recognised as csv/);
  const { seconds, ...report } = JSON.parse(json.out);
  assert.equal(typeof seconds, 'number');
  assert.deepEqual(report, {
    name: 'house',
    format: 'csv',
    rows: 2,
    viewers: 2,
    films: 2,
    liked: 1,
    disliked: 1,
    rejected: [
      { file: 'mine.csv', reason: 'the rating is not a finite number', count: 1, example: 'line 3: 2,tt0057591,x' },
    ],
    unknownFilms: null,
  });
  const text = await runLanterne(args);
  assert.equal(text.code, 0, text.err);
  assert.match(text.out, /1 mine\.csv: the rating is not a finite number/);
  assert.match(text.out, /Stored as “mine” \(csv\)/);
  assert.match(text.err, /No licence was given/);
});

test('wrong usage is 2, bad input 3, each in one sentence', async () => {
  using folder = scratch();
  const file = folder.write('mine.csv', 'viewer,film,rating\n1,tt0057591,5\n');
  const cases: [string[], number, RegExp][] = [
    [['import'], 2, /Say what to import/],
    [['import', 'programme'], 2, /One file of showings is needed/],
    [['import', 'programme', join(folder.path, 'nowhere.csv')], 3, /does not exist/],
    [['import', 'market', join(folder.path, 'nowhere')], 3, /does not exist/],
    [['import', 'ratings'], 2, /One file \(or folder\) of ratings is needed/],
    [['import', 'ratings', file, '--like-at', 'x'], 2, /--like-at is a number/],
    [['import', 'ratings', file, '--format', 'netflix'], 2, /--format is movielens, letterboxd/],
    [['import', 'ratings', file, '--like-at', '4', '--name', '../up'], 2, /--name is letters/],
    [['import', 'ratings', join(folder.path, 'nowhere.csv'), '--like-at', '4'], 3, /does not exist/],
  ];
  for (const [args, code, message] of cases) {
    const ran = await runLanterne([...args, '--data', join(folder.path, 'data')]);
    assert.equal(ran.code, code, `${args.join(' ')}: ${ran.err}`);
    assert.match(ran.err, message);
    assert.equal(ran.out, '');
  }
});
