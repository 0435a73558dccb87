import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { runLanterne } from '../helpers/run-lanterne.ts';
import { cinemas, populations } from '../market/official-files.ts';

const work = mkdtempSync(join(tmpdir(), 'lanterne-market-cli-'));
after(() => rmSync(work, { recursive: true, force: true }));
const data = join(work, 'data');
const lanterne = (...args: string[]) => runLanterne([...args, '--data', data]);

test('market lists the figures of home with their sources, and what is computed', async () => {
  const text = await lanterne('market');
  assert.equal(text.code, 0, text.err);
  assert.match(text.out, /^attendance-index\.23 +2024 +1\.5 +A officiel +CNC, .* https:\/\/www\.cnc\.fr\//m);
  assert.match(text.out, /^Computed from them/m);
  const { figures, computed } = JSON.parse((await lanterne('market', '--json')).out);
  assert.ok(figures.length > 300 && computed.length > 5);
  for (const figure of figures) {
    assert.match(figure.url, /^https?:/);
    assert.ok(['officiel', 'presse', 'estimation'].includes(figure.kind));
    assert.deepEqual(Object.keys(figure), [
      'id',
      'value',
      'unit',
      'year',
      'source',
      'url',
      'reliability',
      'kind',
      'note',
    ]);
  }
});

test('a figure by its name is its series; a topic alone is told for the places that home is in', async () => {
  const series = JSON.parse((await lanterne('market', 'attendance-index.23', '--json')).out);
  assert.equal(series.length, 59);
  assert.deepEqual([series.at(-1).year, series.at(-1).value], [2024, 1.5]);
  const places = JSON.parse((await lanterne('market', 'attendance-index', '--json')).out);
  assert.deepEqual(
    [...new Set(places.map(({ id }: { id: string }) => id))],
    ['attendance-index.23', 'attendance-index.NAQ', 'attendance-index.FR'],
  );
});

test('what is computed is told with its formula and its sources', async () => {
  const { computed } = JSON.parse((await lanterne('market', '--json')).out);
  for (const name of computed) {
    const told = JSON.parse((await lanterne('market', name, '--json')).out);
    assert.equal(told.name, name);
    assert.ok(told.values.length > 0 && told.formula.fr !== '', name);
    for (const { url, id } of told.used) assert.match(url ?? '', /^https?:/, `${name}: ${id}`);
    assert.equal((await lanterne('market', name)).code, 0);
  }
});

test('an unknown name is told with those near it', async () => {
  const { code, err } = await lanterne('market', 'atendance-index.23');
  assert.equal(code, 3);
  assert.match(err, /attendance-index\.23/);
  assert.equal((await lanterne('market', 'a', 'b')).code, 2);
});

test('an unknown commune is named; a department that is not in the book is no fault', async () => {
  const wrong = await runLanterne(['market', '--data', data], { environment: { LANTERNE_COMMUNE: '23999' } });
  assert.equal(wrong.code, 2);
  assert.match(wrong.err, /23999/);
  const far = await runLanterne(['market', '--data', data], { environment: { LANTERNE_COMMUNE: '31555' } });
  assert.equal(far.code, 0, far.err);
  assert.match(far.err, /no commune 31555: import/);
  assert.equal(
    (await runLanterne(['market', '--data', data], { environment: { LANTERNE_COMMUNE: 'Guéret' } })).code,
    2,
  );
});

test('import market says what each file holds; a dry run writes nothing; a fault says that nothing was imported', async () => {
  const folder = join(work, 'in');
  mkdirSync(folder);
  writeFileSync(join(folder, 'a.csv'), cinemas());
  writeFileSync(join(folder, 'b.txt'), 'what\n');
  const dry = await lanterne('import', 'market', folder, '--dry-run');
  assert.equal(dry.code, 0, dry.err);
  assert.match(dry.out, /2,062 rows {2}cinemas 2022 {2}\(a\.csv\)/);
  assert.match(dry.out, /left aside: b\.txt/);
  assert.match(dry.out, /nothing was written/);
  const json = JSON.parse((await lanterne('import', 'market', folder, '--json')).out);
  assert.deepEqual([json.written, json.files.length, json.left.length], [true, 1, 1]);
  assert.equal(
    JSON.parse((await lanterne('market', 'entries.23', '--json')).out).find(
      (one: { year: number }) => one.year === 2022,
    ).value,
    140_000,
  );
  writeFileSync(join(folder, 'c.csv'), populations(['75;X;23;2;05;096;Guéret;0;0;0']));
  const bad = await lanterne('import', 'market', folder);
  assert.equal(bad.code, 3);
  assert.match(bad.err, /Nothing was imported/);
  assert.match(bad.err, /c\.csv, line 6: column “Population municipale”/);
  assert.equal((await lanterne('import', 'market')).code, 2);
  assert.equal((await lanterne('import', 'market', folder, '--department', 'x')).code, 2);
});
