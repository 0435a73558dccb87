import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { openCatalogue, type Catalogue } from '#catalogue/catalogue.ts';
import { filmCards, filmsById } from '#catalogue/queries/film-cards.ts';
import { allNames, allWeights } from '#catalogue/queries/film-names.ts';
import { invariants } from '#catalogue/queries/info.ts';
import { resolveTitle } from '#search/resolve.ts';
import { searchTitles } from '#search/search.ts';
import { foldWords } from '#search/fold.ts';
import { buildTitleIndex } from '#search/title-index.ts';
import { build, scratch, type Built } from './tiny-world.ts';

const reference = process.env['LANTERNE_REFERENCE'] ?? join(import.meta.dirname, '../../../shared/data');
const skip = existsSync(join(reference, 'imdb', 'title.basics.tsv.gz')) ? false : 'skipped: no reference data';

// The figures are those that the reference folder's own README states of its files.
suite('the real files', { skip }, () => {
  const folder = scratch();
  let world: Built & AsyncDisposable;
  let catalogue: Catalogue;
  before(async () => {
    world = await build(folder.path, { imdb: join(reference, 'imdb'), tmdb: join(reference, 'tmdb') });
    catalogue = await openCatalogue(folder.path);
  });
  after(async () => {
    if (!skip) {
      await catalogue[Symbol.asyncDispose]();
      await world[Symbol.asyncDispose]();
    }
    folder[Symbol.dispose]();
  });
  const counted = (file: string, reason: RegExp, low: number, high: number): void => {
    const count = world.rejected(file, reason)?.count ?? 0;
    assert.ok(count >= low && count <= high, `${file}: ${reason} is counted ${count} times, not ${low} to ${high}`);
  };

  test('films and series are the ones of the dump, less those left out for a reason', () => {
    const left = (reason: RegExp): number => world.rejected('title.basics', reason)?.count ?? 0;
    const titles = world.report.films + left(/adult film/) + left(/no title in any source/);
    assert.ok(titles >= 284_700 && titles <= 285_200, `${titles} films, kept or left out`);
    assert.equal(world.report.series, 5528);
  });

  test('every promise of the catalogue is kept', async () => {
    assert.deepEqual(
      (await catalogue.run(invariants, {})).filter(({ broken }) => broken > 0),
      [],
    );
  });

  test('each fault that the files are known for is counted', () => {
    counted('title.basics', /adult film/, 457, 700);
    counted('title.basics', /year out of range/, 1, 5);
    counted('title.basics', /no primary title/, 8700, 8797);
    counted('name.basics', /birth year in the future/, 1, 1);
    counted('title.principals', /no billing order/, 200_000, 252_468);
    counted('tmdb_full', /budget under 1 000/, 927, 927);
    counted('tmdb_full', /HTML entities/, 314, 314);
    counted('tmdb_full', /mojibake/, 127, 250);
    counted('tmdb_full', /mean of 10/, 2245, 2300);
    counted('tmdb_full', /mean rating without a vote/, 71, 71);
    counted('tmdb_full', /placeholder/, 1, 20);
    counted('tmdb_full', /one TMDB identifier on two/, 5, 17);
    counted('tmdb_full', /year differs/, 2200, 2400);
    counted('tmdb_full', /running time differs/, 3200, 3385);
    counted('tmdb_full', /title is a series/, 6, 200);
  });

  test('the longest running time is set aside, and named as the example', () => {
    assert.match(world.rejected('title.basics', /running time/)?.example ?? '', / 51420 min$/);
  });

  test('nothing impossible is left in the tables', async () => {
    const wrong = {
      year: 'SELECT count(*) FROM film WHERE year NOT BETWEEN 1888 AND 2031',
      runtime: 'SELECT count(*) FROM film WHERE runtime NOT BETWEEN 1 AND 1200',
      sums: 'SELECT count(*) FROM film WHERE budget < 1000 OR revenue < 1000',
      placeholders:
        "SELECT count(*) FROM film WHERE overview ILIKE 'no overview found%' OR overview_fr ILIKE 'no overview found%'",
      entities:
        "SELECT count(*) FROM film WHERE regexp_matches(concat(overview, overview_fr, tagline), '&(amp|quot|#39);')",
      mojibake:
        "SELECT count(*) FROM film WHERE regexp_matches(concat(overview, overview_fr, tagline), '[ÃÂ][\\x{80}-\\x{bf}]|â€')",
      twice:
        'SELECT count(*) FROM (SELECT tmdb_id FROM film WHERE tmdb_id IS NOT NULL GROUP BY tmdb_id HAVING count(*) > 1)',
      births: 'SELECT count(*) FROM person WHERE birth_year > 2026',
      credits: 'SELECT count(*) FROM (SELECT film, person, category FROM film_credit GROUP BY ALL HAVING count(*) > 1)',
    };
    for (const [what, sql] of Object.entries(wrong)) assert.equal(await world.one(sql), '0', what);
    assert.deepEqual(await world.rows('SELECT birth_year FROM person WHERE birth_year < 100 ORDER BY 1'), [
      [46],
      [69],
      [95],
    ]);
  });

  test('each pair of different films with one title and one year stays two films, and the search shows both', async () => {
    const pairs = await world.rows(
      'SELECT title, year, list(id ORDER BY film) FROM film WHERE year IS NOT NULL GROUP BY title, year HAVING count(*) = 2 ORDER BY max(votes) DESC NULLS LAST, title',
    );
    assert.ok(pairs.length >= 72, `${pairs.length} pairs`);
    const names = await catalogue.run(allNames, {});
    const weights = await catalogue.run(allWeights, {});
    const index = buildTitleIndex({
      films: weights.length,
      nameFilm: Int32Array.from(names, ({ film }) => film),
      names: names.map(({ name }) => name),
      years: Int16Array.from(weights, ({ year }) => year ?? 0),
      weight: Float32Array.from(weights, ({ votes }) => Math.log1p(votes)),
    });
    for (const [title, year, ids] of pairs.slice(0, 72)) {
      assert.ok(Array.isArray(ids));
      const films = (await catalogue.run(filmsById, { ids: ids.map(String) })).map(({ film }) => film);
      const asked = `${String(title)} (${String(year)})`;
      if (foldWords(String(title)).length === 0) continue;
      const resolution = resolveTitle(index, asked);
      assert.ok(
        resolution.kind === 'several' && films.every((film) => resolution.films.includes(film)),
        `“${asked}” is not offered as several films`,
      );
      const found = searchTitles(index, asked, { top: 50 }).map(({ film }) => film);
      assert.ok(
        films.every((film) => found.includes(film)),
        `“${asked}” does not find both`,
      );
      const cards = await catalogue.run(filmCards, { films });
      assert.equal(new Set(cards.map(({ id }) => id)).size, 2);
    }
  });
});
