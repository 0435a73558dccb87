import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { run } from '#cli/main.ts';
import { starterLanterne } from '../helpers/starter-lanterne.ts';

const folder = mkdtempSync(join(tmpdir(), 'lanterne-report-'));
let data = '';
before(async () => {
  data = (await starterLanterne()).config.dataFolder;
});
after(() => rmSync(folder, { recursive: true, force: true }));

async function report(...args: readonly string[]): Promise<{ code: number; out: string; notes: string }> {
  const [out, notes]: [string[], string[]] = [[], []];
  const code = await run(
    ['report', '--data', data, ...args],
    (line) => out.push(line),
    (line) => notes.push(line),
  );
  return { code, out: out.join('\n'), notes: notes.join('\n') };
}

describe('lanterne report', () => {
  it('tells the last week in French, or in English', async () => {
    const french = await report();
    assert.equal(french.code, 0, french.notes);
    assert.match(french.out, /rapport de la semaine\nDU \d/);
    const english = await report('--language', 'en', '--text');
    assert.match(english.out, /has just opened/);
  });

  it('writes the sheet and the letter whole, and prints one JSON value', async () => {
    const [pdf, html] = [join(folder, 'week.pdf'), join(folder, 'week.html')];
    const { code, out, notes } = await report('--pdf', pdf, '--html', html, '--json');
    assert.equal(code, 0, notes);
    assert.match(readFileSync(pdf, 'latin1'), /^%PDF/);
    assert.match(readFileSync(html, 'utf8'), /^<!doctype html>/);
    assert.deepEqual(readdirSync(folder).toSorted(), ['week.html', 'week.pdf']);
    const told: unknown = JSON.parse(out);
    assert.ok(typeof told === 'object' && told !== null && 'week' in told && 'missing' in told);
  });

  it('refuses what it cannot use, with the exit code of each', async () => {
    for (const [args, code, words] of [
      [['--week', '2026-W60'], 3, /The week “2026-W60” cannot be told/],
      [['--week', '2199-W01'], 3, /nothing has happened in it yet/],
      [['--language', 'de'], 2, /fr or en/],
      [['--text', '--json'], 2, /Choose one/],
      [['week'], 2, /is not an option/],
      [['--pdf', join(folder, 'no', 'such', 'folder.pdf')], 3, /cannot be written|folder\.pdf/],
    ] as const) {
      const answer = await report(...args);
      assert.equal(answer.code, code, `${args.join(' ')}: ${answer.notes}`);
      assert.match(answer.notes, words);
      assert.equal(answer.out, '');
    }
    assert.equal(existsSync(join(folder, 'no')), false);
  });
});
