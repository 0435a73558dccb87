import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { BrowseWish } from '#lanterne.ts';
import { starterLanterne } from '../helpers/starter-lanterne.ts';
import { tinyLanterne } from '../helpers/tiny-lanterne.ts';

const any: BrowseWish = { genre: '', decade: '', country: '', theme: '', order: 'merit', page: 1 };

describe('browsing a catalogue with votes', () => {
  it('orders by weighted rating, then those without votes', async () => {
    const lanterne = await tinyLanterne();
    const page = await lanterne.browse(any);
    assert.ok(page?.weighed);
    const { mean, least } = page.weighed;
    const first = page.films.map(({ votes, rating }) =>
      votes > 0 ? (votes * (rating ?? 0) + least * mean) / (votes + least) : Number.NEGATIVE_INFINITY,
    );
    assert.deepEqual(
      first,
      first.toSorted((a, b) => b - a),
    );
    assert.equal(page.films[0]?.title, 'The Salt Lantern');
  });

  it('gives the mean of the films with votes, and ranks those with a thousand', async () => {
    const lanterne = await tinyLanterne();
    const pages = await Promise.all([1, 2].map((page) => lanterne.browse({ ...any, page })));
    const films = pages.flatMap((page) => page?.films ?? []);
    assert.equal(films.length, lanterne.films);
    const rated = films.filter(({ votes }) => votes > 0);
    const mean = rated.reduce((sum, { rating }) => sum + (rating ?? 0), 0) / rated.length;
    const ranked = rated.filter(({ votes }) => votes >= 1000);
    const weighted = (one: (typeof rated)[number]): number =>
      (one.votes * (one.rating ?? 0) + 1000 * mean) / (one.votes + 1000);
    for (const card of films) {
      const standing = await lanterne.standing(card);
      if (card.votes === 0) {
        assert.equal(standing, null);
        continue;
      }
      assert.ok(standing !== null);
      assert.ok(Math.abs(standing.mean - mean) < 1e-9 && Math.abs(standing.weighted - weighted(card)) < 1e-9);
      assert.equal(standing.ranked, ranked.length);
      const better = ranked.filter((other) => weighted(other) > weighted(card) + 1e-12).length;
      assert.equal(standing.rank, card.votes < 1000 ? null : better + 1);
    }
  });
});

describe('browsing a catalogue without votes', () => {
  it('orders by renown, and gives no film a standing', async () => {
    const lanterne = await starterLanterne();
    const page = await lanterne.browse(any);
    assert.equal(page?.weighed, null);
    const renown = page?.films.map((card) => card.renown ?? 0) ?? [];
    assert.ok(renown.every((value) => value === 5));
    const [card] = page?.films ?? [];
    assert.ok(card !== undefined);
    assert.equal(await lanterne.standing(card), null);
  });

  it('by year, from the latest', async () => {
    const lanterne = await starterLanterne();
    const page = await lanterne.browse({ ...any, genre: 'Comedy', country: 'FR', order: 'year' });
    const years = page?.films.map(({ year }) => year ?? 0) ?? [];
    assert.ok(years.length > 12);
    assert.deepEqual(
      years,
      years.toSorted((a, b) => b - a),
    );
    assert.ok(page?.films.every(({ genres, countries }) => genres.includes('Comedy') && countries.includes('FR')));
  });

  it('by a theme that several films share', async () => {
    const lanterne = await starterLanterne();
    const films = await lanterne.themeFilms('heist');
    assert.ok(films >= 4);
    assert.equal((await lanterne.browse({ ...any, theme: 'heist' }))?.total, films);
    assert.equal(await lanterne.themeFilms('no such thing'), 0);
    assert.equal(await lanterne.browse({ ...any, theme: 'no such thing' }), null);
  });

  it('answers null for what is not in the catalogue and for pages past the last', async () => {
    const lanterne = await starterLanterne();
    for (const wish of [{ genre: 'Nope' }, { country: 'ZZ' }, { decade: '1700' }, { decade: '196' }, { page: 999 }])
      assert.equal(await lanterne.browse({ ...any, ...wish }), null);
  });
});

describe('a person', () => {
  it('has their films and series by role, and those whom they work with', async () => {
    const lanterne = await tinyLanterne();
    const fenn = await lanterne.person('nm99000002');
    assert.equal(fenn?.name, 'Tobias Fenn');
    assert.deepEqual([fenn?.birthYear, fenn?.deathYear], [1970, null]);
    const acting = fenn?.works.find(({ role }) => role === 'acting');
    assert.equal(acting?.films[0]?.card.title, 'The Salt Lantern');
    assert.equal(acting?.films[0]?.characters, 'Victor');
    assert.deepEqual(
      acting?.series.map(({ title, startYear, endYear }) => [title, startYear, endYear]),
      [['The Weather Station', 2015, 2019]],
    );
    assert.equal(new Set(acting?.films.map(({ card }) => card.id)).size, acting?.films.length);
    assert.ok(fenn?.company.some(({ name, films }) => name === 'Ilse Marrow' && films === 2));
    assert.ok(fenn?.company.every(({ id, films }) => films >= 2 && id !== 'nm99000002'));
  });

  it('is nobody when unknown, nameless or forged', async () => {
    const lanterne = await tinyLanterne();
    const forged = ['nm0000000', 'nm99000016', 'nm099000002', 'nm999999999', 'tt99000001', 'nm-1', '', 'tm0000000'];
    for (const id of [...forged, 'nm99000002 ', 'NM99000002', 'nm99000002; DROP TABLE person'])
      assert.equal(await lanterne.person(id), null, id);
  });
});

describe('what search engines may read', () => {
  it('is every film with renown, a stretch at a time', async () => {
    const lanterne = await starterLanterne();
    const count = await lanterne.knownFilmsCount();
    assert.equal(count, lanterne.films);
    const stretches = await Promise.all([0, 500].map((from) => lanterne.knownFilms(from, 500)));
    assert.equal(new Set(stretches.flat()).size, count);
  });
});
