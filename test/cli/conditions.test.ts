import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { runLanterne } from '../helpers/run-lanterne.ts';
import { starterFolder } from '../helpers/starter-folder.ts';

const DINNER = 'tt0119038';
const work = mkdtempSync(join(tmpdir(), 'lanterne-conditions-'));
const baskets = join(work, 'baskets.jsonl');
const group = join(work, 'group.jsonl');
let data: Awaited<ReturnType<typeof starterFolder>>;
before(async () => {
  data = await starterFolder();
  writeFileSync(baskets, `{"id":"1","liked":["${DINNER}"]}\n{"id":"2"}\n`);
  writeFileSync(group, `{"id":"Anna","liked":["${DINNER}"]}\n{"id":"Louis","liked":["tt0057591"]}\n`);
});
after(() => {
  data?.[Symbol.dispose]();
  rmSync(work, { recursive: true, force: true });
});
const recommend = (...args: string[]) => runLanterne(['recommend', ...args, '--data', data.folder]);
const json = async (...args: string[]) => {
  const { code, out, err } = await recommend(...args, '--json');
  assert.equal(code, 0, err);
  return JSON.parse(out);
};
const lines = async (...args: string[]) => {
  const { code, out, err } = await recommend('--baskets', baskets, ...args);
  assert.equal(code, 0, err);
  return out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
};
const idsOf = (films: readonly { id: string }[]): string[] => films.map(({ id }) => id);

test('a genre, a country or a language is met by its code or its French or English name', async () => {
  const asked = ['--film', DINNER, '--top', '5'];
  const english = idsOf((await json(...asked, '--genre', 'Comedy', '--country', 'FR', '--language', 'fr')).films);
  assert.equal(english.length, 5);
  assert.deepEqual(
    idsOf((await json(...asked, '--genre', 'COMEDIE', '--country', 'france', '--language', 'français')).films),
    english,
  );
});

test('the conditions of a list, of baskets and of a group leave out the same films', async () => {
  const asked = ['--era', '1960-1979', '--length', '-100', '--genre', 'comedy', '--genre', 'crime', '--top', '4'];
  const { films, loosen } = await json('--film', DINNER, '--diversity', '0', ...asked);
  assert.deepEqual(loosen, []);
  assert.ok(films.every(({ year }: { year: number }) => year >= 1960 && year <= 1979));
  const [one, start] = await lines(...asked);
  assert.deepEqual(one.films, idsOf(films));
  assert.equal(start.films.length, 4);
  assert.ok(!('loosen' in one));
  const together = await json('--group', group, ...asked);
  assert.equal(together.films.length, 4);
  assert.deepEqual(together.loosen, []);
  for (const { year } of together.films) assert.ok(year >= 1960 && year <= 1979);
});

test('--audience family is read from genres and keywords', async () => {
  const { films } = await json('--audience', 'family', '--top', '30');
  assert.ok(films.length > 5);
});

test('a value that no film has is wrong usage, with the nearest or the known ones', async () => {
  const cases: [string[], RegExp][] = [
    [['--genre', 'Westen'], /genre “Westen”\. Did you mean Western\? Its genres are .*Comedy/],
    [['--country', 'Frence'], /country “Frence”\. Did you mean FR \(France\)/],
    [['--language', 'klingon'], /language “klingon”\..* Its .*languages are .*fr French/],
    [['--country', 'zz'], /country “zz”\. Its .*countries are /],
    [['--audience', 'adults'], /--audience is family, not “adults”/],
    [['--length', 'short'], /--length is minutes such as 80-110/],
    [['--length', '120-90'], /--length is minutes/],
    [['--era', '60s'], /--era is two years/],
    [['--diversity', '2'], /--diversity is a number from 0 to 1/],
    [['--shelves', '--diversity', '0.5'], /--diversity does not go with --shelves/],
    [['--group', 'x', '--shape'], /--shape does not go with --group/],
    [['--baskets', 'x', '--shelves'], /--shelves does not go with --baskets/],
  ];
  for (const [args, sentence] of cases) {
    const { code, out, err } = await recommend(...args);
    assert.equal(code, 2, `${args.join(' ')}: ${err}`);
    assert.match(err, sentence);
    assert.equal(out, '');
  }
  for (const file of [
    ['--baskets', baskets],
    ['--group', group],
  ])
    assert.equal((await recommend(...file, '--genre', 'Westen')).code, 2);
});

test('a list left short says which condition to loosen, as text and as JSON', async () => {
  const asked = ['--era', '1960-1961', '--genre', 'western', '--top', '20'];
  const { films, loosen } = await json('--film', DINNER, ...asked);
  assert.ok(films.length < 20);
  assert.deepEqual(loosen.map(({ condition }: { condition: string }) => condition).toSorted(), ['genres', 'years']);
  assert.ok(loosen[0].films > films.length && loosen[0].films >= loosen[1].films);
  const told = await recommend('--film', DINNER, ...asked);
  assert.match(told.err, /films? meets? all the conditions; without --\w+, \d+/);
  const [one, two] = await lines(...asked);
  assert.deepEqual(one.loosen, loosen);
  assert.ok(two.loosen.length === 2);
  const together = await json('--group', group, ...asked);
  assert.ok(together.loosen[0].films > together.films.length);
});

test('conditions that no film meets are no silent empty list', async () => {
  const asked = ['--era', '1900-1901', '--genre', 'western', '--json'];
  for (const who of [['--film', DINNER], ['--film', DINNER, '--shelves'], [], ['--group', group]]) {
    const { code, out, err } = await recommend(...who, ...asked);
    assert.equal(code, 3, err);
    assert.match(err, /No film is left to recommend \(no film meets all the conditions; without --era, \d+/);
    assert.equal(JSON.parse(out).loosen[0].condition, 'years');
  }
});

test('a list that a person reads is varied unless --diversity 0; baskets are plain unless --shape', async () => {
  const [plain] = await lines('--top', '20');
  const [shaped] = await lines('--top', '20', '--shape');
  assert.notDeepEqual(plain.films, shaped.films);
  assert.deepEqual(idsOf((await json('--film', DINNER, '--top', '20', '--diversity', '0')).films), plain.films);
  assert.deepEqual(idsOf((await json('--film', DINNER, '--top', '20')).films), shaped.films);
});

test('--shelves: named shelves with reasons, no film twice, --top a shelf; as text, a title each', async () => {
  const { shelves, liked, basis } = await json('--film', DINNER, '--film', 'tt0082183', '--shelves', '--top', '3');
  assert.equal(basis, 'content');
  assert.ok(shelves.length >= 4);
  const shown: string[] = shelves.flatMap(({ films }: { films: { id: string }[] }) => idsOf(films));
  assert.equal(new Set(shown).size, shown.length);
  assert.ok(shown.every((id) => !liked.includes(id)));
  for (const { name, title, films } of shelves) {
    assert.ok(typeof name === 'string' && typeof title === 'string');
    assert.ok(films.length >= 1 && films.length <= 3);
  }
  const text = await recommend('--film', DINNER, '--shelves');
  assert.match(text.out, /^Close to your films$/m);
  assert.match(text.out, /^ {2}1\. /m);
});
