import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { build, id, scratch, type Built } from './tiny-world.ts';

suite('the films that a build keeps, and what it says of them', () => {
  const folder = scratch();
  let world: Built & AsyncDisposable;
  before(async () => void (world = await build(folder.path)));
  after(async () => {
    await world[Symbol.asyncDispose]();
    folder[Symbol.dispose]();
  });
  const film = async (number: number, fields: string): Promise<unknown[] | undefined> =>
    (await world.rows(`SELECT ${fields} FROM film WHERE id = '${id(number)}'`))[0];

  test('films and television films are kept; episodes, videos, shorts, adult films, nameless and broken rows are not', async () => {
    const kept = (await world.rows('SELECT id FROM film ORDER BY film')).map(
      ([text]) => Number(String(text).slice(2)) - 99_000_000,
    );
    const left = [4, 10, 11, 12, 21, 22, 31, 40, 46, 47, 48];
    assert.deepEqual(
      kept,
      Array.from({ length: 49 }, (_, place) => place + 1).filter((number) => !left.includes(number)),
    );
    assert.equal(world.report.films, kept.length);
  });

  test('the dense index follows the identifiers, from 0, without a gap', async () => {
    const rows = await world.rows('SELECT film, id FROM film ORDER BY id');
    assert.deepEqual(
      rows.map(([index]) => index),
      rows.map((_, place) => place),
    );
  });

  test('every file speaks of the first film, and each fact says where it comes from', async () => {
    assert.deepEqual(
      await film(
        1,
        'title, original_title, title_fr, title_fr_source, year, year_source, runtime, runtime_source, rating, votes, rating_source',
      ),
      [
        'The Salt Lantern',
        'La Lanterne de sel',
        'La Lanterne de sel',
        'tmdb',
        1998,
        'imdb',
        104,
        'imdb',
        7.4,
        5210,
        'imdb',
      ],
    );
    assert.deepEqual(
      await film(
        1,
        'overview, overview_source, overview_fr, overview_fr_source, tagline, tagline_source, original_language, original_language_source',
      ),
      [
        'A keeper relights a lighthouse, and the village with it.',
        'tmdb',
        'Un gardien rallume un phare, et le village avec lui.',
        'tmdb',
        'Qu’elle brûle.',
        'tmdb',
        'fr',
        'tmdb',
      ],
    );
    assert.deepEqual(
      await film(
        1,
        'release_date::VARCHAR, budget::INTEGER, revenue::INTEGER, poster_path, trailer, tmdb_id::INTEGER, budget_source, poster_path_source, trailer_source, renown',
      ),
      [
        '1998-09-16',
        4_200_000,
        9_100_000,
        '/lanterneFr01.jpg',
        'saltTrailer1',
        9_900_001,
        'tmdb',
        'tmdb',
        'tmdb',
        null,
      ],
    );
    const facts = async (table: string, column: string): Promise<unknown> =>
      (
        await world.rows(
          `SELECT ${column}, source FROM ${table} t JOIN film USING (film) WHERE id = '${id(1)}' ORDER BY 1`,
        )
      ).map((row) => row.join(' '));
    assert.deepEqual(await facts('film_genre', 'genre'), ['Drama imdb', 'Romance imdb']);
    assert.deepEqual(await facts('film_keyword', 'keyword'), ["keeper's log tmdb", 'lighthouse tmdb', 'village tmdb']);
    assert.deepEqual(await facts('film_country', 'country'), ['BE tmdb', 'FR tmdb']);
    assert.deepEqual(await facts('film_language', 'language'), ['fr tmdb']);
    assert.deepEqual(await facts('film_company', 'company'), ['Films du Quai tmdb', "L'île tmdb"]);
    assert.deepEqual(
      await world.rows(
        `SELECT name, n.kind, source FROM film_name n JOIN film USING (film) WHERE id = '${id(1)}' ORDER BY name, source`,
      ),
      [
        ['La Lanterne de sel', 'french', 'imdb'],
        ['La Lanterne de sel', 'french', 'tmdb'],
        ['Le Phare de sel', 'french', 'imdb'],
        ['The Salt Lantern', 'primary', 'imdb'],
        ['The Salt Lantern', 'alternative', 'tmdb'],
      ],
    );
  });

  test('a film without a primary title is named from the next best place, which its names tell', async () => {
    assert.deepEqual(await film(3, 'title'), ['The Paper Orchard']);
    assert.deepEqual(await film(5, 'title'), ['Le Moulin sans vent']);
    assert.deepEqual(await film(6, 'title'), ['Les Ombres du quai']);
    assert.deepEqual(await film(37, 'title'), ['Sans étiquette']);
    const source = (number: number): Promise<unknown> =>
      world.one(
        `SELECT string_agg(DISTINCT source, ' ') FROM film_name JOIN film USING (film) WHERE id = '${id(number)}'`,
      );
    assert.equal(await source(3), 'tmdb');
    assert.equal(await source(5), 'imdb');
    assert.equal(await source(6), 'imdb');
  });

  test('quotes are letters of a title like others', async () => {
    assert.deepEqual(await film(32, 'title, original_title, year'), ['"Quoted" Hearts', 'Seven "Odd" Hours', 1969]);
    assert.deepEqual(await film(49, 'title'), ['"An Open Quote']);
  });

  test('impossible years and running times are set aside, near ones stay, and TMDB fills what IMDb lacks', async () => {
    assert.deepEqual(await film(7, 'year, year_source'), [null, null]);
    assert.deepEqual(await film(8, 'year, year_source'), [2027, 'imdb']);
    assert.deepEqual(await film(9, 'runtime, runtime_source'), [93, 'tmdb']);
    assert.deepEqual(await film(36, 'year, year_source, runtime, runtime_source'), [2012, 'tmdb', 81, 'tmdb']);
    assert.deepEqual(await film(39, 'year, release_date'), [null, null]);
    assert.deepEqual(
      await world.rows(`SELECT genre, source FROM film_genre JOIN film USING (film) WHERE id = '${id(36)}'`),
      [['Sci-Fi', 'tmdb']],
    );
  });

  test('where IMDb and TMDB differ, IMDb stands', async () => {
    assert.deepEqual(await film(24, 'year, release_date::VARCHAR'), [1975, '1976-01-07']);
    assert.deepEqual(await film(25, 'year, release_date::VARCHAR'), [1975, '1981-01-07']);
    assert.deepEqual(await film(26, 'runtime, title_fr'), [90, 'La Longue Coupe']);
  });

  test('sums that nobody can read are set aside', async () => {
    assert.deepEqual(await film(13, 'budget, revenue, budget_source'), [null, null, null]);
    assert.deepEqual(await film(23, 'budget, title, overview'), [null, 'False', 'True or not.']);
    assert.deepEqual(await film(43, 'budget, runtime, release_date, poster_path'), [null, 122, null, null]);
  });

  test('texts are mended or set aside', async () => {
    assert.deepEqual(await film(16, 'overview, tagline'), [
      'Un café au bord de l’eau, où l’on attend le passeur.',
      'Déjà l’aube',
    ]);
    assert.deepEqual(await film(17, 'overview'), ['"Tom & Lea" share a street\'s name.']);
    assert.deepEqual(await film(17, 'overview_fr, title_fr'), [
      'Tom & Léa partagent le nom d’une rue.',
      'Rue Esperluette',
    ]);
    assert.deepEqual(await film(18, 'overview, overview_source, overview_fr, title_fr'), [
      null,
      null,
      null,
      'La Vallée muette',
    ]);
    assert.deepEqual(await film(3, 'overview'), ['Two brothers, one orchard. Neither can read the deed.']);
  });

  test('a TMDB row goes to one film, the closest', async () => {
    assert.deepEqual(await film(19, 'tmdb_id, overview'), [null, null]);
    assert.deepEqual(await film(20, 'tmdb_id::INTEGER, overview'), [9_900_020, 'He repairs hours.']);
    assert.deepEqual(await film(38, 'overview'), ['In by the window.']);
    assert.deepEqual(await film(41, 'overview, rating'), ['Printed once.', null]);
    assert.deepEqual(await film(42, 'overview, votes'), ['The sheet with many votes.', null]);
  });

  test('two films of one title and one year stay two films', async () => {
    assert.deepEqual(
      await world.rows("SELECT id, overview FROM film WHERE title = 'The Crossing Bell' AND year = 1999 ORDER BY film"),
      [
        [id(27), 'A bell at a level crossing.'],
        [id(28), 'The bell rings by itself.'],
      ],
    );
  });

  test('a film given twice is one film, with the better of its ratings', async () => {
    assert.deepEqual(await film(30, 'title, year, rating, votes'), ['Counted Twice', 2005, 6, 34]);
  });

  test('files whose lines end in CR LF read like the others', async () => {
    assert.deepEqual(await film(29, 'votes, rating'), [250_000, 6.3]);
  });
});
