import assert from 'node:assert/strict';
import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { countLines, lineBlocks } from '#catalogue/sources/byte-lines.ts';
import { importRatings } from '#features/interactions/import-ratings.ts';
import { readInteractions } from '#features/interactions/read-store.ts';
import { scratch } from './ratings-files.ts';

const ratings = join(
  process.env['LANTERNE_REFERENCE'] ?? join(import.meta.dirname, '../../../../shared/data'),
  'ratings',
);
const skip = existsSync(join(ratings, 'ml-1m', 'links.csv')) ? false : 'skipped: no reference data';

// The totals are those that the reference folder's own README states of its files.
suite('the public sets', { skip }, () => {
  for (const [name, format, total] of [
    ['ml-1m', 'movielens', 1_000_209],
    ['ml-latest-small', 'movielens', 100_836],
  ] as const)
    test(`${name}: every rating is stored or counted as refused, and read back`, async () => {
      using folder = scratch();
      await importedWhole(folder, join(ratings, name), { name, format, total });
    });

  test('letterboxd: the first two million ratings', async () => {
    using folder = scratch();
    const pieces: Buffer[] = [];
    let lines = 0;
    for await (const block of lineBlocks(join(ratings, 'letterboxd', 'ratings.csv.gz'), { line: 1 })) {
      pieces.push(block);
      lines += countLines(block);
      if (lines > 2_000_000) break;
    }
    folder.write('letterboxd/ratings.csv', Buffer.concat(pieces));
    copyFileSync(join(ratings, 'letterboxd', 'links.csv'), join(folder.path, 'letterboxd', 'links.csv'));
    await importedWhole(folder, join(folder.path, 'letterboxd'), {
      name: 'letterboxd',
      format: 'letterboxd',
      total: lines - 1,
    });
  });
});

async function importedWhole(
  { path }: { readonly path: string },
  source: string,
  { name, format, total }: { readonly name: string; readonly format: string; readonly total: number },
): Promise<void> {
  const { report, films } = await importRatings(path, source);
  assert.deepEqual([report.name, report.format], [name, format]);
  const refused = report.rejected.reduce((sum, { count }) => sum + count, 0);
  assert.equal(report.rows + refused, total);
  assert.ok(refused < total * 0.05);
  const read = await readInteractions(path);
  assert.deepEqual(read?.films, films);
  assert.equal(read?.viewers, report.viewers);
  assert.equal(read?.likes.indices.length, report.liked);
  assert.equal(read?.dislikes.indices.length, report.disliked);
}
