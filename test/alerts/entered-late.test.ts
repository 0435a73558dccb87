import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openAlerts } from '#alerts.ts';
import { asFilmId, type FilmId } from '#brand.ts';
import { momentOf } from '#state/clock.ts';
import { setHouseValue } from '#state/house.ts';
import { openState } from '#state/open-state.ts';
import { starterLanterne } from '../helpers/starter-lanterne.ts';
import { etoile, lux, showing } from '../notify/match-world.ts';
import { outboxOf, putPerson, putProgramme } from '../notify/people.ts';
import { onBothEngines } from '../state/engines.ts';

const at = (text: string): Temporal.Instant => Temporal.Instant.from(text);
const lanterne = await starterLanterne();
const found = async (title: string): Promise<FilmId> =>
  asFilmId((await lanterne.search(title, { top: 1 }))[0]?.card.id ?? '') ?? assert.fail(title);
const [seven, rivers, totoro] = [await found('Se7en'), await found('The Crimson Rivers'), await found('Totoro')];
const programme = (changed: string) => [
  showing(rivers, '2026-11-25 20:30', lux, { changed }),
  showing(rivers, '2026-11-28 15:00', etoile, { changed }),
];

onBothEngines('a programme that is entered after its hour', ({ place }) => {
  for (const [name, hold, before, entered, looks] of [
    [
      'on Tuesday at 18:10',
      'off',
      '17:00:10',
      '17:10:00',
      [
        ['2026-11-24T17:12:00Z', 0],
        ['2026-11-24T17:20:00Z', 1],
      ],
    ],
    [
      'on Tuesday at 15:00, where the house holds it from noon',
      'on',
      '11:00:10',
      '14:00:00',
      [['2026-11-24T14:10:00Z', 1]],
    ],
    ['on Tuesday at 23:00', 'off', '17:00:10', '22:00:00', [['2026-11-25T08:00:00Z', 1]]],
  ] as const)
    test(`${name}, is told to whom it suits, once`, async () => {
      await using state = await openState(await place());
      const { db } = state;
      await setHouseValue(db, 'hold-campaigns', hold);
      await putPerson(db, 1, { wishes: [], liked: [seven], asked: ['digest'] });
      const alerts = openAlerts(() => lanterne, state);
      const empty = await alerts.runDue({ now: at(`2026-11-24T${before}Z`) });
      assert.deepEqual([empty.added, empty.campaigns], [0, ['digest:2026-W48']]);
      await putProgramme(db, programme(`2026-11-24T${entered}.000Z`), at(`2026-11-24T${entered}Z`));
      for (const [look, added] of looks) assert.equal((await alerts.runDue({ now: at(look) })).added, added, look);
      const told = await outboxOf(db);
      assert.deepEqual(
        told.map(({ message, state: stands }) => [message, stands]),
        [['digest:2026-W48', 'queued']],
      );
      assert.equal((await alerts.runDue({ now: at('2026-11-25T09:30:00Z') })).added, 0, 'nobody twice');
    });

  test('while its hour comes, is told once it stands still', async () => {
    await using state = await openState(await place());
    const { db } = state;
    await putPerson(db, 1, { wishes: [], liked: [seven], asked: ['digest', 'new'] });
    const alerts = openAlerts(() => lanterne, state);
    await putProgramme(db, programme('2026-11-24T16:58:00.000Z'), at('2026-11-24T16:58:00Z'));
    for (const look of ['17:00:10', '17:02:00', '17:04:00', '17:10:00', '19:00:00'])
      await alerts.runDue({ now: at(`2026-11-24T${look}Z`) });
    assert.deepEqual(
      (await outboxOf(db)).map(({ message }) => message),
      ['digest:2026-W48'],
    );
  });

  test('that is entered line by line is told once, by the letter of the week and not by “new” before it', async () => {
    await using state = await openState(await place());
    const { db } = state;
    await putPerson(db, 1, { wishes: [], liked: [seven], asked: ['digest', 'new'] });
    const alerts = openAlerts(() => lanterne, state);
    await alerts.runDue({ now: at('2026-11-24T17:00:10Z') });
    const begun = at('2026-11-24T18:10:00Z');
    for (let minute = 0; minute <= 60; minute += 2) {
      const now = begun.add({ minutes: minute });
      if (minute <= 40 && minute % 4 === 0)
        await putProgramme(
          db,
          [minute === 0 ? rivers : totoro].map((film) =>
            showing(film, `2026-11-28 1${(minute / 4) % 10}:00`, lux, { changed: momentOf(now) }),
          ),
          now,
        );
      await alerts.runDue({ now });
    }
    assert.deepEqual(
      (await outboxOf(db)).map(({ message }) => message),
      ['digest:2026-W48'],
    );
  });

  test('on Wednesday afternoon, leaves by no letter of the week: it has begun', async () => {
    await using state = await openState(await place());
    const { db } = state;
    await putPerson(db, 1, { wishes: [], liked: [seven], asked: ['digest'] });
    const alerts = openAlerts(() => lanterne, state);
    await alerts.runDue({ now: at('2026-11-24T17:00:10Z') });
    await putProgramme(db, programme('2026-11-25T12:00:00.000Z'), at('2026-11-25T12:00:00Z'));
    assert.equal((await alerts.runDue({ now: at('2026-11-25T12:30:00Z') })).added, 0);
  });
});
