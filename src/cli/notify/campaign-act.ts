import type { Invocation } from '#cli/command.ts';
import { usage } from '#cli/notify/asked.ts';
import { campaignLine } from '#cli/notify/campaigns.ts';
import { settings } from '#cli/settings.ts';
import { fault } from '#errors.ts';
import { campaignOf } from '#state/campaigns.ts';
import { openState, statePlace } from '#state/open-state.ts';
import { actOnRun, isGone, readNote, type CampaignAct } from '#web/campaign-act.ts';
import { runOfName } from '#web/campaign-view.ts';
import { en } from '#web/words.en.ts';

type Run = (invocation: Invocation) => Promise<void>;

/** Nothing more of a mailing leaves until it is released. @throws USAGE, WEEK_INVALID, CAMPAIGN_OVER */
export const hold: Run = (invocation) => act(invocation, { act: 'hold' });
/** Lets a mailing go. @throws USAGE, WEEK_INVALID, CAMPAIGN_OVER */
export const release: Run = (invocation) => act(invocation, { act: 'release' });
/** Gives a mailing up for good. @throws USAGE, WEEK_INVALID, CAMPAIGN_OVER */
export const cancel: Run = (invocation) => act(invocation, { act: 'cancel' });

/** Keeps a word of the house for the head of each letter; an empty one takes it away. @throws USAGE, WEEK_INVALID, CAMPAIGN_OVER */
export async function note(invocation: Invocation): Promise<void> {
  const kept = readNote(invocation.positionals[1] ?? '');
  if (kept === null) throw usage(en.staff.campaigns.noteWrong);
  await act(invocation, { act: 'note', note: kept });
}

async function act(invocation: Invocation, asked: CampaignAct): Promise<void> {
  const [id = ''] = invocation.positionals;
  const { campaigns: words } = en.staff;
  await using state = await openState(statePlace(settings(invocation)));
  const run = await runOfName(state.db, id);
  if (run === null) throw usage(`A mailing is named like digest:2026-W48 or reminder:2026-W48, not “${id}”.`);
  const before = await campaignOf(state.db, id);
  if (isGone(run, before))
    throw fault('CAMPAIGN_OVER', { reason: before?.state === 'cancelled' ? words.cancelled : words.over });
  await actOnRun(state.db, run, asked, { staff: null });
  const after = await campaignOf(state.db, id);
  if (invocation.values['json'] === true) return invocation.print(JSON.stringify(after));
  invocation.note(words.done[asked.act]);
  if (after !== null) invocation.print(campaignLine(after));
}
