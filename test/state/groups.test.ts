import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ErrorCode } from '#errors.ts';
import { LanterneError } from '#errors.ts';
import type { Basket } from '#state/basket.ts';
import { addEvening, eveningsOf, takeBackEvening } from '#state/evenings.ts';
import { addReceived, changeMember, joinGroup, leaveGroup, mostMembers } from '#state/group-members.ts';
import { createGroup, findGroup, groupsOf } from '#state/groups.ts';
import { purgeState } from '#state/retention.ts';
import { newSecret } from '#state/secret.ts';
import { createVisitor } from '#state/visitors.ts';
import { film, instant, onBothEngines, nothingPurged } from './engines.ts';

const now = instant('2026-10-25T00:30:00Z');
const basket: Basket = { liked: [film(1), film(2)], disliked: [film(3)], seen: [] };
const coded = (code: ErrorCode) => (error: unknown) => error instanceof LanterneError && error.code === code;

onBothEngines('groups', ({ open }) => {
  test('are joined through their link, by visitors and by guests', async () => {
    const { db } = await open();
    const { visitor } = await createVisitor(db, { now });
    const { code, expires } = await createGroup(db, { creator: visitor, name: '  Jeudi\u0000\n soir ' }, { now });
    assert.match(code, /^[\w-]{22}$/);
    assert.equal(expires, '2026-11-01T00:30:00.000Z');
    const own = await joinGroup(db, code, { visitor, label: 'Anne', basket, weight: 2 }, { now });
    const guest = await joinGroup(db, code, { label: 'x'.repeat(90), basket }, { now: now.add({ seconds: 1 }) });
    const group = await findGroup(db, code, { now });
    assert.equal(group?.name, 'Jeudi soir');
    assert.deepEqual(group?.members, [
      { id: own, visitor, label: 'Anne', basket, weight: 2, received: 0 },
      { id: guest, visitor: null, label: 'x'.repeat(60), basket, weight: 1, received: 0 },
    ]);
    assert.deepEqual(await groupsOf(db, visitor, { now }), [{ code, name: 'Jeudi soir', expires }]);
  });

  test('keep one place for a visitor, who may bring another basket, and leave', async () => {
    const { db } = await open();
    const { visitor } = await createVisitor(db);
    const { code } = await createGroup(db);
    const member = await joinGroup(db, code, { visitor, label: 'A', basket });
    assert.equal(await joinGroup(db, code, { visitor, label: 'B', basket: { ...basket, liked: [] } }), member);
    await changeMember(db, code, member, { weight: 3 });
    await addReceived(db, code, new Map([[member, 0.25]]));
    await addReceived(db, code, new Map([[member, 0.1]]));
    const [held] = (await findGroup(db, code))?.members ?? [];
    assert.deepEqual(held, {
      id: member,
      visitor,
      label: 'B',
      basket: { ...basket, liked: [] },
      weight: 3,
      received: 0.35,
    });
    const other = await createGroup(db);
    assert.equal(await leaveGroup(db, other.code, member), false, 'only through its own group');
    await assert.rejects(changeMember(db, other.code, member, { weight: 1 }), coded('GROUP_GONE'));
    assert.equal(await leaveGroup(db, code, member), true);
    assert.deepEqual((await findGroup(db, code))?.members, []);
  });

  test('hold eight members, whoever comes at the same time', async () => {
    const { db } = await open();
    const { code } = await createGroup(db);
    const came = await Promise.allSettled(
      Array.from({ length: 12 }, (_, at) => joinGroup(db, code, { label: `guest ${at}`, basket })),
    );
    assert.equal(came.filter(({ status }) => status === 'fulfilled').length, mostMembers);
    for (const one of came) if (one.status === 'rejected') assert.ok(coded('GROUP_FULL')(one.reason));
    assert.equal((await findGroup(db, code))?.members.length, mostMembers);
  });

  test('are over at their time, and then go with their baskets', async () => {
    const { db } = await open();
    const { code } = await createGroup(db, { days: 1 }, { now });
    const member = await joinGroup(db, code, { label: 'A', basket }, { now });
    const after = { now: now.add({ hours: 24 }) };
    assert.equal(await findGroup(db, code, after), null);
    await assert.rejects(joinGroup(db, code, { label: 'B', basket }, after), coded('GROUP_GONE'));
    await assert.rejects(addReceived(db, code, new Map([[member, 1]]), after), coded('GROUP_GONE'));
    for (const wrong of [newSecret(), '', '%', `${code} `]) assert.equal(await findGroup(db, wrong, { now }), null);
    assert.deepEqual(await purgeState(db, { visitorDays: 395, eventDays: 760 }, after), {
      ...nothingPurged,
      groups: 1,
    });
    assert.deepEqual(await db.selectFrom('group_member').selectAll().execute(), []);
  });

  test('remember a film that they chose once, whoever says so, and take it back whole', async () => {
    const { db } = await open();
    const { code } = await createGroup(db);
    const later = { now: Temporal.Now.instant().add({ seconds: 1 }) };
    const [one, two] = [
      await joinGroup(db, code, { label: 'A', basket }),
      await joinGroup(db, code, { label: 'B', basket }, later),
    ];
    const gains = new Map([
      [one, 0.75],
      [two, 0.1],
      [newSecret(), 1],
    ]);
    const told = await Promise.all(Array.from({ length: 6 }, () => addEvening(db, code, { film: film(7), gains })));
    assert.deepEqual(told.toSorted(), [false, false, false, false, false, true]);
    await addEvening(db, code, { film: film(8), gains: new Map([[two, 0.2]]) });
    const received = async (): Promise<number[]> =>
      ((await findGroup(db, code))?.members ?? []).map((member) => Math.round(member.received * 1e6) / 1e6);
    assert.deepEqual(await received(), [0.75, 0.3]);
    const [first, second] = await eveningsOf(db, code);
    assert.deepEqual(
      [first?.film, [...(first?.gains ?? [])].toSorted()],
      [
        film(7),
        [
          [one, 0.75],
          [two, 0.1],
        ].toSorted(),
      ],
    );
    assert.deepEqual([second?.film, [...(second?.gains ?? [])]], [film(8), [[two, 0.2]]]);
    const other = await createGroup(db);
    assert.equal(await takeBackEvening(db, other.code, film(7)), false, 'only through its own group');
    assert.equal(await takeBackEvening(db, code, film(7)), true);
    assert.equal(await takeBackEvening(db, code, film(7)), false);
    assert.deepEqual(await received(), [0, 0.2]);
    assert.equal(await leaveGroup(db, code, two), true);
    assert.deepEqual(await eveningsOf(db, code), []);
    await assert.rejects(addEvening(db, newSecret(), { film: film(7), gains }), coded('GROUP_GONE'));
  });

  test('refuse what cannot be a weight', async () => {
    const { db } = await open();
    const { code } = await createGroup(db);
    for (const weight of [0, -1, Infinity, 1e9])
      await assert.rejects(joinGroup(db, code, { label: 'A', basket, weight }));
    await assert.rejects(joinGroup(db, code, { label: 'A', basket, weight: Number.NaN }));
    assert.deepEqual((await findGroup(db, code))?.members, []);
  });
});
