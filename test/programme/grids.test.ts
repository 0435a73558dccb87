import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { Reading } from '#programme/read/draft.ts';
import { readProgramme } from '#programme/read/read-programme.ts';
import { tellProblem } from '#programme/words/problems.ts';
import { pastedAt } from './pasted/measure.ts';
import { meant, programmes, render, renderings } from './pasted/render.ts';

const read = (text: string, venues: readonly string[] = []): Reading =>
  readProgramme(new TextEncoder().encode(text), {
    file: 'a file',
    now: pastedAt,
    format: 'text',
    isVenue: (name) => venues.includes(name),
  });
const told = ({ drafts }: Reading): string[] =>
  drafts.map(({ starts, title, version, features, venue }) =>
    [
      Temporal.Instant.from(starts).toZonedDateTimeISO('Europe/Paris').toPlainDateTime().toString().slice(5, 16),
      title,
      version === 'unknown' ? '' : version,
      ...features,
      venue ?? '',
    ]
      .filter((one) => one !== '')
      .join(' '),
  );
const wrong = ({ faults }: Reading): string[] =>
  faults.flatMap(({ line, problems }) => problems.map(({ kind }) => `${line} ${kind}`));
const table = (...rows: readonly string[]): string => rows.join('\n').replaceAll('→', '\t');

for (const kind of renderings)
  test(`whatever is rendered as a table, ${kind}, comes back, or its line is refused`, () => {
    fc.assert(
      fc.property(programmes, (programme) => {
        const text = render(kind, programme);
        const reading = read(text);
        const [got, all] = [
          told(reading),
          meant(programme).map((one) => (kind === 'lines' ? one.replace(/ \d+h\d+ /, ' ') : one)),
        ];
        const other = got.filter((one) => !all.includes(one));
        assert.deepEqual(other, [], text);
        // “Relâche” under a day and beside an hour is no film
        const unsaid = (one: string): boolean => kind === 'hours left' && /T\d\d:\d\d (?:X|Relâche)(?: |$)/.test(one);
        const missing = all.filter((one) => !got.includes(one) && !unsaid(one));
        assert.ok(missing.length === 0 || reading.faults.length > 0, `${missing.join('\n')}\n${text}`);
      }),
      { numRuns: 150, seed: 7 },
    );
  });

test('most of what is rendered as a table is read', () => {
  for (const kind of renderings) {
    const samples = fc.sample(programmes, { numRuns: 100, seed: 3 });
    const expected = samples.flatMap(meant).length;
    const right = samples.flatMap((one) => told(read(render(kind, one))).filter((line) => meant(one).includes(line)));
    // cells on lines of their own lose most: a title that may be a day, or marks, spoils the count
    assert.ok(right.length >= expected * (kind === 'lines' ? 0.4 : 0.6), `${kind}: ${right.length} of ${expected}`);
  }
});

test('a cell that is not understood is refused with its line and its day; the others are read', () => {
  const reading = read(
    table('Film→Mer 25→Jeu 26→Ven 27→Notes', 'Playtime→20h30 annulé→25h→18h→à revoir', 'Fargo→2h→14h30 17h VF→20h30→'),
  );
  assert.deepEqual(told(reading), ['11-27T18:00 Playtime', '11-27T20:30 Fargo']);
  assert.deepEqual(wrong(reading), ['2 cell', '2 cell', '3 cell', '3 marksWhose']);
  const [first, , , last] = reading.faults.flatMap(({ problems }) => problems);
  assert.ok(first && last);
  assert.match(tellProblem(first, 'fr'), /«\u00a020h30 annulé\u00a0», sous\sMer 25 ne se lit pas/);
  assert.match(tellProblem(last, 'en'), /“14h30 17h VF”, under Jeu 26/);
});

test('a row whose first title may be that of all its hours is refused', () => {
  assert.deepEqual(told(read(table('Mer 25→Jeu 26', 'Fargo 14h30→20h30', '18h Playtime→20h30 Fargo'))), [
    '11-25T18:00 Playtime',
    '11-26T20:30 Fargo',
  ]);
});

test('days without numbers are those of the week that the text says', () => {
  const grid = table('→Mer→Jeu→Lun', 'Playtime→20h30→→18h');
  assert.deepEqual(told(read(`Semaine du 9 au 15 décembre\n${grid}`)), [
    '12-09T20:30 Playtime',
    '12-14T18:00 Playtime',
  ]);
  const alone = read(grid);
  assert.deepEqual(told(alone), ['11-25T20:30 Playtime', '11-30T18:00 Playtime']);
  assert.deepEqual(
    alone.notes.map(({ kind, values }) => [kind, values['from'], values['to']]),
    [['undated', '2026-11-25', '2026-11-30']],
  );
  for (const week of ['Semaine 50', 'Du 9 au 22 décembre', 'À partir du mercredi 9 décembre'])
    assert.deepEqual(told(read(`${week}\n${grid}`)), [], week);
});

test('a heading whose day is not that day of the week has nothing under it', () => {
  const reading = read(table('→Mer 25→Ven 26→Sam 28', 'Playtime→20h30→20h30→18h'));
  assert.deepEqual(told(reading), ['11-25T20:30 Playtime', '11-28T18:00 Playtime']);
  assert.deepEqual(wrong(reading), ['2 weekdayWrong']);
});

test('a column without heading is a day only when it can be no other', () => {
  const merged = read(table('→Sam 28→→Dim 29→', 'Playtime→14h30→18h→→20h30'));
  assert.deepEqual(told(merged), ['11-28T14:30 Playtime', '11-28T18:00 Playtime', '11-29T20:30 Playtime']);
  const missing = read(table('→Mer 25→Jeu 26→→Sam 28', 'Playtime→14h30→→18h→20h30'));
  assert.deepEqual(told(missing), ['11-25T14:30 Playtime', '11-28T20:30 Playtime']);
  assert.deepEqual(wrong(missing), ['2 notDay']);
});

test('columns of spaces: what stands between two days is refused, and so is what has lost its place', () => {
  const between = read('           Mer 25      Jeu 26\nPlaytime   20h30\nFargo              20h30\n');
  assert.deepEqual(told(between), ['11-25T20:30 Playtime']);
  assert.deepEqual(wrong(between), ['3 unaligned']);
  const lost = read('Film   Mer 25   Jeu 26   Ven 27\nUne vie   20h30   20h30\nFargo   14h30   18h\n');
  assert.deepEqual(told(lost), []);
  // hours over and under the line of their title
  const centred = read(
    [
      '             Mer 25    Jeu 26',
      '             14h30',
      'Playtime               18h',
      '             20h30',
      'Fargo        17h       17h',
    ].join('\n'),
  );
  assert.deepEqual(told(centred), ['11-26T18:00 Playtime', '11-25T17:00 Fargo', '11-26T17:00 Fargo']);
  assert.deepEqual(wrong(centred), ['2 noTitle', '4 noTitle']);
});

test('days in two letters, and the words that they are', () => {
  assert.deepEqual(told(read('Ma vie de courgette\nme 25 : 14h30\nJe 26/11 18h, sa 28 nov. 20h30\n')), [
    '11-25T14:30 Ma vie de courgette',
    '11-26T18:00 Ma vie de courgette',
    '11-28T20:30 Ma vie de courgette',
  ]);
  assert.deepEqual(told(read('Mer 25\n20h30 Sa majesté Minor\n18h Me and you V.O.\n14h30 Lu et approuvé VF\n')), [
    '11-25T20:30 Sa majesté Minor',
    '11-25T18:00 Me and you vo',
    '11-25T14:30 Lu et approuvé vf',
  ]);
  assert.deepEqual(told(read('Ma 6-T va crack-er\nme 25 20h30\n')), ['11-25T20:30 Ma 6-T va crack-er']);
  // the 25th is a Wednesday: either a title that ends in “me”, or a day
  assert.deepEqual(told(read('Stand by me 25/11 20h30\nje 26 18h\n')), []);
  assert.deepEqual(told(read('Stand by me, 25/11 20h30\n')), ['11-25T20:30 Stand by me']);
  assert.deepEqual(told(read('Stand by me 26/11 20h30\n')), ['11-26T20:30 Stand by me']);
  assert.deepEqual(told(read('Playtime ma 25 20h30\n')), []);
  assert.deepEqual(wrong(read('Playtime\nma 25/11 20h30\n')), ['2 weekdayWrong']);
});

test('a table inside a text: what is around it is read as words', () => {
  const reading = read(
    table(
      'Bonjour,',
      '',
      'Mercredi 25',
      '20h30 Fargo',
      '',
      '→Jeu 26→Ven 27',
      'Playtime→18h→',
      '',
      'Samedi 28',
      '20h30 Mon oncle',
      '',
    ),
  );
  assert.deepEqual(told(reading), ['11-25T20:30 Fargo', '11-26T18:00 Playtime', '11-28T20:30 Mon oncle']);
  assert.deepEqual(wrong(reading), []);
});
