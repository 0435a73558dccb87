import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { after, before, beforeEach, suite, test } from 'node:test';
import { copyWorld, compress } from './tiny-world.ts';
import { bench, type Bench } from './refusal.ts';

const root = join(import.meta.dirname, '../..');
const reference = process.env['LANTERNE_REFERENCE'] ?? join(root, '../shared/data');
const isRoot = process.getuid?.() === 0;

const lineOf = (path: string, text: string): number =>
  readFileSync(path, 'utf8')
    .split('\n')
    .findIndex((line) => line.includes(text)) + 1;
const names = (message: string, path: string, line?: number): void => {
  assert.ok(message.includes(path), `${message} does not name ${path}`);
  if (line !== undefined) assert.match(message, new RegExp(`line ${line}\\b`));
};

suite('a bad input is refused in one sentence, and the old catalogue stands', () => {
  let world: Bench;
  let basics: string;
  let full: string;
  before(async () => void (world = await bench()));
  after(() => world[Symbol.dispose]());
  beforeEach(() => {
    rmSync(world.imdb, { recursive: true });
    rmSync(world.tmdb, { recursive: true });
    copyWorld(join(world.data, '..'));
    basics = join(world.imdb, 'title.basics.tsv');
    full = join(world.tmdb, 'tmdb_full.csv');
  });
  test('a folder that is not there', async () => {
    names(
      (await world.refused('FILE_MISSING', { imdb: join(world.data, 'nowhere') })).message,
      join(world.data, 'nowhere'),
    );
    names((await world.refused('FILE_MISSING', { tmdb: join(world.data, 'nowhere') })).message, 'tmdb_full');
    names((await world.refused('FILE_MISSING', { afcae: join(world.data, 'nowhere.csv') })).message, 'nowhere.csv');
  });

  test('a file in the place of the folder', async () => {
    names((await world.refused('FOLDER_EXPECTED', { imdb: basics })).message, basics);
  });

  test('no title.basics', async () => {
    rmSync(basics);
    names((await world.refused('FILE_MISSING')).message, 'title.basics.tsv');
  });

  test('an Excel workbook named .tsv or .csv', async () => {
    for (const path of [basics, full]) {
      const kept = readFileSync(path);
      writeFileSync(path, Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(2000, 7)]));
      const { message } = await world.refused('FILE_IS_XLSX');
      names(message, path, 1);
      assert.match(message, /save it as CSV UTF-8/);
      writeFileSync(path, kept);
    }
  });

  test('bytes of Windows-1252, with their line', async () => {
    for (const path of [basics, join(world.imdb, 'name.basics.tsv'), full]) {
      const kept = readFileSync(path, 'utf8');
      const [text, line] =
        path === full
          ? ['A Perfect Score', lineOf(path, 'A Perfect Score')]
          : path === basics
            ? ['Ampersand', lineOf(path, 'Ampersand')]
            : ['Mireille', lineOf(path, 'Mireille')];
      writeFileSync(
        path,
        Buffer.concat(
          kept
            .split(text)
            .flatMap((part, place) =>
              place === 0 ? [Buffer.from(part)] : [Buffer.from('Caf\u00e9', 'latin1'), Buffer.from(part)],
            ),
        ),
      );
      const { message } = await world.refused('FILE_NOT_UTF8');
      names(message, path, line);
      writeFileSync(path, kept);
    }
  });

  test('a bare carriage return inside a field', async () => {
    for (const [path, text] of [
      [full, 'A keeper'],
      [basics, 'Harbour'],
    ] as const) {
      const kept = readFileSync(path, 'utf8');
      writeFileSync(path, kept.replace(text, `${text}\r`));
      names((await world.refused('FILE_ROW')).message, path, lineOf(path, text));
      writeFileSync(path, kept);
    }
  });

  test('an empty file', async () => {
    for (const path of [basics, join(world.imdb, 'title.crew.tsv'), full, join(world.tmdb, 'tmdb_fr.csv')]) {
      const kept = readFileSync(path);
      writeFileSync(path, '');
      names((await world.refused('FILE_EMPTY')).message, path, 1);
      compress(path);
      names((await world.refused('FILE_EMPTY')).message, `${path}.gz`, 1);
      rmSync(`${path}.gz`);
      writeFileSync(path, kept);
    }
  });

  test('a header and nothing else, with or without its line feed', async () => {
    for (const path of [basics, join(world.imdb, 'name.basics.tsv'), full, join(world.tmdb, 'id_links.csv')]) {
      const kept = readFileSync(path, 'utf8');
      const header = kept.slice(0, kept.indexOf('\n'));
      for (const text of [header, `${header}\n`]) {
        writeFileSync(path, text);
        names((await world.refused('FILE_EMPTY')).message, path);
      }
      writeFileSync(path, kept);
    }
  });

  test('another header: the missing columns are named', async () => {
    const kept = readFileSync(basics, 'utf8');
    writeFileSync(basics, kept.replace('primaryTitle', 'title'));
    assert.match(
      (await world.refused('FILE_HEADER')).message,
      /title\.basics\.tsv, line 1: the columns primaryTitle are missing/,
    );
    writeFileSync(basics, kept.slice(kept.indexOf('\n') + 1));
    names((await world.refused('FILE_HEADER')).message, basics, 1);
    writeFileSync(basics, kept.replace('genres', 'genres\tcolour'));
    assert.match((await world.refused('FILE_ROW')).message, /line 1: the header has 10 columns/);
    writeFileSync(basics, kept);
    writeFileSync(full, readFileSync(full, 'utf8').replace('imdb_id', 'imdb').replace('budget', 'money'));
    assert.match(
      (await world.refused('FILE_HEADER')).message,
      /tmdb_full\.csv, line 1: the columns imdb_id, budget are missing/,
    );
  });

  test('a CSV record with a column too many, or a quote never closed, is named by its line', async () => {
    const kept = readFileSync(full, 'utf8');
    const line = lineOf(full, 'Printed Twice');
    writeFileSync(full, kept.replace(/^(.*Printed Twice.*)$/m, '$1,extra'));
    names((await world.refused('FILE_ROW')).message, full, line);
    writeFileSync(full, kept.replace('A ferry that does not land.', '"A ferry that does not land.'));
    const { message } = await world.refused('FILE_ROW');
    names(message, full, lineOf(full, 'A ferry'));
    assert.match(message, /quote/);
  });

  test('a folder in the place of a file', async () => {
    rmSync(full);
    mkdirSync(full);
    names((await world.refused('FILE_UNREADABLE')).message, full);
    rmSync(basics);
    mkdirSync(basics);
    assert.match(
      (await world.refused('FILE_UNREADABLE')).message,
      /title\.basics\.tsv cannot be read \(it is a folder\)/,
    );
  });

  test('a file that may not be read', { skip: isRoot ? 'skipped: root may read everything' : false }, async () => {
    chmodSync(basics, 0);
    names((await world.refused('FILE_UNREADABLE')).message, basics);
  });

  test('filters that leave no film', async () => {
    assert.match((await world.refused('NO_FILMS', { minVotes: 1_000_000 })).message, /at least 1000000 votes/);
    writeFileSync(basics, readFileSync(basics, 'utf8').replaceAll(/\t(movie|tvMovie)\t/g, '\tshort\t'));
    await world.refused('NO_FILMS');
  });

  const real = join(reference, 'bad-inputs');
  const skip = existsSync(real) ? false : 'skipped: no reference data';
  for (const [name, code] of [
    ['xlsx-named.csv', 'FILE_IS_XLSX'],
    ['cp1252.csv', 'FILE_NOT_UTF8'],
    ['bare-cr-in-fields.csv.gz', 'FILE_ROW'],
  ] as const) {
    test(`the real ${name}, and the command line says so in one line`, { skip }, async () => {
      rmSync(full);
      const path = join(world.tmdb, name.endsWith('.gz') ? 'tmdb_full.csv.gz' : 'tmdb_full.csv');
      copyFileSync(join(real, name), path);
      chmodSync(path, 0o644);
      names((await world.refused(code)).message, `${path}, line`);
      const run = spawnSync(
        process.execPath,
        [
          '--disable-warning=ExperimentalWarning',
          join(root, 'src/cli/main.ts'),
          'build',
          '--imdb',
          world.imdb,
          '--tmdb',
          world.tmdb,
          '--data',
          world.data,
        ],
        { cwd: root, encoding: 'utf8' },
      );
      assert.equal(run.status, 3);
      const said = run.stderr.split('\n').filter((line) => line.includes('lanterne: '));
      assert.equal(said.length, 1, run.stderr);
      assert.match(said[0] ?? '', new RegExp(`${basename(path)}, line \\d+`));
      assert.equal(run.stdout, '');
    });
  }

  test('a compressed file without the name, and a plain one with it, are read for what they are', async () => {
    compress(basics);
    renameSync(`${basics}.gz`, basics);
    writeFileSync(`${full}.gz`, readFileSync(full));
    rmSync(full);
    await world.refused('NO_FILMS', { minVotes: 1_000_000 });
  });
});
