import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { appendEvents } from '#state/events.ts';
import { readExposure, readReactions } from '#state/reactions.ts';
import { createVisitor } from '#state/visitors.ts';
import { event, film, instant, onBothEngines } from './engines.ts';

const until = Temporal.Now.instant().add({ hours: 2 });

onBothEngines('what people did with what they were shown', ({ open }) => {
  test('is counted by person, rank, chance and basis; the last opinion counts, people are numbers', async () => {
    const { db } = await open();
    assert.deepEqual(await readReactions(db, { until }), []);
    const [one, other] = [(await createVisitor(db)).visitor, (await createVisitor(db)).visitor];
    const [likes, start, theirs] = [randomUUID(), randomUUID(), randomUUID()];
    const shown = (list: string, position: number, more = {}) =>
      event({ list, film: film(position), position, ...more });
    await appendEvents(db, one, [
      event({ list: likes, film: film(90), position: 0, action: 'liked' }),
      shown(likes, 1),
      shown(likes, 2),
      shown(likes, 5, { propensity: 0.5, explored: true }),
      shown(likes, 12),
      shown(start, 1),
    ]);
    await appendEvents(db, one, [
      shown(likes, 1, { action: 'liked' }),
      shown(likes, 2, { action: 'liked' }),
      shown(likes, 2, { action: 'disliked' }),
      shown(likes, 5, { propensity: 0.5, explored: true, action: 'wished' }),
      shown(likes, 5, { propensity: 0.5, explored: true, action: 'seen' }),
    ]);
    await appendEvents(db, other, [
      event({ list: theirs, film: film(90), position: 0, action: 'liked', model: 'content:2' }),
      shown(theirs, 3, { model: 'content:2' }),
      event({ list: randomUUID(), film: film(3), position: 3, team: 'a' }),
    ]);
    await appendEvents(db, null, [shown(randomUUID(), 4)]);
    const told = await readReactions(db, { until });
    const none = { liked: 0, disliked: 0, seen: 0, wished: 0 };
    const mine = told.find(({ basis }) => basis === 'start')?.person;
    const of = (place: string, basis: string) =>
      told
        .filter((row) => row.place === place && row.basis === basis)
        .map(({ person, ...row }) => ({ ...row, known: person >= 0 }));
    assert.deepEqual(of('first', 'likes'), [
      {
        place: 'first',
        explored: false,
        basis: 'likes',
        shown: 2,
        ...none,
        liked: 1,
        disliked: 1,
        propensity: 2,
        known: true,
      },
    ]);
    assert.deepEqual(of('next', 'likes'), [
      {
        place: 'next',
        explored: true,
        basis: 'likes',
        shown: 1,
        ...none,
        seen: 1,
        wished: 1,
        propensity: 0.5,
        known: true,
      },
    ]);
    assert.deepEqual(of('after', 'likes'), [
      { place: 'after', explored: false, basis: 'likes', shown: 1, ...none, propensity: 1, known: true },
    ]);
    assert.equal(of('first', 'start').length, 1);
    assert.deepEqual(of('first', 'content'), [
      { place: 'first', explored: false, basis: 'content', shown: 1, ...none, propensity: 1, known: true },
    ]);
    assert.deepEqual(
      told.map(({ person }) => person === mine),
      told.map(({ basis }) => basis !== 'content'),
    );
    assert.equal(told.length, 5);
    assert.deepEqual(await readExposure(db, { until }), {
      films: [
        { film: film(1), shown: 2 },
        { film: film(2), shown: 1 },
        { film: film(3), shown: 2 },
        { film: film(5), shown: 1 },
        { film: film(12), shown: 1 },
      ],
      people: 2,
    });
    const before = { until: instant('2020-01-01T00:00:00Z') };
    assert.deepEqual(await readReactions(db, before), []);
    assert.deepEqual(await readExposure(db, before), { films: [], people: 0 });
  });
});
