import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { Hono } from 'hono';
import type { FilmCard } from '#lanterne.ts';
import { createApp } from '#web/app.ts';
import { withSettings } from '../../helpers/starter-lanterne.ts';
import {
  archive,
  basketOf,
  csv,
  imdbRatings,
  letterboxdList,
  letterboxdRatings,
  send,
  traktRatings,
  type ListedFilm,
} from './exports.ts';

let app: Hono;
let films: FilmCard[];
before(async () => {
  const lanterne = await withSettings({ writesAMinute: 1_000_000 });
  app = createApp(() => lanterne);
  const { films: list } = await lanterne.recommend({ liked: [], disliked: [], seen: [] }, { top: 150, diversity: 0 });
  films = list.map(({ card }) => card);
});

const some = (from: number, to: number): ListedFilm[] => films.slice(from, to);
const rated = (from: number, to: number, rating: number) => some(from, to).map((film) => ({ ...film, rating }));
const idsOf = (from: number, to: number): string[] => some(from, to).map(({ id }) => id);
const asSet = (ids: readonly string[]): string[] => ids.toSorted();

describe('the form', () => {
  it('says how to get the file, in both languages', async () => {
    for (const [path, words] of [
      ['/importer', /Comment obtenir votre fichier[^]*Letterboxd[^]*IMDb[^]*Trakt/],
      ['/en/importer', /How to get your file[^]*Letterboxd[^]*IMDb[^]*Trakt/],
    ] as const) {
      const page = await (await app.request(path)).text();
      assert.match(page, words);
      assert.match(page, /<form [^>]*method="post"[^>]*enctype="multipart\/form-data"/i);
    }
  });

  it('keeps the films chosen before', async () => {
    const page = await (await app.request('/importer?liked=tt0119038')).text();
    assert.match(page, /action="\/importer\?liked=tt0119038"/);
  });
});

describe('an export becomes a basket', () => {
  it('of IMDb, by its identifiers', async () => {
    const answer = await send(app, {
      'ratings.csv': imdbRatings([
        ...rated(0, 5, 9),
        ...rated(5, 8, 2),
        ...rated(8, 12, 6),
        { id: 'tt0903747', title: 'A series', year: 2008, rating: 10, type: 'TV Series' },
      ]),
    });
    const page = await answer.text();
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get('cache-control'), 'no-store');
    const basket = basketOf(page);
    assert.deepEqual(asSet(basket.liked), asSet(idsOf(0, 5)));
    assert.deepEqual(asSet(basket.not), asSet(idsOf(5, 8)));
    assert.deepEqual(asSet(basket.seen), asSet(idsOf(8, 12)));
    assert.match(page, /13\u00a0lignes lues, 12\u00a0films reconnus/);
    assert.match(page, /1\u00a0ligne parle de séries/);
  });

  it('of Letterboxd, its whole archive: hearts, ratings, what was watched and what is to be', async () => {
    const exported = archive({
      'profile.csv': 'Date Joined,Username,Email Address\n2020-01-01,someone,someone@example.org',
      'ratings.csv': letterboxdRatings([...rated(0, 3, 5), ...rated(3, 5, 1), ...rated(5, 9, 3)]),
      'watched.csv': letterboxdList(some(0, 20)),
      'diary.csv': csv([['Date', 'Name', 'Year', 'Letterboxd URI', 'Rating', 'Rewatch', 'Tags', 'Watched Date']]),
      'watchlist.csv': letterboxdList(some(30, 34)),
      'likes/films.csv': letterboxdList(some(5, 6)),
      'likes/reviews.csv': 'Date,Letterboxd URI\n2024-01-01,https://boxd.it/zz',
      'lists/worst.csv': letterboxdList(some(40, 50)),
      'deleted/diary.csv': letterboxdList(some(50, 60)),
    });
    const page = await (await send(app, { 'letterboxd-someone-2024-06-01-10-00-utc.zip': exported })).text();
    const basket = basketOf(page);
    assert.deepEqual(asSet(basket.liked), asSet([...idsOf(0, 3), ...idsOf(5, 6)]));
    assert.deepEqual(asSet(basket.not), asSet(idsOf(3, 5)));
    assert.deepEqual(asSet(basket.seen), asSet(idsOf(6, 20)));
    assert.match(page, /4\u00a0films que vous voulez voir/);
    assert.doesNotMatch(page, /someone@|ne contient aucun film/);
  });

  it('of Trakt, JSON or CSV, alone or in its archive', async () => {
    const json = traktRatings([...rated(0, 4, 10), ...rated(4, 6, 3)]);
    const watched = JSON.stringify([
      ...some(6, 9).map(({ id, title, year }) => ({
        plays: 2,
        last_watched_at: '2021-01-01T00:00:00.000Z',
        movie: { title, year, ids: { imdb: id } },
      })),
      { plays: 1, show: { title: 'A series', year: 2000, ids: {} } },
    ]);
    const table = csv([
      'rated_at,type,title,year,trakt_rating,trakt_id,imdb_id,tmdb_id,rating'.split(','),
      ...rated(0, 4, 10).map(({ id, title, year, rating }) => [
        '2020-01-01T10:00:00Z',
        'movie',
        title,
        year,
        '8.1',
        1,
        id,
        2,
        rating,
      ]),
      ['2020-01-01T10:00:00Z', 'episode', 'A series', 2008, '9', 1, '', 2, 10],
      ...rated(4, 6, 3).map(({ id, title, year, rating }) => [
        '2020-01-01T10:00:00Z',
        'movie',
        title,
        year,
        '8.1',
        1,
        id,
        2,
        rating,
      ]),
    ]);
    const zip = archive({
      'someone/ratings/ratings-movies.json': json,
      'someone/watched/watched-movies.json': watched,
      'someone/user/profile.json': '{}',
    });
    for (const given of [{ 'ratings-movies.json': json }, { 'ratings.csv': table }, { 'export.zip': zip }]) {
      const basket = basketOf(await (await send(app, given)).text());
      assert.deepEqual(asSet(basket.liked), asSet(idsOf(0, 4)));
      assert.deepEqual(asSet(basket.not), asSet(idsOf(4, 6)));
    }
    assert.deepEqual(asSet(basketOf(await (await send(app, { 'export.zip': zip })).text()).seen), asSet(idsOf(6, 9)));
  });

  it('joins the films of the address, which come first', async () => {
    const [first] = idsOf(40, 41);
    const page = await (
      await send(app, { 'r.csv': imdbRatings(rated(0, 30, 9)) }, `/importer?liked=${first}&not=${idsOf(0, 1)[0]}`)
    ).text();
    const basket = basketOf(page);
    assert.equal(basket.liked[0], first);
    assert.equal(basket.liked.length, 20);
    assert.deepEqual(basket.not, idsOf(0, 1));
    assert.ok(!basket.liked.includes(basket.not[0] ?? ''));
  });

  it('in English too', async () => {
    const page = await (await send(app, { 'r.csv': imdbRatings(rated(0, 3, 9)) }, '/en/importer')).text();
    assert.match(page, /<html lang="en">[^]*3 lines read, 3 films recognised[^]*See my films/);
    assert.match(page, /action="\/en\/films"/);
  });

  it('keeps nothing: the same page of films is asked by its address alone', async () => {
    const basket = basketOf(await (await send(app, { 'r.csv': imdbRatings(rated(0, 3, 9)) })).text());
    const answer = await app.request(`/films?${basket.liked.map((id) => `liked=${id}`).join('&')}`);
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get('set-cookie'), null);
  });
});

describe('what does not fit is said', () => {
  it('twenty liked films of many, a hundred seen of more', async () => {
    const page = await (await send(app, { 'r.csv': imdbRatings([...rated(0, 40, 9), ...rated(40, 150, 6)]) })).text();
    const basket = basketOf(page);
    assert.equal(basket.liked.length, 20);
    assert.equal(basket.seen.length, 100);
    assert.match(page, /Vous en avez aimé 40, vingt au plus peuvent compter/);
    assert.match(page, /30\u00a0films déjà vus n’y sont pas/);
  });

  it('unknown films are named, twenty at most', async () => {
    const strangers = Array.from({ length: 25 }, (_, at) => ({
      id: '',
      title: `Zorglub contre Xyquw ${at + 3}`,
      year: 1903,
      rating: 4,
    }));
    const page = await (
      await send(app, { 'ratings.csv': letterboxdRatings([...rated(0, 2, 5), ...strangers]) })
    ).text();
    assert.match(page, /25\u00a0films ne sont pas dans notre catalogue/);
    assert.equal([...page.matchAll(/Zorglub contre Xyquw/g)].length, 20);
    assert.match(page, /et 5\u00a0autres/);
  });

  it('a title of several films is a choice, that no-script sends with the rest', async () => {
    const table = csv([
      ['Name', 'Year', 'Rating'],
      ['La Belle et la Bête', '', 5],
      ['Le Dîner de cons', 1998, 5],
      ['Amélie', 2001, 1],
    ]);
    const page = await (await send(app, { 'mine.csv': table })).text();
    assert.match(page, /1\u00a0film à préciser/);
    assert.match(page, /<select [^>]*name="liked"[^]*1946[^]*1991|<select [^>]*name="liked"[^]*1991[^]*1946/);
    const answer = await app.request('/films?liked=tt0119038&liked=tt0038348&liked=');
    assert.match(await answer.text(), /d’après 2\u00a0films/);
  });

  it('a list without any rating asks which films were loved', async () => {
    const page = await (await send(app, { 'watched.csv': letterboxdList(some(0, 30)) })).text();
    assert.match(page, /Lesquels avez-vous aimés/);
    assert.equal([...page.matchAll(/type="checkbox"/g)].length, 24);
    assert.equal(basketOf(page).seen.length, 30);
  });

  it('titles with slips and the year beside are found as when typed', async () => {
    const table = csv([
      ['Title', 'Year', 'Rating'],
      ['Le Diner de con', 1998, 10],
      ['La Grande Vadrouile', 1967, 10],
    ]);
    assert.deepEqual(asSet(basketOf(await (await send(app, { 'mine.csv': table })).text()).liked), [
      'tt0060474',
      'tt0119038',
    ]);
  });
});
