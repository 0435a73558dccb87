import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asShowingId, asStaffId, asVenueId, type ShowingId, type VenueId, type VisitorId } from '#brand.ts';
import { attendanceOf, countedRuns, recordAttendance } from '#state/attendance.ts';
import { marksOfFilms, mostWished, wishersOf } from '#state/demand.ts';
import { setMark } from '#state/marks.ts';
import type { Db } from '#state/schema.ts';
import { putShowing } from '#state/showings.ts';
import { putVenue } from '#state/venues.ts';
import { createVisitor, recogniseVisitor } from '#state/visitors.ts';
import { mostWishes, setWish, unsetWish, wishesOf } from '#state/wishes.ts';
import { film, instant, onBothEngines } from './engines.ts';
import { plainShowing, plainVenue } from '../helpers/plain-programme.ts';

const now = instant('2026-11-20T10:00:00Z');

async function visitor(db: Db): Promise<VisitorId> {
  return (await createVisitor(db, { now })).visitor;
}

function given<T>(value: T | null): T {
  assert.ok(value !== null);
  return value;
}

const venue: VenueId = given(asVenueId('le-phare'));
const showing = (at: number): ShowingId => given(asShowingId(String(at).padStart(22, 's')));

async function show(db: Db, at: number, starts: string, cancelled: string | null = null): Promise<void> {
  await putShowing(
    db,
    plainShowing({
      id: showing(at),
      venue,
      film: film(1),
      title: 'Le Phare',
      starts,
      day: starts.slice(0, 10),
      cancelled,
    }),
  );
}

onBothEngines('wishes and who came', ({ open }) => {
  test('a wish is made once a film, changed, taken back; fifty stand at most', async () => {
    const { db } = await open();
    const anne = await visitor(db);
    const wish = { film: film(1), commune: '23096', days: [6, 3], seats: 2 };
    assert.equal(await setWish(db, anne, wish, { now }), 'kept');
    assert.equal(await setWish(db, anne, { ...wish, seats: 4 }, { now }), 'kept');
    assert.deepEqual(await wishesOf(db, anne), [
      { film: film(1), commune: '23096', days: [3, 6], seats: 4, at: '2026-11-20T10:00:00.000Z' },
    ]);
    for (let at = 2; at <= mostWishes; at++) await setWish(db, anne, { ...wish, film: film(at) }, { now });
    assert.equal(await setWish(db, anne, { ...wish, film: film(99) }, { now }), 'full');
    assert.equal(await setWish(db, anne, { ...wish, seats: 1 }, { now }), 'kept');
    assert.equal((await wishesOf(db, anne)).length, mostWishes);
    await unsetWish(db, anne, film(1));
    assert.equal(await setWish(db, anne, { ...wish, film: film(99) }, { now }), 'kept');
  });

  test('wishes are read with what is known of who made them', async () => {
    const { db } = await open();
    const [anne, karim] = [await createVisitor(db, { now }), await createVisitor(db, { now })];
    const wish = { film: film(1), commune: '23096', days: [], seats: 2 };
    await setWish(db, anne.visitor, wish, { now });
    await setWish(db, karim.visitor, wish, { now: now.add({ hours: 1 }) });
    await setWish(db, karim.visitor, { ...wish, film: film(2) }, { now });
    await recogniseVisitor(db, karim.secret, { now: now.add({ hours: 48 }) });
    const read = await wishersOf(db, { films: [film(1)] });
    assert.deepEqual(
      read.map((one) => [one.visitor, one.known]),
      [
        [anne.visitor, false],
        [karim.visitor, true],
      ],
    );
    assert.equal((await wishersOf(db)).length, 3);
    assert.equal((await wishersOf(db, { visitor: karim.visitor })).length, 2);
    assert.deepEqual(await wishersOf(db, { films: [] }), []);
    assert.deepEqual(await mostWished(db, { most: 5 }), [film(1), film(2)]);
    assert.deepEqual(await mostWished(db, { most: 5, least: 2 }), [film(1)]);
  });

  test('marks are counted by film and kind', async () => {
    const { db } = await open();
    for (const kind of ['liked', 'liked', 'wanted', 'seen'] as const)
      await setMark(db, await visitor(db), film(1), kind);
    assert.deepEqual(await marksOfFilms(db, [film(1), film(2)]), new Map([[film(1), { liked: 2, wanted: 1 }]]));
    assert.deepEqual(await marksOfFilms(db, []), new Map());
  });

  test('a run counts once all its past showings were counted, with the wishes as they first stood', async () => {
    const { db } = await open();
    await putVenue(
      db,
      plainVenue({
        id: venue,
        name: 'Le Phare',
        seats: 90,
      }),
    );
    await show(db, 1, '2026-11-18T19:30:00.000Z');
    await show(db, 2, '2026-11-19T19:30:00.000Z');
    await show(db, 3, '2026-11-19T13:30:00.000Z', '2026-11-18T00:00:00.000Z');
    await show(db, 4, '2026-11-28T19:30:00.000Z');
    const author = given(asStaffId('a'.repeat(22)));
    const parties = [3, 4, 0, 0, 0, 0, 0, 0, 0];
    await recordAttendance(db, { showing: showing(1), sold: 31, came: 5, parties }, { author, now });
    assert.deepEqual(await countedRuns(db, { now }), []);
    const others = [9, 9, 9, 0, 0, 0, 0, 0, 0];
    await recordAttendance(db, { showing: showing(2), sold: 12, came: 2, parties: others }, { author, now });
    assert.deepEqual(await countedRuns(db, { now }), [{ film: film(1), venue, sold: 43, came: 7, parties }]);
    await recordAttendance(db, { showing: showing(2), sold: 14, came: null, parties: [] }, { author: null, now });
    assert.deepEqual(await countedRuns(db, { now }), [{ film: film(1), venue, sold: 45, came: null, parties }]);
    assert.deepEqual((await attendanceOf(db, [showing(2), showing(4)])).get(showing(2)), {
      showing: showing(2),
      sold: 14,
      came: null,
      parties: others,
    });
    const audit = await db.selectFrom('audit').select(['staff', 'action', 'subject', 'detail']).execute();
    assert.deepEqual(audit[0], {
      staff: author,
      action: 'attendance',
      subject: showing(1),
      detail: '31 sold, 5 had wished',
    });
    assert.equal(audit.length, 3);
    const worse = { showing: showing(4), sold: 3, came: 4, parties };
    await assert.rejects(recordAttendance(db, worse, { author, now }));
  });
});
