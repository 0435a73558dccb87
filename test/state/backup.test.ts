import assert from 'node:assert/strict';
import { readFileSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { LanterneError, type ErrorCode } from '#errors.ts';
import { backupState, checkBackup, restoreState } from '#state/backup.ts';
import { listMarks, setMark } from '#state/marks.ts';
import { stateMigrations } from '#state/migrations/migrations.ts';
import { openState } from '#state/open-state.ts';
import { columns } from '#state/schema.ts';
import { createVisitor } from '#state/visitors.ts';
import { film, temporaryFolder } from './engines.ts';

const coded =
  (code: ErrorCode, holds = '') =>
  (error: unknown) =>
    error instanceof LanterneError && error.code === code && error.message.includes(holds);

test('a backup of a state in use is of one moment, and a restore brings it back', async () => {
  const folder = temporaryFolder();
  const [file, copy] = [join(folder, 'state.sqlite'), join(folder, 'backup.sqlite')];
  const visitor = await (async () => {
    await using state = await openState({ file });
    const made = await createVisitor(state.db);
    for (let at = 0; at < 50; at++) await setMark(state.db, made.visitor, film(at), 'liked');
    const facts = backupState(file, copy);
    assert.deepEqual(facts, {
      migrations: Object.keys(stateMigrations),
      rows: { ...Object.fromEntries(Object.keys(columns).map((table) => [table, 0])), mark: 50, visitor: 1 },
    });
    assert.equal(statSync(copy).mode & 0o777, 0o600);
    await setMark(state.db, made.visitor, film(99), 'liked');
    assert.throws(() => restoreState(copy, file), coded('STATE_BUSY'));
    assert.equal((await listMarks(state.db, made.visitor)).length, 51);
    return made.visitor;
  })();
  assert.equal(restoreState(copy, file).rows['mark'], 50);
  await using state = await openState({ file });
  assert.equal((await listMarks(state.db, visitor)).length, 50);
  await using before = await openState({ file: `${file}.before-restore` });
  assert.equal((await listMarks(before.db, visitor)).length, 51);
  assert.deepEqual(
    readdirSync(folder).filter((name) => name.includes('partial')),
    [],
  );
});

test('on an empty machine, and over a damaged state whose log is still there', async () => {
  const folder = temporaryFolder();
  const [file, copy, elsewhere] = ['state', 'backup', 'new'].map((name) => join(folder, `${name}.sqlite`));
  assert.ok(file !== undefined && copy !== undefined && elsewhere !== undefined);
  const visitor = await (async () => {
    await using state = await openState({ file });
    const made = await createVisitor(state.db);
    await setMark(state.db, made.visitor, film(1), 'liked');
    backupState(file, copy);
    backupState(file, copy); // over the one before
    await setMark(state.db, made.visitor, film(2), 'liked');
    writeFileSync(join(folder, 'log'), readFileSync(`${file}-wal`));
    return made.visitor;
  })();
  restoreState(copy, elsewhere);
  for (const log of [readFileSync(join(folder, 'log')), Buffer.from('no log')]) {
    writeFileSync(file, 'damaged '.repeat(2000));
    writeFileSync(`${file}-wal`, log);
    restoreState(copy, file);
    for (const place of [file, elsewhere]) {
      await using state = await openState({ file: place });
      assert.equal((await listMarks(state.db, visitor)).length, 1);
    }
  }
  assert.ok(readFileSync(`${file}.before-restore`, 'utf8').startsWith('damaged'), 'kept as it was');
});

test('never takes the place of the state, of a database in use, or of anything but a backup', async () => {
  const folder = temporaryFolder();
  const at = (name: string): string => join(folder, name);
  const file = at('state.sqlite');
  await using state = await openState({ file });
  const { visitor } = await createVisitor(state.db);
  await setMark(state.db, visitor, film(1), 'liked');
  writeFileSync(at('notes.txt'), 'what I must not forget');
  symlinkSync(file, at('link.sqlite'));
  await using other = await openState({ file: at('other.sqlite') });
  for (const [to, why] of [
    [file, 'the state itself'],
    [at('link.sqlite'), 'the state itself'],
    [at('notes.txt'), 'something else'],
    [at('other.sqlite'), 'in use'],
    [folder, 'a folder'],
    [at('nowhere/backup.sqlite'), 'does not exist'],
  ] as const)
    assert.throws(() => backupState(file, to), coded('BACKUP_PLACE', why), to);
  assert.equal(readFileSync(at('notes.txt'), 'utf8'), 'what I must not forget');
  await setMark(state.db, visitor, film(2), 'liked');
  assert.equal((await listMarks(state.db, visitor)).length, 2);
  await createVisitor(other.db);
});

test('what cannot be trusted is refused, and the state is untouched', async () => {
  const folder = temporaryFolder();
  const [file, copy] = [join(folder, 'state.sqlite'), join(folder, 'backup.sqlite')];
  await using state = await openState({ file });
  const { visitor } = await createVisitor(state.db);
  const marks = Array.from({ length: 3000 }, (_, at) => ({
    visitor,
    film: film(at),
    kind: 'seen' as const,
    at: 'then',
  }));
  await state.db.insertInto('mark').values(marks).execute();
  backupState(file, copy);
  const bytes = readFileSync(copy);
  const refused = (change: (content: Buffer) => Buffer, reason = ''): void => {
    writeFileSync(copy, change(Buffer.from(bytes)));
    assert.throws(() => checkBackup(copy), coded('BACKUP_UNUSABLE', reason));
    assert.throws(() => restoreState(copy, file), coded('BACKUP_UNUSABLE', reason));
  };
  refused((content) => content.subarray(0, content.length / 2));
  refused((content) => content.fill(0xa5, 20_000, 60_000));
  refused(() => Buffer.from('no database at all'), 'not a database');
  refused(() => Buffer.alloc(0));
  writeFileSync(copy, bytes);
  const change = (statement: string): void => {
    const database = new DatabaseSync(copy, { enableForeignKeyConstraints: false });
    database.exec(statement);
    database.close();
  };
  change(`insert into kysely_migration values ('0009-later', '')`);
  assert.throws(() => checkBackup(copy), coded('BACKUP_UNUSABLE', '0009-later'));
  change(`delete from kysely_migration where name = '0009-later'; delete from visitor`);
  assert.throws(() => checkBackup(copy), coded('BACKUP_UNUSABLE', 'refers to another'));
  assert.throws(() => checkBackup(join(folder, 'none')), coded('BACKUP_UNUSABLE', 'no such file'));
  assert.throws(() => backupState(file, join(folder, 'no', 'folder')), coded('BACKUP_PLACE', 'folder'));
  assert.equal((await listMarks(state.db, visitor)).length, 3000);
  assert.deepEqual(
    readdirSync(folder).filter((name) => name.includes('partial') || name.includes('before')),
    [],
  );
});
