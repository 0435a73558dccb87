import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chooseSeason } from '#advice/season.ts';
import { tellSeason } from '#advice/tell-season.ts';
import { speechOf } from '#words/speech.ts';
import { madeCatalogue, type MadeFilm } from '../indicators/made-films.ts';

const film = (place: number, more: Partial<MadeFilm> = {}): MadeFilm => ({
  year: 1990 + (place % 10),
  minutes: 100,
  rating: 6 + (place % 30) / 10,
  votes: 6000,
  genres: ['Comedy'],
  countries: ['FR'],
  language: 'fr',
  director: 100 + place,
  tmdb: 1000 + place,
  ...more,
});
const wish = { genre: 'Comedy', decade: 1990, origin: 'french', labelled: false, count: 8 } as const;

test('a season has the best films, one a director, in the order of years; and says among how many', async () => {
  const films = Array.from({ length: 400 }, (_, place) =>
    film(place, { director: 100 + (place % 5 === 0 ? 0 : place) }),
  );
  await using catalogue = await madeCatalogue(films);
  const season = await chooseSeason(catalogue, wish);
  assert.equal(season.films.length, 8);
  assert.equal(season.among, 400);
  const directors = season.films.map(({ directors: [first] }) => first);
  assert.equal(new Set(directors).size, 8);
  const years = season.films.map(({ year }) => year);
  assert.deepEqual(
    years,
    years.toSorted((a, b) => a - b),
  );
  assert.equal(season.minutes, 800);
});

test('what TMDB does not know as a film, an episode or a game, is in no season', async () => {
  const films = [
    ...Array.from({ length: 60 }, (_, place) => film(place)),
    // loved more than any, and no films
    { year: 1995, minutes: 100, rating: 9.8, votes: 900_000, genres: ['Comedy'], director: 900 },
    { year: 1996, minutes: 100, rating: 9.7, votes: 4000, genres: ['Comedy'], director: 901 },
  ];
  await using catalogue = await madeCatalogue(films);
  for (const origin of ['french', null] as const) {
    const { films: chosen } = await chooseSeason(catalogue, { ...wish, origin });
    assert.equal(chosen.length, 8);
    assert.ok(chosen.every(({ rating }) => (rating ?? 10) < 9.5));
  }
});

test('a season that cannot be is said, one of a single film too', async () => {
  await using catalogue = await madeCatalogue([film(1)]);
  const say = speechOf('fr');
  const told = async (decade: number): Promise<string> => {
    const season = await chooseSeason(catalogue, { ...wish, decade });
    return tellSeason(season, { ...wish, decade }, { titleOf: ({ id }) => id, year: 2026 }, say).finding.join(' ');
  };
  assert.match(await told(1950), /^Aucun film ne convient/);
  assert.match(await told(1990), /^1\u00a0film choisi parmi 1/);
});
