import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ageLift, localTaste } from '#market/local-taste.ts';
import type { AgeBand, Cinema, Figure, MarketBook } from '#market/types.ts';

interface Given {
  readonly figures?: Readonly<Record<string, number>>;
  readonly cinemas?: readonly Partial<Cinema>[];
  readonly bands?: readonly AgeBand[];
}

/** A book of a few made figures, whose cinema is in commune 01. */
function bookOf({ figures = {}, cinemas = [], bands }: Given): MarketBook {
  const known = new Map(
    Object.entries(figures).map(([id, value]): [string, Figure] => [
      id,
      { id, year: 2023, value, unit: 'share', place: 'FR', source: 'made', reliability: 'A' },
    ]),
  );
  return {
    sources: new Map(),
    figures: [...known.values()],
    figure: (id) => known.get(id) ?? null,
    series: () => [],
    communes: [],
    cinemas: cinemas.map((cinema, at) => ({
      id: String(at),
      name: 'Cinéma',
      commune: '01',
      communeName: 'Ici',
      department: '23',
      longitude: 0,
      latitude: 0,
      travelling: false,
      screens: 1,
      seats: 100,
      screenings: 100,
      entries: 1000,
      entriesBefore: 1000,
      artEtEssai: true,
      labels: '',
      films: 100,
      filmsInFirstWeek: 0,
      frenchShare: 0.5,
      americanShare: 0.3,
      artEtEssaiShare: 0.2,
      year: 2022,
      source: 'cinemas',
      ...cinema,
    })),
    outlines: new Map(),
    ages: () => (bands === undefined ? null : { bands, year: 2022, source: 'made' }),
    home: { commune: '01', department: '23' },
    imported: [],
  };
}

const national = {
  'heritage-films-share.FR': 0.287,
  'nationality-french-share.FR': 0.4,
  'nationality-american-share.FR': 0.4,
  'audience-entries-share-under-25.FR': 0.3,
  'audience-entries-share-25-49.FR': 0.3,
  'audience-entries-share-50-plus.FR': 0.4,
  'audience-penetration-under-25.FR': 0.8,
  'audience-penetration-25-49.FR': 0.7,
  'audience-penetration-50-plus.FR': 0.5,
  'audience-frequency-under-25.FR': 4,
  'audience-frequency-25-49.FR': 3,
  'audience-frequency-50-plus.FR': 6,
  'film-audience-french-3-14.FR': 0.1,
  'film-audience-french-15-24.FR': 0.1,
  'film-audience-french-25-49.FR': 0.3,
  'film-audience-french-50-plus.FR': 0.5,
  'film-audience-american-3-14.FR': 0.2,
  'film-audience-american-15-24.FR': 0.2,
  'film-audience-american-25-49.FR': 0.4,
  'film-audience-american-50-plus.FR': 0.2,
};
/** 100 people a year of age until 24, 50 until 49, and 3 000 older. */
const old: readonly AgeBand[] = [
  { from: 0, to: 14, people: 1500 },
  { from: 15, to: 29, people: 1250 },
  { from: 30, to: 44, people: 750 },
  { from: 45, to: 59, people: 750 },
  { from: 60, to: null, people: 2500 },
];
const near = (found: number | undefined, wanted: number): void =>
  assert.ok(Math.abs((found ?? NaN) - wanted) < 1e-9, `${found} is not ${wanted}`);

test('the shares of the commune’s own cinemas, by their entries; what is neither French nor American is parted', () => {
  const taste = localTaste(
    bookOf({
      figures: national,
      cinemas: [
        { entries: 3000, frenchShare: 0.4, americanShare: 0.4 },
        { entries: 1000, frenchShare: 0.8, americanShare: 0 },
        { entries: 90_000, frenchShare: 1, americanShare: 0, commune: '02' },
        { entries: 90_000, frenchShare: null, americanShare: null },
      ],
    }),
  );
  assert.equal(taste?.nearness, 'cinema');
  assert.equal(taste?.place, 'Ici');
  near(taste?.nationality.french, 0.5);
  near(taste?.nationality.american, 0.3);
  near(taste?.nationality.european, 0.14);
  near(taste?.nationality.other, 0.06);
  near(taste?.heritage.share, 0.287);
});

test('a commune without a cinema takes its department’s shares; without any, those of France by the ages of the place', () => {
  const around = localTaste(bookOf({ figures: national, cinemas: [{ commune: '02', frenchShare: 0.6 }] }));
  assert.equal(around?.nearness, 'department');
  near(around?.nationality.french, 0.6);

  const book = bookOf({ figures: national, bands: old });
  const far = localTaste(book);
  assert.equal(far?.nearness, 'country');
  const entries = { young: 0.8 * 4 * 2200, middle: 0.7 * 3 * 1250 * 1, old: 0.5 * 6 * 3000 };
  // From 3 to 24: 1 200 and 833; from 25 to 49: 417, 750 and 250; from 50 on: 500 and 2 500.
  entries.young = 0.8 * 4 * (1200 + (1250 * 10) / 15);
  entries.middle = 0.7 * 3 * ((1250 * 5) / 15 + 750 + 250);
  const sum = entries.young + entries.middle + entries.old;
  const lift = (young: number, middle: number, fifty: number): number =>
    (young * entries.young) / sum / 0.3 + (middle * entries.middle) / sum / 0.3 + (fifty * entries.old) / sum / 0.4;
  near(ageLift(book, 'french'), lift(0.2, 0.3, 0.5));
  near(ageLift(book, 'american'), lift(0.4, 0.4, 0.2));
  near(ageLift(book, 'european'), 1);
  const weighted = { french: 0.4 * lift(0.2, 0.3, 0.5), american: 0.4 * lift(0.4, 0.4, 0.2), rest: 0.2 };
  near(far?.nationality.french, weighted.french / (weighted.french + weighted.american + weighted.rest));
  assert.ok((far?.nationality.french ?? 0) > (far?.nationality.american ?? 1), 'the old see French films');
});

test('entries by genre become classes that sum to 1; a book without figures knows no taste', () => {
  const taste = localTaste(
    bookOf({
      figures: {
        ...national,
        'genre-entries-share-comedy.FR': 0.2,
        'genre-entries-share-action.FR': 0.1,
        'genre-entries-share-comic-book.FR': 0.1,
        'genre-entries-share-horror.FR': 0.1,
      },
    }),
  );
  assert.deepEqual(
    taste?.genres.map(({ name, share }) => [name, Math.round(share * 100)]),
    [
      ['comedy', 40],
      ['adventure', 40],
      ['horror', 20],
    ],
  );
  assert.equal(localTaste(bookOf({})), null);
  assert.deepEqual(localTaste(bookOf({ figures: national }))?.genres, []);
});
