import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { asVenueId, type VenueId } from '#brand.ts';
import {
  applyImport,
  beginImport,
  chooseFilms,
  finishImport,
  previewImport,
  type ImportInput,
} from '#programme/imports.ts';
import type { CatalogueFilm, FilmFinder } from '#programme/match/match-films.ts';
import { readProgramme } from '#programme/read/read-programme.ts';
import { attendanceOf, recordAttendance } from '#state/attendance.ts';
import { applyDrafts } from '#state/programme-apply.ts';
import { listImports, undoImport } from '#state/programme-imports.ts';
import type { ShowingDraft } from '#state/programme-plan.ts';
import { titleKey } from '#state/programme-titles.ts';
import type { Db } from '#state/schema.ts';
import { listShowings, putShowing } from '#state/showings.ts';
import { putVenue, type Venue } from '#state/venues.ts';
import { coded } from '../helpers/coded.ts';
import { onBothEngines } from '../state/engines.ts';
import { plainVenue } from '../helpers/plain-programme.ts';

const now = Temporal.Instant.from('2026-11-23T09:00:00Z');
const later = now.add({ hours: 1 });

const card = (id: string, title: string, year: number, more: Partial<CatalogueFilm> = {}): CatalogueFilm => ({
  id,
  title,
  originalTitle: title,
  titleFr: null,
  year,
  runtime: 100,
  directors: ['Anne Lutin'],
  ...more,
});
const films = [
  card('tt0000101', 'Le Grand Voyage', 2026),
  card('tt0000102', 'La Rencontre', 1987, { directors: ['Paul Aubin'] }),
  card('tt0000103', 'La Rencontre', 2004, { directors: ['Zoé Marsac'] }),
  card('tt0000104', 'Ancien Film', 1950),
];
const finder: FilmFinder = {
  named: async (titles) =>
    titles.map(({ title, year }) =>
      films.filter((film) => titleKey(film.title) === titleKey(title) && (year === null || film.year === year)),
    ),
  search: async () => films.map((one) => ({ card: one })),
  cards: async (ids) => ids.flatMap((id) => films.filter((film) => film.id === id)),
};

const venueId = (text: string): VenueId => {
  const id = asVenueId(text);
  assert.ok(id !== null);
  return id;
};
const venue = (id: string, name: string): Venue =>
  plainVenue({
    id: venueId(id),
    name,
  });
const house = async (db: Db): Promise<void> => {
  await putVenue(db, venue('la-lanterne', 'La Lanterne'));
  await putVenue(db, venue('salle-des-fetes', 'Salle des fêtes'));
};
const inputOf = (lines: readonly string[]): ImportInput => ({
  reading: readProgramme(
    new TextEncoder().encode(['Lieu;Date;Heure;Titre;Année;Réalisateur;Tarif;Visa', ...lines].join('\n')),
    { file: 'a file', now },
  ),
  venue: null,
  announceUnknown: false,
  choices: {},
});
const take = async (db: Db, input: ImportInput, mode: 'add' | 'replace' = 'add', at = now) => {
  const id = await beginImport(db, input, { source: 'a file', author: null, mode, now: at });
  return { id, report: await applyImport(db, finder, id, { now: at }) };
};
const counts = ({ imported, updated, unchanged, cancelled, refused }: Awaited<ReturnType<typeof take>>['report']) => [
  imported,
  updated,
  unchanged,
  cancelled,
  refused.length,
];
const standing = async (db: Db): Promise<string[]> =>
  (await listShowings(db, { cancelled: true })).map(
    ({ venue: at, day, title, film, price, cancelled }) =>
      `${at} ${day} ${title} ${film} ${price} ${cancelled === null ? 'on' : 'off'}`,
  );

const lines = [
  'la-lanterne;25/11/2026;20h30;Le Grand Voyage;;;5,50;123456',
  'Salle des Fêtes;26/11/2026;20h30;La Rencontre;2004;;;',
  'la-lanterne;26/11/2026;18h;La Rencontre;;Paul Aubin;;',
];

onBothEngines('a programme', ({ open }) => {
  test('the same file twice changes nothing; a change of price updates; what it does not tell stays', async () => {
    const { db } = await open();
    await house(db);
    assert.deepEqual(counts((await take(db, inputOf(lines))).report), [3, 0, 0, 0, 0]);
    const before = await db.selectFrom('showing').selectAll().orderBy('id').execute();
    assert.deepEqual(counts((await take(db, inputOf(lines), 'add', later)).report), [0, 0, 3, 0, 0]);
    assert.deepEqual(await db.selectFrom('showing').selectAll().orderBy('id').execute(), before);
    const changed = [
      'la-lanterne;25/11/2026;20h30;LE GRAND VOYAGE;;;6;',
      'la-lanterne;26/11/2026;18h;La Rencontre;;Aubin;;',
    ];
    assert.deepEqual(counts((await take(db, inputOf(changed), 'add', later)).report), [0, 1, 1, 0, 0]);
    assert.deepEqual(await standing(db), [
      'la-lanterne 2026-11-25 LE GRAND VOYAGE tt0000101 600 on',
      'la-lanterne 2026-11-26 La Rencontre tt0000102 null on',
      'salle-des-fetes 2026-11-26 La Rencontre tt0000103 null on',
    ]);
  });

  test('what is not clear is refused with its candidates, chosen once, and never asked again', async () => {
    const { db } = await open();
    await house(db);
    const unclear = [
      ...lines,
      'la-lanterne;27/11/2026;20h30;La Rencontre;;;;',
      'la-lanterne;28/11/2026;20h30;Le Gran Voyage;;;;',
      'la-lanterne;29/11/2026;20h30;Opéra en direct;;;;',
      'la-lantern;29/11/2026;20h30;Le Grand Voyage;;;;',
      'la-lanterne;20/11/2026;20h30;Le Grand Voyage;;;;',
      'la-lanterne;30/11/2026;20h30;Ancien Film;;;;',
    ];
    const { id, report } = await take(db, inputOf(unclear));
    assert.deepEqual(counts(report), [4, 0, 0, 0, 5]);
    assert.deepEqual(
      report.refused.map(({ line, problems, candidates }) => [
        line,
        problems[0]?.kind,
        candidates.map((one) => one.id),
      ]),
      [
        [5, 'filmSeveral', ['tt0000102', 'tt0000103']],
        [6, 'filmUnknown', ['tt0000101']],
        [7, 'filmUnknown', []],
        [8, 'venueUnknown', []],
        [9, 'past', []],
      ],
    );
    assert.equal(report.refused[3]?.problems[0]?.values['nearest'], 'La Lanterne (la-lanterne)');
    assert.deepEqual(
      report.notes.map(({ kind }) => kind),
      ['filmSupposed'],
    );
    const names = report.refused.flatMap(({ film }) => film ?? []);
    const [meeting = '', voyage = '', opera = ''] = names;
    await chooseFilms(db, id, { [meeting]: 'tt0000103', [voyage]: 'tt0000101', [opera]: 'none' });
    assert.deepEqual(counts(await applyImport(db, finder, id, { now: later })), [7, 0, 0, 0, 2]);
    const again = [
      'la-lanterne;04/12/2026;20h30;La Rencontre;;;;',
      'la-lanterne;05/12/2026;20h30;LE GRAN VOYAGE;;;;',
      'la-lanterne;06/12/2026;20h30;Opéra en direct;;;;',
      'la-lanterne;07/12/2026;20h30;Autrement dit;;;;123 456',
    ];
    assert.deepEqual(counts((await take(db, inputOf(again))).report), [4, 0, 0, 0, 0]);
    const shown = (await standing(db)).slice(-4).map((one) => one.split(' ').at(-3));
    assert.deepEqual(shown, ['tt0000103', 'tt0000101', 'null', 'tt0000101']);
    assert.equal((await undoImport(db, id, { now: later })).removed, 7, 'what was taken up later goes with the rest');
  });

  test('replace calls off what its venues and days have no more, and spares what a refused line may be', async () => {
    const { db } = await open();
    await house(db);
    await take(
      db,
      inputOf([
        ...lines,
        'la-lanterne;27/11/2026;18h;Le Grand Voyage;;;;',
        'la-lanterne;09/12/2026;18h;Le Grand Voyage;;;;',
      ]),
    );
    const whole = [
      'la-lanterne;25/11/2026;20h30;Le Grand Voyage;;;;',
      'la-lanterne;26/11/2026;18h;La Rencontre;;;;',
      'la-lanterne;28/11/2026;18h;Le Grand Voyage;;;;',
    ];
    const { report } = await take(db, inputOf(whole), 'replace', later);
    assert.deepEqual(counts(report), [1, 0, 1, 1, 1], 'the line with two films spares what stands there');
    assert.deepEqual(
      (await standing(db)).filter((one) => one.endsWith('off')),
      ['la-lanterne 2026-11-27 Le Grand Voyage tt0000101 null off'],
    );
    const unreadable = await take(
      db,
      inputOf(['la-lanterne;25/11/2026;20h30;Le Grand Voyage;;;;', 'la-lanterne;28/11/2026;25h;Le Grand Voyage;;;;']),
      'replace',
      later,
    );
    assert.deepEqual(counts(unreadable.report), [0, 0, 1, 0, 1]);
    assert.ok(unreadable.report.notes.some(({ kind }) => kind === 'notCalledOff'));
  });

  test('undo puts back what nobody has changed since', async () => {
    const { db } = await open();
    await house(db);
    await take(db, inputOf(lines));
    const before = await standing(db);
    const second = await take(
      db,
      inputOf([
        'la-lanterne;25/11/2026;20h30;Le Grand Voyage;;;7;',
        'la-lanterne;30/11/2026;20h30;Le Grand Voyage;;;7;',
        'la-lanterne;29/11/2026;20h30;Le Grand Voyage;;;7;',
      ]),
      'add',
      later,
    );
    const [touched] = await listShowings(db, { from: '2026-11-30' });
    assert.ok(touched);
    const { at: _, ...showing } = touched;
    await putShowing(db, { ...showing, note: 'en présence de l’équipe' }, { now: later.add({ minutes: 1 }) });
    const undone = await undoImport(db, second.id, { now: later.add({ minutes: 2 }) });
    assert.deepEqual([undone.restored, undone.removed, undone.left.map(({ id }) => id)], [1, 1, [touched.id]]);
    assert.deepEqual((await standing(db)).slice(0, 3), before);
    await assert.rejects(undoImport(db, second.id), coded('PROGRAMME_IMPORT_UNDONE'));
    await assert.rejects(undoImport(db, 'none'), coded('PROGRAMME_IMPORT_UNKNOWN'));
    await assert.rejects(applyImport(db, finder, second.id, { now }), coded('PROGRAMME_IMPORT_UNDONE'));
    assert.equal((await listImports(db)).length, 2);
  });

  test('imports undone in turn, the last first, leave nothing of either', async () => {
    const { db } = await open();
    await house(db);
    const first = await take(db, inputOf(['la-lanterne;25/11/2026;20h30;Le Grand Voyage;;;5;']));
    const at = (hours: number) => ({ now: later.add({ hours }) });
    const second = await take(db, inputOf(['la-lanterne;25/11/2026;20h30;Le Grand Voyage;;;6;']), 'add', later);
    assert.deepEqual(await undoImport(db, second.id, at(1)), { restored: 1, removed: 0, left: [] });
    assert.deepEqual(await undoImport(db, first.id, at(2)), { restored: 0, removed: 1, left: [] });
    assert.deepEqual(await standing(db), []);
  });

  test('undo leaves a showing of which somebody counted who came', async () => {
    const { db } = await open();
    await house(db);
    const { id } = await take(
      db,
      inputOf([
        'la-lanterne;25/11/2026;20h30;Le Grand Voyage;;;5;',
        'la-lanterne;26/11/2026;20h30;Le Grand Voyage;;;5;',
      ]),
    );
    const [seen] = await listShowings(db, { from: '2026-11-25' });
    assert.ok(seen);
    await recordAttendance(db, { showing: seen.id, sold: 40, came: 12, parties: [1] }, { author: null, now: later });
    const undone = await undoImport(db, id, { now: later });
    assert.deepEqual([undone.removed, undone.restored, undone.left.map((one) => one.id)], [1, 0, [seen.id]]);
    assert.equal((await attendanceOf(db, [seen.id])).get(seen.id)?.sold, 40);
  });

  test('refused lines without any change stay with an import, and the same lines again leave no other', async () => {
    const { db } = await open();
    await house(db);
    await take(db, inputOf(lines));
    const finish = async (more: readonly string[], at = later) => {
      const input = inputOf(more);
      const id = await beginImport(db, input, { source: 'ems', author: null, mode: 'add', now: at });
      return { id, ...(await finishImport(db, finder, id, { now: at })) };
    };
    const unclear = 'la-lanterne;27/11/2026;20h30;La Rencontre;;;;';
    const first = await finish([...lines, unclear]);
    assert.deepEqual([counts(first.report), first.heldBy], [[0, 0, 3, 0, 1], first.id]);
    const again = await finish([unclear, ...lines], later.add({ minutes: 1 }));
    assert.deepEqual([counts(again.report), again.heldBy], [[0, 0, 3, 0, 1], first.id]);
    const clear = await finish(lines, later.add({ minutes: 2 }));
    assert.equal(clear.heldBy, null);
    const other = await finish([...lines, unclear, 'la-lanterne;28/11/2026;20h30;La Rencontre;;;;']);
    assert.equal(other.heldBy, other.id, 'one more line is refused');
    assert.deepEqual(
      (await listImports(db)).map(({ id }) => id).toSorted(),
      [
        ...(await listImports(db)).filter(({ source }) => source === 'a file').map(({ id }) => id),
        first.id,
        other.id,
      ].toSorted(),
    );
    const [name = ''] = first.report.refused.flatMap(({ film }) => film ?? []);
    await chooseFilms(db, first.id, { [name]: 'tt0000103' });
    assert.equal((await finishImport(db, finder, first.id, { now: later })).report.imported, 1);
    await undoImport(db, first.id, { now: later.add({ minutes: 3 }) });
    const after = await finish([unclear], later.add({ minutes: 4 }));
    assert.deepEqual([after.report.imported, after.heldBy], [1, after.id], 'what was chosen is known');
  });

  test('a film that its identifier alone names has the title of the catalogue', async () => {
    const { db } = await open();
    await house(db);
    const entry = (film: string, time: string) => ({ venue: 'la-lanterne', film, date: '2026-11-25', time });
    const told = { showings: [entry('tt0000101', '18:00'), entry('tt0099999', '20:00')] };
    const reading = readProgramme(new TextEncoder().encode(JSON.stringify(told)), { file: 'a file', now });
    const input = { reading, venue: null, announceUnknown: false, choices: {} };
    const { report } = await take(db, input);
    assert.deepEqual(await standing(db), ['la-lanterne 2026-11-25 Le Grand Voyage tt0000101 null on']);
    assert.deepEqual(
      report.refused.map(({ line, problems }) => [line, problems.map(({ kind, values }) => [kind, values['text']])]),
      [[2, [['filmUnknown', 'tt0099999']]]],
    );
    const cardless = await take(db, { ...input, announceUnknown: true });
    assert.deepEqual(
      cardless.report.refused.map(({ problems }) => problems.map(({ kind }) => kind)),
      [['noTitle']],
    );
  });

  test('day, hour, venue and film of a line are judged apart, and all told', async () => {
    const { db } = await open();
    await house(db);
    const { report } = await take(
      db,
      inputOf([
        'Ailleurs;32/13/2026;25h;Le Gran Voyage;;;;',
        'la-lanterne;26/11/2026;25h;Le Grand Voyage;;;;',
        'la-lanterne;26/11/2026;20h30;Le Grand Voyage;;;;',
      ]),
    );
    assert.deepEqual(
      report.refused.map(({ line, problems }) => [line, problems.map(({ kind }) => kind).join(' ')]),
      [
        [2, 'noSuchDay noSuchHour venueUnknown filmUnknown'],
        [3, 'noSuchHour'],
      ],
    );
    assert.deepEqual(
      report.refused[0]?.candidates.map(({ id }) => id),
      ['tt0000101'],
    );
  });

  test('what a film is taken for is told at its first line that is taken', async () => {
    const { db } = await open();
    await house(db);
    const old = (day: string) => `la-lanterne;${day}/11/2026;20h30;Ancien Film;;;;`;
    const { report } = await take(db, inputOf([old('20'), old('28'), old('29')]));
    assert.deepEqual(
      report.notes.map(({ line, kind }) => [line, kind]),
      [[3, 'filmSupposed']],
    );
    assert.deepEqual((await take(db, inputOf([old('20')]))).report.notes, []);
  });

  test('a preview changes nothing', async () => {
    const { db } = await open();
    await house(db);
    const { report } = await previewImport(db, finder, inputOf(lines), { now, mode: 'add' });
    assert.deepEqual(counts(report), [3, 0, 0, 0, 0]);
    assert.deepEqual(await standing(db), []);
  });

  test('what a system has moved, or swapped, is known again by its name there', async () => {
    const { db } = await open();
    await house(db);
    const at = (line: number, origin: string, hour: string): ShowingDraft => ({
      line,
      venue: venueId('la-lanterne'),
      film: null,
      title: 'Le Film',
      starts: `2026-11-25T${hour}:00:00.000Z`,
      day: '2026-11-25',
      version: 'unknown',
      features: [],
      screen: '',
      minutes: null,
      price: null,
      booking: null,
      note: null,
      origin,
      calledOff: false,
    });
    const run = (drafts: readonly ShowingDraft[]) => applyDrafts(db, drafts, { import: null, mode: 'add', now });
    await run([at(1, 'a', '17'), at(2, 'b', '19')]);
    const ids = async (): Promise<string[]> =>
      (await db.selectFrom('showing').select(['origin', 'starts']).orderBy('starts').execute()).map(
        ({ origin, starts }) => `${origin} ${starts.slice(11, 13)}`,
      );
    await run([at(1, 'a', '16')]);
    assert.deepEqual(await ids(), ['a 16', 'b 19']);
    const swapped = await run([at(1, 'a', '19'), at(2, 'b', '16')]);
    assert.equal(swapped.changes.length + swapped.unchanged, 2);
    assert.equal((await ids()).length, 2);
    assert.equal((await run([{ ...at(1, 'b', '16'), calledOff: true }])).changes[0]?.kind, 'cancelled');
    assert.deepEqual((await run([{ ...at(1, 'z', '10'), calledOff: true }])).absent, [1]);
  });

  test('5 000 showings in one file', async () => {
    const { db } = await open();
    await house(db);
    const many = Array.from({ length: 5000 }, (_, at) => {
      const day = Temporal.PlainDate.from('2026-12-01').add({ days: at % 200 });
      return `la-lanterne;${day};${10 + (Math.floor(at / 200) % 13)}h${String(Math.floor(at / 2600) * 20).padStart(2, '0')};Le Grand Voyage;;;;`;
    });
    const input = inputOf(many);
    const { report } = await take(db, input);
    assert.equal(report.imported, 5000);
  });

  test('any two files one after the other: the second twice changes nothing more, and undoing it brings back the first', async () => {
    const { db } = await open();
    await house(db);
    const line = fc
      .tuple(
        fc.constantFrom('la-lanterne', 'salle-des-fetes'),
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 18, max: 20 }),
        fc.constantFrom('Le Grand Voyage', 'Ancien Film'),
        fc.constantFrom('', '5', '6'),
      )
      .map(([at, day, hour, title, price]) => `${at};0${day}/12/2026;${hour}h;${title};;;${price};`);
    const file = fc.array(line, { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(file, file, fc.constantFrom('add' as const, 'replace' as const), async (first, second, mode) => {
        await db.deleteFrom('showing').execute();
        await take(db, inputOf(first));
        const before = await standing(db);
        const { id } = await take(db, inputOf(second), mode, later);
        const after = await standing(db);
        const again = await take(db, inputOf(second), mode, later);
        assert.deepEqual([again.report.imported, again.report.updated, again.report.cancelled], [0, 0, 0]);
        assert.deepEqual(await standing(db), after);
        assert.deepEqual((await undoImport(db, id, { now: later })).left, []);
        assert.deepEqual(await standing(db), before);
      }),
      { numRuns: 25, seed: 3 },
    );
  });
});
