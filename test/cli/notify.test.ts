import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { openState, statePlace } from '#state/open-state.ts';
import { runLanterne } from '../helpers/run-lanterne.ts';
import { starterLanterne } from '../helpers/starter-lanterne.ts';
import { lux, showing } from '../notify/match-world.ts';
import { outboxOf, putPerson, putProgramme } from '../notify/people.ts';
import { asFilmId } from '#brand.ts';

const { config, search } = await starterLanterne();
const data = ['--data', config.dataFolder];
const [found] = await search('The Crimson Rivers', { top: 1 });
const film = asFilmId(found?.card.id ?? '');
assert.ok(film !== null);
const state = await openState(statePlace(config));
after(() => state[Symbol.asyncDispose]());
const inDays = Temporal.Now.plainDateISO('Europe/Paris').add({ days: 9 }).toString();
await putProgramme(state.db, [showing(film, `${inDays} 20:30`, lux)]);
const anne = await putPerson(state.db, 1, { wishes: [film] });
const karim = await putPerson(state.db, 2, { wishes: [film], confirmed: false });

test('a dry run lists who would be told and who not, with reasons, and writes nothing', async () => {
  const { code, out, err } = await runLanterne(['notify', 'match', '--kind', 'wish', ...data]);
  assert.equal(code, 0, err);
  assert.match(
    out,
    new RegExp(`^told {2}${anne} {2}wish:${film}:\\d{4}-W\\d\\d {2}email {2}due .*wished on 2026-11-01`, 'm'),
  );
  assert.match(out, new RegExp(`^not told {2}${karim} {2}wish {2}email {2}unconfirmed$`, 'm'));
  assert.match(err, /2 people looked at; nothing is written/);
  assert.deepEqual(await outboxOf(state.db), []);
});

test('as one JSON value; a letter to read; then it is written, once', async () => {
  const dry = await runLanterne(['notify', 'match', '--person', 'Person-1@village.example', '--json', ...data]);
  const told = JSON.parse(dry.out);
  assert.deepEqual([told.people, told.committed, told.added, told.told.length], [1, false, 0, told.told.length]);
  assert.equal(told.told[0].person, anne);
  const letter = await runLanterne(['notify', 'preview', '--person', anne, '--kind', 'wish', ...data]);
  assert.match(letter.out, /^Subject: «\u00a0Les Rivières pourpres\u00a0» passe à/);
  assert.match(letter.out, /Vous avez dit le 1er novembre/);
  const first = await runLanterne(['notify', 'match', '--kind', 'wish', '--commit', ...data]);
  assert.match(first.err, /1 message written/);
  const again = await runLanterne(['notify', 'match', '--kind', 'wish', '--commit', '--json', ...data]);
  assert.equal(JSON.parse(again.out).added, 0);
  assert.equal((await outboxOf(state.db)).length, 1);
});

test('a sample needs neither people nor a programme', async () => {
  const { out, code } = await runLanterne(['notify', 'preview', '--sample', '--language', 'en', '--html', ...data]);
  assert.equal(code, 0);
  const { out: json } = await runLanterne(['notify', 'preview', '--sample', '--json', ...data]);
  assert.equal(JSON.parse(json)[0].language, 'fr');
  assert.match(out, /^<!doctype html>\n<html lang="en">|<!doctype html>\s+<html lang="en">/);
});

test('what cannot be asked is told', async () => {
  for (const args of [
    ['match', '--kind', 'news'],
    ['match', '--kind', 'digest', '--kind', 'reminder'],
    ['preview'],
    ['match', '--kind', 'wish', '--week', 'zork'],
    ['dance'],
  ]) {
    const { code, err } = await runLanterne(['notify', ...args, ...data]);
    assert.equal(code, 2, `${args.join(' ')}: ${err}`);
  }
  for (const args of [
    ['match', '--kind', 'digest', '--week', '2026-W60'],
    ['match', '--person', 'nobody@village.example'],
  ])
    assert.equal((await runLanterne(['notify', ...args, ...data])).code, 3, args.join(' '));
});
