import assert from 'node:assert/strict';
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { buildCatalogue } from '#catalogue/build.ts';
import { seededRandom, shuffle } from '#kernels/random.ts';
import { build, compress, copyWorld, id, now, scratch, type Built } from './tiny-world.ts';

/** Everything that a catalogue says, as one text. */
async function said(world: Built): Promise<string> {
  const tables = (
    await world.rows(
      "SELECT table_name FROM information_schema.tables WHERE table_catalog = 'catalogue' AND table_name NOT IN ('source', 'rejection') ORDER BY 1",
    )
  ).map(([name]) => String(name));
  const parts = await Promise.all(
    tables.map(async (table) => [table, await world.rows(`SELECT t::VARCHAR FROM ${table} t ORDER BY 1`)]),
  );
  return JSON.stringify(parts);
}

suite('other ways to build', () => {
  test('title.basics alone is enough: films with a title, a year, genres; nothing of the rest', async () => {
    using folder = scratch();
    const { imdb } = copyWorld(folder.path);
    for (const name of readdirSync(imdb)) if (!name.startsWith('title.basics')) rmSync(join(imdb, name));
    await using world = await build(folder.path, { imdb, tmdb: null });
    assert.deepEqual(
      await world.rows(`SELECT title, year, votes, overview, title_fr FROM film WHERE id = '${id(1)}'`),
      [['The Salt Lantern', 1998, null, null, null]],
    );
    assert.deepEqual([world.report.people, world.report.credits, world.report.series], [0, 0, 4]);
    assert.equal(world.report.withoutOverview, world.report.films);
  });

  test('without TMDB no fact claims to be TMDB’s, and the film that only TMDB calls adult stays', async () => {
    using folder = scratch();
    await using world = await build(folder.path, { tmdb: null });
    assert.equal(await world.one(`SELECT count(*)::INTEGER FROM film WHERE id = '${id(12)}'`), 1);
    assert.equal(await world.one(`SELECT count(*)::INTEGER FROM film WHERE id = '${id(3)}'`), 0);
    const tables = ['film_name', 'film_genre', 'film_credit', 'person', 'series'];
    for (const table of tables)
      assert.equal(await world.one(`SELECT count(*)::INTEGER FROM ${table} WHERE source = 'tmdb'`), 0, table);
    assert.equal(await world.one(`SELECT title_fr_source FROM film WHERE id = '${id(1)}'`), 'imdb');
    assert.deepEqual(
      world.report.rejected.filter(({ file }) => file.startsWith('tmdb')),
      [],
    );
  });

  test('each subset of the other IMDb files builds', async () => {
    for (const missing of [
      'title.ratings',
      'title.principals',
      'title.crew',
      'title.akas',
      'title.episode',
      'name.basics',
    ]) {
      using folder = scratch();
      const { imdb, tmdb } = copyWorld(folder.path);
      rmSync(join(imdb, `${missing}.tsv`));
      const report = await buildCatalogue(folder.path, { imdb, tmdb, now });
      // One film has no other name than a French one.
      assert.equal(report.films, missing === 'title.akas' ? 37 : 38, `without ${missing}`);
    }
  });

  test('plain, compressed and mixed files give the same catalogue', async () => {
    using folder = scratch();
    const { imdb, tmdb } = copyWorld(folder.path);
    await using plain = await build(join(folder.path, 'plain'), { imdb, tmdb });
    for (const [place, path] of [
      ...readdirSync(imdb).map((name) => join(imdb, name)),
      ...readdirSync(tmdb).map((name) => join(tmdb, name)),
    ].entries())
      if (place % 2 === 0) compress(path);
    await using mixed = await build(join(folder.path, 'mixed'), { imdb, tmdb });
    for (const folderName of [imdb, tmdb])
      for (const name of readdirSync(folderName)) if (!name.endsWith('.gz')) compress(join(folderName, name));
    await using compressed = await build(join(folder.path, 'compressed'), { imdb, tmdb });
    assert.equal(await said(mixed), await said(plain));
    assert.equal(await said(compressed), await said(plain));
    assert.deepEqual(mixed.report.rejected, plain.report.rejected);
  });

  test('the order of the lines changes nothing', async () => {
    using folder = scratch();
    const { imdb, tmdb } = copyWorld(folder.path);
    await using straight = await build(join(folder.path, 'straight'), { imdb, tmdb });
    const random = seededRandom(5);
    for (const name of readdirSync(imdb)) {
      const [header = '', ...lines] = readFileSync(join(imdb, name), 'utf8').trimEnd().split(/\r?\n/);
      writeFileSync(join(imdb, name), gzipSync(`${[header, ...shuffle(lines, random)].join('\n')}\n`));
    }
    await using shuffled = await build(join(folder.path, 'shuffled'), { imdb, tmdb });
    assert.equal(await said(shuffled), await said(straight));
  });

  test('adult films are kept when asked, with their genre', async () => {
    using folder = scratch();
    await using world = await build(folder.path, { keepAdult: true });
    assert.equal(world.report.films, 41);
    assert.equal(world.report.series, 5);
    assert.deepEqual(
      await world.rows(`SELECT genre FROM film_genre JOIN film USING (film) WHERE id = '${id(10)}' ORDER BY 1`),
      [['Adult'], ['Drama']],
    );
    assert.equal(world.rejected('title.basics', /adult/), null);
  });

  test('a vote threshold keeps the films that reach it', async () => {
    using folder = scratch();
    await using world = await build(folder.path, { minVotes: 700 });
    assert.deepEqual(
      (await world.rows('SELECT id FROM film ORDER BY film')).map(([text]) => text),
      [id(1), id(19), id(20), id(27), id(28), id(29)],
    );
    assert.deepEqual(await world.rows('SELECT min(film), max(film) FROM film'), [[0, 5]]);
  });

  test('the sources are called what the caller calls them', async () => {
    using folder = scratch();
    await using world = await build(folder.path, { imdbSource: 'starter', tmdbSource: 'starter' });
    assert.deepEqual(
      await world.rows(
        'SELECT DISTINCT source FROM film_name UNION SELECT DISTINCT source FROM film_credit UNION SELECT DISTINCT year_source FROM film WHERE year IS NOT NULL',
      ),
      [['starter']],
    );
  });

  test('progress goes forward to its end', async () => {
    using folder = scratch();
    const told: number[] = [];
    await (await build(folder.path, { onProgress: (_, done) => void told.push(done) }))[Symbol.asyncDispose]();
    assert.deepEqual(
      told,
      told.toSorted((a, b) => a - b),
    );
    assert.ok((told.at(-1) ?? 0) > 0.9 && (told.at(-1) ?? 2) <= 1, `ends at ${told.at(-1)}`);
  });
});
