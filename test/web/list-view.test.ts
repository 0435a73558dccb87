import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import {
  askedParts,
  firstYear,
  isUsual,
  lastYear,
  readView,
  unconditioned,
  usualView,
  viewPairs,
  viewParts,
  without,
  type ListView,
} from '#web/list-view.ts';
import { brightFirst, moods, nearestMood } from '#web/moods.ts';
import { readTaste, tasteQuery, viewed } from '#web/taste-url.ts';
import { wishesOf } from '#web/view-wishes.ts';

const step = fc.constantFrom(-2 as const, -1 as const, 0 as const, 1 as const, 2 as const);
const orNull = <T>(values: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.oneof(fc.constant(null), values);
const year = orNull(fc.integer({ min: firstYear, max: lastYear }));
const tenths = fc.integer({ min: -10, max: 10 });
const view: fc.Arbitrary<ListView> = fc
  .record({
    rare: step,
    recent: step,
    far: step,
    plain: fc.boolean(),
    from: year,
    to: year,
    length: orNull(fc.integer({ min: 1, max: 999 })),
    kind: orNull(fc.constantFrom('Comedy', 'Sci-Fi', 'Film-Noir')),
    land: orNull(fc.constantFrom('FR', 'XK')),
    tongue: orNull(fc.constantFrom('fr', 'cmn')),
    family: fc.boolean(),
    mood: orNull(fc.record({ valence: tenths, energy: tenths }, { noNullPrototype: true })),
  })
  .map((one) => ({
    ...one,
    ...(one.from !== null && one.to !== null && one.from > one.to ? { from: one.to, to: one.from } : {}),
    mood: one.mood !== null && one.mood.valence === 0 && one.mood.energy === 0 ? null : one.mood,
  }));
const name = fc.constantFrom(...Object.keys(usualView), 'valence', 'energy', '__proto__', 'liked');
const hostile = fc
  .array(
    fc.tuple(
      name,
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 12 }),
        fc.constantFrom('1', '-2', '1e3', '0x1', '99999', '+1', ' 1', '1.5', '-0', 'FR', 'fr', 'Comedy', 'toString'),
      ),
    ),
    { maxLength: 20 },
  )
  .map((pairs) => new URLSearchParams(pairs.map(([one, value]) => [one, value.toWellFormed()])));

describe('the view of an address', () => {
  it('is the same once written and read again, alone and with a taste', () => {
    fc.assert(
      fc.property(view, (given) => {
        assert.deepEqual(readView(new URLSearchParams(viewPairs(given))), { view: given, refused: [] });
        const taste = viewed(readTaste(new URLSearchParams('liked=tt0119038&not=tt0060474')), given);
        assert.deepEqual(readTaste(new URLSearchParams(tasteQuery(taste))), taste);
      }),
    );
  });

  it('reads anything at all into a view that it writes the same again, and names what it refused', () => {
    fc.assert(
      fc.property(hostile, (given) => {
        const { view: read, refused } = readView(given);
        assert.deepEqual(readView(new URLSearchParams(viewPairs(read))), { view: read, refused: [] });
        for (const one of refused) assert.notEqual(given.get(one) ?? '', '');
      }),
      { seed: 11 },
    );
  });

  it('refuses what is beyond its dials, its years and its codes', () => {
    for (const query of [
      'rare=3',
      'far=1.5',
      'recent=+1',
      'length=0',
      'length=1e3',
      'from=1066',
      'to=soon',
      'kind=<b>',
      'land=fr',
      'tongue=FR',
      'family=yes',
      'valence=11',
      'energy=--1',
    ]) {
      const { view: read, refused } = readView(new URLSearchParams(query));
      assert.deepEqual(read, usualView, query);
      assert.deepEqual(refused, [query.split('=')[0]]);
    }
    assert.deepEqual(readView(new URLSearchParams('rare=0&kind=&plain=0&valence=0&energy=0')), {
      view: usualView,
      refused: [],
    });
  });

  it('turns years given the wrong way round', () => {
    const { view: read } = readView(new URLSearchParams('from=1989&to=1960'));
    assert.deepEqual([read.from, read.to], [1960, 1989]);
  });

  it('comes apart into its parts, each taken away alone', () => {
    fc.assert(
      fc.property(view, (given) => {
        const parts = askedParts(given);
        assert.equal(isUsual(given), parts.length === 0);
        for (const part of parts)
          assert.deepEqual(
            askedParts(without(given, part)),
            parts.filter((one) => one !== part),
          );
        assert.deepEqual(
          parts.reduce<ListView>((rest, part) => without(rest, part), given),
          usualView,
        );
        assert.deepEqual(wishesOf(unconditioned(given)).filters, undefined);
        assert.equal(new Set(viewParts).size, viewParts.length);
      }),
    );
  });

  it('asks the engine for nothing when it is as it comes, and for the ends of its dials', () => {
    assert.deepEqual(wishesOf(usualView), {});
    assert.deepEqual(
      wishesOf({
        ...usualView,
        rare: 2,
        recent: -2,
        far: -2,
        plain: true,
        to: 1969,
        length: 94,
        mood: { valence: 6, energy: -5 },
      }),
      {
        dials: { popularity: -1, closeness: 1 },
        recency: -1,
        diversity: 0,
        filters: { years: [firstYear, 1969], length: [1, 94] },
        mood: { valence: 0.6, energy: -0.5 },
      },
    );
  });
});

describe('the named moods', () => {
  it('are the engine’s, each its own nearest', () => {
    assert.ok(moods.length >= 12 && brightFirst.length === moods.length);
    for (const mood of moods) assert.deepEqual(nearestMood(mood), { mood, exact: true });
    assert.deepEqual(moods.find(({ name: { fr } }) => fr === 'doux')?.name, { fr: 'doux', en: 'gentle' });
    assert.equal(nearestMood({ valence: 0, energy: 0 })?.exact ?? false, false);
  });
});
