import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { buildCatalogue } from '#catalogue/build.ts';
import { refusal } from './refusal.ts';
import { now, scratch, tinyImdb, tinyTmdb } from './tiny-world.ts';

const inputs = { imdb: tinyImdb, tmdb: tinyTmdb, now };
const mebibyte = 1 << 20;

/** A small disk of its own, in memory; null where the system does not allow one. */
function smallDisk(megabytes: number): ({ readonly path: string; readOnly(): void } & Disposable) | null {
  const folder = scratch();
  const path = join(folder.path, 'disk');
  mkdirSync(path);
  const mounted =
    process.getuid?.() === 0 &&
    spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', path]).status === 0;
  if (!mounted) {
    folder[Symbol.dispose]();
    return null;
  }
  return {
    path,
    readOnly: () => assert.equal(spawnSync('mount', ['-o', 'remount,ro', path]).status, 0),
    [Symbol.dispose]: () => {
      spawnSync('umount', [path]);
      folder[Symbol.dispose]();
    },
  };
}

function freeBytes(path: string): number {
  const { bavail, bsize } = statfsSync(path);
  return bavail * bsize;
}

const probe = smallDisk(1);
const skip = probe === null ? 'skipped: a disk of its own cannot be mounted here' : false;
probe?.[Symbol.dispose]();

suite('a disk that cannot be written', () => {
  test(
    'full at any moment: one sentence, nothing left behind, the old catalogue untouched, and the next build passes',
    { skip, timeout: 60_000 },
    async () => {
      using disk = smallDisk(24);
      assert.ok(disk !== null);
      const data = join(disk.path, 'data');
      await buildCatalogue(data, inputs);
      const before = readFileSync(join(data, 'catalogue.duckdb'));
      for (const free of [0, 4096, 16_384, 65_536, mebibyte / 2, mebibyte, 2 * mebibyte]) {
        const room = freeBytes(disk.path);
        writeFileSync(join(disk.path, 'filler'), Buffer.alloc(Math.max(0, room - free)));
        const error = await refusal(data, inputs).catch((other: unknown) =>
          assert.fail(`${free} bytes free: ${String(other)}`),
        );
        assert.equal(error.code, 'DISK_FULL', `${free} bytes free: ${error.message}`);
        assert.equal(error.exit, 3);
        assert.match(
          error.message,
          /^[^\n]*catalogue\.duckdb cannot be written: the disk is full\. Free some space[^\n]*$/,
        );
        assert.deepEqual(readdirSync(data), ['catalogue.duckdb']);
        assert.ok(readFileSync(join(data, 'catalogue.duckdb')).equals(before));
        rmSync(join(disk.path, 'filler'));
        assert.ok(freeBytes(disk.path) >= room, `${free} bytes free: the failed build still holds space`);
      }
      assert.equal((await buildCatalogue(data, inputs)).films, 38);
    },
  );

  test('read-only: one sentence, the old catalogue untouched', { skip }, async () => {
    using disk = smallDisk(24);
    assert.ok(disk !== null);
    const data = join(disk.path, 'data');
    await buildCatalogue(data, inputs);
    const before = readFileSync(join(data, 'catalogue.duckdb'));
    disk.readOnly();
    for (const folder of [data, join(disk.path, 'other')]) {
      const error = await refusal(folder, inputs);
      assert.equal(error.code, 'CANNOT_WRITE');
      assert.match(
        error.message,
        /^[^\n]*catalogue\.duckdb cannot be written \([^\n]*\)\. Choose another --data folder[^\n]*$/,
      );
    }
    assert.ok(readFileSync(join(data, 'catalogue.duckdb')).equals(before));
  });

  test('a file in the place of the data folder, or a folder in the place of the catalogue', async () => {
    using folder = scratch();
    writeFileSync(join(folder.path, 'file'), '');
    for (const data of [join(folder.path, 'file'), join(folder.path, 'file', 'data')])
      assert.equal((await refusal(data, inputs)).code, 'CANNOT_WRITE');
    mkdirSync(join(folder.path, 'data', 'catalogue.duckdb', 'inside'), { recursive: true });
    assert.equal((await refusal(join(folder.path, 'data'), inputs)).code, 'CANNOT_WRITE');
    assert.deepEqual(readdirSync(join(folder.path, 'data')), ['catalogue.duckdb']);
  });
});
