import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { VisitorId } from '#brand.ts';
import { appendEvents } from '#state/events.ts';
import { joinGroup } from '#state/group-members.ts';
import { createGroup } from '#state/groups.ts';
import { keptBefore } from '#state/kept-before.ts';
import { setMark } from '#state/marks.ts';
import type { Db } from '#state/schema.ts';
import { createVisitor } from '#state/visitors.ts';
import { countWeek, filmsOfWeek, receivedInWeek } from '#state/week-counts.ts';
import { event, film, instant, onBothEngines } from './engines.ts';

const week = { from: instant('2026-10-20T22:00:00Z'), until: instant('2026-10-27T23:00:00Z') };
const inside = { now: instant('2026-10-22T10:30:00Z') };
const listOf = (person: number): string => `5b0c4b3e-7c1f-4c43-9a3c-${String(person).padStart(12, '0')}`;

onBothEngines('the counts of a week', ({ open }) => {
  const people = (db: Db, count: number): Promise<VisitorId[]> =>
    Promise.all(Array.from({ length: count }, async () => (await createVisitor(db, inside)).visitor));

  test('marks and people of the week alone, to the minute of its ends', async () => {
    const { db } = await open();
    const [anne, karim] = await people(db, 2);
    assert.ok(anne !== undefined && karim !== undefined);
    const at = (text: string) => ({ now: instant(text) });
    await setMark(db, anne, film(1), 'wanted', at('2026-10-20T21:59:59.999Z'));
    await setMark(db, anne, film(2), 'wanted', at('2026-10-20T22:00:00Z'));
    await setMark(db, anne, film(3), 'liked', at('2026-10-27T22:59:59.999Z'));
    await setMark(db, karim, film(3), 'seen', at('2026-10-25T01:30:00Z'));
    await setMark(db, karim, film(4), 'liked', at('2026-10-27T23:00:00Z'));
    assert.deepEqual(await countWeek(db, week), {
      kept: { value: 3, people: 2 },
      liked: { value: 1, people: 1 },
      wanted: { value: 1, people: 1 },
      groups: { value: 0, people: 0 },
    });
    assert.equal(await keptBefore(db, instant('2026-10-20T21:59:59.999Z')), false);
    assert.equal(await keptBefore(db, week.from), true);
  });

  test('a film is named from so many people on, the most marked first, ten at most', async () => {
    const { db } = await open();
    const five = await people(db, 5);
    for (const [at, one] of five.entries()) {
      await setMark(db, one, film(10), 'wanted', inside);
      if (at < 4) await setMark(db, one, film(11), 'wanted', inside);
      await setMark(db, one, film(12), 'liked', inside);
    }
    const asked = { kind: 'wanted', least: 5, most: 10 } as const;
    assert.deepEqual(await filmsOfWeek(db, week, asked), [{ film: film(10), people: 5 }]);
    assert.deepEqual(await filmsOfWeek(db, week, { ...asked, least: 4, most: 1 }), [{ film: film(10), people: 5 }]);
    assert.equal((await filmsOfWeek(db, week, { ...asked, least: 1 })).length, 2);
  });

  test('a film shown twice to one person counts once; a film liked, then set aside, is not liked', async () => {
    const { db } = await open();
    const [anne, karim] = await people(db, 2);
    assert.ok(anne !== undefined && karim !== undefined);
    const show = (person: VisitorId, list: string, ...films: number[]) =>
      appendEvents(
        db,
        person,
        films.map((one, at) => event({ list, film: film(one), position: at + 1 })),
        inside,
      );
    const say = (person: VisitorId, list: string, one: number, action: 'liked' | 'disliked', now = inside) =>
      appendEvents(db, person, [event({ list, film: film(one), action })], now);
    await show(anne, listOf(1), 1, 2, 3);
    await show(anne, listOf(2), 1, 2, 3, 4);
    await say(anne, listOf(1), 1, 'liked');
    await say(anne, listOf(2), 2, 'liked');
    await say(anne, listOf(2), 2, 'disliked');
    await show(karim, listOf(3), 1);
    await say(karim, listOf(3), 1, 'liked', { now: week.until });
    await appendEvents(db, null, [event({ list: listOf(4), film: film(9) })], inside);
    await appendEvents(db, karim, [event({ list: listOf(5), film: film(8), team: 'a' })], inside);
    assert.deepEqual(await receivedInWeek(db, week), [
      { shown: 1, liked: 0 },
      { shown: 4, liked: 1 },
    ]);
  });

  test('groups of the week, and the people that are known of them', async () => {
    const { db } = await open();
    const [anne, karim] = await people(db, 2);
    assert.ok(anne !== undefined && karim !== undefined);
    const basket = { liked: [film(1)], disliked: [], seen: [] };
    const first = await createGroup(db, { creator: anne }, inside);
    await joinGroup(db, first.code, { visitor: karim, label: 'K', basket }, inside);
    await joinGroup(db, first.code, { label: 'guest', basket }, inside);
    await createGroup(db, {}, inside);
    await createGroup(db, { creator: anne }, { now: week.until });
    assert.deepEqual((await countWeek(db, week)).groups, { value: 2, people: 2 });
  });
});
