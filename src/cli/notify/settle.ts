import type { Invocation } from '#cli/command.ts';
import { usage } from '#cli/notify/asked.ts';
import { settings } from '#cli/settings.ts';
import { fault } from '#errors.ts';
import { openLanterne } from '#lanterne.ts';
import { handSteps, settleByHand } from '#state/by-hand.ts';
import { openState, statePlace } from '#state/open-state.ts';
import { handList } from '#web/hand-list.ts';
import { siteIn } from '#web/site.ts';
import { en } from '#web/words.en.ts';

/** Notes what was done with messages that the house tells by hand. @throws USAGE, CALL_UNKNOWN when one is not on the lists: nothing is noted then */
export async function run(invocation: Invocation): Promise<void> {
  const ids = invocation.positionals.slice(0, -1);
  const said = invocation.positionals.at(-1) ?? '';
  const step = handSteps.find((one) => one === said);
  if (step === undefined) throw usage(`What was done is ${handSteps.join(', ')}, not “${said}”.`);
  const wrong = ids.find((id) => !/^[1-9]\d{0,14}$/.test(id));
  if (wrong !== undefined) throw usage(`“${wrong}” is no number of a message.`);
  const config = settings(invocation);
  await using state = await openState(statePlace(config));
  await using lanterne = await openLanterne(config, { onProgress: invocation.note });
  const site = { ...siteIn(lanterne, 'en'), state };
  const now = Temporal.Now.instant();
  const lists = [await handList(site, 'phone', now), await handList(site, 'paper', now)];
  const listed = lists.flatMap(({ open, done }) => [...open, ...done].flatMap(({ rows }) => rows));
  const absent = ids.filter((id) => !listed.some((row) => row.id === Number(id)));
  if (absent.length > 0) throw fault('CALL_UNKNOWN', { ids: absent.join(', ') });
  const rows = listed.filter(({ id }) => ids.includes(String(id)));
  const noted = await settleByHand(state.db, rows, step, { staff: null, now });
  const { calls: words } = en.push;
  if (invocation.values['json'] === true) return invocation.print(JSON.stringify({ noted }));
  invocation.print(noted === 0 ? words.changed : words.kept(noted));
}
