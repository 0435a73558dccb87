import { asShowingId, type StaffId } from '#brand.ts';
import { whoWished } from '#demand/who-wished.ts';
import type { MarketBook } from '#market/types.ts';
import { recordAttendance } from '#state/attendance.ts';
import type { Db } from '#state/schema.ts';
import { pastShowings } from '#web/demand-view.ts';

const mostSold = 100_000;

/** A count as it was typed. */
export interface TypedCount {
  readonly showing: string;
  /** Tickets sold. */
  readonly sold: string;
  /** Of whom had answered; empty: nobody asked. */
  readonly came: string;
}

/**
 * Writes down how many came to a showing that is over.
 * @param by null: the command line
 * @returns `unknown`: no showing of a film that was over in the past weeks; `refused`: the numbers cannot be
 */
export async function countShowing(
  db: Db,
  market: () => MarketBook,
  typed: TypedCount,
  by: StaffId | null,
): Promise<'saved' | 'refused' | 'unknown'> {
  const id = asShowingId(typed.showing);
  const showing = (await pastShowings(db)).find((one) => one.showing.id === id)?.showing;
  if (showing === undefined || showing.film === null) return 'unknown';
  const [sold, came] = [count(typed.sold), typed.came.trim() === '' ? null : count(typed.came)];
  if (sold === undefined || came === undefined || (came ?? 0) > sold) return 'refused';
  const parties = await whoWished(db, market(), { film: showing.film, at: showing.at, starts: showing.starts });
  await recordAttendance(db, { showing: showing.id, sold, came, parties }, { author: by });
  return 'saved';
}

function count(text: string): number | undefined {
  const value = Number(text.trim());
  return /^\s*\d{1,6}\s*$/.test(text) && value <= mostSold ? value : undefined;
}
