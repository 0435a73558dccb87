import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { commands, run } from '#cli/main.ts';
import { runLanterne } from '../helpers/run-lanterne.ts';
import { starter } from '../helpers/starter-folder.ts';

const work = mkdtempSync(join(tmpdir(), 'lanterne-cli-'));
const data = join(work, 'data');
const lanterne = (...args: string[]) => runLanterne([...args, '--data', data]);
after(() => rmSync(work, { recursive: true, force: true }));

before(async () => {
  const { code, out, err } = await lanterne('build', '--imdb', starter, '--tmdb', starter, '--json');
  assert.equal(code, 0, err);
  const report = JSON.parse(out);
  assert.deepEqual(Object.keys(report).toSorted(), [
    'credits',
    'films',
    'peakMemoryMB',
    'people',
    'rejected',
    'seconds',
    'series',
    'withoutOverview',
  ]);
  assert.ok(report.films >= 600 && report.series >= 60 && report.withoutOverview === 0);
  assert.deepEqual(report.rejected, []);
});

test('a model that is missing is trained by the command that needs it; results alone are on standard output', async () => {
  const { code, out, err } = await lanterne('similar', 'tt0057591', '--top', '3', '--json');
  assert.equal(code, 0, err);
  assert.match(err, /Training it now/);
  const films = JSON.parse(out);
  assert.equal(films.length, 3);
  for (const film of films) assert.match(film.id, /^tt\d+$/);
});

test('whoever stops reading the messages does not stop the work, nor change what it comes to', () => {
  const file = join(work, 'seen.csv');
  writeFileSync(file, 'viewer,film,rating\n1,tt0057591,5\n');
  const ran = spawnSync('bash', [
    '-c',
    `"$0" "$1" import ratings "$2" --data "$3" 2> >(exec true) 3>&1; echo "$?"`,
    process.execPath,
    fileURLToPath(new URL('../../bin/lanterne', import.meta.url)),
    file,
    join(work, 'unread'),
  ]);
  assert.equal(ran.stdout.toString().trim().split('\n').at(-1), '0');
  assert.ok(existsSync(join(work, 'unread', 'interactions', 'seen.parquet')));
});

test('train says what it made', async () => {
  const { code, out } = await lanterne('train', '--json');
  assert.equal(code, 0);
  assert.ok(JSON.parse(out).bytes > 100_000);
});

test('search finds a title with a typo, and tells it as text and as JSON', async () => {
  const text = await lanterne('search', 'le', 'diner', 'de', 'con');
  assert.equal(text.code, 0);
  assert.match(text.out.split('\n')[0] ?? '', /^Le Dîner de cons \(1998\), Francis Veber · tt0119038$/);
  const json = await lanterne('search', 'Les Tontons flinguers', '--top', '1', '--json');
  assert.equal(JSON.parse(json.out)[0].id, 'tt0057591');
});

test('search --queries: a line in, a line out, in order', async () => {
  const file = join(work, 'queries.txt');
  writeFileSync(file, 'la grande vadrouille\nzzzzqqqq\nAmélie Poulain\r\n');
  const { code, out } = await lanterne('search', '--queries', file, '--top', '2');
  assert.equal(code, 0);
  const rows = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  assert.deepEqual(
    rows.map(({ query }) => query),
    ['la grande vadrouille', 'zzzzqqqq', 'Amélie Poulain'],
  );
  assert.equal(rows[0].films[0].id, 'tt0060474');
  assert.deepEqual(Object.keys(rows[0].films[0]).slice(0, 5), ['id', 'title', 'original', 'year', 'score']);
  for (const { ms } of rows) assert.equal(typeof ms, 'number');
});

test('recommend answers with reasons, never with what was given', async () => {
  const { code, out } = await lanterne(
    'recommend',
    '--film',
    'Le Diner de cons',
    '--film',
    'tt0082183',
    '--not',
    'tt0133093',
    '--top',
    '5',
    '--json',
  );
  assert.equal(code, 0);
  const { films, liked, basis } = JSON.parse(out);
  assert.equal(basis, 'content');
  assert.deepEqual(liked, ['tt0119038', 'tt0082183']);
  assert.equal(films.length, 5);
  for (const { id, reasons } of films) {
    assert.ok(!['tt0119038', 'tt0082183', 'tt0133093'].includes(id));
    assert.ok(reasons.length > 0 && reasons.every(({ film }: { film: string }) => liked.includes(film)));
  }
});

test('recommend with no film gives the start list and says so; --era and the dials are obeyed', async () => {
  const start = JSON.parse((await lanterne('recommend', '--top', '4', '--json')).out);
  assert.equal(start.basis, 'start');
  const sixties = JSON.parse((await lanterne('recommend', '--film', 'tt0057591', '--era', '1960-1969', '--json')).out);
  assert.ok(sixties.films.every(({ year }: { year: number }) => year >= 1960 && year <= 1969));
  const rare = await lanterne('recommend', '--film', 'tt0057591', '--popularity', '-1', '--closeness', '1', '--json');
  assert.equal(rare.code, 0, rare.err);
});

test('recommend --baskets: JSONL in, JSONL out, in order; unknown ids are named and left aside', async () => {
  const file = join(work, 'baskets.jsonl');
  writeFileSync(
    file,
    '{"id":"7","liked":["tt0057591"],"disliked":[],"seen":["tt0058135"]}\n{"id":"8","liked":["tt9999999","__proto__"]}\n{"id":9,"liked":["tt0119038"]}\n',
  );
  const { code, out, err } = await lanterne('recommend', '--baskets', file, '--top', '3');
  assert.equal(code, 0, err);
  const rows = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  assert.deepEqual(
    rows.map(({ id }) => id),
    ['7', '8', '9'],
  );
  for (const { films, scores, reasons } of rows)
    assert.deepEqual([films.length, scores.length, reasons.length], [3, 3, 3]);
  assert.ok(!rows[0].films.includes('tt0058135'));
  assert.ok(rows[0].reasons[0][0].share > 0.99);
  assert.deepEqual(rows[1].reasons, [[], [], []]);
  assert.match(err, /2 unknown identifiers were left aside: tt9999999, __proto__/);
});

test('similar --pairs: a score a line, nan when unknown; a film is its own nearest', async () => {
  const file = join(work, 'pairs.tsv');
  writeFileSync(file, 'tt0057591\ttt0057591\ntt0057591\ttt0058135\ntt0057591\ttt9999999\n');
  const { code, out } = await lanterne('similar', '--pairs', file);
  assert.equal(code, 0);
  const [self, other, unknown] = out.trim().split('\n');
  assert.ok(Number(self) > Number(other));
  assert.equal(unknown, 'nan');
});

test('wrong usage exits 2, bad input 3, with one sentence and nothing on standard output', async () => {
  const cases: [string[], number, RegExp][] = [
    [['nothing'], 2, /There is no command “nothing”/],
    [['search'], 2, /Give a title to look for/],
    [['search', 'x', '--top', 'many'], 2, /--top is a whole number/],
    [['recommend', '--popularity', '3'], 2, /from -1 to 1/],
    [['recommend', '--nonsense'], 2, /nonsense/],
    [['recommend', '--film', 'tt0000099999'], 3, /no film tt0000099999/],
    [['recommend', '--film', 'zzzz qqqq xxxx'], 3, /No film is called/],
    [['recommend', '--baskets', join(work, 'absent.jsonl')], 3, /absent\.jsonl does not exist/],
    [['similar', '--pairs', join(work, 'absent.tsv')], 3, /absent\.tsv does not exist/],
    [['build', '--imdb', join(work, 'nowhere')], 3, /nowhere does not exist/],
    [['build'], 2, /--imdb is needed/],
  ];
  for (const [args, expected, sentence] of cases) {
    const { code, out, err } = await lanterne(...args);
    assert.equal(code, expected, `${args.join(' ')}: ${err}`);
    assert.match(err, sentence);
    assert.equal(out, '', args.join(' '));
  }
});

test('a number is part of a title, and gibberish is no title: neither is taken for another film', async () => {
  for (const title of ['Toy Story 4', 'Les Visiteurs 2', 'Rocky 2', 'zzzqqq']) {
    const { code, err } = await lanterne('recommend', '--film', title);
    assert.equal(code, 3, title);
    assert.match(err, /No film is called/, title);
  }
});

test('a blank line keeps its place in a batch', async () => {
  const queries = join(work, 'blank.txt');
  writeFileSync(queries, 'amélie\n\nle parrain\n');
  const found = (await lanterne('search', '--queries', queries)).out.trim().split('\n');
  assert.deepEqual(
    found.map((line) => JSON.parse(line).query),
    ['amélie', '', 'le parrain'],
  );
  const pairs = join(work, 'blank.tsv');
  writeFileSync(pairs, 'tt0057591\ttt0058135\n\ntt0057591\ttt0119038\n');
  assert.equal((await lanterne('similar', '--pairs', pairs)).out.trim().split('\n')[1], 'nan');
  assert.equal(JSON.parse((await lanterne('similar', '--pairs', pairs, '--json')).out).length, 3);
});

test('a folder in the place of a file is said to be one, and options that would be ignored are refused', async () => {
  const folder = await lanterne('recommend', '--baskets', work);
  assert.equal(folder.code, 3);
  assert.match(folder.err, /cannot be read \(it is a folder\)/);
  const together = await lanterne('recommend', '--baskets', join(work, 'baskets.jsonl'), '--film', 'amélie');
  assert.equal(together.code, 2);
  assert.match(together.err, /--film does not go with --baskets/);
});

test('results that cannot be written are a fault, not a success', { skip: !existsSync('/dev/full') }, () => {
  const door = fileURLToPath(new URL('../../bin/lanterne', import.meta.url));
  const full = openSync('/dev/full', 'w');
  const { status, stderr } = spawnSync(process.execPath, [door, 'search', 'amélie', '--data', data], {
    stdio: ['ignore', full, 'pipe'],
    encoding: 'utf8',
  });
  closeSync(full);
  assert.equal(status, 1);
  assert.match(stderr, /cannot be written/);
});

test('an ambiguous title lists the candidates and exits 3', async () => {
  const { code, err } = await lanterne('recommend', '--film', 'comte de monte cristo');
  assert.equal(code, 3);
  assert.ok((err.match(/tt\d+/g) ?? []).length >= 2, err);
});

test('doctor tells each thing, one line each', async () => {
  const { code, out } = await lanterne('doctor');
  assert.equal(code, 0, out);
  for (const word of ['Node', 'catalogue', 'promises', 'model', 'source starter'])
    assert.match(out, new RegExp(`^✓ ${word}`, 'm'));
});

test('each command has a help with an example', async () => {
  for (const name of Object.keys(commands)) {
    let out = '';
    const code = await run(
      [name, '--help'],
      (line) => (out += `${line}\n`),
      (line) => assert.fail(line),
    );
    assert.equal(code, 0, name);
    assert.match(out, /Usage:\n {2}lanterne/);
    assert.match(out, /Example:\n {2}(lanterne|npm run)/);
  }
});
