import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { openCatalogue } from '#catalogue/catalogue.ts';
import { filmCards, filmsById } from '#catalogue/queries/film-cards.ts';
import { filmFacts, filmPeople } from '#catalogue/queries/film-page.ts';
import { build, id, scratch, type Built } from './tiny-world.ts';

suite('people, credits and series', () => {
  const folder = scratch();
  let world: Built & AsyncDisposable;
  before(async () => void (world = await build(folder.path)));
  after(async () => {
    await world[Symbol.asyncDispose]();
    folder[Symbol.dispose]();
  });
  const credits = (number: number): Promise<unknown[][]> =>
    world.rows(
      `SELECT p.id, category, c.source FROM film_credit c JOIN person p USING (person) JOIN film f USING (film) WHERE f.id = '${id(number)}' ORDER BY billing, abs(person)`,
    );
  const person = async (number: number): Promise<unknown[] | undefined> =>
    (
      await world.rows(
        `SELECT name, source, birth_year, birth_year_source, death_year FROM person WHERE id = 'nm${99_000_000 + number}'`,
      )
    )[0];

  test('credits are read in billing order, TMDB adding only what IMDb lacks', async () => {
    assert.deepEqual(await credits(1), [
      ['nm99000002', 'actor', 'imdb'],
      ['nm99000003', 'actress', 'imdb'],
      ['nm99000001', 'director', 'imdb'],
      ['nm99000009', 'writer', 'imdb'],
      ['nm99000008', 'cinematographer', 'imdb'],
      ['nm99000006', 'actor', 'imdb'],
      ['tm0007090', 'composer', 'tmdb'],
    ]);
  });

  test('rows without a billing order come after those that have one, the crew file last', async () => {
    assert.deepEqual(await credits(2), [
      ['nm99000007', 'actress', 'imdb'],
      ['nm99000006', 'actor', 'imdb'],
      ['nm99000012', 'director', 'imdb'],
      ['nm99000004', 'writer', 'imdb'],
      ['nm99000009', 'writer', 'imdb'],
    ]);
  });

  test('a film that IMDb credits to nobody takes its people from TMDB, in its order, known ones under their own identifier', async () => {
    assert.deepEqual(await credits(3), [
      ['tm0007092', 'actor', 'tmdb'],
      ['nm99000011', 'actor', 'tmdb'],
      ['tm0007091', 'director', 'tmdb'],
    ]);
  });

  test('a credit stands once in a category, at its best place; archive footage is no credit', async () => {
    assert.deepEqual(await credits(34), [
      ['nm99000003', 'actress', 'imdb'],
      ['nm99000002', 'actor', 'imdb'],
      ['nm99000001', 'director', 'imdb'],
      ['nm99000001', 'writer', 'imdb'],
    ]);
    assert.deepEqual(await credits(45), [['nm99000015', 'director', 'imdb']]);
  });

  test('the sex of a person is the one that a source states: IMDb by what they act as, then by their trades, then TMDB; else none', async () => {
    const sexOf = async (who: string): Promise<unknown[] | undefined> =>
      (await world.rows(`SELECT sex, sex_source FROM person WHERE id = '${who}'`))[0];
    assert.deepEqual(await sexOf('nm99000003'), ['woman', 'imdb']);
    assert.deepEqual(await sexOf('nm99000002'), ['man', 'imdb']);
    assert.deepEqual(await sexOf('nm99000011'), ['woman', 'tmdb'], 'no title of IMDb names her: her line is not read');
    assert.deepEqual(await sexOf('nm99000060'), ['man', 'imdb'], 'as IMDb credits them, whatever TMDB says');
    assert.deepEqual(await sexOf('tm0007090'), ['man', 'tmdb']);
    assert.deepEqual(await sexOf('nm99000001'), [null, null]);
    assert.deepEqual(await sexOf('tm0007092'), [null, null], 'TMDB calls both sexes actor');
  });

  test('people without a name row are named by TMDB, or keep their identifier alone', async () => {
    assert.deepEqual(
      (await credits(33)).map(([who]) => who),
      ['nm99000002', 'nm99000060', 'nm99000061', 'nm99000016', 'nm99000015'],
    );
    assert.deepEqual(await person(60), ['Iris Pell', 'tmdb', 1980, 'tmdb', null]);
    assert.deepEqual(await person(61), [null, null, null, null, null]);
    assert.deepEqual(await person(16), [null, null, 1950, 'imdb', null]);
    assert.deepEqual(await credits(25), [['nm99000062', 'director', 'imdb']]);
  });

  test('the ancient were born in 46, nobody in 2029, and a birth year says where it comes from', async () => {
    assert.deepEqual(await person(13), ['Quintus Varro Fabulus', 'imdb', 46, 'imdb', 95]);
    assert.deepEqual(await person(14), ['Baby of the Cradle', 'imdb', 2024, 'tmdb', null]);
    assert.deepEqual(await person(10), ['Leopold "Leo" Gard', 'imdb', 1948, 'imdb', 2010]);
    assert.deepEqual(await person(1), ['Ilse Marrow', 'imdb', 1961, 'imdb', null]);
    assert.equal(await world.one("SELECT count(*)::INTEGER FROM person WHERE id IN ('nm99000018', 'nm99000019')"), 0);
  });

  test('nobody is there twice', async () => {
    assert.equal(await world.one('SELECT count(*) - count(DISTINCT person) FROM person'), '0');
    assert.equal(await world.one('SELECT count(*) - count(DISTINCT id) FROM person'), '0');
  });

  test('series are kept apart, with their episodes, French title and actors', async () => {
    assert.deepEqual(
      await world.rows(
        'SELECT id, kind, title, title_fr, start_year, end_year, episodes, votes, source FROM series ORDER BY id',
      ),
      [
        [id(101), 'tvSeries', 'The Weather Station', 'La Station météo', 2015, 2019, 3, 9000, 'imdb'],
        [id(102), 'tvMiniSeries', 'Three Nights in Arvel', null, 2017, 2017, null, 1500, 'imdb'],
        [id(103), 'tvSeries', 'The Ferry Line', null, 1978, null, 1, null, 'imdb'],
        [id(104), 'tvSeries', 'Night Bakery', null, 2021, null, null, null, 'imdb'],
      ],
    );
    assert.deepEqual(
      await world.rows('SELECT series, person, category FROM series_credit ORDER BY series, billing, person'),
      [
        [id(101), 99_000_007, 'actress'],
        [id(101), 99_000_002, 'actor'],
        [id(101), 99_000_009, 'writer'],
        [id(102), 99_000_003, 'actress'],
        [id(103), 99_000_010, 'actor'],
      ],
    );
  });

  test('the page of a film names its people and their parts as a person would write them', async () => {
    await using catalogue = await openCatalogue(folder.path);
    const [found] = await catalogue.run(filmsById, { ids: [id(16)] });
    const people = await catalogue.run(filmPeople, { film: found?.film ?? -1 });
    assert.deepEqual(
      people.map(({ name, characters }) => [name, characters]),
      [
        ['Mireille Davout', 'Madame Orme'],
        ['Leopold "Leo" Gard', 'The "Duke"'],
        ['Casper Quill', 'Ferdinand, the ferryman'],
        ['Tobias Fenn', 'Himself [voice]'],
        ['Bruno Celeste', null],
      ],
    );
    const [several] = await catalogue.run(filmsById, { ids: [id(1)] });
    assert.deepEqual(
      (await catalogue.run(filmPeople, { film: several?.film ?? -1 })).map(({ characters }) => characters),
      ['Victor', 'Adele, The Widow', null, null, null, 'The Pilot', null],
    );
  });
});

suite('a source switched off', () => {
  test('TMDB off: its facts are gone field by field, IMDb’s stay', async () => {
    using folder = scratch();
    await (await build(folder.path))[Symbol.asyncDispose]();
    await using whole = await openCatalogue(folder.path);
    await using catalogue = await openCatalogue(folder.path, { sourcesOff: ['tmdb'] });
    assert.equal(catalogue.films, whole.films);
    assert.notEqual(catalogue.vocabulary, whole.vocabulary);
    const value = async (sql: string): Promise<unknown> =>
      (await catalogue.connection.runAndReadAll(sql)).getRowsJson()[0]?.[0];
    const films = await catalogue.run(filmsById, { ids: [id(1), id(9), id(36)] });
    const [card, ferry, undated] = (await catalogue.run(filmCards, { films: films.map(({ film }) => film) })).toSorted(
      (a, b) => a.film - b.film,
    );
    assert.deepEqual(
      [card?.year, card?.runtime, card?.votes, card?.rating, card?.genres, card?.directors],
      [1998, 104, 5210, 7.4, ['Drama', 'Romance'], ['Ilse Marrow']],
    );
    assert.deepEqual([card?.titleFr, card?.posterPath, card?.language, card?.countries], [null, null, null, []]);
    assert.deepEqual([ferry?.runtime, undated?.year, undated?.genres], [null, null, []]);
    const [facts] = await catalogue.run(filmFacts, { film: card?.film ?? -1 });
    assert.deepEqual(
      [
        facts?.overview,
        facts?.overviewFr,
        facts?.tagline,
        facts?.budget,
        facts?.trailer,
        facts?.keywords,
        facts?.languages,
        facts?.companies,
      ],
      [null, null, null, null, null, [], [], []],
    );
    assert.deepEqual(facts?.names.toSorted(), ['La Lanterne de sel', 'Le Phare de sel', 'The Salt Lantern']);
    assert.equal(await value("SELECT count(*)::INTEGER FROM film_credit WHERE source = 'tmdb'"), 0);
    assert.equal(await value("SELECT name FROM person WHERE id = 'nm99000060'"), null);
    assert.equal(await value("SELECT birth_year FROM person WHERE id = 'nm99000060'"), null);
    assert.equal(await value("SELECT birth_year FROM person WHERE id = 'nm99000013'"), 46);
  });

  test('IMDb off: its ratings, years and names are gone, TMDB’s stay', async () => {
    using folder = scratch();
    await (await build(folder.path))[Symbol.asyncDispose]();
    await using catalogue = await openCatalogue(folder.path, { sourcesOff: ['imdb'] });
    const [found] = await catalogue.run(filmsById, { ids: [id(1)] });
    const [card] = await catalogue.run(filmCards, { films: [found?.film ?? -1] });
    assert.deepEqual(
      [card?.year, card?.runtime, card?.rating, card?.votes, card?.genres, card?.directors],
      [null, null, null, 0, [], []],
    );
    assert.deepEqual([card?.titleFr, card?.countries], ['La Lanterne de sel', ['BE', 'FR']]);
  });
});
