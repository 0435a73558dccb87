import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { decodeFeedback, encodeFeedback, feedbackToLikes } from '#recommend/feedback-log.ts';
import { appendEvents, eventsSince, type LoggedEvent } from '#state/events.ts';
import { purgeState } from '#state/retention.ts';
import { createVisitor } from '#state/visitors.ts';
import { event, film, instant, onBothEngines, nothingPurged } from './engines.ts';

const now = instant('2026-06-01T18:42:07.123Z');
const epoch = instant('1970-01-01T00:00:00Z');

async function gathered(events: AsyncIterable<LoggedEvent>): Promise<LoggedEvent[]> {
  const all: LoggedEvent[] = [];
  for await (const one of events) all.push(one);
  return all;
}

onBothEngines('the feedback log', ({ open }) => {
  test('gives back what was written, to the hour, as lines that the trainer reads, without the visitor', async () => {
    const { db } = await open();
    const { visitor } = await createVisitor(db);
    const list = randomUUID();
    const written = [
      event({ list, film: film(1), position: 0, action: 'liked' }),
      event({ list, film: film(2), propensity: 0.1 + 0.2, explored: true, team: 'b' }),
      event({ list, film: film(2), action: 'liked' }),
      event({ list, film: film(2), action: 'disliked' }),
    ];
    await appendEvents(db, visitor, written, { now });
    const read = await gathered(eventsSince(db, epoch));
    assert.deepEqual(
      read,
      written.map((one) => ({ ...one, at: '2026-06-01T18:00:00Z' })),
    );
    for (const line of read) assert.deepEqual(decodeFeedback(encodeFeedback(line)), { ...line });
    const { likes, dislikes } = feedbackToLikes(read, [film(1), film(2)]);
    assert.deepEqual([likes.values.length, dislikes.values.length], [1, 1]);
  });

  test('has a film shown once in a list, whatever is sent again, and all of a list or nothing', async () => {
    const { db } = await open();
    const shown = [event({ film: film(1) }), event({ film: film(2), position: 2 })];
    await appendEvents(db, null, shown, { now });
    await appendEvents(db, null, shown, { now: now.add({ hours: 3 }) });
    assert.equal((await gathered(eventsSince(db, epoch))).length, 2);
    await assert.rejects(
      appendEvents(db, null, [event({ film: film(3), position: 3 }), event({ film: film(4), propensity: 0 })]),
    );
    assert.equal((await gathered(eventsSince(db, epoch))).length, 2);
    await appendEvents(db, null, []);
  });

  test('is read in pages, in order, from an hour on, while others write', async () => {
    const { db } = await open();
    for (let hour = 0; hour < 5; hour++)
      await appendEvents(
        db,
        null,
        Array.from({ length: 23 }, (_, at) => event({ list: randomUUID(), film: film(hour * 100 + at) })),
        { now: now.add({ hours: (hour * 3) % 5 }) }, // not in the order of hours
      );
    const oracle = await db.selectFrom('event').select(['at', 'id', 'film']).execute();
    const sorted = oracle.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id - b.id));
    const films: string[] = [];
    for await (const one of eventsSince(db, epoch, { page: 7 })) {
      films.push(one.film);
      if (films.length === 20)
        await appendEvents(db, null, [event({ list: randomUUID(), film: film(1) })], { now: epoch });
    }
    assert.deepEqual(
      films,
      sorted.map((one) => one.film),
    );
    const late = await gathered(eventsSince(db, now.add({ hours: 3 }), { page: 10 }));
    assert.equal(late.length, 46);
  });

  test('takes thousands of lines at once', async () => {
    const { db } = await open();
    await appendEvents(
      db,
      null,
      Array.from({ length: 6500 }, (_, at) => event({ film: film(at), position: at })),
    );
    assert.equal((await gathered(eventsSince(db, epoch))).length, 6500);
  });

  test('and visitors go when their time is over', async () => {
    const { db } = await open();
    const days = (count: number) => ({ now: now.subtract({ hours: 24 * count }) });
    const [gone, stays] = [await createVisitor(db, days(396)), await createVisitor(db, days(395))];
    await appendEvents(db, gone.visitor, [event({ film: film(1) })], days(396));
    await appendEvents(db, stays.visitor, [event({ film: film(2), position: 2 })], days(395));
    await appendEvents(db, null, [event({ film: film(3), position: 3 })], days(761));
    await appendEvents(db, null, [event({ film: film(4), position: 4 })], days(760));
    assert.deepEqual(await purgeState(db, { visitorDays: 395, eventDays: 760 }, { now }), {
      ...nothingPurged,
      visitors: 1,
      events: 1,
    });
    assert.deepEqual(await db.selectFrom('visitor').select('id').execute(), [{ id: stays.visitor }]);
    assert.deepEqual(
      (await gathered(eventsSince(db, epoch))).map((one) => one.film),
      [film(4), film(2)],
    );
  });
});
