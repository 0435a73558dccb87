import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Reading } from '#programme/read/draft.ts';
import { readProgramme } from '#programme/read/read-programme.ts';
import { coded } from '../helpers/coded.ts';
import { pastedAt } from './pasted/measure.ts';

const read = (text: string): Reading =>
  readProgramme(new TextEncoder().encode(text), { file: 'a file', now: pastedAt, format: 'text' });

test('what nobody pastes is read in little time', () => {
  const tabs = '\t'.repeat(1000);
  const row = `Playtime${'\t20h30'.repeat(600)}`;
  const large: Record<string, string> = {
    tabs: '\t'.repeat(2_000_000),
    linesOfTabs: `${tabs}\n`.repeat(2000),
    cells: `Film${'\tMer 25'.repeat(100_000)}\nPlaytime${'\t20h30'.repeat(100_000)}`,
    wide: `→Mer 25→Jeu 26\n${`${row}\n`.repeat(500)}`.replaceAll('→', '\t'),
    rows: `→Mer 25→Jeu 26\n${Array.from({ length: 20_000 }, (_, at) => `Film ${at}→20h30→18h`).join('\n')}`.replaceAll(
      '→',
      '\t',
    ),
    heads: 'Film→Mer 25→Jeu 26\n'.repeat(5000).replaceAll('→', '\t'),
    broken: `Film→Mer\n${'25→Jeu\n26→Mer\n'.repeat(5000)}`.replaceAll('→', '\t'),
    quotes: `Film\tMer 25\tJeu 26\n${'"a\t"b\n'.repeat(5000)}`,
    days: 'Mer 25\nJeu 26\nVen 27\n'.repeat(5000),
    stack: `Mer 25\nJeu 26\nVen 27\n${'Fargo\n20h30\n'.repeat(5000)}`,
    spaces: `${' '.repeat(3000)}Mer 25   Jeu 26\n`.repeat(300),
    aligned: `          Mer 25   Jeu 26\n${'Fargo     20h30    18h\n'.repeat(5000)}`,
    sides: 'Jour\tA\tB\nMer 25\tx\n'.repeat(5000),
    marks: `Film\tMer 25\tJeu 26\nFargo\t${'VF 20h30 '.repeat(33)}\n`.repeat(1000),
    brackets: `Film\tMer 25\tJeu 26\n${'(a, - '.repeat(600)}\t20h30\n`.repeat(100),
  };
  for (const [name, text] of Object.entries(large)) {
    const started = performance.now();
    assert.ok(name === 'tabs' || name === 'linesOfTabs' || read(text).format === 'text');
    if (text.trim() === '') assert.throws(() => read(text), coded('PROGRAMME_UNREADABLE', 'empty'));
    const took = performance.now() - started;
    assert.ok(took < 20_000, `${name} took ${Math.round(took)} ms`);
  }
});
