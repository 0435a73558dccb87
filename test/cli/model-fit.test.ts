import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import type { CollaborativeModel } from '#models/collaborative/collaborative.ts';
import { runLanterne, type Ran } from '../helpers/run-lanterne.ts';
import { opened, scoresOf } from '../models/collaborative/likes-worlds.ts';

const work = mkdtempSync(join(tmpdir(), 'lanterne-fit-'));
after(() => rmSync(work, { recursive: true, force: true }));
let number = 0;

function file(name: string, content: string | Buffer): string {
  const path = join(work, `${number++}-${name}`);
  writeFileSync(path, content);
  return path;
}

interface Fit extends Ran {
  readonly out: string;
  readonly model: string;
}

/** Fits on a CSV written as given; likes are ratings of 4 or more. */
async function fit(csv: string | Buffer, more: readonly string[] = [], name = 'ratings.csv'): Promise<Fit> {
  const model = join(work, `${number++}.model`);
  const ran = await runLanterne([
    'model',
    'fit',
    '--ratings',
    file(name, csv),
    '--like-at',
    '4',
    '--out',
    model,
    ...more,
  ]);
  return { ...ran, model };
}

const lines = (...rows: string[]): string => `viewer,film,rating\n${rows.join('\n')}\n`;
const read = ({ model }: Fit): CollaborativeModel => opened(readFileSync(model));

/** Fitted, and every score is a number whatever the basket. */
async function sound(
  csv: string | Buffer,
  more: readonly string[] = [],
  name = 'ratings.csv',
): Promise<[Fit, CollaborativeModel]> {
  const fitted = await fit(csv, more, name);
  assert.equal(fitted.code, 0, fitted.err);
  const model = read(fitted);
  for (let size = 0; size <= model.films.length; size++) {
    const liked = [...Array(size).keys()];
    assert.ok(scoresOf(model, { liked }).every(Number.isFinite), `${size} liked`);
  }
  return [fitted, model];
}

/** Refused in one sentence with exit code 3; nothing on standard output, no file. */
function refused({ code, out, err, model }: Fit, why: RegExp): void {
  assert.equal(code, 3, err);
  assert.equal(out, '');
  assert.match(err, why);
  assert.match(err.trimEnd().split('\n').at(-1) ?? '', /^lanterne: .*[.]$/);
  assert.doesNotMatch(err, /\{\w+\}|went wrong|    at /);
  assert.ok(!existsSync(model));
}

const good = lines('1,a,5', '1,b,4', '1,c,1', '2,a,5', '2,c,5', '3,b,4.5', '3,c,4', '3,a,3.9');

test('three films and a few viewers: sizes and seconds a step, the file in a folder that was not there', async () => {
  const csv = file('good.csv', good);
  const out = join(work, 'not', 'there', 'yet', 'likes.model');
  const text = await runLanterne(['model', 'fit', '--ratings', csv, '--like-at', '4', '--out', out]);
  assert.equal(text.code, 0, text.err);
  assert.match(text.out, /^3 films, 3 viewers, 6 likes: \d+\.\d MB in \d+(\.\d)? s\n$/);
  assert.match(text.err, /^reading: \d+\.\d s$/m);
  for (const step of ['1', '2-3', '4-8', '9-20', 'more'])
    assert.match(text.err, new RegExp(`^baskets of ${step}: \\d+\\.\\d s$`, 'm'));
  const json = await runLanterne(['model', 'fit', '--ratings', csv, '--like-at', '4', '--out', out, '--json']);
  const said = JSON.parse(json.out);
  assert.deepEqual([said.films, said.viewers, said.likes, said.rejected], [3, 3, 6, []]);
  assert.equal(said.bytes, readFileSync(out).length);
  assert.ok(said.steps.every(({ seconds }: { seconds: number }) => seconds >= 0) && said.steps.length >= 6);
  assert.deepEqual(readdirSync(join(work, 'not', 'there', 'yet')), ['likes.model']);
});

test('two viewers and three films', async () => {
  const [, model] = await sound(lines('1,a,5', '1,b,5', '2,b,5', '2,c,5'));
  assert.deepEqual(model.films, ['a', 'b', 'c']);
  assert.equal(model.viewers, 2);
});

test('carriage returns, gzip, other columns and the order of the lines change nothing', async () => {
  const rows = ['1,a,5', '1,b,4', '2,a,5', '2,c,5', '3,b,4', '3,c,4'];
  const plain = await fit(lines(...rows));
  const others = [
    await fit(lines(...rows).replaceAll('\n', '\r\n')),
    await fit(gzipSync(lines(...rows.toReversed())), [], 'ratings.csv.gz'),
    await fit(
      `\uFEFFrating;when;viewer;film\n${rows
        .map((row) => row.split(','))
        .map(([v, f, r]) => `${r};x;${v};${f}`)
        .join('\n')}`,
    ),
  ];
  for (const other of others) {
    assert.equal(other.code, 0, other.err);
    assert.ok(readFileSync(other.model).equals(readFileSync(plain.model)));
  }
});

test('the seed decides the factors, and nothing else chance plays a part in', async () => {
  const [one, same, other] = [await fit(good), await fit(good, ['--seed', '1']), await fit(good, ['--seed', '2'])];
  assert.ok(readFileSync(one.model).equals(readFileSync(same.model)));
  assert.ok(!readFileSync(one.model).equals(readFileSync(other.model)));
});

test('ratings that are no number, fields that are missing, ids that are empty and lines given twice are counted', async () => {
  const [{ err }, model] = await sound(
    lines('1,a,5', '1,b,NaN', '1,c,', ',d,5', '1,,5', '1,e', '1,f,Infinity', '1,b,5', '2,a,1', '2,a,5', '2,b,5'),
  );
  assert.deepEqual(model.films, ['a', 'b']);
  assert.match(err, /^Left aside \(2\): the rating is not a finite number, such as line 3: 1,b,NaN$/m);
  for (const reason of ['the rating is empty', 'the viewer is empty', 'the film is empty', 'a field is missing'])
    assert.match(err, new RegExp(`^Left aside \\(1\\): ${reason}`, 'm'));
  assert.match(err, /the same viewer and film again: the last rating is kept/);
});

test('one film; one viewer; one viewer with one film', async () => {
  assert.deepEqual((await sound(lines('1,a,5', '2,a,4', '3,a,5')))[1].films, ['a']);
  assert.equal((await sound(lines('1,a,5', '1,b,5', '1,c,5', '1,d,2')))[1].films.length, 3);
  assert.equal((await sound(lines('1,a,5')))[1].viewers, 1);
});

test('every viewer likes everything: the matrix is singular, and nothing is preferred', async () => {
  const rows = Array.from({ length: 60 }, (_, at) => `${at % 6},film ${Math.floor(at / 6)},5`);
  const [, model] = await sound(lines(...rows));
  const [first = 0, ...rest] = scoresOf(model, { liked: [0] }).subarray(1);
  for (const score of rest) assert.ok(Math.abs(score - first) < 1e-3);
});

test('names that objects hold by birth are films and viewers like others', async () => {
  const odd = ['__proto__', 'constructor', 'hasOwnProperty', 'toString'];
  const [, model] = await sound(
    lines(...odd.flatMap((viewer) => odd.filter((id) => id !== viewer).map((id) => `${viewer},${id},5`))),
  );
  assert.deepEqual(model.films, odd);
  assert.deepEqual(
    odd.map((id) => model.indexOf(id)),
    [0, 1, 2, 3],
  );
});

test('films that nobody likes are left out, and said', async () => {
  const [{ err }, model] = await sound(lines('1,a,5', '1,b,5', '2,a,5', '2,z,1'));
  assert.deepEqual(model.films, ['a', 'b']);
  assert.match(err, /^Left out \(1\): films that nobody likes/m);
});

test('--films keeps those alone; unknown ones are counted, blank lines passed over', async () => {
  const list = file('films.txt', 'b\r\n\r\n c \r\n__proto__\r\nzzz\r\n\r\n');
  const [{ err }, model] = await sound(good, ['--films', list]);
  assert.deepEqual(model.films, ['b', 'c']);
  assert.match(err, /^Left aside \(2\): in the list of films to keep, but never rated, such as __proto__$/m);
  refused(
    await fit(good, ['--films', file('none.txt', 'x\ny\n')]),
    /none of its films is in the list of films to keep/,
  );
  refused(await fit(good, ['--films', file('empty.txt', '')]), /none of its films is in the list of films to keep/);
  refused(await fit(good, ['--films', join(work, 'missing.txt')]), /missing\.txt does not exist/);
});

test('no rating reaches the threshold: there is nothing to learn', async () => {
  refused(await fit(lines('1,a,3', '2,b,3.99')), /holds no rating of 4 or more.*Lower --like-at/);
});

test('files that are not what is asked for are refused with a sentence', async () => {
  refused(await fit('1,a,5\n2,b,5\n'), /line 1: there is no column “viewer”.*header `viewer,film,rating`/);
  refused(await fit(''), /holds no usable row|not one rating/);
  refused(await fit('viewer,film,rating\n'), /no line after its header/);
  refused(await fit(lines('1,a,x', '2,b,y')), /the rating is not a finite number/);
  refused(await fit(gzipSync(good.repeat(50)).subarray(0, 60), [], 'cut.csv.gz'), /ends too early or is damaged/);
  refused(await fit(Buffer.from(lines('1,caf\u00e9,5'), 'latin1')), /not UTF-8/);
});

test('a place that cannot be written is told, and what stood there still stands', async () => {
  const csv = file('good.csv', good);
  const [text, folder] = [file('a.txt', 'mine'), join(work, 'folder')];
  mkdirSync(folder);
  for (const out of [
    folder,
    join(text, 'x.model'),
    join(text, 'deep', 'x.model'),
    join(work, `${'x'.repeat(300)}.model`),
  ]) {
    const {
      code,
      out: printed,
      err,
    } = await runLanterne(['model', 'fit', '--ratings', csv, '--like-at', '4', '--out', out]);
    assert.equal(code, 3, `${out}: ${err}`);
    assert.equal(printed, '');
    assert.match(err, /cannot be written \([A-Z]+\)/);
  }
  assert.equal(readFileSync(text, 'utf8'), 'mine');
  assert.deepEqual(readdirSync(folder), []);
});

test('a model that stands is replaced by a good one only', async () => {
  const out = file('likes.model', 'old');
  const run = (csv: string): Promise<Ran> =>
    runLanterne(['model', 'fit', '--ratings', file('r.csv', csv), '--like-at', '4', '--out', out]);
  assert.equal((await run(lines('1,a,1'))).code, 3);
  assert.equal(readFileSync(out, 'utf8'), 'old');
  assert.equal((await run(good)).code, 0);
  opened(readFileSync(out));
});

test('wrong usage is exit code 2, with the option that is missing or no number', async () => {
  const csv = file('good.csv', good);
  const out = join(work, 'usage.model');
  for (const [args, why] of [
    [[], /Say “model fit” or “model rank”/],
    [['forget'], /Say “model fit” or “model rank”/],
    [['fit', 'more', '--ratings', csv, '--like-at', '4', '--out', out], /Say “model fit”/],
    [['fit', '--like-at', '4', '--out', out], /--ratings is missing/],
    [['fit', '--ratings', csv, '--out', out], /--like-at is missing/],
    [['fit', '--ratings', csv, '--like-at', '4'], /--out is missing/],
    [['fit', '--ratings', csv, '--like-at', 'four', '--out', out], /--like-at is a number, not “four”/],
    [['fit', '--ratings', csv, '--like-at', '4', '--out', out, '--seed', '1.5'], /--seed is a whole number/],
  ] as const) {
    const ran = await runLanterne(['model', ...args]);
    assert.equal(ran.code, 2, ran.err);
    assert.match(ran.err, why);
  }
  assert.ok(!existsSync(out));
});
