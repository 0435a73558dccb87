import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { dayInParis } from '#calendar/week.ts';
import { roomAt } from '#notify/timing/cap.ts';
import { afterQuiet, isQuiet, quietHoursOf } from '#notify/timing/quiet.ts';

const at = (text: string): Temporal.Instant => Temporal.Instant.from(text);
const local = (moment: Temporal.Instant): string =>
  moment.toZonedDateTimeISO('Europe/Paris').toString({ smallestUnit: 'minute', timeZoneName: 'never' });
const night = { from: 21 * 60, until: 8 * 60 + 30 };

test('a message leaves at once, or when the night is over', () => {
  const cases: [string, string][] = [
    ['2026-11-24T17:00:00Z', '2026-11-24T18:00+01:00'],
    ['2026-11-24T19:59:59Z', '2026-11-24T20:59+01:00'],
    ['2026-11-24T20:00:00Z', '2026-11-25T08:30+01:00'],
    ['2026-11-25T07:29:59Z', '2026-11-25T08:30+01:00'],
    ['2026-11-25T07:30:00Z', '2026-11-25T08:30+01:00'],
    // the nights on which the clocks change are an hour shorter, or longer
    ['2026-03-28T20:00:00Z', '2026-03-29T08:30+02:00'],
    ['2026-10-24T19:00:00Z', '2026-10-25T08:30+01:00'],
  ];
  for (const [due, leaves] of cases) assert.equal(local(afterQuiet(at(due), night)), leaves, due);
});

test('an end that does not exist, or that comes twice', () => {
  const untilHalfPastTwo = { from: 60, until: 150 };
  // 02:00 to 03:00 is jumped over on 29 March: half past two is when the clock has jumped
  assert.equal(local(afterQuiet(at('2026-03-29T00:10:00Z'), untilHalfPastTwo)), '2026-03-29T03:00+02:00');
  // on 25 October it comes twice: the first, and for who is past it, at the second 02:10, the second
  assert.equal(local(afterQuiet(at('2026-10-24T23:10:00Z'), untilHalfPastTwo)), '2026-10-25T02:30+02:00');
  assert.equal(local(afterQuiet(at('2026-10-25T01:10:00Z'), untilHalfPastTwo)), '2026-10-25T02:30+01:00');
});

test('never in quiet hours, never before it is due, never a day late', () => {
  const aroundChanges = fc.tuple(
    fc.constantFrom('2026-03-27T12:00:00Z', '2026-10-23T12:00:00Z', '2027-03-26T12:00:00Z', '2026-07-01T12:00:00Z'),
    fc.integer({ min: 0, max: 4 * 86_400 }),
  );
  const minute = fc.integer({ min: 0, max: 1439 });
  fc.assert(
    fc.property(aroundChanges, minute, minute, ([base, seconds], quietFrom, quietUntil) => {
      const due = at(base).add({ seconds });
      const quiet = quietHoursOf({ quietFrom, quietUntil }, { quietFrom: 0, quietUntil: 0 });
      const leaves = afterQuiet(due, quiet);
      assert.ok(!isQuiet(leaves, quiet));
      assert.ok(Temporal.Instant.compare(leaves, due) >= 0);
      assert.ok(due.until(leaves).total('hours') < 24);
      if (!isQuiet(due, quiet)) assert.ok(leaves.equals(due));
    }),
    { numRuns: 3000 },
  );
});

test('the earliest moment that is not quiet, against a clock looked at minute by minute', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('2026-03-28T18:00:00Z', '2026-10-24T18:00:00Z'),
      fc.integer({ min: 0, max: 24 * 60 }),
      fc.integer({ min: 0, max: 287 }),
      fc.integer({ min: 1, max: 200 }),
      (base, minutes, from, long) => {
        const quiet = { from: from * 5, until: (from * 5 + long * 5) % 1440 };
        const due = at(base).add({ minutes });
        let slow = due;
        while (isQuiet(slow, quiet)) slow = slow.add({ minutes: 1 });
        assert.equal(local(afterQuiet(due, quiet)), local(slow));
      },
    ),
    { numRuns: 300 },
  );
});

test('whose quiet hours, and never the whole day', () => {
  const house = { quietFrom: 1260, quietUntil: 510 };
  assert.deepEqual(quietHoursOf({ quietFrom: null, quietUntil: null }, house), { from: 1260, until: 510 });
  assert.deepEqual(quietHoursOf({ quietFrom: 0, quietUntil: 600 }, house), { from: 0, until: 600 });
  assert.deepEqual(quietHoursOf({ quietFrom: 600, quietUntil: 599 }, house), { from: 600, until: 480 });
  assert.ok(!isQuiet(at('2026-11-24T03:00:00Z'), quietHoursOf({ quietFrom: 240, quietUntil: 240 }, house)));
});

test('a letter a week leaves room for the next week’s, whichever second each leaves at, and at a clock change', () => {
  for (const [first, next] of [
    ['2026-11-24T17:00:25Z', '2026-12-01T17:00:05Z'],
    ['2026-11-24T19:00:00Z', '2026-12-01T17:00:10Z'],
    ['2027-03-23T17:00:05Z', '2027-03-30T16:00:25Z'],
    ['2026-10-20T16:00:05Z', '2026-10-27T17:00:00Z'],
  ] as const)
    assert.equal(roomAt(at(next), [at(first)], 1), 1, first);
  assert.equal(roomAt(at('2026-11-30T17:00:00Z'), [at('2026-11-24T17:00:00Z')], 1), 0);
});

test('no seven days of the calendar hold more than the cap, however messages come', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 30 * 24 * 60 }), { maxLength: 60 }),
      fc.integer({ min: 1, max: 6 }),
      (minutes, most) => {
        const begin = at('2026-10-01T00:00:00Z');
        const sent: Temporal.Instant[] = [];
        for (const minute of minutes.toSorted((a, b) => a - b)) {
          const due = begin.add({ minutes: minute });
          if (roomAt(due, sent, most) > 0) sent.push(due);
        }
        for (const end of sent)
          assert.ok(
            sent.filter(
              (one) => Temporal.Instant.compare(one, end) <= 0 && dayInParis(one).until(dayInParis(end)).days < 7,
            ).length <= most,
          );
      },
    ),
  );
});
