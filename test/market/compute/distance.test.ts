import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { access, nearest, type Home } from '#market/compute/access.ts';
import { catchment, zoneOf } from '#market/compute/catchment.ts';
import { countryRoads, driveMinutes, greatCircle } from '#market/compute/drive-minutes.ts';

const somewhere = fc.record({
  longitude: fc.double({ min: -5, max: 9, noNaN: true }),
  latitude: fc.double({ min: 42, max: 51, noNaN: true }),
});
const someHomes = fc.array(
  fc.tuple(somewhere, fc.integer({ min: 1, max: 50_000 })).map(([at, population]): Home => ({ ...at, population })),
  { minLength: 1, maxLength: 12 },
);
const somePlaces = fc.array(
  fc.tuple(somewhere, fc.integer({ min: 0, max: 90_000 })).map(([at, entries]) => ({ ...at, entries })),
  { minLength: 1, maxLength: 6 },
);

describe('the distance', () => {
  it('is that of the sphere: a degree of latitude, and Paris to Marseille', () => {
    assert.ok(Math.abs(greatCircle({ longitude: 2, latitude: 45 }, { longitude: 2, latitude: 46 }) - 111.19) < 0.01);
    const paris = { longitude: 2.3522, latitude: 48.8566 };
    const marseille = { longitude: 5.3698, latitude: 43.2965 };
    assert.ok(Math.abs(greatCircle(paris, marseille) - 660.5) < 1);
  });

  it('becomes minutes by detour, speed and start', () => {
    const here = { longitude: 2, latitude: 46 };
    assert.equal(driveMinutes(here, here), 3);
    const north = { longitude: 2, latitude: 46.25 };
    assert.ok(Math.abs(driveMinutes(here, north) - ((27.798 * 1.35) / 55) * 60 - 3) < 0.01);
  });

  it('is the same both ways, longer for slower roads', () => {
    fc.assert(
      fc.property(somewhere, somewhere, (a, b) => {
        assert.ok(Math.abs(greatCircle(a, b) - greatCircle(b, a)) < 1e-9);
        assert.ok(driveMinutes(a, b, { ...countryRoads, speed: 40 }) >= driveMinutes(a, b));
        assert.ok(driveMinutes(a, b, { ...countryRoads, detour: 1.5 }) >= driveMinutes(a, b));
      }),
    );
  });
});

const town = { longitude: 2, latitude: 46, entries: 2000 };
const market = { longitude: 2.6, latitude: 46, entries: 300 };
const homes: Home[] = [
  { longitude: 2, latitude: 46, population: 1000 }, // at the town: 3 minutes
  { longitude: 2.1, latitude: 46, population: 300 }, // 7.7 km: 14 minutes
  { longitude: 2.25, latitude: 46, population: 200 }, // 19.3 km: 31 minutes
  { longitude: 2.6, latitude: 46, population: 500 }, // at the market
];

describe('access', () => {
  it('counts people within minutes of the nearest', () => {
    const { within, people, mean } = access(homes, [town, market], [5, 14, 30, 31]);
    assert.equal(people, 2000);
    assert.deepEqual(
      within.map((one) => one.people),
      [1500, 1800, 1800, 2000],
    );
    assert.ok(Math.abs(mean - (1500 * 3 + 300 * 14 + 200 * 31) / 2000) < 1e-9);
  });

  it('only grows with minutes, and with cinemas', () => {
    fc.assert(
      fc.property(someHomes, somePlaces, somewhere, (few, places, another) => {
        const limits = [10, 20, 40, 80];
        const before = access(few, places, limits).within.map(({ share }) => share);
        const after = access(few, [...places, { ...another, entries: 1 }], limits).within.map(({ share }) => share);
        for (const [at, share] of before.entries()) {
          assert.ok(share >= (before[at - 1] ?? 0) && share <= 1);
          assert.ok((after[at] ?? 0) >= share);
        }
      }),
    );
  });

  it('is nobody where there is no cinema', () => {
    assert.equal(nearest(town, []), null);
    assert.deepEqual(access(homes, [], [30]).within, [{ minutes: 30, people: 0, share: 0 }]);
  });
});

describe('catchment', () => {
  it('gives each commune to its nearest cinema, in zones', () => {
    const [around, other] = catchment(homes, [town, market]);
    assert.deepEqual(around?.zones, { primary: 1300, secondary: 0, tertiary: 0, beyond: 200 });
    assert.equal(around?.people, 1500);
    assert.ok(Math.abs((around?.index ?? 0) - 2000 / 1500) < 1e-12);
    assert.deepEqual(other?.zones, { primary: 500, secondary: 0, tertiary: 0, beyond: 0 });
  });

  it('shares out everybody, once', () => {
    fc.assert(
      fc.property(someHomes, somePlaces, (few, places) => {
        const shared = catchment(few, places).reduce((sum, one) => sum + one.people, 0);
        assert.equal(
          shared,
          few.reduce((sum, one) => sum + one.population, 0),
        );
      }),
    );
  });

  it('has its limits in the zone that they close', () => {
    assert.deepEqual([15, 16, 20, 21, 30, 31].map(zoneOf), [
      'primary',
      'secondary',
      'secondary',
      'tertiary',
      'tertiary',
      'beyond',
    ]);
  });
});
