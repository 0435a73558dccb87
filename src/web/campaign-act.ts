import { runName, type Run } from '#notify/timing/moments.ts';
import {
  campaignStanding,
  cancelCampaign,
  holdCampaign,
  noteCampaign,
  releaseCampaign,
  type By,
  type Campaign,
} from '#state/campaigns.ts';
import type { Clock } from '#state/clock.ts';
import { houseSettings } from '#state/house-settings.ts';
import type { Db } from '#state/schema.ts';
import { inTransaction } from '#state/transaction.ts';

/** What the house does with a mailing. */
export type CampaignAct =
  | { readonly act: 'hold' | 'release' | 'cancel' }
  | { readonly act: 'note'; readonly note: string };

/** Characters of the word of the house. */
export const longestNote = 500;

/** A word of the house as it is kept; null when it is too long. */
export function readNote(text: string): string | null {
  const note = text.replaceAll('\r\n', '\n').trim();
  return [...note].length > longestNote ? null : note;
}

/** Whether nothing can be done with a mailing any more: its week is over, or it was cancelled. */
export const isGone = (
  { week }: Run,
  campaign: Pick<Campaign, 'state'> | null,
  { now = Temporal.Now.instant() }: Clock = {},
): boolean => campaign?.state === 'cancelled' || Temporal.Instant.compare(now, week.until) >= 0;

/** Keeps the word of the house, holds, lets go or cancels; a mailing that is not made ready yet is written down first. */
export const actOnRun = (
  db: Db,
  run: Run,
  asked: CampaignAct,
  by: By,
  { now = Temporal.Now.instant() }: Clock = {},
): Promise<void> =>
  inTransaction(db, async (within) => {
    const id = runName(run.kind, run.week);
    const { holdCampaigns } = await houseSettings(within);
    const state = holdCampaigns ? 'held' : 'released';
    await campaignStanding(within, { id, kind: run.kind, week: run.week.name, state, due: run.due }, { now });
    if (asked.act === 'note') await noteCampaign(within, id, asked.note, by, { now });
    else if (asked.act === 'hold') await holdCampaign(within, id, by, { now });
    else if (asked.act === 'cancel') await cancelCampaign(within, id, by, { now });
    else await releaseCampaign(within, id, by, { until: run.week.until, now });
  });
