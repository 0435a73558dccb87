import { z } from 'zod';
import type { MatchAsked, MatchedPeople } from '#alerts/match-people.ts';
import { noteRunDone, noteRunProgramme, runsDone, runsProgramme } from '#alerts/runs-done.ts';
import { dayInParis } from '#calendar/week.ts';
import { runName, runsBy, isLate } from '#notify/timing/moments.ts';
import { momentOf } from '#state/clock.ts';
import { houseSettings, type HouseSettings } from '#state/house-settings.ts';
import { houseValue, setHouseValue } from '#state/house.ts';
import { peopleChanged } from '#state/people-to-match.ts';
import type { Db } from '#state/schema.ts';
import { programmeStamp } from '#state/showings-to-match.ts';
import { endLease, takeLease } from '#state/turns.ts';

type Match = (asked: MatchAsked) => AsyncGenerator<MatchedPeople>;

/** What a look at the clock came to. */
export interface Ran {
  /** Messages new in the outbox. */
  readonly added: number;
  /** Campaigns that were decided: `digest:2026-W48`. */
  readonly campaigns: readonly string[];
  /** Those among them that were late, where there is somebody to tell: they wait for somebody of the house to release them. */
  readonly late: readonly string[];
  /** Why nothing was looked at: another process does. */
  readonly elsewhere: boolean;
}

/** Seconds that a process has the work before another may take it: renewed with each lot of people. */
const leaseSeconds = 120;
/** Minutes after which a programme that never stands still is matched all the same. */
const longestWait = 30;

/** Does what is due, if no other process does. Stopped anywhere, the next one does the rest. */
export async function runDue(
  match: Match,
  db: Db,
  { now, by }: { readonly now: Temporal.Instant; readonly by: string },
): Promise<Ran> {
  const began = performance.now();
  const lease = (): Promise<boolean> => {
    const at = now.add({ milliseconds: Math.round(performance.now() - began) });
    return takeLease(db, 'match', { by, seconds: leaseSeconds, now: at });
  };
  if (!(await lease())) return { added: 0, campaigns: [], late: [], elsewhere: true };
  try {
    const settings = await houseSettings(db);
    const matchAll = async (asked: MatchAsked): Promise<number> => {
      let added = 0;
      for await (const lot of match(asked)) {
        added += lot.added + lot.renewed;
        await lease();
      }
      return added;
    };
    const runs = await runCampaigns(db, matchAll, settings, now);
    return { ...runs, added: runs.added + (await matchChanged(db, matchAll, settings, now)), elsewhere: false };
  } finally {
    await endLease(db, 'match', by);
  }
}

/** Campaigns whose moment has come and that are not done, or that were while the programme has changed since: what is entered after the hour is told, too. */
async function runCampaigns(
  db: Db,
  matchAll: (asked: MatchAsked) => Promise<number>,
  settings: HouseSettings,
  now: Temporal.Instant,
): Promise<Pick<Ran, 'added' | 'campaigns' | 'late'>> {
  const [done, before, programme] = [await runsDone(db), await runsProgramme(db), await programmeStamp(db)];
  const settled = standsStill(programme, settings, now);
  const runs = runsBy(now, settings);
  // a machine that was off for a week says nothing of the one that ends tonight
  const latest = runs.filter(({ kind }, at) => !runs.slice(at + 1).some((later) => later.kind === kind));
  const told = { added: 0, campaigns: new Array<string>(), late: new Array<string>() };
  for (const run of latest) {
    const name = runName(run.kind, run.week);
    const first = !done.includes(name);
    if (!first && (!settled || isLate(run, now) || before[name] === programme)) continue;
    const added = await matchAll({ kinds: [run.kind], run, now, commit: true });
    told.added += added;
    if (first || added > 0) told.campaigns.push(name);
    if (first && added > 0 && isLate(run, now)) told.late.push(name);
    if (first) await noteRunDone(db, name, now);
    await noteRunProgramme(db, name, programme, now);
  }
  return told;
}

/** Whether nothing of the programme was changed in the last minutes: who enters it is done. */
const standsStill = (programme: string, { settleMinutes }: HouseSettings, now: Temporal.Instant): boolean =>
  programme.slice(0, 24) <= momentOf(now.subtract({ minutes: settleMinutes }));

/** What is told at once: everybody when the programme has changed and stands still, and once a day; else those alone who wished or asked since. */
async function matchChanged(
  db: Db,
  matchAll: (asked: MatchAsked) => Promise<number>,
  settings: HouseSettings,
  now: Temporal.Instant,
): Promise<number> {
  const kept = await houseValue(db, 'matched');
  const last = kept === null ? null : matchedShape.parse(JSON.parse(kept));
  const [programme, day] = [await programmeStamp(db), dayInParis(now).toString()];
  const asked = { kinds: ['wish', 'last-days', 'new'], now, commit: true } as const;
  const keep = (at: { readonly programme: string; readonly day: string; readonly full: string }): Promise<void> =>
    setHouseValue(db, 'matched', JSON.stringify({ ...at, at: momentOf(now) }), { now });

  const stands = standsStill(programme, settings, now);
  const waited = last === null || last.full <= momentOf(now.subtract({ minutes: longestWait }));
  if ((last?.programme !== programme || last.day !== day) && (stands || waited)) {
    const added = await matchAll(asked);
    // a change that has not settled was left out: it is looked at again
    await keep({ programme: stands ? programme : '', day, full: momentOf(now) });
    return added;
  }
  if (last === null) return 0;
  const people = await peopleChanged(db, Temporal.Instant.from(last.at).subtract({ minutes: 1 }));
  const added = people.length === 0 ? 0 : await matchAll({ ...asked, people });
  await keep(last);
  return added;
}

const matchedShape = z.object({ programme: z.string(), day: z.string(), full: z.string(), at: z.string() });
