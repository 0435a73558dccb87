import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { readConfig } from '#config.ts';
import { LanterneError, type ErrorCode } from '#errors.ts';
import { listMarks, setMark } from '#state/marks.ts';
import { stateMigrations } from '#state/migrations/migrations.ts';
import { openState, statePath, statePlace, type StatePlace } from '#state/open-state.ts';
import { inTransaction } from '#state/transaction.ts';
import { createVisitor, recogniseVisitor } from '#state/visitors.ts';
import { until } from '../helpers/until.ts';
import { film, onBothEngines, temporaryFolder } from './engines.ts';

const child = fileURLToPath(new URL('writer-child.ts', import.meta.url));
const coded =
  (code: ErrorCode, holds = '') =>
  (error: unknown) =>
    error instanceof LanterneError && error.code === code && error.message.includes(holds);
const address = (place: StatePlace): string => ('file' in place ? place.file : place.databaseUrl);

function runChild(args: readonly string[]): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((resolve, reject) => {
    const ran = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', child, ...args]);
    let [out, err] = ['', ''];
    ran.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    ran.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    ran.once('error', reject);
    ran.once('close', (code) => resolve({ code, out, err }));
  });
}

onBothEngines('opening the state', ({ place, open, engine, server }) => {
  test('makes it once, by however many processes start together', async () => {
    const at = await place();
    const ran = await Promise.all(Array.from({ length: 4 }, () => runChild([address(at), 'nobody'])));
    for (const { code, out, err } of ran) assert.deepEqual({ code, out, err }, { code: 0, out: 'open\n', err: '' });
    const inside = await Promise.all(Array.from({ length: 4 }, () => openState(at)));
    const [state] = inside;
    assert.ok(state !== undefined);
    const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(state.db);
    assert.deepEqual(
      rows.map(({ name }) => name),
      Object.keys(stateMigrations),
    );
    for (const one of inside) await one[Symbol.asyncDispose]();
  });

  test('takes writers of several processes, and loses nothing that they wrote', async () => {
    const at = await place();
    await using state = await openState(at);
    const { visitor } = await createVisitor(state.db);
    const children = [0, 1, 2].map((which) => runChild([address(at), visitor, String(which * 1000), '40']));
    for (let mine = 0; mine < 40; mine++) await setMark(state.db, visitor, film(9000 + mine), 'seen');
    for (const { code, err } of await Promise.all(children)) assert.deepEqual({ code, err }, { code: 0, err: '' });
    const marks = await listMarks(state.db, visitor);
    assert.equal(marks.filter(({ kind }) => kind === 'disliked').length, 120);
    assert.equal(marks.length, 160);
  });

  test('brings an older schema up, keeps what it holds, and goes back whole when a step fails', async () => {
    const at = await place();
    const { secret, visitor } = await (async () => {
      await using first = await openState(at);
      return await createVisitor(first.db);
    })();
    const broken = { ...stateMigrations, '9999-next': () => ['create table next (id integer)', 'create tabel wrong'] };
    await assert.rejects(openState(at, { migrations: broken }), coded('STATE_UNUSABLE'));
    const next = { ...stateMigrations, '9999-next': () => ['create table next (id integer)'] };
    await using second = await openState(at, { migrations: next });
    assert.equal(await recogniseVisitor(second.db, secret), visitor);
    assert.ok((await second.db.introspection.getTables()).some(({ name }) => name === 'next'));
    if ('file' in at) {
      const copy = new DatabaseSync(`${at.file}.before-9999-next`, { readOnly: true });
      assert.equal(copy.prepare('select id from visitor').get()?.['id'], visitor);
      copy.close();
    }
    await assert.rejects(openState(at), coded('STATE_NEWER', '9999-next'));
  });

  test('a transaction inside another is one with it; what fails leaves nothing', async () => {
    const { db } = await open();
    const { visitor } = await createVisitor(db);
    await assert.rejects(
      inTransaction(db, async (within) => {
        await setMark(within, visitor, film(1), 'liked');
        assert.equal((await listMarks(within, visitor)).length, 1);
        throw new Error('no');
      }),
      /^Error: no$/,
    );
    assert.deepEqual(await listMarks(db, visitor), []);
  });

  if (engine === 'sqlite') {
    test('a file is its owner’s alone, on the disk at each commit, and overwritten where it is emptied', async () => {
      const { db, place: file } = await open();
      const pragma = async (name: string): Promise<unknown> =>
        Object.values((await sql<Record<string, unknown>>`pragma ${sql.raw(name)}`.execute(db)).rows[0] ?? {})[0];
      assert.deepEqual(
        await Promise.all(['journal_mode', 'synchronous', 'foreign_keys', 'secure_delete', 'busy_timeout'].map(pragma)),
        ['wal', 2, 1, 1, 5000],
      );
      for (const end of ['', '-wal', '-shm']) assert.equal(statSync(`${file}${end}`).mode & 0o777, 0o600, end);
    });

    test('a full disk is said, nothing is half written, and the next write works', async () => {
      const { db } = await open();
      const { visitor } = await createVisitor(db);
      const pages = Object.values((await sql<Record<string, number>>`pragma page_count`.execute(db)).rows[0] ?? {})[0];
      await sql`pragma max_page_count = ${sql.raw(String((pages ?? 0) + 2))}`.execute(db);
      await assert.rejects(
        inTransaction(db, async (within) => {
          for (let at = 0; at < 2000; at++) await setMark(within, visitor, film(at), 'liked');
        }),
        coded('DISK_FULL'),
      );
      assert.deepEqual(await listMarks(db, visitor), []);
      await sql`pragma max_page_count = 1000000`.execute(db);
      await setMark(db, visitor, film(1), 'liked');
      assert.equal((await listMarks(db, visitor)).length, 1);
    });

    test('what is no state, or cannot be written, is refused with its reason', async () => {
      const folder = temporaryFolder();
      const text = join(folder, 'text.sqlite');
      writeFileSync(text, 'Not a database, but long enough to have a header of one.'.repeat(100));
      await assert.rejects(openState({ file: text }), coded('STATE_UNUSABLE', 'not a database'));
      mkdirSync(join(folder, 'folder'));
      await assert.rejects(openState({ file: join(folder, 'folder') }), coded('CANNOT_WRITE', 'EISDIR'));
      await assert.rejects(openState({ file: join(text, 'below') }), LanterneError);
      if (process.getuid?.() !== 0) {
        chmodSync(folder, 0o500);
        await assert.rejects(openState({ file: join(folder, 'new') }), coded('CANNOT_WRITE', 'EACCES'));
        chmodSync(folder, 0o700);
      }
      assert.deepEqual(readdirSync(folder).sort(), ['folder', 'text.sqlite']);
    });

    test('a writer that holds the file for too long is named, and the wait has an end', async () => {
      const { db, place: file } = await open();
      const other = new DatabaseSync(file);
      other.exec('begin immediate');
      await sql`pragma busy_timeout = 50`.execute(db);
      await assert.rejects(createVisitor(db), coded('STATE_BUSY', basename(file)));
      other.exec('rollback');
      other.close();
      await createVisitor(db);
    });

    test('the settings say where', () => {
      const folder = temporaryFolder();
      const config = readConfig({ LANTERNE_DATA: folder });
      assert.deepEqual(statePlace(config), { file: statePath(folder) });
      assert.deepEqual([config.visitorDays, config.eventDays], [395, 760]);
      const databaseUrl = 'postgresql://u:p@h/d';
      assert.deepEqual(statePlace(readConfig({ DATABASE_URL: databaseUrl })), { databaseUrl });
      assert.throws(
        () => readConfig({ DATABASE_URL: 'mysql://u:secret@h/d' }),
        coded('CONFIG_INVALID', 'DATABASE_URL'),
      );
      assert.throws(() => readConfig({ LANTERNE_EVENT_DAYS: '0' }), coded('CONFIG_INVALID', 'LANTERNE_EVENT_DAYS'));
    });
  } else {
    test('a server that does not answer is named, without its password', async () => {
      const none = 'postgresql://lanterne:hid@den@127.0.0.1:1/state?password=hidden';
      await assert.rejects(openState({ databaseUrl: none }), (error) => {
        assert.ok(coded('STATE_UNREACHABLE', '127.0.0.1:1/state')(error));
        return error instanceof Error && !/hid|den/.test(error.message);
      });
    });

    test('a connection that breaks while it is in use ends no process, and is told once', async () => {
      const at = await place();
      const problems: string[] = [];
      await using state = await openState(at, { onProblem: (message) => problems.push(message) });
      const { secret, visitor } = await createVisitor(state.db);
      await state.db.connection().execute(async (held) => {
        await sql`select 1`.execute(held);
        await (await server()).dropConnections();
        await until(() => problems.length > 0);
        await assert.rejects(sql`select 1`.execute(held));
      });
      assert.equal(await recogniseVisitor(state.db, secret), visitor);
      assert.equal(problems.filter((problem) => /terminat/.test(problem)).length, 1, problems.join());
    });

    test('a server that restarts is found again', async () => {
      const at = await place();
      const problems: string[] = [];
      await using state = await openState(at, { onProblem: (message) => problems.push(message) });
      const { secret, visitor } = await createVisitor(state.db);
      await (await server()).dropConnections();
      await until(() => problems.length > 0);
      assert.equal(await recogniseVisitor(state.db, secret), visitor);
      assert.match(problems.join(), /terminat/);
    });
  }
});

test('the folder of the state is made when it is not there', async () => {
  const file = join(temporaryFolder(), 'deep', 'state.sqlite');
  await using state = await openState({ file });
  assert.ok(existsSync(file) && state.place === file && dirname(file) !== '');
});
