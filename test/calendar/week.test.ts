import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assert as check, integer, property } from 'fast-check';
import { dayInParis, lastWeek, weekAfter, weekBefore, weekNamed, weekNumber, weekOf } from '#calendar/week.ts';
import { coded } from '../helpers/coded.ts';

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);
const now = Temporal.Instant.from('2026-11-22T20:00:00Z');
const known = { now, days: 760 };

test('a week goes from Wednesday to Tuesday, midnight to midnight in Paris', () => {
  const week = weekOf(day('2026-11-17'));
  assert.deepEqual(
    [week.name, String(week.first), String(week.last), String(week.from), String(week.until)],
    ['2026-W46', '2026-11-11', '2026-11-17', '2026-11-10T23:00:00Z', '2026-11-17T23:00:00Z'],
  );
});

test('a week in which the clocks change is an hour longer or shorter', () => {
  const hours = (text: string): number => {
    const { from, until } = weekOf(day(text));
    return (until.epochMilliseconds - from.epochMilliseconds) / 3_600_000;
  };
  assert.deepEqual(['2026-03-25', '2026-10-21', '2026-11-11'].map(hours), [167, 169, 168]);
  assert.equal(String(weekOf(day('2026-03-25')).until), '2026-03-31T22:00:00Z');
  assert.equal(String(weekOf(day('2026-10-21')).from), '2026-10-20T22:00:00Z');
});

test('the new year cuts no week: it is named by the ISO week of its Wednesday', () => {
  const named = (text: string): string => weekOf(day(text)).name;
  assert.deepEqual(['2026-12-29', '2026-12-30', '2027-01-05', '2027-01-06', '2024-12-31', '2025-01-01'].map(named), [
    '2026-W52',
    '2026-W53',
    '2026-W53',
    '2027-W01',
    '2024-W52',
    '2025-W01',
  ]);
});

test('weeks follow one another without a gap, and every name leads back to its week', () => {
  check(
    property(integer({ min: 0, max: 15_000 }), (days) => {
      const week = weekOf(day('2010-01-01').add({ days }));
      assert.equal(week.first.dayOfWeek, 3);
      assert.equal(String(weekAfter(week).from), String(week.until));
      assert.equal(weekBefore(weekAfter(week)).name, week.name);
      assert.equal(weekNumber(weekAfter(week)), weekNumber(week) + 1);
      const later = week.until;
      assert.equal(weekNamed(week.name, { now: later, days: 30 }).name, week.name);
    }),
  );
});

test('the last week is the one that is over in Paris, to the minute', () => {
  assert.equal(lastWeek(Temporal.Instant.from('2026-11-17T22:59:59Z')).name, '2026-W45');
  assert.equal(lastWeek(Temporal.Instant.from('2026-11-17T23:00:00Z')).name, '2026-W46');
  assert.equal(String(dayInParis(Temporal.Instant.from('2026-06-30T22:30:00Z'))), '2026-07-01');
});

test('a week that is none, has not begun or is too old is refused, in a sentence', () => {
  for (const name of ['', '2026', '2026-47', '2026-W00', '2026-W54', '2025-W53', '2026-W7', 'W47-2026', '2026-W47 '])
    assert.throws(() => weekNamed(name, known), coded('WEEK_INVALID'), name);
  assert.throws(() => weekNamed('2026-W48', known), /begins on 2026-11-25/);
  assert.throws(() => weekNamed('2024-W40', known), /more than 760 days/);
  assert.equal(weekNamed('2026-W47', known).name, '2026-W47');
  assert.throws(
    () => weekNamed(`${'9'.repeat(5000)}-W01`, known),
    ({ message }: Error) => message.length < 300,
  );
});
