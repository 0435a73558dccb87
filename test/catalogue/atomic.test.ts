import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { buildCatalogue } from '#catalogue/build.ts';
import { catalogueStamp, openCatalogue } from '#catalogue/catalogue.ts';
import { lockFolder } from '#catalogue/lock.ts';
import { filmsById } from '#catalogue/queries/film-cards.ts';
import { invariants } from '#catalogue/queries/info.ts';
import { seededRandom } from '#kernels/random.ts';
import { refusal } from './refusal.ts';
import { id, now, scratch, tinyImdb, tinyTmdb } from './tiny-world.ts';

const root = join(import.meta.dirname, '../..');
const inputs = { imdb: tinyImdb, tmdb: tinyTmdb, now };
const rounds = 20;

function startBuild(data: string): { pid: number; kill(): void; ended: Promise<string> } {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'build-child.ts'), data],
    { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return {
    pid: child.pid ?? 0,
    kill: () => void child.kill('SIGKILL'),
    ended: new Promise((resolve) => child.once('close', () => resolve(said.replace(/^\.+/, '')))),
  };
}

async function answers(data: string): Promise<void> {
  await using catalogue = await openCatalogue(data);
  assert.equal(catalogue.films, 38);
  assert.equal((await catalogue.run(filmsById, { ids: [id(1)] })).length, 1);
  assert.deepEqual(
    (await catalogue.run(invariants, {})).filter(({ broken }) => broken > 0),
    [],
  );
}

suite('a build is whole or not at all', () => {
  test(
    'killed at any moment, the old catalogue answers, and the next build works and cleans up',
    { timeout: 120_000 },
    async (t) => {
      using folder = scratch();
      const data = join(folder.path, 'data');
      await buildCatalogue(data, inputs);
      const started = performance.now();
      assert.equal(await startBuild(data).ended, 'built');
      const whole = performance.now() - started;
      const random = seededRandom(21);
      let cut = 0;
      let midway = 0;
      for (let round = 0; round < rounds; round++) {
        const stamp = catalogueStamp(data);
        const before = readFileSync(join(data, 'catalogue.duckdb'));
        const build = startBuild(data);
        // The first moments only load the program: the kills fall where the build works.
        await wait(whole * (0.15 + 0.85 * random()));
        build.kill();
        const said = await build.ended;
        const left = readdirSync(data).filter((name) => name !== 'catalogue.duckdb');
        if (said !== 'built') cut++;
        if (left.some((name) => name.startsWith('.building-'))) midway++;
        if (catalogueStamp(data) === stamp) assert.ok(readFileSync(join(data, 'catalogue.duckdb')).equals(before));
        await answers(data);
      }
      t.diagnostic(`${rounds} kills: ${cut} before the end, ${midway} while files were being written`);
      assert.ok(midway >= rounds / 4, `only ${midway} kills fell while files were being written`);
      await buildCatalogue(data, inputs);
      assert.deepEqual(readdirSync(data), ['catalogue.duckdb']);
      await answers(data);
    },
  );

  test('of two builds at once, one is told that the other runs', { timeout: 60_000 }, async () => {
    using folder = scratch();
    for (let round = 0; round < 3; round++) {
      const builds = Array.from({ length: 3 }, () => startBuild(folder.path));
      const said = await Promise.all(builds.map(({ ended }) => ended));
      assert.ok(said.includes('built'), said.join());
      assert.ok(
        said.every((text) => text === 'built' || text === 'BUILD_RUNNING'),
        said.join(),
      );
      assert.deepEqual(readdirSync(folder.path), ['catalogue.duckdb']);
    }
    const build = startBuild(folder.path);
    while (!existsSync(join(folder.path, 'catalogue.lock'))) await wait(5);
    const error = await refusal(folder.path, inputs);
    assert.equal(error.code, 'BUILD_RUNNING');
    assert.match(error.message, new RegExp(`process ${build.pid}`));
    assert.equal(await build.ended, 'built');
    await answers(folder.path);
  });

  test('of two builds in one process too', async () => {
    using folder = scratch();
    const [first, second] = await Promise.allSettled([
      buildCatalogue(folder.path, inputs),
      buildCatalogue(folder.path, inputs),
    ]);
    assert.equal(first.status, 'fulfilled');
    assert.ok(second.status === 'rejected' && second.reason.code === 'BUILD_RUNNING');
    await answers(folder.path);
  });

  test('the lock of a process that is no more is taken over, as is one that was never filled', async () => {
    using folder = scratch();
    const lock = join(folder.path, 'catalogue.lock');
    const dead = startBuild(join(folder.path, 'elsewhere'));
    dead.kill();
    await dead.ended;
    for (const text of [String(dead.pid), '', 'nonsense', '-1']) {
      writeFileSync(lock, text);
      utimesSync(lock, 1, 1);
      await buildCatalogue(folder.path, inputs);
      assert.deepEqual(
        readdirSync(folder.path).filter((name) => name.startsWith('catalogue')),
        ['catalogue.duckdb'],
        `after “${text}”`,
      );
    }
  });

  test('a lock that its holder has not filled yet is respected', () => {
    using folder = scratch();
    const lock = join(folder.path, 'catalogue.lock');
    writeFileSync(lock, '');
    assert.throws(() => lockFolder(lock), { code: 'BUILD_RUNNING' });
    utimesSync(lock, 1, 1);
    lockFolder(lock)[Symbol.dispose]();
    assert.ok(!existsSync(lock));
  });

  test('an opened catalogue goes on answering while another takes its place, and the stamp tells', async () => {
    using folder = scratch();
    await buildCatalogue(folder.path, inputs);
    await using catalogue = await openCatalogue(folder.path);
    await buildCatalogue(folder.path, { ...inputs, minVotes: 700 });
    assert.notEqual(catalogueStamp(folder.path), catalogue.stamp);
    assert.equal((await catalogue.run(filmsById, { ids: [id(2)] })).length, 1);
    await using next = await openCatalogue(folder.path);
    assert.equal(next.films, 6);
    assert.notEqual(next.vocabulary, catalogue.vocabulary);
  });
});
