import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { test } from 'node:test';
import { setTimeout as passed } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { seededRandom } from '#kernels/random.ts';
import { listMarks } from '#state/marks.ts';
import { openState, type StatePlace } from '#state/open-state.ts';
import { createVisitor } from '#state/visitors.ts';
import { until } from '../helpers/until.ts';
import { onBothEngines } from './engines.ts';

const child = fileURLToPath(new URL('writer-child.ts', import.meta.url));

/** Writes marks in a process of its own, ended without a word after some milliseconds of writing; resolves to the films it had acknowledged. */
function killedWriter(
  place: StatePlace,
  visitor: string,
  first: number,
  milliseconds: number,
  onFirst: () => void = () => {},
): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const where = 'file' in place ? place.file : place.databaseUrl;
    const writer = spawn(process.execPath, [
      '--disable-warning=ExperimentalWarning',
      child,
      where,
      visitor,
      `${first}`,
    ]);
    let out = '';
    writer.stdout.setEncoding('utf8').on('data', (text: string) => {
      const before = out.includes('tt');
      out += text;
      // From the first acknowledged film on: however slow the machine, each process has written something.
      if (before || !out.includes('tt')) return;
      setTimeout(() => writer.kill('SIGKILL'), milliseconds);
      onFirst();
    });
    writer.once('error', reject);
    writer.once('close', () => resolve(out.split('\n').filter((line) => line.startsWith('tt'))));
  });
}

onBothEngines('a writer killed at any moment', ({ place, engine, server }) => {
  const kills = engine === 'sqlite' ? 20 : 4;
  test(`${kills} times: nothing acknowledged is lost, nothing is half done, the state opens`, async () => {
    const at = await place();
    const visitor = await (async () => {
      await using state = await openState(at);
      return (await createVisitor(state.db)).visitor;
    })();
    const draw = seededRandom(5);
    const acknowledged = new Set<string>();
    for (let kill = 0; kill < kills; kill++) {
      for (const film of await killedWriter(at, visitor, kill * 100_000, Math.floor(draw() * 60)))
        acknowledged.add(film);
      await using state = await openState(at);
      const marks = await listMarks(state.db, visitor);
      const disliked = new Set<string>(marks.filter(({ kind }) => kind === 'disliked').map(({ film }) => film));
      assert.deepEqual(
        [...acknowledged].filter((film) => !disliked.has(film)),
        [],
      );
      assert.equal(new Set(marks.map(({ film }) => film)).size, marks.length, 'liked and disliked at once');
      // Of each process, one film at most was under way.
      assert.ok(
        marks.length <= acknowledged.size + kill + 1,
        `${marks.length} marks, ${acknowledged.size} acknowledged`,
      );
      if (engine === 'sqlite') {
        const { rows } = await sql<Record<string, string>>`pragma integrity_check`.execute(state.db);
        assert.deepEqual(rows, [{ integrity_check: 'ok' }]);
      }
    }
    assert.ok(acknowledged.size >= kills, `only ${acknowledged.size} writes were made`);
  });

  if (engine === 'postgresql')
    test('the server itself, ended without a checkpoint, loses nothing acknowledged', async () => {
      const at = await place();
      const visitor = await (async () => {
        await using state = await openState(at);
        return (await createVisitor(state.db)).visitor;
      })();
      let writes = false;
      const writing = killedWriter(at, visitor, 0, 5000, () => (writes = true));
      await until(() => writes);
      await passed(500);
      await (await server()).crash();
      const acknowledged = await writing;
      await using state = await openState(at);
      const marks = new Set<string>((await listMarks(state.db, visitor)).map(({ film }) => film));
      assert.ok(acknowledged.length > 0);
      assert.deepEqual(
        acknowledged.filter((film) => !marks.has(film)),
        [],
      );
    });
});
