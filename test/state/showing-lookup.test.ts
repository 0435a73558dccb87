import assert from 'node:assert/strict';
import { it } from 'node:test';
import { momentOf } from '#state/clock.ts';
import { announcedDays, changesOf, findShowing } from '#state/showing-lookup.ts';
import { putShowing } from '#state/showings.ts';
import { seedProgramme, showingIdOf } from '../helpers/seed-programme.ts';
import { instant, onBothEngines } from './engines.ts';

onBothEngines('looking showings up', ({ open }) => {
  // the night when clocks go back
  const now = instant('2026-10-24T08:00:00Z');

  it('finds one with its venue, called off or not; counts the days that have some; tells the last change', async () => {
    const { db } = await open();
    const showings = await seedProgramme(db, { now });
    for (const one of showings) {
      const found = await findShowing(db, one.id);
      assert.deepEqual({ ...found, at: found?.at.id }, { ...one, at: one.venue });
    }
    assert.equal(await findShowing(db, showingIdOf('none')), null);
    const days = await announcedDays(db, '2026-10-25');
    assert.deepEqual(days[0], { day: '2026-10-25', showings: 3 });
    assert.deepEqual(days[1], { day: '2026-10-26', showings: 1 }, 'one of the two is called off');
    const [first] = showings;
    assert.ok(first !== undefined);
    const later = now.add({ hours: 1 });
    await putShowing(db, { ...first, price: 700 }, { now: later });
    const changes = await changesOf(db, { from: first.day, until: first.day });
    assert.equal(changes.get(first.id), momentOf(later));
    assert.equal(changes.size, 4);
    assert.equal((await changesOf(db, {})).size, showings.length);
  });
});
