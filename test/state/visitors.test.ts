import assert from 'node:assert/strict';
import { test } from 'node:test';
import { array, assert as check, asyncProperty, constantFrom, nat, tuple } from 'fast-check';
import type { VisitorId } from '#brand.ts';
import { LanterneError } from '#errors.ts';
import { appendEvents } from '#state/events.ts';
import { joinGroup } from '#state/group-members.ts';
import { createGroup, findGroup } from '#state/groups.ts';
import { listMarks, setMark } from '#state/marks.ts';
import { mergeVisitors } from '#state/merge-visitors.ts';
import { eraseVisitor } from '#state/rights.ts';
import type { Db } from '#state/schema.ts';
import { newSecret, visitorIdOf } from '#state/secret.ts';
import { changeSettings, settingsOf } from '#state/settings.ts';
import { createVisitor, recogniseVisitor } from '#state/visitors.ts';
import { event, film, instant, onBothEngines } from './engines.ts';

const start = instant('2026-03-28T23:30:00Z');
const later = (seconds: number): { now: Temporal.Instant } => ({ now: start.add({ seconds }) });
const row = (db: Db, id: VisitorId) => db.selectFrom('visitor').selectAll().where('id', '=', id).executeTakeFirst();

onBothEngines('visitors', ({ open }) => {
  test('are recognised by their secret alone, of which only the hash is kept', async () => {
    const { db } = await open();
    const { secret, visitor } = await createVisitor(db, { now: start });
    assert.match(secret, /^\w[\w-]{21}$/);
    assert.notEqual(secret, visitor);
    assert.equal(visitorIdOf(secret), visitor);
    assert.equal(await recogniseVisitor(db, secret, { now: start }), visitor);
    for (const wrong of [newSecret(), visitor, '', `${secret}A`, secret.slice(1), "' or 1=1 --", '\u0000'])
      assert.equal(await recogniseVisitor(db, wrong), null, wrong);
    assert.ok(!JSON.stringify(await db.selectFrom('visitor').selectAll().execute()).includes(secret));
  });

  test('leave the day of their last visit, never an earlier one', async () => {
    const { db } = await open();
    const { secret, visitor } = await createVisitor(db, { now: start });
    await recogniseVisitor(db, secret, { now: instant('2026-03-29T03:00:00+02:00') }); // the night when clocks change
    assert.equal((await row(db, visitor))?.last_seen, '2026-03-29');
    await recogniseVisitor(db, secret, { now: instant('2026-03-01T00:00:00Z') }); // a clock that went back
    assert.deepEqual(await row(db, visitor), {
      id: visitor,
      created: '2026-03-28',
      last_seen: '2026-03-29',
      merged_into: null,
    });
  });

  test('set what they like, and change one setting at a time', async () => {
    const { db } = await open();
    const { visitor } = await createVisitor(db);
    assert.deepEqual(await settingsOf(db, visitor), {});
    await changeSettings(db, visitor, { language: 'en', largePrint: 'on' });
    await changeSettings(db, visitor, { language: 'fr', theme: 'dark' });
    assert.deepEqual(await settingsOf(db, visitor), { language: 'fr', theme: 'dark', largePrint: 'on' });
    await db.insertInto('setting').values({ visitor, key: 'gone', value: 'x', at: '' }).execute();
    await db.updateTable('setting').set({ value: 'sepia' }).where('key', '=', 'theme').execute();
    assert.deepEqual(await settingsOf(db, visitor), { language: 'fr', largePrint: 'on' });
  });

  test('who merge keep the latest of each, as an obvious model does', async () => {
    const { db } = await open();
    const said = tuple(nat(1), nat(2), constantFrom('liked', 'disliked', 'seen', 'wanted'), nat(4));
    await check(
      asyncProperty(array(said, { maxLength: 12 }), async (all) => {
        const [a, b] = [(await createVisitor(db)).visitor, (await createVisitor(db)).visitor];
        const inTime = all.toSorted((left, right) => left[3] - right[3]);
        for (const [who, number, kind, at] of inTime)
          await setMark(db, who === 0 ? a : b, film(number), kind, later(at));
        const before = { a: await listMarks(db, a), b: await listMarks(db, b) };
        assert.equal(await mergeVisitors(db, a, b), b);
        const expected = [];
        for (const number of [0, 1, 2]) {
          for (const kinds of [['liked', 'disliked'], ['seen'], ['wanted']]) {
            const of = (marks: typeof before.a) =>
              marks.find((mark) => mark.film === film(number) && kinds.includes(mark.kind));
            const [theirs, own] = [of(before.a), of(before.b)];
            const best = own === undefined || (theirs !== undefined && theirs.at > own.at) ? theirs : own;
            if (best !== undefined) expected.push(best);
          }
        }
        const text = (marks: readonly object[]): string[] => marks.map((mark) => JSON.stringify(mark)).sort();
        assert.deepEqual(text(await listMarks(db, b)), text(expected));
        assert.deepEqual(await listMarks(db, a), []);
      }),
      { numRuns: 25, seed: 11 },
    );
  });

  test('who merge bring everything, and both cookies stand for one', async () => {
    const { db } = await open();
    const old = await createVisitor(db, { now: start });
    const kept = await createVisitor(db, { now: start.add({ hours: 48 }) });
    const stranger = await createVisitor(db);
    const basket = { liked: [film(1)], disliked: [], seen: [] };
    await changeSettings(db, old.visitor, { language: 'en', theme: 'dark' }, later(1));
    await changeSettings(db, kept.visitor, { language: 'fr' }, later(2));
    await changeSettings(db, kept.visitor, { theme: 'light' }, later(0));
    await appendEvents(db, old.visitor, [event({ film: film(1) })]);
    const both = await createGroup(db, { creator: old.visitor });
    await joinGroup(db, both.code, { visitor: old.visitor, label: 'old', basket }, { now: Temporal.Now.instant() });
    await joinGroup(db, both.code, { visitor: stranger.visitor, label: 'other', basket });
    await joinGroup(
      db,
      both.code,
      { visitor: kept.visitor, label: 'kept', basket },
      { now: Temporal.Now.instant().add({ seconds: 5 }) },
    );
    const one = await createGroup(db);
    await joinGroup(db, one.code, { visitor: old.visitor, label: 'alone', basket });

    await mergeVisitors(db, old.visitor, kept.visitor);
    assert.deepEqual(await settingsOf(db, kept.visitor), { language: 'fr', theme: 'dark' });
    assert.deepEqual(
      (await findGroup(db, both.code))?.members.map(({ visitor, label }) => [visitor, label]),
      [
        [stranger.visitor, 'other'],
        [kept.visitor, 'kept'],
      ],
    );
    assert.equal((await findGroup(db, one.code))?.members[0]?.visitor, kept.visitor);
    assert.deepEqual(await db.selectFrom('event').select('visitor').execute(), [{ visitor: kept.visitor }]);
    assert.equal((await db.selectFrom('group_session').select('creator').where('id', '=', both.code).execute())[0]?.creator, kept.visitor); // prettier-ignore
    assert.equal((await row(db, kept.visitor))?.created, '2026-03-28');
    assert.equal(await recogniseVisitor(db, old.secret), kept.visitor);
    assert.equal(await recogniseVisitor(db, kept.secret), kept.visitor);

    // A page that still holds the old identifier writes to who they became.
    await setMark(db, old.visitor, film(5), 'liked');
    assert.equal((await listMarks(db, kept.visitor)).length, 1);
  });

  test('merge along a chain, twice, with themselves, and into each other at once', async () => {
    const { db } = await open();
    const [a, b, c] = [await createVisitor(db), await createVisitor(db), await createVisitor(db)];
    await setMark(db, a.visitor, film(1), 'liked');
    await mergeVisitors(db, a.visitor, b.visitor);
    await mergeVisitors(db, b.visitor, c.visitor);
    assert.equal(await mergeVisitors(db, a.visitor, c.visitor), c.visitor);
    assert.equal(await mergeVisitors(db, c.visitor, a.visitor), c.visitor);
    for (const { secret } of [a, b, c]) assert.equal(await recogniseVisitor(db, secret), c.visitor);
    assert.equal((await listMarks(db, c.visitor)).length, 1);

    const ring = await Promise.all([1, 2, 3, 4].map(() => createVisitor(db)));
    await Promise.all(
      ring.map(async ({ visitor }, at) => {
        await setMark(db, visitor, film(at), 'seen');
        await mergeVisitors(db, visitor, (ring[(at + 1) % 4] ?? a).visitor);
      }),
    );
    const became = new Set(await Promise.all(ring.map(({ secret }) => recogniseVisitor(db, secret))));
    assert.equal(became.size, 1);
    const [last] = became;
    assert.ok(last !== null && last !== undefined);
    assert.equal((await listMarks(db, last)).length, 4);
  });

  test('who merged are one for their rights too', async () => {
    const { db } = await open();
    const [a, b] = [await createVisitor(db), await createVisitor(db)];
    await mergeVisitors(db, a.visitor, b.visitor);
    assert.equal((await eraseVisitor(db, a.visitor)).visitors, 2);
    for (const { secret, visitor } of [a, b]) {
      assert.equal(await recogniseVisitor(db, secret), null);
      await assert.rejects(
        mergeVisitors(db, visitor, visitor),
        (error) => error instanceof LanterneError && error.code === 'VISITOR_UNKNOWN',
      );
    }
  });
});
