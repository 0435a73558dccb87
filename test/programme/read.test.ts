import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { Reading } from '#programme/read/draft.ts';
import { readProgramme, type ReadProgrammeOptions } from '#programme/read/read-programme.ts';
import { tellProblem } from '#programme/words/problems.ts';
import { coded } from '../helpers/coded.ts';

const now = Temporal.Instant.from('2026-11-23T09:00:00Z');
const read = (text: string | Uint8Array, more: Partial<ReadProgrammeOptions> = {}): Reading =>
  readProgramme(typeof text === 'string' ? new TextEncoder().encode(text) : text, {
    file: 'a file',
    now,
    isVenue: (name) => name === 'La Lanterne',
    ...more,
  });
const told = ({ drafts }: Reading): string[] =>
  drafts.map(({ day, starts, title, version, features }) =>
    [
      day,
      Temporal.Instant.from(starts)
        .toZonedDateTimeISO('Europe/Paris')
        .toPlainTime()
        .toString({ smallestUnit: 'minute' }),
      title,
      version,
      ...features,
    ].join(' '),
  );
const wrong = ({ faults }: Reading): string[] =>
  faults.map(({ line, problems }) => `${line} ${problems.map(({ kind }) => kind).join(' ')}`);
const noted = ({ notes }: Reading): string[] => notes.map(({ line, kind }) => `${line} ${kind}`);

test('what turns the direction of writing is not part of a title or a note', () => {
  const [draft] = read(
    'titre;lieu;date;heure;note\nFilm\u202Eeid\u200b;la-lanterne;25/11/2026;20h30;a\u2066b\n',
  ).drafts;
  assert.deepEqual([draft?.title, draft?.note], ['Filmeid', 'ab']);
});

test('a table: columns in any order, in French or in English, by semicolons, commas or tabs', () => {
  const rows = [
    ['Titre', 'Lieu', 'Heure', 'Date', 'Version', 'Tarif', 'Durée', 'Visa'],
    ['Le Grand Voyage', 'la-lanterne', '20h30', '25/11/2026', 'VOST', '5,50 €', '1h45', '123 456'],
    ['La Rencontre', 'la-lanterne', '20 h', 'jeudi 26 novembre', 'VF', 'gratuit', '90', ''],
  ];
  for (const delimiter of [';', '\t']) {
    const left = `${delimiter.repeat(7)}\r\n`.repeat(3); // what a spreadsheet leaves at its end
    const reading = read(`\uFEFF${rows.map((row) => row.join(delimiter)).join('\r\n')}\r\n${left}`);
    assert.equal(reading.format, 'csv');
    assert.deepEqual(reading.faults, []);
    assert.deepEqual(told(reading), ['2026-11-25 20:30 Le Grand Voyage vost', '2026-11-26 20:00 La Rencontre vf']);
    assert.deepEqual(
      reading.drafts.map(({ price, minutes, keys }) => [price, minutes, keys.length]),
      [
        [550, 105, 1],
        [0, 90, 0],
      ],
    );
  }
  const english = read(
    'date,time,title,venue,booking\n2026-11-25,20:30,"One, two",la-lanterne,https://tickets.example/1\n',
  );
  assert.deepEqual(told(english), ['2026-11-25 20:30 One, two unknown']);
  assert.equal(english.drafts[0]?.booking, 'https://tickets.example/1');
});

test('Windows-1252 is read, and told', () => {
  const bytes = Uint8Array.from('Date;Heure;Titre\n25/11/2026;20h30;L\u00e9 \u00c9t\u00e9\n', (sign) =>
    sign.charCodeAt(0),
  );
  const reading = read(bytes);
  assert.deepEqual(told(reading), ['2026-11-25 20:30 Lé Été unknown']);
  assert.deepEqual(noted(reading), ['0 windows1252']);
});

test('every fault of a line is told at once, with its line', () => {
  const reading = read(
    [
      'Date;Heure;Titre;Lien;Tarif;Durée',
      '25/11/2026;25 h 00;Un film;;;',
      '31/02/2026;20h30;Un film;;;',
      '25/11/2026;20h30;;;;',
      "25/11/2026;20h30;=cmd|' /C calc'!A0;;;",
      '25/11/2026;20h30;Un film;javascript:alert(1);abc;99999',
      'mardi 25 novembre 2026;20h30;Un film;;;',
      '25/11/2026;20h30;Un film;https://tickets.example/;5;90',
      '25/11/2026;20h30;Un film;;;',
      '25/11/2029;20h30;Un film;;;',
      ';20h30;Un film;;;',
      '25/11/2026;;Un film;;;',
      '32/13/2026;25h;Un film;;;',
      ';25h;;;;',
    ].join('\n'),
  );
  assert.deepEqual(wrong(reading), [
    '2 noSuchHour',
    '3 noSuchDay',
    '4 noTitle',
    '5 formula',
    '6 minutes price link',
    '7 weekdayWrong',
    '9 repeated',
    '10 tooFar',
    '11 noDay',
    '12 noTime',
    '13 noSuchDay noSuchHour',
    '14 noTitle noDay noSuchHour',
  ]);
  assert.equal(reading.drafts.length, 1);
});

test('a version or a mention that is not known is left aside, and told once', () => {
  const reading = read(
    [
      'Date;Heure;Titre;Version;Mentions',
      '25/11/2026;18h;Un film;KLINGON;3D, zorglub',
      '25/11/2026;20h30;Un film;KLINGON;zorglub',
      '26/11/2026;20h30;Un film;français;2D',
      '27/11/2026;20h30;Un film;VF;ciné-débat avec Zoé',
    ].join('\n'),
  );
  assert.deepEqual(
    told(reading).map((one) => one.split(' ').slice(4).join(' ')),
    ['unknown 3d', 'unknown', 'vf', 'vf debate'],
  );
  assert.deepEqual(noted(reading), ['2 versionUnknown', '2 markUnknown']);
  assert.deepEqual(
    reading.notes.map(({ values }) => values['text']),
    ['KLINGON', 'zorglub'],
  );
  const event = calendar(['UID:1', 'SUMMARY:X', 'DESCRIPTION:Un soir de pluie', 'DTSTART:20261125T203000']);
  assert.deepEqual(noted(read(event)), []);
});

test('a record over several lines is told by its first, an entry of a list as one', () => {
  const rows = ['Date;Heure;Titre;Remarque', '', '25/11/2026;25h;"Un', 'film";', '25/11/2026;25h;Un film;"a', '', 'b"'];
  assert.deepEqual(wrong(read(rows.join('\n'))), ['3 noSuchHour', '5 noSuchHour']);
  const entry = { venue: 'la-lanterne', title: 'X', starts: '2026-11-26 20:30' };
  const [twice] = read(JSON.stringify([entry, entry])).faults;
  assert.deepEqual(twice?.problems, [{ kind: 'repeated', values: { entry: '1' } }]);
  assert.equal(
    twice?.problems.map((one) => tellProblem(one, 'en')).join(''),
    'This showing is in the file already, entry 1.',
  );
});

test('the hour that a night skips is refused, the one that it has twice is the first, and told', () => {
  const reading = read('Date;Heure;Titre\n28/03/2027;2h30;Un film\n25/10/2027;2h30;Un film\n31/10/2027;2h30;Un film\n');
  assert.deepEqual(wrong(reading), ['2 hourSkipped']);
  assert.deepEqual(
    reading.drafts.map(({ starts }) => starts),
    ['2027-10-25T00:30:00.000Z', '2027-10-31T00:30:00.000Z'],
  );
  assert.deepEqual(noted(reading), ['4 hourTwice']);
});

test('a mail: a title, then its days and hours', () => {
  const reading = read(
    [
      'Programme du 25 novembre au 1er décembre',
      '',
      'LE GRAND VOYAGE (1h45) VOST',
      'De Anne Lutin, 2025',
      'Un très beau film sur la mer. On y voit des bateaux.',
      'mercredi 25 novembre 20h30',
      'jeu 26 : 18h, 20h30',
      'sam. 28/11 à 14h30 – 5 €',
      '',
      'La Rencontre (VF)',
      'Mer 25 : 14h30 / 17h',
      '25 h 00',
      '',
      'Sans horaire',
    ].join('\n'),
  );
  assert.equal(reading.format, 'text');
  assert.deepEqual(told(reading), [
    '2026-11-25 20:30 LE GRAND VOYAGE vost',
    '2026-11-26 18:00 LE GRAND VOYAGE vost',
    '2026-11-26 20:30 LE GRAND VOYAGE vost',
    '2026-11-28 14:30 LE GRAND VOYAGE vost',
    '2026-11-25 14:30 La Rencontre vf',
    '2026-11-25 17:00 La Rencontre vf',
  ]);
  const [first] = reading.drafts;
  assert.deepEqual([first?.minutes, first?.year, first?.director], [105, 2025, 'Anne Lutin']);
  assert.equal(reading.drafts[3]?.price, 500);
  assert.deepEqual(wrong(reading), ['12 noSuchHour']);
  assert.deepEqual(noted(reading), ['14 titleAlone', '0 leftAside']);
});

test('a mail: a venue, a day, then hours and titles', () => {
  const reading = read(
    [
      'La Lanterne',
      'Vendredi 27 novembre',
      '14h30 Petit Ours (1h05, VF) ciné-relax',
      '17h : Autre titre – VOST',
      '20h30 AD ASTRA (VOST) + débat',
      'Dim 29 : 14h30 Film A, 20h30 Film B VF SME',
      'mardi 31 novembre 20h30 Film C',
      'tous les jours 20h30',
    ].join('\n'),
  );
  assert.deepEqual(told(reading), [
    '2026-11-27 14:30 Petit Ours vf relaxed',
    '2026-11-27 17:00 Autre titre vost',
    '2026-11-27 20:30 AD ASTRA vost debate',
    '2026-11-29 14:30 Film A unknown',
    '2026-11-29 20:30 Film B vf sme',
  ]);
  assert.ok(reading.drafts.every(({ venue }) => venue === 'La Lanterne'));
  assert.deepEqual(wrong(reading), ['7 noSuchDay', '8 range']);
});

test('a mail as it comes: greetings, capitals, prices, kinds', () => {
  const reading = read(
    [
      'Bonjour à tous,',
      '',
      'Voici le programme de la semaine prochaine.',
      '',
      'MERCREDI 25 NOVEMBRE',
      '14H30 : PETIT OURS (VF) - 1h05',
      '20H30 : À bout de forces VOST (avec débat)',
      '',
      'JEUDI 26 NOVEMBRE',
      '20h30 Le Grand Voyage (VOST) – Tarif : 5€',
      '',
      '* La Rencontre * - 1h35 - film d’animation',
      'Sam 28 nov à 18h00 et dim 29 nov à 15h00',
      '',
      'Autre Titre (3D)',
      'Ven 27/11 20h30 VF | Lun 30/11 20h30 VOST',
      '',
      'À bientôt !',
      'Renseignements : 05 55 00 00 00',
    ].join('\n'),
  );
  assert.deepEqual(told(reading), [
    '2026-11-25 14:30 PETIT OURS vf',
    '2026-11-25 20:30 À bout de forces vost debate',
    '2026-11-26 20:30 Le Grand Voyage vost',
    '2026-11-28 18:00 La Rencontre unknown',
    '2026-11-29 15:00 La Rencontre unknown',
    '2026-11-27 20:30 Autre Titre vf 3d',
    '2026-11-30 20:30 Autre Titre vost 3d',
  ]);
  assert.deepEqual(reading.drafts.map(({ minutes, price }) => [minutes, price]).slice(0, 4), [
    [65, null],
    [null, null],
    [null, 500],
    [95, null],
  ]);
  assert.deepEqual([wrong(reading), noted(reading)], [[], ['0 leftAside']]);
});

const calendar = (...events: readonly (readonly string[])[]): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//a//b//FR',
    ...events.flatMap((lines) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']),
    'END:VCALENDAR',
  ].join('\r\n');

test('a calendar: zones, repetitions within bounds, cancelled events', () => {
  const reading = read(
    calendar(
      ['UID:1', 'SUMMARY:Le Grand Voyage (VOST)', 'LOCATION:La Lanterne', 'DTSTART;TZID=Europe/Paris:20261125T203000'],
      ['UID:2', 'SUMMARY:En UTC', 'DTSTART:20261125T193000Z'],
      [
        'UID:3',
        'SUMMARY:Sans fuseau',
        'DTSTART:20270324T203000',
        'RRULE:FREQ=WEEKLY;COUNT=3',
        'EXDATE:20270407T203000',
      ],
      ['UID:4', 'SUMMARY:Annulé', 'DTSTART:20261126T203000', 'STATUS:CANCELLED'],
      ['UID:5', 'SUMMARY:Bombe', 'DTSTART:20261126T203000', 'RRULE:FREQ=SECONDLY'],
      ['UID:6', 'SUMMARY:Sans heure', 'DTSTART;VALUE=DATE:20261126'],
      ['UID:7', 'SUMMARY:Ailleurs', 'DTSTART;TZID=Mars/Olympus:20261126T203000'],
      ['UID:8', 'SUMMARY:Longtemps', 'DTSTART:20261126T203000', 'RRULE:FREQ=DAILY'],
    ),
  );
  assert.equal(reading.format, 'ics');
  assert.deepEqual(told(reading).slice(0, 5), [
    '2026-11-25 20:30 Le Grand Voyage vost',
    '2026-11-25 20:30 En UTC unknown',
    '2027-03-24 20:30 Sans fuseau unknown',
    '2027-03-31 20:30 Sans fuseau unknown',
    '2026-11-26 20:30 Annulé unknown',
  ]);
  assert.equal(reading.drafts[4]?.calledOff, true);
  assert.deepEqual(
    wrong(reading).map((one) => one.split(' ')[1]),
    ['rule', 'noTime', 'zone'],
  );
  assert.ok(reading.drafts.length < 420);
  assert.ok(noted(reading).some((one) => one.endsWith('ruleCut')));
});

test('JSON: our own shape, and ScreeningEvent of schema.org', () => {
  const own = read(
    JSON.stringify({
      showings: [
        { venue: 'la-lanterne', starts: '2026-11-26 20:30', title: 'X', features: ['sme', 'ad', '3d'], price: 4 },
        5,
      ],
    }),
  );
  assert.deepEqual(told(own), ['2026-11-26 20:30 X unknown sme ad 3d']);
  assert.deepEqual(wrong(own), ['2 shape']);
  const event = {
    '@type': 'ScreeningEvent',
    startDate: '2026-11-25T20:30+01:00',
    workPresented: {
      '@type': 'Movie',
      name: 'Y',
      duration: 'PT1H45M',
      sameAs: 'https://www.imdb.com/title/tt0012349/',
    },
    location: { '@type': 'MovieTheater', name: 'La Lanterne' },
    inLanguage: 'en',
    subtitleLanguage: 'fr',
    offers: { price: 5.5, url: 'https://tickets.example/' },
  };
  const [draft] = read(JSON.stringify([event])).drafts;
  assert.deepEqual(
    [draft?.day, draft?.title, draft?.version, draft?.minutes, draft?.price, draft?.venue, draft?.keys],
    ['2026-11-25', 'Y', 'vost', 105, 550, 'La Lanterne', [{ system: 'imdb', value: 'tt0012349' }]],
  );
});

test('what is no programme is refused with a sentence', () => {
  assert.throws(() => read(''), coded('PROGRAMME_UNREADABLE', 'empty'));
  assert.throws(() => read(' \n\n'), coded('PROGRAMME_UNREADABLE', 'empty'));
  assert.throws(() => read('PK\u0003\u0004…'), coded('PROGRAMME_UNREADABLE', 'CSV'));
  assert.throws(() => read('%PDF-1.7'), coded('PROGRAMME_UNREADABLE', 'PDF'));
  assert.throws(() => read('{"showings": ['), coded('PROGRAMME_UNREADABLE', 'JSON'));
  assert.throws(() => read('{"a": 1}'), coded('PROGRAMME_UNREADABLE', 'list'));
  assert.throws(() => read('BEGIN:VCALENDAR\nBEGIN:VEVENT\n'), coded('PROGRAMME_UNREADABLE', 'calendar'));
  assert.throws(() => read('Titre;Jour\nX;25/11', { format: 'csv' }), coded('PROGRAMME_UNREADABLE', 'heure'));
  assert.throws(() => read('\u0000'.repeat(5000)), coded('PROGRAMME_UNREADABLE', 'no text'));
  assert.throws(() => read(new Uint8Array(9 * 1024 * 1024)), coded('PROGRAMME_UNREADABLE', 'larger'));
  const nul = read('Date;Heure;Titre\n25/11/2026;20h30;Un\u0000 film\n');
  assert.deepEqual([told(nul), noted(nul)], [['2026-11-25 20:30 Un film unknown'], ['0 control']]);
});

test('ten thousand lines are read', () => {
  const days = Array.from({ length: 10_000 }, (_, at) => {
    const day = Temporal.PlainDate.from('2026-12-01').add({ days: at % 250 });
    return `${day};${10 + (Math.floor(at / 250) % 12)}h${String(Math.floor(at / 3000) * 10).padStart(2, '0')};Film ${at}`;
  });
  assert.equal(read(['Date;Heure;Titre', ...days].join('\n')).drafts.length, 10_000);
  const mail = ['Le Film', ...days.map((line) => line.replace(/;Film.*/, '').replace(';', ' '))].join('\n');
  assert.ok(read(mail).drafts.length > 9000);
});

test('a megabyte of noise is read, or refused, in little time', () => {
  let seed = 7;
  const bytes = Uint8Array.from({ length: 1_000_000 }, () => (seed = (seed * 1103515245 + 12345) % 2147483648) % 256);
  assert.throws(() => read(bytes), coded('PROGRAMME_UNREADABLE'));
  const letters = bytes.map((byte) => (byte % 60 === 0 ? 10 : 32 + (byte % 90)));
  assert.ok(Array.isArray(read(letters, { format: 'text' }).faults));
  const line = 'a (b - c, '.repeat(100_000);
  assert.deepEqual(noted(read(line)), ['0 leftAside']);
  const entry = JSON.stringify([{ title: line, starts: line, price: line, minutes: line, booking: line }]);
  assert.deepEqual(wrong(read(entry)), ['1 tooLong noTime minutes price link']);
  assert.throws(() => read(`date;heure;titre\n${line}`), coded('PROGRAMME_UNREADABLE', 'table'));
});

test('whatever is sent, reading ends with showings or with a sentence', () => {
  const pieces = fc.constantFrom(
    '20h30',
    '25/11',
    'mercredi',
    ' 25 ',
    'novembre',
    '(',
    ')',
    'VOST',
    'Film',
    ';',
    '\n',
    '"',
    '1h45',
    '–',
    '=',
    'é',
    '{',
    '[',
    ':',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(pieces, fc.string({ maxLength: 5 })), { maxLength: 40 }), (parts) => {
      try {
        for (const { title, starts } of read(parts.join('')).drafts) assert.ok(title !== '' && starts.length === 24);
      } catch (error) {
        assert.ok(coded('PROGRAMME_UNREADABLE')(error));
      }
    }),
    { numRuns: 500, seed: 11 },
  );
});

test('days of the week without a date are those to come, and it is told; titles that name days stay titles', () => {
  // Monday, 21:00 in Paris
  const evening = Temporal.Instant.from('2026-11-23T20:00:00Z');
  const text = [
    'Salle du Conte',
    'Vivement dimanche ! (1983)',
    'mercredi 14h30, lundi 20h30 et lundi 22h00',
    '',
    'Jeudi :',
    '18h00 La Roue',
  ].join('\n');
  const reading = readProgramme(new TextEncoder().encode(text), {
    file: 'mail.txt',
    now: evening,
    isVenue: (line) => line === 'Salle du Conte',
  });
  assert.deepEqual(
    reading.drafts.map(({ title, starts }) => [title, starts]),
    [
      ['Vivement dimanche !', '2026-11-25T13:30:00.000Z'],
      ['Vivement dimanche !', '2026-11-30T19:30:00.000Z'],
      ['Vivement dimanche !', '2026-11-23T21:00:00.000Z'],
      ['La Roue', '2026-11-26T17:00:00.000Z'],
    ],
  );
  assert.deepEqual([reading.faults, reading.notes.map(({ kind }) => kind)], [[], ['undated']]);
});

test('from Wednesday to Saturday a day alone whose hour is over was, this week: it is no showing of the next', () => {
  const starts = (at: string): string[] =>
    read('Vivement dimanche ! (1983)\nmercredi 14h30 et 20h30, samedi 20h30\n', {
      now: Temporal.Instant.from(at),
    }).drafts.map((one) => one.starts.slice(0, 16));
  const wednesday = ['2026-11-25T13:30', '2026-11-25T19:30', '2026-11-28T19:30'];
  assert.deepEqual(starts('2026-11-25T10:00:00Z'), wednesday);
  assert.deepEqual(starts('2026-11-25T15:00:00Z'), wednesday, 'the first is refused as over');
  assert.deepEqual(starts('2026-11-28T21:00:00Z'), ['2026-12-02T13:30', '2026-12-02T19:30', '2026-11-28T19:30']);
  assert.deepEqual(starts('2026-11-24T22:00:00Z'), wednesday);
});

test('an occurrence that is taken out in UTC is that of the hours of the series', () => {
  const series = ['UID:1', 'SUMMARY:La Roue', 'DTSTART;TZID=Europe/Paris:20261023T003000', 'RRULE:FREQ=DAILY;COUNT=3'];
  const said = read(calendar([...series, 'EXDATE:20261023T223000Z']), {
    now: Temporal.Instant.from('2026-10-20T10:00:00Z'),
  });
  assert.deepEqual(
    said.drafts.map(({ starts }) => starts.slice(0, 16)),
    ['2026-10-22T22:30', '2026-10-24T22:30'],
  );
  const moved = [
    'UID:1',
    'SUMMARY:La Roue',
    'DTSTART;TZID=Europe/Paris:20261024T200000',
    'RECURRENCE-ID:20261023T223000Z',
  ];
  assert.deepEqual(
    read(calendar(series, moved), { now: Temporal.Instant.from('2026-10-20T10:00:00Z') })
      .drafts.map(({ starts }) => starts.slice(0, 16))
      .toSorted(),
    ['2026-10-22T22:30', '2026-10-24T18:00', '2026-10-24T22:30'],
    'and so is one that is moved',
  );
});

test('it is told until when a day alone may be', () => {
  const days = (at: string): unknown =>
    read('Fargo\nlundi 20h30\n', { now: Temporal.Instant.from(at) }).notes.find(({ kind }) => kind === 'undated')
      ?.values;
  assert.deepEqual(days('2026-11-26T10:00:00Z'), { from: '2026-11-26', to: '2026-12-02' });
  assert.deepEqual(days('2026-11-23T21:00:00Z'), { from: '2026-11-23', to: '2026-11-30' });
});

test('a mail: several days before an hour have it all, and no film has the hours of another', () => {
  const hours = ({ drafts }: Reading): string[] => drafts.map(({ starts, title }) => `${starts.slice(5, 16)} ${title}`);
  assert.deepEqual(
    hours(read('Fargo : mer 25 et jeu 26 à 20h30\n\nMercredi 25 et samedi 28 novembre\n17h Capharnaüm\n')),
    ['11-25T19:30 Fargo', '11-26T19:30 Fargo', '11-25T16:00 Capharnaüm', '11-28T16:00 Capharnaüm'],
  );
  const mail =
    'Fargo\nMer 25 20h30\n\nDe rouille et d’os\nSam 28 à 18 heures\n\nRatatouille\n1h51 - Animation\nDim 29 15h\n';
  assert.deepEqual(hours(read(mail)), [
    '11-25T19:30 Fargo',
    '11-28T17:00 De rouille et d’os',
    '11-29T14:00 Ratatouille',
  ]);
  const other = read('Fargo\nMer 25 20h30\n\nMerci patron !\nSam 28 18h\n');
  assert.deepEqual(hours(other), ['11-25T19:30 Fargo']);
  assert.equal(other.faults.length, 1);
});

test('a table whose hours do not stand under its days is refused: its columns are not guessed', () => {
  const table = read('Mer 25   Jeu 26   Ven 27\nFargo   20h30   20h30\nRatatouille   14h30\n');
  assert.deepEqual(table.drafts, []);
  assert.deepEqual(
    [...new Set(table.faults.flatMap(({ problems }) => problems.map(({ kind }) => kind)))],
    ['unaligned'],
  );
  const run = read('Fargo : mer 25 au mar 1er à 20h30\n');
  assert.deepEqual(
    run.faults[0]?.problems.map(({ kind }) => kind),
    ['range'],
  );
});
