import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { listAudit } from '#state/audit.ts';
import { openState, statePlace } from '#state/open-state.ts';
import { listShowings } from '#state/showings.ts';
import { putVenue } from '#state/venues.ts';
import { runHere } from '../helpers/run-lanterne.ts';
import { seededVenues } from '../helpers/seed-programme.ts';
import { starterLanterne } from '../helpers/starter-lanterne.ts';
import { temporaryFolder } from '../state/engines.ts';

const { config } = await starterLanterne();
const state = await openState(statePlace(config));
after(() => state[Symbol.asyncDispose]());
for (const venue of seededVenues) await putVenue(state.db, venue);
const programme = (...args: string[]) => runHere('programme', ...args, '--data', config.dataFolder);
const day = (days: number): string => String(Temporal.Now.plainDateISO('Europe/Paris').add({ days }));

const file = join(temporaryFolder(), 'programme.csv');
writeFileSync(
  file,
  [
    'Lieu;Date;Heure;Titre;Année',
    `l-eclipse;${day(2)};20h30;Ratatouille;2007`,
    `l-eclipse;${day(3)};20h30;Film que nul ne connaît;`,
    `l-eclipse;${day(4)};20h30;Film que nul ne connaît;`,
    `l-eclipse;${day(5)};20h30;Goûter surprise;`,
    `l-eclipse;${day(6)};25h00;Ratatouille;2007`,
  ].join('\n'),
);
const ran = await runHere('import', 'programme', file, '--json', '--data', config.dataFolder);
const { import: id } = JSON.parse(ran.out);

test('a refused line is given its film, or none, and then taken', async () => {
  const one = JSON.parse((await programme('imports', id, '--json')).out);
  assert.deepEqual([one.id, one.imported, one.ready], [id, 1, 0]);
  assert.deepEqual(
    one.refused.map(({ line, asksFilm }: { line: number; asksFilm: boolean }) => [line, asksFilm]),
    [
      [3, true],
      [4, true],
      [5, true],
      [6, false],
    ],
  );
  const read = await programme('imports', id);
  assert.match(read.out, new RegExp(`^${id} {2}programme\\.csv \\(csv\\), applied .*\n1 imported, `));
  assert.match(read.out, /^line 3: The catalogue does not have “Film que nul ne connaît”/m);
  assert.match(read.err, /programme choose/);
  const chosen = await programme('choose', id, '4', 'Le Dîner de cons');
  assert.equal(chosen.code, 0, chosen.err);
  assert.match(chosen.err, /2 changes may be taken/);
  const none = JSON.parse((await programme('choose', id, '5', 'none', '--json')).out);
  assert.equal(none.ready, 3);
  assert.equal((await listShowings(state.db, { from: day(1) })).length, 1, 'nothing before it is applied');
  const applied = JSON.parse((await programme('apply', id, '--json')).out);
  assert.deepEqual([applied.imported, applied.ready, applied.refused.length], [4, 0, 1]);
  assert.deepEqual(
    (await listShowings(state.db, { from: day(1) })).slice(1).map(({ film }) => film),
    ['tt0119038', 'tt0119038', null],
  );
  const [line] = await listAudit(state.db, { most: 1 });
  assert.deepEqual([line?.staff, line?.action, line?.subject], [null, 'programme.import', id]);
  assert.match((await programme('apply', id)).err, /Nothing of it is ready/);
  assert.equal((await listAudit(state.db, { most: 1 }))[0]?.id, line?.id);
});

test('a line that asks for nothing, a film that is none and an import that is undone are refused', async () => {
  const cases: [string[], number, RegExp][] = [
    [['choose', id, '6', 'none'], 3, /Line 6 of the import “.*” asks for no film/],
    [['choose', id, '2', 'tt0119038'], 3, /asks for no film/],
    [['choose', id, 'x', 'tt0119038'], 2, /A line is a number/],
    [['choose', id, '3'], 2, /needs 3 words/],
    [['choose', 'nothing', '3', 'none'], 3, /no import “nothing”/],
    [['imports', 'nothing'], 3, /no import “nothing”/],
  ];
  for (const [args, code, sentence] of cases) {
    const refused = await programme(...args);
    assert.equal(refused.code, code, `${args.join(' ')}: ${refused.err}`);
    assert.match(refused.err, sentence);
    assert.equal(refused.out, '');
  }
  assert.equal((await programme('undo', id)).code, 0);
  assert.equal((await programme('apply', id)).code, 3);
  assert.equal((await programme('choose', id, '6', 'none')).code, 3);
  assert.match((await programme('imports', id)).out, /, undone /);
});

test('a film that the catalogue does not have is not taken for a line', async () => {
  const other = join(temporaryFolder(), 'other.csv');
  writeFileSync(
    other,
    [
      'Lieu;Date;Heure;Titre;Année',
      `l-eclipse;${day(8)};20h30;Ratatouille;2007`,
      `l-eclipse;${day(9)};20h30;Encore un inconnu;`,
    ].join('\n'),
  );
  const { import: next } = JSON.parse(
    (await runHere('import', 'programme', other, '--json', '--data', config.dataFolder)).out,
  );
  assert.equal((await programme('choose', next, '3', 'tt9999999')).code, 3);
  assert.equal(JSON.parse((await programme('imports', next, '--json')).out).ready, 0);
});
