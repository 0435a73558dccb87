import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asCustomerId, asShowingId, asVenueId, type VisitorId } from '#brand.ts';
import { risingFilms } from '#demand/board.ts';
import { expireWishes, wishIsOver } from '#demand/expire-wishes.ts';
import { publicCounts } from '#demand/public-count.ts';
import { readDemand } from '#demand/read-demand.ts';
import { whoWished } from '#demand/who-wished.ts';
import { recordAttendance } from '#state/attendance.ts';
import { momentOf } from '#state/clock.ts';
import { setHouseValue } from '#state/house.ts';
import { setMark } from '#state/marks.ts';
import type { Db } from '#state/schema.ts';
import { putShowing, type Showing } from '#state/showings.ts';
import { listVenues, putVenue } from '#state/venues.ts';
import { createVisitor } from '#state/visitors.ts';
import { setWish } from '#state/wishes.ts';
import { smallMarket } from '../helpers/small-market.ts';
import { film, instant, onBothEngines } from '../state/engines.ts';
import { plainShowing } from '../helpers/plain-programme.ts';

const now = instant('2026-11-20T10:00:00Z');
const day = (days: number): Temporal.Instant => now.add({ hours: 24 * days });

/** Town and Near lie in the catchment of the Phare, Far in that of the Halle, Wild in none. */
const book = smallMarket({
  home: '15001',
  communes: [
    { code: '15001', name: 'Town', longitude: 2.4, latitude: 44.9 },
    { code: '15002', name: 'Near', longitude: 2.5, latitude: 44.9 },
    { code: '15003', name: 'Far', longitude: 4.4, latitude: 44.9 },
    { code: '15004', name: 'Wild', longitude: 8.4, latitude: 44.9 },
  ],
});
const [phare, halle] = [asVenueId('phare') ?? assert.fail(), asVenueId('halle') ?? assert.fail()];

async function house(db: Db): Promise<void> {
  const none = { kind: 'fixed', address: null, latitude: null, longitude: null, seats: null, website: null } as const;
  await putVenue(db, { ...none, id: phare, name: 'Le Phare', commune: '15001', equipment: [], closed: null });
  await putVenue(db, { ...none, id: halle, name: 'La Halle', commune: '15003', equipment: [], closed: null });
}

async function people(
  db: Db,
  count: number,
  commune: string,
  { of = 1, at = day(-1), seats = 2 }: { of?: number; at?: Temporal.Instant; seats?: number } = {},
): Promise<VisitorId[]> {
  const made: VisitorId[] = [];
  for (let one = 0; one < count; one++) {
    const { visitor } = await createVisitor(db, { now: at });
    await setWish(db, visitor, { film: film(of), commune, days: [5, 6], seats }, { now: at });
    made.push(visitor);
  }
  return made;
}

async function show(db: Db, id: string, starts: Temporal.Instant, given: Partial<Showing> = {}): Promise<void> {
  await putShowing(
    db,
    plainShowing({
      id: asShowingId(id.repeat(22)) ?? assert.fail(),
      venue: phare,
      film: film(1),
      title: 'Le Phare',
      starts: starts.toString({ smallestUnit: 'millisecond' }),
      day: starts.toZonedDateTimeISO('Europe/Paris').toPlainDate().toString(),
      ...given,
    }),
  );
}

onBothEngines('the demand', ({ open }) => {
  test('names the hall of the wishers, not another one in whose reach they are too', async () => {
    const { db } = await open();
    await house(db);
    const tour = asVenueId('circuit') ?? assert.fail();
    const circuit = (await listVenues(db)).find(({ id }) => id === phare) ?? assert.fail();
    await putVenue(db, { ...circuit, id: tour, name: 'Le Circuit', kind: 'travelling', commune: '15002' });
    await people(db, 12, '15001');
    const [inTown] = (await readDemand(db, book, { now })).films;
    assert.equal(inTown?.venue, phare);
    await putVenue(db, { ...circuit, id: tour, name: 'Le Circuit', kind: 'travelling' });
    const [beside] = (await readDemand(db, book, { now })).films;
    assert.equal(beside?.venue, phare);
    await people(db, 9, '15002', { at: day(-2) });
    await people(db, 9, '15002', { at: day(-3) });
    await putVenue(db, { ...circuit, id: tour, name: 'Le Circuit', kind: 'travelling', commune: '15002' });
    const [inVillage] = (await readDemand(db, book, { now })).films;
    assert.equal(inVillage?.venue, tour);
  });

  test('is told by commune and catchment, nothing of fewer than five', async () => {
    const { db } = await open();
    await house(db);
    const some = await people(db, 6, '15001');
    await people(db, 2, '15002', { seats: 4 });
    await people(db, 9, '15003', { at: day(-40) });
    await people(db, 1, '75056');
    await people(db, 4, '15001', { of: 2 });
    for (const one of some) await setMark(db, one, film(1), 'liked');
    const board = await readDemand(db, book, { now });
    assert.equal(board.threshold, 10);
    assert.equal(board.fewFilms, 1);
    assert.equal(board.aside, 1);
    const [one, ...others] = board.films;
    assert.ok(one !== undefined);
    assert.deepEqual(others, []);
    assert.equal(one.people, 17);
    assert.equal(one.seats, 38);
    // the two of Near are told with the smallest group, which is no longer named
    assert.deepEqual(one.groups, [
      { commune: '15003', people: 9, seats: 18 },
      { commune: null, people: 8, seats: 20 },
    ]);
    assert.deepEqual(
      one.catchments.map(({ venue, people: count, atLeast }) => [venue, count, atLeast]),
      [
        [halle, 9, false],
        [phare, 8, false],
      ],
    );
    assert.deepEqual([one.recent, one.liked, one.wanted, one.reached], [8, 6, null, true]);
    assert.deepEqual(one.days, [5, 6]);
    assert.equal(one.programmed, null);
    assert.ok(one.expected !== null && one.expected.low < one.expected.mean && one.expected.mean < one.expected.high);
    assert.deepEqual((await readDemand(db, book, { film: film(1), now })).films, board.films);
    assert.deepEqual((await readDemand(db, book, { film: film(2), now })).films, []);
    const counts = await publicCounts(db, book, [film(1), film(2), film(3)]);
    assert.deepEqual(
      [...counts.values()],
      [{ kind: 'told', people: 17, seats: 38 }, { kind: 'few' }, { kind: 'nobody' }],
    );
  });

  test('knows the threshold of the house, what rises, and what is programmed near five people who wish it', async () => {
    const { db } = await open();
    await house(db);
    await setHouseValue(db, 'wish-threshold', '30');
    await people(db, 9, '15001', { at: day(-3) });
    await people(db, 10, '15003', { of: 2, at: day(-50) });
    const rising = await readDemand(db, book, { now });
    assert.deepEqual(
      risingFilms(rising).map((one) => [one.film, one.recent]),
      [[film(1), 9]],
    );
    assert.deepEqual(
      rising.films.map(({ reached }) => reached),
      [false, false],
    );
    await show(db, 'a', day(3));
    await show(db, 'b', day(4), { film: film(2) });
    const board = await readDemand(db, book, { now });
    assert.deepEqual(board.films.find((one) => one.film === film(1))?.programmed, { venue: phare, day: '2026-11-23' });
    assert.equal(board.films.find((one) => one.film === film(2))?.programmed, null);
    assert.deepEqual(risingFilms(board), []);
    await people(db, 4, '15001', { of: 3, at: day(-3) });
    await people(db, 6, '15003', { of: 3, at: day(-3) });
    await show(db, 'c', day(5), { film: film(3) });
    const few = (await readDemand(db, book, { now })).films.find((one) => one.film === film(3));
    assert.deepEqual([few?.people, few?.programmed], [10, null], 'four near it are not told of');
  });

  test('is learnt from those near who had wished it, and who came', async () => {
    const { db } = await open();
    await house(db);
    await people(db, 8, '15001', { at: day(-30) });
    await people(db, 7, '15003', { at: day(-31) });
    await people(db, 3, '15002', { at: day(-1), seats: 1 });
    await show(db, 'a', day(-2));
    const [, at] = await listVenues(db);
    assert.ok(at !== undefined);
    const starts = day(-2).toString({ smallestUnit: 'millisecond' });
    const parties = await whoWished(db, book, { film: film(1), at, starts });
    assert.deepEqual(parties, [0, 8, 0, 0, 0, 0, 0, 0, 0]);
    const before = await readDemand(db, book, { now });
    const showing = asShowingId('a'.repeat(22)) ?? assert.fail();
    await recordAttendance(db, { showing, sold: 20, came: 14, parties }, { author: null, now });
    const after = await readDemand(db, book, { now });
    assert.deepEqual([before.showUp.runs, after.showUp.runs], [0, 1]);
    assert.ok(after.showUp.mean > before.showUp.mean);
  });

  test('wishes go after a year away, or once the film was shown near: told, 28 days after, else 60', async () => {
    const { db } = await open();
    await house(db);
    const [gone = assert.fail()] = await people(db, 1, '15003', { of: 2, at: day(-400) });
    const [told = assert.fail()] = await people(db, 1, '15001', { at: day(-50) });
    const [untold = assert.fail()] = await people(db, 1, '15001', { at: day(-50) });
    const [far = assert.fail()] = await people(db, 1, '15003', { at: day(-50) });
    const [later = assert.fail()] = await people(db, 1, '15001', { at: day(-20) });
    await show(db, 'a', day(-29));
    const id = asCustomerId('c'.repeat(22)) ?? assert.fail();
    await db
      .insertInto('customer')
      .values({ ...nobody, id, visitor: told, created: momentOf(now), last_contact: momentOf(now) })
      .execute();
    await db
      .insertInto('outbox')
      .values({
        ...letter,
        recipient: id,
        customer: id,
        message: `wish:${film(1)}:2026-W43`,
        changed: day(-30).toString(),
      })
      .execute();
    const left = async () =>
      (await db.selectFrom('wish').select('visitor').execute()).map(({ visitor }) => visitor).toSorted();
    assert.equal(await expireWishes(db, book, { now }), 2);
    assert.deepEqual(await left(), [untold, far, later].toSorted());
    assert.equal(await expireWishes(db, book, { now }), 0);
    await show(db, 'b', day(2));
    assert.equal(await expireWishes(db, book, { now: day(32) }), 0);
    assert.equal(await expireWishes(db, book, { now: day(63) }), 2);
    assert.deepEqual(await left(), [far]);
    assert.ok(!(await left()).includes(gone));
  });
});

test('a wish is over by three rules', () => {
  const wish = { lastSeen: '2026-11-01', told: false, shown: null };
  const shown = (days: number): string => day(days).toString({ smallestUnit: 'millisecond' });
  assert.equal(wishIsOver(wish, now), false);
  assert.equal(wishIsOver({ ...wish, lastSeen: '2025-11-19' }, now), true);
  assert.equal(wishIsOver({ ...wish, shown: shown(-59) }, now), false);
  assert.equal(wishIsOver({ ...wish, shown: shown(-60) }, now), true);
  assert.equal(wishIsOver({ ...wish, told: true, shown: shown(-27) }, now), false);
  assert.equal(wishIsOver({ ...wish, told: true, shown: shown(-28) }, now), true);
  assert.equal(wishIsOver({ ...wish, told: true, shown: shown(3) }, now), false);
  assert.equal(wishIsOver({ ...wish, told: true }, now), false);
});

const nobody = {
  email: null,
  phone: null,
  name: 'A',
  language: 'fr',
  commune: null,
  radius: null,
  quiet_from: null,
  quiet_until: null,
  week_cap: null,
  paused_until: null,
  confirmed: null,
} as const;

const letter = {
  channel: 'email',
  kind: 'wish',
  campaign: null,
  payload: '{}',
  state: 'sent',
  due: '2026-10-20T10:00:00.000Z',
  stale: '2026-10-30T10:00:00.000Z',
  attempts: 1,
  claimed_by: null,
  claimed_until: null,
  sent_id: null,
  reason: null,
  created: '2026-10-20T10:00:00.000Z',
} as const;
