import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, test } from 'node:test';
import { z } from 'zod';
import { run } from '#cli/main.ts';
import { readStream } from '#cli/read-input.ts';
import { starterLanterne } from '../helpers/starter-lanterne.ts';

const files = mkdtempSync(join(tmpdir(), 'lanterne-programme-'));
after(() => rmSync(files, { recursive: true, force: true }));
const write = (name: string, text: string): string => {
  writeFileSync(join(files, name), text);
  return join(files, name);
};
const report = z.object({
  imported: z.number(),
  updated: z.number(),
  unchanged: z.number(),
  cancelled: z.number(),
  refused: z.array(
    z.object({
      line: z.number(),
      text: z.string(),
      problem: z.string(),
      candidates: z.array(z.object({ id: z.string() })),
    }),
  ),
  import: z.string().nullable(),
});
const day = (days: number): string => String(Temporal.Now.plainDateISO('Europe/Paris').add({ days }));

const ask = async (...args: readonly string[]) => {
  const { config } = await starterLanterne();
  const [out, err]: [string[], string[]] = [[], []];
  const code = await run(
    [...args, '--data', config.dataFolder],
    (line) => out.push(line),
    (line) => err.push(line),
  );
  return { code, out: out.join('\n'), err: err.join('\n') };
};

test('a programme by the command line: venues, dry run, import, again, undo, bad files', async () => {
  const bad = await ask(
    'programme',
    'venues',
    '--add',
    write('bad.csv', 'nom;commune\nLa Lanterne;Nulle-Part-sur-Rien\n'),
  );
  assert.equal(bad.code, 3);
  assert.match(bad.err, /line 2: The commune “Nulle-Part-sur-Rien” is unknown/);
  const venues = await ask(
    'programme',
    'venues',
    '--add',
    write('venues.csv', 'nom;commune;places\nLa Lanterne;Guéret;180\nSalle des fêtes;23176;\n'),
    '--json',
  );
  assert.equal(venues.code, 0, venues.err);
  const file = write(
    'programme.csv',
    [
      'Lieu;Date;Heure;Titre;Année',
      `la-lanterne;${day(2)};20h30;Ratatouille;2007`,
      `La Lanterne;${day(3)};20h30;Casino Royale;2006`,
      `la-lanterne;${day(3)};25 h 00;Ratatouille;2007`,
      `la-lantern;${day(4)};20h30;Ratatouille;2007`,
      `la-lanterne;${day(4)};20h30;Film que nul ne connaît;`,
      `la-lanterne;${day(-4)};20h30;Ratatouille;2007`,
    ].join('\n'),
  );
  const read = async (...more: readonly string[]) => {
    const ran = await ask('import', 'programme', file, '--json', ...more);
    assert.equal(ran.code, 0, ran.err);
    return { ...report.parse(JSON.parse(ran.out)), err: ran.err };
  };
  const dry = await read('--dry-run');
  assert.deepEqual([dry.imported, dry.refused.map(({ line }) => line), dry.import], [2, [4, 5, 6, 7], null]);
  assert.match(dry.err, /line 4: There is no hour “25 h 00”/);
  assert.match(dry.err, /line 5: .*La Lanterne \(la-lanterne\)/);
  const plan = z.array(
    z.object({
      day: z.string(),
      time: z.string(),
      venue: z.string(),
      film: z.string(),
      year: z.number(),
      what: z.string(),
    }),
  );
  const shown = z.object({ showings: plan });
  const preview = async () => {
    const { showings } = shown.parse(JSON.parse((await ask('import', 'programme', file, '--dry-run', '--json')).out));
    return showings.map((one) => Object.values(one).join(' '));
  };
  const ratatouille = `${day(2)} 20:30 la-lanterne tt0382932 2007`;
  const casino = `${day(3)} 20:30 la-lanterne tt0381061 2006`;
  assert.deepEqual(await preview(), [`${ratatouille} new`, `${casino} new`]);
  assert.match(
    (await ask('import', 'programme', file, '--dry-run')).out,
    new RegExp(`^${day(2)} 20:30 {2}La Lanterne: Ratatouille \\(2007, tt0382932\\) {2}new\n`),
  );
  const first = await read();
  assert.equal(first.imported, 2);
  assert.deepEqual(await preview(), [`${ratatouille} unchanged`, `${casino} unchanged`]);
  const other = write(
    'other.csv',
    `Lieu;Date;Heure;Titre;Année;Tarif\nla-lanterne;${day(2)};20h30;Ratatouille;2007;4\nla-lanterne;${day(4)};18h;Ratatouille;2007;4\n`,
  );
  const replaced = await ask('import', 'programme', other, '--dry-run', '--replace');
  assert.deepEqual(
    replaced.out
      .split('\n')
      .slice(0, 3)
      .map((line) => line.split('  ').at(-1)),
    ['changed', 'removed', 'new'],
  );
  const again = await read();
  assert.deepEqual([again.imported, again.unchanged, again.import], [0, 2, null]);
  assert.equal((await read('--announce-unknown')).imported, 1);
  const text = await ask('programme', '--week', '2026-W99');
  assert.equal(text.code, 3);
  const undone = await ask('programme', 'undo', first.import ?? '');
  assert.match(undone.out, /^2 removed, 0 as they were before, 0 left/);
  assert.equal((await ask('programme', 'undo', first.import ?? '')).code, 3);
  assert.match((await ask('programme', 'imports')).out, /undone/);
  const cases: [string[], number, RegExp][] = [
    [['import', 'programme', write('empty.csv', '')], 3, /it is empty/],
    [
      ['import', 'programme', write('past.csv', `Lieu;Date;Heure;Titre\nla-lanterne;${day(-4)};20h30;Ratatouille\n`)],
      3,
      /each of its lines is refused \(1\)/,
    ],
    [['import', 'programme', files], 3, /cannot be read \(it is a folder\)/],
    [['import', 'programme', write('large.csv', ' '.repeat(9 * 1024 * 1024))], 3, /it is larger than 8 MB/],
    [['programme', 'venues', '--add', join(files, 'large.csv')], 3, /it is larger than 8 MB/],
    [['import', 'programme', file, '--venue', 'nowhere'], 3, /no venue “nowhere”/],
    [['import', 'programme', file, '--format', 'xml'], 2, /--format is csv/],
    [['programme', 'fetch', 'ems', '--from', 'file:///etc/passwd'], 2, /--from is the address/],
    [['programme', 'fetch', 'ems', '--from', 'http://127.0.0.1:9/'], 1, /gave nothing usable/],
    [['programme', 'dance'], 2, /Say `programme`/],
  ];
  for (const [args, code, message] of cases) {
    const ran = await ask(...args);
    assert.equal(ran.code, code, `${args.join(' ')}: ${ran.err}`);
    assert.match(ran.err, message);
  }
});

test('lines that a ticketing system sent and that were refused wait with an import, though nothing was changed', async () => {
  await ask('programme', 'venues', '--add', write('one.csv', 'nom;commune\nLa Lanterne;Guéret\n'));
  const session = (id: string) => ({ id, date: `${day(9).replaceAll('-', '')}2030`, features: [] });
  const asked: string[] = [];
  let sent = [{ id: 'F1', title: 'Ratatouille', visa: '', sessions: [session('S1')] }];
  const server = createServer(({ url }, response) => {
    const since = new URL(url ?? '', 'http://here').searchParams.get('version') ?? '';
    asked.push(since);
    const version = 4 + sent.length;
    const events = Number(since) >= version ? [] : sent;
    response.end(JSON.stringify({ version, sites: [{ id: '1', name: 'La Lanterne', events }] }));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  try {
    const address = server.address();
    assert.ok(address !== null && typeof address === 'object');
    const fetched = (...more: readonly string[]) =>
      ask(
        'programme',
        'fetch',
        'ems',
        '--from',
        `http://127.0.0.1:${address.port}/`,
        '--venue',
        'la-lanterne',
        ...more,
      );
    const first = await fetched();
    assert.match(first.out, /^1 imported/, first.err);
    sent = [...sent, { id: 'F2', title: 'Inconnu au bataillon', visa: '', sessions: [session('S2')] }];
    assert.match((await fetched('--dry-run')).out, /1 refused\. Nothing was written\./);
    const second = await fetched();
    assert.match(second.out, /^0 imported, 0 updated, 1 unchanged, 0 cancelled, 1 refused\. What is refused is kept/);
    const [, id = ''] = /\/equipe\/programme\/import\/(\S+)\./.exec(second.out) ?? [];
    assert.match((await ask('programme', 'imports')).out, new RegExp(`^${id} .*1 refused$`, 'm'));
    assert.equal((await fetched()).out, 'Nothing new.');
    assert.deepEqual(asked, ['0', '5', '5', '6']);
  } finally {
    await new Promise((done) => server.close(done));
  }
});

test('what an import says is what it did, when somebody changed the programme since its preview', async () => {
  const { config } = await starterLanterne();
  const file = (price: string) =>
    write('both.csv', `Lieu;Date;Heure;Titre;Tarif\nla-lanterne;${day(12)};20h30;Playtime;${price}\n`);
  const first = await ask('import', 'programme', file('5'));
  assert.match(first.out, /^1 imported/, first.err);
  const out: string[] = [];
  const meanwhile = (line: string): void => {
    if (!line.startsWith('line 2:')) return;
    using state = new DatabaseSync(join(config.dataFolder, 'state.sqlite'));
    state.exec("UPDATE showing SET price = 600 WHERE title = 'Playtime'");
  };
  const args = ['import', 'programme', file('6'), '--data', config.dataFolder];
  await run(args, (line) => out.push(line), meanwhile);
  assert.deepEqual(out, ['0 imported, 0 updated, 1 unchanged, 0 cancelled, 0 refused. Nothing was written.']);
  assert.equal((await ask('programme', 'imports')).out.match(/both\.csv/g)?.length, 1);
});

test('what is said of a file goes from its first line to its last', async () => {
  const file = write(
    'mixed.csv',
    `Lieu;Date;Heure;Titre;Version\nla-lanterne;${day(20)};25h;Ratatouille;\nla-lanterne;${day(20)};20h;Ratatouille;KLINGON\nx;${day(20)};20h;Playtime;`,
  );
  const { err } = await ask('import', 'programme', file, '--dry-run');
  assert.deepEqual(
    [...err.matchAll(/^line (\d):/gm)].map(([, line]) => line).filter((line, at, all) => line !== all[at - 1]),
    ['2', '3', '4'],
    err,
  );
  const list = write('list.json', JSON.stringify([{ title: 'Ratatouille', date: day(20), time: '20h' }, 5]));
  assert.match(
    (await ask('import', 'programme', list, '--dry-run', '--venue', 'la-lanterne')).err,
    /^entry 2: This entry is no showing\. \[5\]$/m,
  );
});

test('of an input without end no more is read than its bound and a byte', async () => {
  let given = 0;
  async function* endless(): AsyncGenerator<Uint8Array> {
    for (;;) {
      given++;
      yield new Uint8Array(1000);
    }
  }
  assert.equal((await readStream(endless(), 4096 + 1)).length, 4097);
  assert.equal(given, 5);
});
