import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { crc32, deflateRawSync, constants, gzipSync } from 'node:zlib';
import { seededRandom } from '#kernels/random.ts';
import { csvRows } from '#catalogue/sources/csv-rows.ts';
import { countLines, lineBlocks } from '#catalogue/sources/byte-lines.ts';
import { LanterneError } from '#errors.ts';
import { scratch } from './tiny-world.ts';
import { bench } from './refusal.ts';

/** A gzip file whose compressed bytes can be cut right after a given line: the stream is flushed there. */
function flushedAt(lines: readonly string[], cut: number): { whole: Buffer; cut: Buffer } {
  const [first, second] = [Buffer.from(lines.slice(0, cut).join('')), Buffer.from(lines.slice(cut).join(''))];
  const head = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]);
  const front = Buffer.concat([head, deflateRawSync(first, { finishFlush: constants.Z_FULL_FLUSH })]);
  const trailer = Buffer.alloc(8);
  trailer.writeUInt32LE(crc32(Buffer.concat([first, second])), 0);
  trailer.writeUInt32LE(first.length + second.length, 4);
  return { whole: Buffer.concat([front, deflateRawSync(second), trailer]), cut: front };
}

suite('a damaged gzip file is never taken for a whole one', () => {
  test('cut at a line boundary, at any other place, or in its last bytes', async () => {
    using world = await bench();
    const random = seededRandom(11);
    for (const path of [
      join(world.imdb, 'title.basics.tsv'),
      join(world.imdb, 'title.principals.tsv'),
      join(world.imdb, 'name.basics.tsv'),
      join(world.tmdb, 'tmdb_full.csv'),
    ]) {
      const kept = readFileSync(path, 'utf8');
      const lines = kept.split(/(?<=\n)/);
      const cutAt = 3 + Math.floor(random() * (lines.length - 5));
      const { whole, cut } = flushedAt(lines, cutAt);
      rmSync(path);
      writeFileSync(`${path}.gz`, cut);
      const { message } = await world.refused('FILE_TRUNCATED');
      assert.ok(message.includes(`${path}.gz, after line ${cutAt}:`), message);
      for (const length of [
        12,
        whole.length - 1,
        whole.length - 8,
        ...Array.from({ length: 2 }, () => 12 + Math.floor(random() * (whole.length - 12))),
      ]) {
        writeFileSync(`${path}.gz`, whole.subarray(0, length));
        await world.refused('FILE_TRUNCATED');
      }
      rmSync(`${path}.gz`);
      writeFileSync(path, kept);
    }
  });

  test('one byte changed anywhere', async () => {
    using world = await bench();
    const random = seededRandom(12);
    for (const path of [join(world.imdb, 'title.basics.tsv'), join(world.tmdb, 'tmdb_full.csv')]) {
      const kept = readFileSync(path);
      const whole = gzipSync(kept);
      rmSync(path);
      for (let round = 0; round < 5; round++) {
        const bytes = Buffer.from(whole);
        const at = 10 + Math.floor(random() * (bytes.length - 10));
        bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8));
        writeFileSync(`${path}.gz`, bytes);
        await world.refused('FILE_TRUNCATED');
      }
      rmSync(`${path}.gz`);
      writeFileSync(path, kept);
    }
  });

  test('in a file of many blocks too, whatever its garbage looks like, with the last whole line before the damage', async () => {
    using folder = scratch();
    const path = join(folder.path, 'big.csv.gz');
    const random = seededRandom(13);
    const text = `id,name\n${Array.from({ length: 200_000 }, (_, row) => `${row},"Né ${Math.floor(random() * 1e9).toString(36)}"\n`).join('')}`;
    const whole = gzipSync(text, { level: 1 });
    for (let round = 0; round < 8; round++) {
      const at = 5000 + Math.floor(random() * (whole.length - 5000));
      const bytes = Buffer.from(whole);
      bytes[at] = (bytes[at] ?? 0) ^ 0x55;
      writeFileSync(path, round % 2 === 0 ? whole.subarray(0, at) : bytes);
      for (const read of [() => drain(csvRows(path, ['id'])), () => drainBlocks(path)]) {
        await assert.rejects(read, (error: unknown) => {
          assert.ok(error instanceof LanterneError && error.code === 'FILE_TRUNCATED', String(error));
          const share = Number(error.values['line']) / 200_001;
          if (round % 2 === 0)
            assert.ok(
              Math.abs(share - at / whole.length) < 0.05,
              `line ${error.values['line']} of a file cut at ${(at / whole.length).toFixed(2)}`,
            );
          return true;
        });
      }
    }
  });
});

async function drain(rows: AsyncIterable<unknown>): Promise<void> {
  for await (const row of rows) assert.ok(row);
}

async function drainBlocks(path: string): Promise<void> {
  const cursor = { line: 1 };
  for await (const block of lineBlocks(path, cursor)) cursor.line += countLines(block);
}
