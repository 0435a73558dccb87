import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { forgetWritten } from '#notify/channels/written-files.ts';
import { eraseCustomer } from '#state/rights.ts';
import { onBothEngines } from '../state/engines.ts';
import { noon, person, told } from './outbox-world.ts';

const folders: string[] = [];
after(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

const keyOf = (row: number): string => `${row}.${'0a'.repeat(10)}`;
const lineOf = (row: number, to: string): string => `${JSON.stringify({ key: keyOf(row), to, text: '"key":"1.x"' })}\n`;

onBothEngines('what was written to files for people', ({ open }) => {
  test('goes after 28 days, or with its person; nothing else does', async () => {
    const { db } = await open();
    const folder = mkdtempSync(join(tmpdir(), 'lanterne-written-'));
    folders.push(folder);
    const [anne, zoe] = [await person(db, 'anne@people.test'), await person(db, 'zoe@people.test')];
    const [ofAnne, ofZoe, old] = [await told(db, anne), await told(db, zoe), await told(db, zoe, { message: 'old' })];
    mkdirSync(join(folder, 'sms'));
    mkdirSync(join(folder, 'paper', '2026-W48'), { recursive: true });
    const write = (name: string, text: string, days: number): void => {
      writeFileSync(join(folder, name), text);
      const at = new Date(noon.subtract({ hours: 24 * days }).epochMilliseconds);
      utimesSync(join(folder, name), at, at);
    };
    for (const row of [ofAnne, ofZoe]) {
      write(`${keyOf(row)}.eml`, 'a letter', 1);
      write(`paper/2026-W48/${keyOf(row)}.pdf`, 'a sheet', 1);
    }
    write(`${keyOf(old)}.eml`, 'a letter', 29);
    write('notes.txt', 'of the house', 90);
    write('sms/2026-11-20.jsonl', lineOf(ofAnne, '+33600000001') + lineOf(ofZoe, '+33600000002'), 4);
    write('sms/2026-11-24.jsonl', lineOf(ofAnne, '+33600000001'), 0);
    write('sms/2026-10-20.jsonl', lineOf(ofZoe, '+33600000002'), 35);
    assert.equal(await forgetWritten(db, folder, { now: noon }), 2, 'old ones');
    assert.equal(await forgetWritten(db, folder, { now: noon }), 0);
    await eraseCustomer(db, anne, { by: 'self', now: noon });
    assert.equal(await forgetWritten(db, folder, { now: noon }), 3);
    assert.deepEqual(readdirSync(folder).sort(), [`${keyOf(ofZoe)}.eml`, 'notes.txt', 'paper', 'sms'].sort());
    assert.deepEqual(readdirSync(join(folder, 'paper', '2026-W48')), [`${keyOf(ofZoe)}.pdf`]);
    assert.equal(readFileSync(join(folder, 'sms', '2026-11-20.jsonl'), 'utf8'), lineOf(ofZoe, '+33600000002'));
    assert.deepEqual(readdirSync(join(folder, 'sms')).sort(), ['2026-11-20.jsonl', '2026-11-24.jsonl']);
    assert.equal(
      await forgetWritten(db, folder, { now: noon.add({ hours: 24 }) }),
      1,
      'the line of that day, a day later',
    );
    assert.equal(await forgetWritten(db, join(folder, 'none'), { now: noon }), 0);
  });
});
