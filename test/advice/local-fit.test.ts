import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { decadeFit, fitOf, genreFit, originFit } from '#advice/local-fit.ts';
import { locality } from './a-place.ts';

test('a place like the country has no taste of its own', () => {
  const same = {
    ...locality,
    origins: {
      french: { local: 0.4, national: 0.4, spread: 0.05 },
      american: { local: 0.4, national: 0.4, spread: 0.05 },
      european: { local: 0.1, national: 0.1, spread: 0.05 },
      other: { local: 0.1, national: 0.1, spread: 0.05 },
    },
    ages: locality.ages.map((band) => ({ ...band, local: band.national })),
  };
  fc.assert(
    fc.property(
      fc.constantFrom('french', 'american', 'european', 'other'),
      fc.integer({ min: 190, max: 202 }),
      (origin, tens) => {
        const niche = { genre: 'War', decade: tens * 10, origin } as const;
        assert.ok(Math.abs(fitOf(same, niche).lift - 1) < 1e-9);
      },
    ),
  );
});

test('origin: the local share over the national one, and none when either is not known', () => {
  assert.ok(Math.abs(originFit(locality, { origin: 'french' }).lift - 0.52 / 0.41) < 1e-12);
  assert.equal(originFit(locality, { origin: 'other' }).known, false);
  assert.equal(originFit(locality, { origin: 'other' }).lift, 1);
});

test('genre: worked by hand on two bands of ages and three genres', () => {
  const place = {
    ages: [
      { from: 3, to: 49, local: 0.4, national: 0.6 },
      { from: 50, to: 85, local: 0.6, national: 0.4 },
    ],
    genreAges: new Map([['Comedy', [0.7, 0.3]]]),
    genreEntries: new Map([
      ['Comedy', 0.16],
      ['Action', 0.09],
      ['Horror', 0.01],
    ]),
  };
  const aged = (0.7 * 0.4) / 0.6 + (0.3 * 0.6) / 0.4;
  assert.ok(Math.abs(genreFit(place, { genre: 'Comedy' }).lift - aged * Math.sqrt(0.16 / 0.09)) < 1e-12);
  assert.ok(Math.abs(genreFit(place, { genre: 'Horror' }).lift - Math.sqrt(0.01 / 0.09)) < 1e-12);
  assert.equal(genreFit(place, { genre: 'Western' }).known, false);
  assert.ok(genreFit(place, { genre: 'Western' }).spread > genreFit(place, { genre: 'Comedy' }).spread);
});

test('decade: an older public remembers older films, whatever age marks for life', () => {
  for (const age of [14, 20, 30]) {
    const lifts = [1970, 2010].map((decade) => decadeFit(locality, { decade }, age).lift);
    assert.ok((lifts[0] ?? 0) > 1 && (lifts[1] ?? 2) < (lifts[0] ?? 0), `${age}: ${lifts.join()}`);
  }
});
