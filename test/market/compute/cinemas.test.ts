import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { attendanceIndex, regionalIndex } from '#market/compute/attendance-index.ts';
import { audiencePerScreening } from '#market/compute/audience-per-screening.ts';
import { breakEven, frenchTaxes, impliedCosts, marginOf } from '#market/compute/break-even.ts';
import { occupancy } from '#market/compute/occupancy.ts';
import { receiptPerEntry } from '#market/compute/receipt-per-entry.ts';
import { recovery } from '#market/compute/recovery.ts';
import { partsOf, seasonalIndex } from '#market/compute/seasonality.ts';
import { pointsAbove, weightedShare } from '#market/compute/weighted-share.ts';

const close = (one: number, other: number): void => assert.ok(Math.abs(one - other) < 1e-9, `${one} for ${other}`);

describe('ratios of cinemas', () => {
  it('the index of a region weighs its departments by their people', () => {
    // 1000 people who go 3 times, 3000 who go once
    close(
      regionalIndex([
        { entries: 3000, index: 3 },
        { entries: 3000, index: 1 },
      ]),
      1.5,
    );
    close(attendanceIndex(3000, 2000), 1.5);
  });

  it('occupancy counts the seats of a mean screen', () => {
    // 100 screenings of 50 seats, 10 of 200
    const two = [
      { entries: 1000, screens: 2, seats: 100, screenings: 100 },
      { entries: 400, screens: 1, seats: 200, screenings: 10 },
    ];
    close(occupancy(two), 1400 / 7000);
    close(audiencePerScreening(two), 1400 / 110);
  });

  it('a share of several cinemas is weighted by their entries, and says what it knows', () => {
    const { share, known } = weightedShare([
      { entries: 900, share: 0.4 },
      { entries: 100, share: 0.8 },
      { entries: 1000, share: null },
    ]);
    close(share, 0.44);
    close(known, 0.5);
    close(pointsAbove(0.521, 0.413), 10.8);
    assert.ok(Number.isNaN(weightedShare([{ entries: 5, share: null }]).share));
  });

  it('what came back, and what an entry brings', () => {
    close(recovery(180, 200), 90);
    close(receiptPerEntry(890_000, 161_000), 890 / 161);
  });
});

describe('seasons', () => {
  it('the mean is 100', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 1e7 }), { minLength: 1, maxLength: 12 }), (entries) => {
        const index = seasonalIndex(entries);
        close(index.reduce((sum, one) => sum + one, 0) / entries.length, 100);
        close(
          partsOf(entries).reduce((sum, one) => sum + one, 0),
          1,
        );
      }),
    );
  });

  it('of a month twice as full as the others', () => {
    assert.deepEqual(seasonalIndex([20, 10, 10]).map(Math.round), [150, 75, 75]);
  });
});

describe('break-even', () => {
  const entry = { receipt: 6.33, ...frenchTaxes, rental: 0.5, shop: 0.5 };

  it('on paper', () => {
    // 6.33 / 1.055 = 6; less 6.33 × 0.1072 = 0.678576; half of it; and the shop
    close(marginOf(entry), (6 - 0.678576) / 2 + 0.5);
    close(breakEven({ ...entry, fixedCosts: marginOf(entry) * 20_000 }), 20_000);
    close(impliedCosts(20_000, 3), 60_000);
  });

  it('never comes when an entry leaves nothing', () => {
    assert.equal(breakEven({ ...entry, receipt: 0, shop: 0, fixedCosts: 10 }), Number.POSITIVE_INFINITY);
  });

  it('comes sooner when costs fall, prices rise or the rental falls', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1000, max: 1e6, noNaN: true }),
        fc.double({ min: 3, max: 12, noNaN: true }),
        fc.double({ min: 0.25, max: 0.5, noNaN: true }),
        (fixedCosts, receipt, rental) => {
          const at = (change: object): number => breakEven({ ...entry, fixedCosts, receipt, rental, ...change });
          assert.ok(at({ fixedCosts: fixedCosts / 2 }) < at({}));
          assert.ok(at({ receipt: receipt + 1 }) < at({}));
          assert.ok(at({ rental: rental - 0.1 }) < at({}));
        },
      ),
    );
  });
});
