import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { ageing } from '#market/compute/ageing.ts';
import { agePotential, type AgeHabit } from '#market/compute/age-potential.ts';
import { coverage, expectedEntries } from '#market/compute/coverage.ts';
import { peopleBetween } from '#market/compute/people-between.ts';
import type { AgeBand } from '#market/types.ts';

const village: AgeBand[] = [
  { from: 0, to: 14, people: 150 },
  { from: 15, to: 29, people: 300 },
  { from: 30, to: 59, people: 600 },
  { from: 60, to: 74, people: 450 },
  { from: 75, to: null, people: 200 },
];
const habits: AgeHabit[] = [
  { from: 3, to: 24, penetration: 0.8, frequency: 4 },
  { from: 25, to: 49, penetration: 0.7, frequency: 3 },
  { from: 50, to: null, penetration: 0.5, frequency: 6 },
];
const someBands = fc
  .tuple(fc.integer({ min: 0, max: 1e6 }), fc.integer({ min: 0, max: 1e6 }), fc.integer({ min: 1, max: 1e6 }))
  .map(([young, middle, old]): AgeBand[] => [
    { from: 0, to: 24, people: young },
    { from: 25, to: 49, people: middle },
    { from: 50, to: null, people: old },
  ]);

describe('people between two ages', () => {
  it('cuts a band in proportion to its years', () => {
    assert.equal(peopleBetween(village, 3, 24), 150 * (12 / 15) + 300 * (10 / 15));
    assert.equal(peopleBetween(village, 25, 49), 300 * (5 / 15) + 600 * (20 / 30));
    assert.equal(peopleBetween(village, 50, null), 600 * (10 / 30) + 450 + 200);
    assert.equal(peopleBetween(village, 20, 20), 20);
  });

  it('counts the open band whole, or not at all', () => {
    assert.equal(peopleBetween(village, 75, null), 200);
    assert.equal(peopleBetween(village, 80, null), 0);
    assert.equal(peopleBetween(village, 75, 84), 0);
  });

  it('adds up to everybody', () => {
    fc.assert(
      fc.property(someBands, fc.integer({ min: 1, max: 49 }), (bands, cut) => {
        const all = bands.reduce((sum, { people }) => sum + people, 0);
        const parts = peopleBetween(bands, 0, cut - 1) + peopleBetween(bands, cut, null);
        assert.ok(Math.abs(parts - all) < 1e-6 * all + 1e-9);
      }),
    );
  });
});

describe('attendance potential by age', () => {
  it('is people × penetration × entries of each age', () => {
    const potential = agePotential(village, habits);
    const young = 320 * 0.8 * 4;
    const middle = 500 * 0.7 * 3;
    const old = 850 * 0.5 * 6;
    assert.ok(Math.abs(potential.entries - (young + middle + old)) < 1e-9);
    assert.deepEqual(
      potential.lines.map(({ people }) => people),
      [320, 500, 850],
    );
    assert.equal(potential.people, 1700);
  });

  it('lies between the oldest staying at home and the oldest going as others do', () => {
    const potential = agePotential(village, habits);
    assert.ok(Math.abs(potential.entries - potential.low - 200 * 0.5 * 6) < 1e-9);
    assert.equal(agePotential(village, habits, { unsure: 40 }).low, potential.entries, 'nothing is hidden at 40');
  });

  it('never falls when people come, or when they go more', () => {
    fc.assert(
      fc.property(someBands, fc.nat(1000), fc.double({ min: 0, max: 5, noNaN: true }), (bands, more, often) => {
        const before = agePotential(bands, habits).entries;
        const fuller = bands.map((band) => ({ ...band, people: band.people + more }));
        assert.ok(agePotential(fuller, habits).entries >= before);
        const keener = habits.map((habit) => ({ ...habit, frequency: habit.frequency + often }));
        const potential = agePotential(bands, keener);
        assert.ok(potential.entries >= before && potential.low <= potential.entries);
      }),
    );
  });
});

describe('coverage of a potential', () => {
  it('says the share met and the gap, and turns the range round', () => {
    const met = coverage(180, { value: 300, low: 240, high: 360 });
    assert.deepEqual(met, { share: 0.6, low: 0.5, high: 0.75, gap: 120, gapLow: 60, gapHigh: 180 });
  });

  it('takes away what the country and the others take', () => {
    assert.ok(Math.abs(expectedEntries(1000, 0.8, 0.25) - 600) < 1e-9);
  });
});

describe('ageing', () => {
  it('counts the old beside the young', () => {
    const { sixtyAndOver, underFifteen, index } = ageing(village);
    assert.ok(Math.abs(sixtyAndOver - 650 / 1700) < 1e-12);
    assert.ok(Math.abs(underFifteen - 150 / 1700) < 1e-12);
    assert.ok(Math.abs(index - (100 * (300 + 200)) / (150 + 100)) < 1e-9);
  });
});
