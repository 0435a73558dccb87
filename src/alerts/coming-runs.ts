import { runsDone } from '#alerts/runs-done.ts';
import { dayInParis, weekAfter, weekOf } from '#calendar/week.ts';
import { isLate, runName, runOf, type CampaignKind, type Run } from '#notify/timing/moments.ts';
import type { HouseSettings } from '#state/house-settings.ts';
import type { Db } from '#state/schema.ts';

/** What leaves next of each kind: the run whose moment has come, as long as nobody has decided it and it is not late, else the first to come. */
export async function comingRuns(db: Db, settings: HouseSettings, now: Temporal.Instant): Promise<Run[]> {
  const done = await runsDone(db);
  const comes = (run: Run): boolean =>
    Temporal.Instant.compare(run.due, now) > 0 || (!isLate(run, now) && !done.includes(runName(run.kind, run.week)));
  const week = weekOf(dayInParis(now));
  const weeks = [week, weekAfter(week), weekAfter(weekAfter(week))];
  const kinds: readonly CampaignKind[] = settings.reminderOn ? ['digest', 'reminder'] : ['digest'];
  return kinds
    .flatMap((kind) => weeks.map((one) => runOf(kind, one, settings)).find(comes) ?? [])
    .toSorted((a, b) => Temporal.Instant.compare(a.due, b.due));
}
