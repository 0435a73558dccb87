import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { run } from '#cli/main.ts';
import { encodeArtefact } from '#kernels/artefact.ts';
import { collaborativeVersion, fitCollaborative } from '#models/collaborative/fit.ts';
import { fitIals } from '#models/collaborative/ials.ts';
import { runLanterne, type Ran } from '../helpers/run-lanterne.ts';
import { familyOf, planted } from '../models/collaborative/likes-worlds.ts';

const work = mkdtempSync(join(tmpdir(), 'lanterne-rank-'));
after(() => rmSync(work, { recursive: true, force: true }));
const world = planted();
const bytes = await fitCollaborative(world.likes, world.films);
const model = file('likes.model', bytes);
const famous = 'film 000';

function file(name: string, content: string | Buffer): string {
  const path = join(work, name);
  writeFileSync(path, content);
  return path;
}

const baskets = (...list: readonly object[]): string =>
  file('baskets.jsonl', list.map((basket) => `${JSON.stringify(basket)}\n`).join(''));

/** The command in this process: its exit code and what it wrote. */
async function rank(...args: readonly string[]): Promise<Ran> {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await run(
    ['model', 'rank', ...args],
    (line) => void out.push(line),
    (line) => void err.push(line),
  );
  return { code, out: out.join('\n'), err: err.join('\n') };
}

interface Row {
  readonly id: string;
  readonly films: readonly string[];
  readonly scores: readonly number[];
  readonly reasons: readonly (readonly { readonly film: string; readonly share: number }[])[];
}

async function ranked(list: readonly object[], ...more: readonly string[]): Promise<{ rows: Row[]; err: string }> {
  const { code, out, err } = await rank('--model', model, '--baskets', baskets(...list), ...more);
  assert.equal(code, 0, err);
  return { rows: out.split('\n').map((line) => JSON.parse(line)), err };
}

test('a line in, a line out, in order and in the shape of the contract', async () => {
  const list = [
    { id: '7', liked: ['film 003'], disliked: [], seen: [] },
    { id: 12, liked: ['film 023', 'film 025', 'film 028', 'film 021'] },
    { id: 'last', liked: ['film 041', 'film 042'], disliked: ['film 061'], seen: ['film 040'] },
  ];
  const ran = await runLanterne(['model', 'rank', '--model', model, '--baskets', baskets(...list), '--top', '4']);
  assert.equal(ran.code, 0, ran.err);
  assert.equal(ran.err, '');
  const rows: Row[] = ran.out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  assert.deepEqual(
    rows.map(({ id }) => id),
    ['7', '12', 'last'],
  );
  for (const [at, row] of rows.entries()) {
    const liked = list[at]?.liked ?? [];
    assert.deepEqual(Object.keys(row), ['id', 'films', 'scores', 'reasons']);
    assert.deepEqual([row.films.length, row.scores.length, row.reasons.length], [4, 4, 4]);
    assert.ok(row.scores.every((score, place) => Number.isFinite(score) && score <= (row.scores[place - 1] ?? score)));
    for (const reasons of row.reasons) {
      assert.ok(reasons.length >= 1 && reasons.length <= 3);
      for (const reason of reasons) {
        assert.deepEqual(Object.keys(reason), ['film', 'share']);
        assert.ok(liked.includes(reason.film) && reason.share > 0 && reason.share <= 1);
      }
    }
    const family = familyOf(Number(liked[0]?.slice(5)));
    assert.ok(row.films.every((id) => familyOf(Number(id.slice(5))) === family));
  }
});

test('ten films unless said; more than there are gives all there are', async () => {
  const list = [{ id: '1', liked: ['film 003'] }];
  assert.equal((await ranked(list)).rows[0]?.films.length, 10);
  assert.equal((await ranked(list, '--top', '1000000')).rows[0]?.films.length, 79);
});

test('liked, seen and disliked films are never recommended', async () => {
  const [liked, disliked, seen] = [world.films.slice(0, 6), world.films.slice(6, 12), world.films.slice(12, 70)];
  const { rows } = await ranked([{ id: '1', liked, disliked, seen }], '--top', '80');
  assert.deepEqual(rows[0]?.films.toSorted(), world.films.slice(70));
});

test('identifiers that the model does not know are named and left aside', async () => {
  const { rows, err } = await ranked([
    { id: '1', liked: ['film 003', 'tt404', '__proto__'], disliked: ['constructor'], seen: ['tt405'] },
    { id: '2', liked: ['film 003'] },
    { id: '3', liked: ['film 003', 'film 003', 'tt404'] },
  ]);
  assert.match(err, /^Left aside, unknown to the model \(4\): tt404, __proto__, constructor, tt405$/);
  assert.deepEqual(rows[0]?.films, rows[1]?.films);
  assert.deepEqual(rows[2], { ...rows[1], id: '3' });
  const many = Array.from({ length: 30 }, (_, at) => `none ${at}`);
  assert.match((await ranked([{ id: '1', liked: ['film 003', ...many] }])).err, /\(30\): none 0, .*none 4…$/);
});

test('a basket of nothing known is answered by the most liked films, and that is said', async () => {
  const one = await ranked([{ id: '1' }, { id: '2', liked: ['film 003'] }], '--top', '3');
  assert.equal(one.err, 'One basket holds no film that the model knows: the most liked films are the answer.');
  assert.equal(one.rows[0]?.films.length, 3);
  assert.ok(one.rows[0]?.films.every((id) => Number(id.slice(5)) % 20 < 4));
  assert.deepEqual(one.rows[0]?.reasons, [[], [], []]);
  const two = await ranked([
    { id: '1', liked: ['x'] },
    { id: '2', seen: [famous] },
  ]);
  assert.match(two.err, /^2 baskets hold no film.*\nLeft aside, unknown to the model \(1\): x$/);
  assert.deepEqual(two.rows[0]?.films.filter((id) => id !== famous).slice(0, 5), two.rows[1]?.films.slice(0, 5));
});

test('the dial of popularity is obeyed at both ends', async () => {
  const list = [{ id: '1', liked: ['film 045', 'film 057'] }];
  const place = async (dial: string): Promise<number> => {
    const { rows } = await ranked(list, '--popularity', dial, '--top', '8');
    return (rows[0]?.films ?? []).reduce((sum, id) => sum + (Number(id.slice(5)) % 20), 0);
  };
  assert.ok((await place('-1')) > (await place('1')));
});

test('no basket, blank lines and a last line without an end', async () => {
  assert.deepEqual(await rank('--model', model, '--baskets', file('none.jsonl', '')), { code: 0, out: '', err: '' });
  const { out } = await rank('--model', model, '--baskets', file('few.jsonl', '\n{"id":"a","liked":[]}\n\n{"id":"b"}'));
  assert.equal(out.split('\n').length, 2);
});

test('a model that is cut, damaged, foreign or none is refused with a sentence; nothing is printed', async () => {
  const list = baskets({ id: '1', liked: ['film 003'] });
  const { header, arrays } = { header: { kind: 'collaborative', vocabulary: '' }, arrays: {} };
  const damaged = Buffer.from(bytes);
  damaged[5000] = (damaged[5000] ?? 0) ^ 1;
  const cut = [0, 1, 47, 48, 1000, bytes.length - 1].map((length) => ({
    bytes: bytes.subarray(0, length),
    why: length < 48 ? /not a model file/ : /truncated/,
  }));
  const others = [
    { bytes: damaged, why: /truncated or damaged/ },
    { bytes: Buffer.from('viewer,film,rating\n1,a,5\n'), why: /not a model file of Lanterne/ },
    { bytes: await fitIals(world.likes, world.films, { epochs: 0 }), why: /kind ials, not collaborative/ },
    { bytes: encodeArtefact({ header: { ...header, version: collaborativeVersion + 1 }, arrays }), why: /of version/ },
    { bytes: encodeArtefact({ header: { ...header, version: collaborativeVersion }, arrays }), why: /does not hold/ },
  ];
  for (const { bytes: content, why } of [...cut, ...others]) {
    const { code, out, err } = await rank('--model', file('other.model', content), '--baskets', list);
    assert.equal(code, 3, err);
    assert.equal(out, '');
    assert.match(err, /^lanterne: .*other\.model is refused: .*`lanterne model fit`.*\.$/);
    assert.match(err, why);
  }
  const real = await runLanterne(['model', 'rank', '--model', file('other.model', damaged), '--baskets', list]);
  assert.deepEqual([real.code, real.out], [3, '']);
  for (const [path, why] of [
    [work, /cannot be read/],
    [join(work, 'missing.model'), /missing\.model does not exist/],
  ] as const) {
    const { code, out, err } = await rank('--model', path, '--baskets', list);
    assert.deepEqual([code, out], [3, '']);
    assert.match(err, why);
  }
});

test('baskets that cannot be read are refused before anything is printed, with the line', async () => {
  const good = '{"id":"1","liked":["film 003"]}\n';
  for (const [content, why] of [
    [`${good}{"liked":[]}\n`, /line 2: it is not a basket such as/],
    [`${good}${good}not json\n`, /line 3: it is not a basket/],
    [`${good}{"id":"2","liked":"film 003"}\n`, /line 2: it is not a basket/],
    [`${good}{"id":"2","liked":[true]}\n`, /line 2/],
    ['[]\n', /line 1/],
    ['null', /line 1/],
  ] as const) {
    const { code, out, err } = await rank('--model', model, '--baskets', file('bad.jsonl', content));
    assert.deepEqual([code, out], [3, ''], err);
    assert.match(err, why);
  }
  const missing = await rank('--model', model, '--baskets', join(work, 'missing.jsonl'));
  assert.deepEqual([missing.code, missing.out], [3, '']);
  assert.equal((await rank('--model', model, '--baskets', work)).code, 3);
});

test('wrong usage is exit code 2', async () => {
  const list = baskets({ id: '1' });
  for (const [args, why] of [
    [['--baskets', list], /--model is missing/],
    [['--model', model], /--baskets is missing/],
    [['--model', model, '--baskets', list, '--top', '0'], /--top is a whole number of at least 1/],
    [['--model', model, '--baskets', list, '--top', '2.5'], /--top is a whole number/],
    [['--model', model, '--baskets', list, '--popularity', '2'], /--popularity is a number from -1 to 1/],
    [['--model', model, '--baskets', list, '--nothing'], /nothing/],
  ] as const) {
    const { code, out, err } = await rank(...args);
    assert.deepEqual([code, out], [2, ''], err);
    assert.match(err, why);
  }
});
