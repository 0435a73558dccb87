import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { LanterneError } from '#errors.ts';
import { movieLensLikes } from '#evaluate/movielens.ts';

test('ratings of four and more, of films that the catalogue has, joined by identifier', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'lanterne-ratings-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const known = new Map([
    ['tt0000007', 70],
    ['tt1234567', 71],
  ]);
  const read = () => movieLensLikes(folder, (id) => known.get(id));
  await assert.rejects(read, missing);
  writeFileSync(join(folder, 'ratings_without_timestamps.dat.gz'), gzipSync(''));
  await assert.rejects(read, missing, 'the links are needed too');
  writeFileSync(
    join(folder, 'links.csv'),
    'movieId,title,imdbId,tmdbId\n1,"One, two",7,\n2,Three,1234567,5\r\n3,Four,42,\n',
  );
  const ratings = ['5::1::4', '5::2::5', '5::2::5', '6::1::3', '6::3::5', '9::2::4.5', ''].join('\n');
  writeFileSync(join(folder, 'ratings_without_timestamps.dat.gz'), gzipSync(ratings));
  assert.deepEqual(
    await read(),
    new Map([
      [5, [70, 71]],
      [9, [71]],
    ]),
  );
});

const missing = (error: unknown): boolean => error instanceof LanterneError && error.code === 'REFERENCE_MISSING';
