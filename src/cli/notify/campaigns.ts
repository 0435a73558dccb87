import type { Invocation } from '#cli/command.ts';
import { settings } from '#cli/settings.ts';
import { runName } from '#notify/timing/moments.ts';
import { campaignOf, listCampaigns, type Campaign } from '#state/campaigns.ts';
import { houseSettings } from '#state/house-settings.ts';
import { openState, statePlace } from '#state/open-state.ts';
import type { Db } from '#state/schema.ts';
import { comingRuns } from '#alerts/coming-runs.ts';
import { en } from '#web/words.en.ts';

/** The mailings: those to come, made ready or not, then the latest, with how many of their messages are where. */
export async function run(invocation: Invocation): Promise<void> {
  await using state = await openState(statePlace(settings(invocation)));
  const coming = await comingOnes(state.db, Temporal.Now.instant());
  const others = (await listCampaigns(state.db)).filter(({ id }) => coming.every((one) => one.id !== id));
  const all = [...coming, ...others];
  if (invocation.values['json'] === true) return invocation.print(JSON.stringify(all));
  for (const one of all) invocation.print(campaignLine(one));
}

/** A mailing, or one that is not made ready yet. */
export type CampaignToTell = Omit<Campaign, 'state' | 'created'> & { readonly state: Campaign['state'] | 'none' };

export function campaignLine({ id, state, due, note, counts }: CampaignToTell): string {
  const { states, box } = en.staff.campaigns;
  const sentences: Readonly<Record<string, string>> = box.states;
  const told = Object.entries(counts).map(([name, count]) => `${count} ${sentences[name] ?? name}`);
  return [`${id}  ${states[state]}  due ${due}`, ...told, ...(note === '' ? [] : [JSON.stringify(note)])].join('  ');
}

async function comingOnes(db: Db, now: Temporal.Instant): Promise<CampaignToTell[]> {
  const found: CampaignToTell[] = [];
  for (const { kind, week, due } of await comingRuns(db, await houseSettings(db), now)) {
    const id = runName(kind, week);
    const blank = { id, kind, week: week.name, state: 'none', due: due.toString(), note: '', counts: {} } as const;
    found.push((await campaignOf(db, id)) ?? blank);
  }
  return found;
}
