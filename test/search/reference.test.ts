import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { seededRandom } from '#kernels/random.ts';
import { foldWords } from '#search/fold.ts';
import { resolveTitle } from '#search/resolve.ts';
import { searchTitles } from '#search/search.ts';
import { buildTitleIndex } from '#search/title-index.ts';
import { referenceNames } from '../../bench/search/reference-names.ts';

const folder = process.env['LANTERNE_REFERENCE'] ?? '../shared/data';
const skip = existsSync(join(folder, 'imdb', 'title.basics.tsv.gz')) ? false : 'skipped: no reference data';

const key = (name: string): string => foldWords(name).join('');

test(
  'on the whole reference data, a title finds its film among its namesakes, and never one of them alone',
  { skip },
  async () => {
    const source = await referenceNames(folder);
    const index = buildTitleIndex(source);
    const bearers = new Map<string, Set<number>>();
    for (const [place, name] of source.names.entries()) {
      const set = bearers.get(key(name)) ?? new Set();
      bearers.set(key(name), set.add(source.nameFilm[place] ?? -1));
    }
    const random = seededRandom(7);
    for (let round = 0; round < 400; round++) {
      const place = Math.floor(random() * source.names.length);
      const name = source.names[place] ?? '';
      const film = source.nameFilm[place] ?? -1;
      const namesakes = bearers.get(key(name)) ?? new Set();
      const found = searchTitles(index, name, { top: namesakes.size + 5 }).map((row) => row.film);
      assert.ok(found.includes(film), `“${name}” is not found by its own title`);
      const resolution = resolveTitle(index, name);
      if (resolution.kind === 'one')
        assert.deepEqual([...namesakes], [resolution.film], `“${name}” answers for another`);
      else assert.ok(resolution.kind === 'several' && resolution.films.includes(film), `“${name}” is not offered`);
    }
  },
);
