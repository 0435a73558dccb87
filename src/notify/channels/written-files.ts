import { houseZone } from '#calendar/zone.ts';
import { readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { daysBefore, type Clock } from '#state/clock.ts';
import type { Db } from '#state/schema.ts';

/** Days that what was written to files for somebody stays there. */
export const daysWritten = 28;

/** A letter or a sheet of ours, by its name: the row of the outbox first. */
const ofLetter = /^([1-9]\d{0,14})\.[\da-f]{20}\.(?:eml|pdf)/;
const mostAsked = 500;

/**
 * Deletes what was written to files for people, letters, short messages and sheets under `outbox` of the data folder, once it is 28 days old, or at once
 * when its row of the outbox is gone: its person was erased. Nothing else is touched.
 * @param folder `outbox` of the data folder, which need not be there
 * @returns how many files and lines went
 */
export async function forgetWritten(
  db: Db,
  folder: string,
  { now = Temporal.Now.instant() }: Clock = {},
): Promise<number> {
  const oldest = daysBefore(now, daysWritten).epochMilliseconds;
  const weeks = (await namesIn(join(folder, 'paper'))).filter((name) => /^\d{4}-W\d{2}$/.test(name));
  let gone = 0;
  for (const place of [folder, ...weeks.map((week) => join(folder, 'paper', week))]) {
    const letters = (await namesIn(place)).flatMap((name) => {
      const row = ofLetter.exec(name)?.[1];
      return row === undefined ? [] : [{ file: join(place, name), row: Number(row) }];
    });
    const held = await rowsHeld(db, letters);
    for (const { file, row } of letters)
      if (!held.has(row) || (await changedAt(file)) < oldest) {
        await rm(file, { force: true });
        gone++;
      }
  }
  return gone + (await forgetLines(db, join(folder, 'sms'), now));
}

/** Short messages: a file a day, a line each. Today's is left alone: lines are being added to it. */
async function forgetLines(db: Db, folder: string, now: Temporal.Instant): Promise<number> {
  const today = now.toZonedDateTimeISO(houseZone).toPlainDate();
  const first = today.subtract({ days: daysWritten }).toString();
  let gone = 0;
  for (const name of await namesIn(folder)) {
    const [, day] = /^(\d{4}-\d{2}-\d{2})\.jsonl$/.exec(name) ?? [];
    if (day === undefined || day >= today.toString()) continue;
    const file = join(folder, name);
    const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '');
    const told = lines.map((line) => ({ line, row: rowOfLine(line) }));
    const held = await rowsHeld(db, told);
    const left = day < first ? [] : told.filter(({ row }) => held.has(row));
    if (left.length === lines.length) continue;
    gone += lines.length - left.length;
    if (left.length === 0) await rm(file, { force: true });
    else {
      await writeFile(`${file}.partial`, left.map(({ line }) => `${line}\n`).join(''), { mode: 0o600, flush: true });
      await rename(`${file}.partial`, file);
    }
  }
  return gone;
}

const rowOfLine = (line: string): number => Number(/"key":"([1-9]\d{0,14})\./.exec(line)?.[1] ?? 0);

/** Which rows of the outbox are still there. */
async function rowsHeld(db: Db, told: readonly { readonly row: number }[]): Promise<Set<number>> {
  const held = new Set<number>();
  for (let at = 0; at < told.length; at += mostAsked) {
    const asked = told.slice(at, at + mostAsked).map(({ row }) => row);
    for (const { id } of await db.selectFrom('outbox').select('id').where('id', 'in', asked).execute())
      held.add(Number(id));
  }
  return held;
}

/** Milliseconds; now when it went meanwhile. */
const changedAt = (file: string): Promise<number> =>
  stat(file).then(
    ({ mtimeMs }) => mtimeMs,
    () => Infinity,
  );

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
