import { z } from 'zod';
import { houseValue, setHouseValue } from '#state/house.ts';
import type { Db } from '#state/schema.ts';

/** The last runs that are remembered as done. */
const runsKept = 12;

/** The names of the last mailings that were decided, `digest:2026-W48`, the oldest first. */
export const runsDone = async (db: Db): Promise<string[]> =>
  z.array(z.string()).parse(JSON.parse((await houseValue(db, 'runs-done')) ?? '[]'));

/** What the programme was when a mailing was last decided, by its name. */
export const runsProgramme = async (db: Db): Promise<Record<string, string>> =>
  z.record(z.string(), z.string()).parse(JSON.parse((await houseValue(db, 'runs-programme')) ?? '{}'));

/** Remembers what the programme was. */
export const noteRunProgramme = async (
  db: Db,
  name: string,
  programme: string,
  now: Temporal.Instant,
): Promise<void> => {
  const kept = Object.entries(await runsProgramme(db)).filter(([one]) => one !== name);
  const last = Object.fromEntries([...kept, [name, programme]].slice(-runsKept));
  await setHouseValue(db, 'runs-programme', JSON.stringify(last), { now });
};

/** Remembers that a mailing was decided. */
export async function noteRunDone(db: Db, name: string, now: Temporal.Instant): Promise<void> {
  const done = [...(await runsDone(db)), name];
  await setHouseValue(db, 'runs-done', JSON.stringify(done.slice(-runsKept)), { now });
}
