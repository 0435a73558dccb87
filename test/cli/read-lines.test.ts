import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { readLines } from '#cli/read-lines.ts';

const folder = mkdtempSync(join(tmpdir(), 'lanterne-lines-'));
after(() => rmSync(folder, { recursive: true, force: true }));

function lines(bytes: Buffer): string[] {
  const file = join(folder, 'given.txt');
  writeFileSync(file, bytes);
  return readLines(file, 'lines');
}

const titles = ['Amélie', 'Être et avoir', '', 'L’Œuvre'];
const marked = `\ufeff${titles.join('\r\n')}\r\n`;

test('lines are read whatever a spreadsheet wrote them in', () => {
  assert.deepEqual(lines(Buffer.from(titles.join('\n'))), titles);
  assert.deepEqual(lines(Buffer.from(marked)), titles);
  assert.deepEqual(lines(Buffer.from(marked, 'utf16le')), titles);
  assert.deepEqual(lines(Buffer.from(marked, 'utf16le').swap16()), titles);
  const windows = Buffer.from([
    ...Buffer.from('Am\u00e9lie\n', 'latin1'),
    0x4c,
    0x92,
    0x8c,
    ...Buffer.from('uvre\r\n'),
  ]);
  assert.deepEqual(lines(windows), ['Amélie', 'L’Œuvre']);
});

test('a line in Windows-1252 spoils none of those in UTF-8', () => {
  const mixed = Buffer.concat([
    Buffer.from('Être et avoir\n'),
    Buffer.from('Am\u00e9lie\n', 'latin1'),
    Buffer.from('映画\n'),
  ]);
  assert.deepEqual(lines(mixed), ['Être et avoir', 'Amélie', '映画']);
});

test('an empty file has no line, a line feed alone one', () => {
  assert.deepEqual(lines(Buffer.from('')), []);
  assert.deepEqual(lines(Buffer.from('\n')), ['']);
});
