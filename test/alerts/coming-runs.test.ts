import assert from 'node:assert/strict';
import { test } from 'node:test';
import { comingRuns } from '#alerts/coming-runs.ts';
import { noteRunDone } from '#alerts/runs-done.ts';
import { runName } from '#notify/timing/moments.ts';
import { houseSettings } from '#state/house-settings.ts';
import { openState } from '#state/open-state.ts';
import { onBothEngines } from '../state/engines.ts';

onBothEngines('what leaves next', ({ place }) => {
  test('is the programme whose hour has come until it is decided or too late, else the next one', async () => {
    await using state = await openState(await place());
    const { db } = state;
    const settings = { ...(await houseSettings(db)), reminderOn: true };
    const coming = async (at: string): Promise<string[]> =>
      (await comingRuns(db, settings, Temporal.Instant.from(at))).map(({ kind, week }) => runName(kind, week));
    const [tuesday, later] = ['2026-11-24T17:01:00Z', '2026-11-25T11:01:00Z'];
    assert.deepEqual(await coming('2026-11-24T16:59:00Z'), ['digest:2026-W48', 'reminder:2026-W48']);
    assert.deepEqual(await coming(tuesday), ['digest:2026-W48', 'reminder:2026-W48']);
    assert.deepEqual(await coming(later), ['reminder:2026-W48', 'digest:2026-W49'], 'the week has begun');
    for (let one = 0; one < 12; one++)
      await noteRunDone(db, `digest:2025-W${10 + one}`, Temporal.Instant.from(tuesday));
    await noteRunDone(db, 'digest:2026-W48', Temporal.Instant.from(tuesday));
    assert.deepEqual(await coming(tuesday), ['reminder:2026-W48', 'digest:2026-W49'], 'it is decided');
    assert.deepEqual(await coming('2026-11-27T17:01:00Z'), ['digest:2026-W49', 'reminder:2026-W49']);
  });
});
