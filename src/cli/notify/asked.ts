import type { MatchAsked } from '#alerts/match-people.ts';
import { asCustomerId, type CustomerId } from '#brand.ts';
import { dayInParis, weekAfter, weekOf } from '#calendar/week.ts';
import { textOption, textOptions, type Invocation } from '#cli/command.ts';
import { fault, type LanterneError } from '#errors.ts';
import { weekNamedOf } from '#notify/letters/week-named-of.ts';
import type { AlertMessage } from '#notify/match/types.ts';
import { isLate, runOf, type CampaignKind, type Run } from '#notify/timing/moments.ts';
import { normalAddress } from '#state/address-hash.ts';
import { houseSettings } from '#state/house-settings.ts';
import type { Db } from '#state/schema.ts';

const kinds = ['wish', 'digest', 'reminder', 'last-days', 'new'] as const satisfies readonly AlertMessage[];
/** Looked at unless told; the reminder says nothing that the week did not. */
const usual = ['wish', 'digest', 'last-days', 'new'] as const;

/** What the options of `notify match` and `notify preview` ask. @throws USAGE, WEEK_INVALID, CUSTOMER_UNKNOWN */
export async function askedOf(
  invocation: Invocation,
  db: Db,
  now: Temporal.Instant,
): Promise<Pick<MatchAsked, 'kinds' | 'run' | 'people' | 'now'>> {
  const asked = textOptions(invocation, 'kind').map((text) => {
    const kind = kinds.find((one) => one === text);
    if (kind === undefined) throw usage(`--kind is ${kinds.join(', ')}, not “${text}”.`);
    return kind;
  });
  const chosen = asked.length === 0 ? usual : asked;
  const campaigns = chosen.filter((kind): kind is CampaignKind => kind === 'digest' || kind === 'reminder');
  const [campaign, ...others] = campaigns;
  if (others.length > 0) throw usage('Ask for the digest and its reminder one at a time.');
  const week = textOption(invocation, 'week');
  if (campaign === undefined && week !== undefined) throw usage('--week goes with a digest or its reminder.');
  const [run, person] = [
    campaign === undefined ? undefined : await runAsked(campaign, week, db, now),
    textOption(invocation, 'person'),
  ];
  return {
    now,
    kinds: chosen,
    ...(run === undefined ? {} : { run }),
    ...(person === undefined ? {} : { people: [await personOf(db, person)] }),
  };
}

/** The run of a week; unless told, of the first whose moment is not too long past. */
async function runAsked(kind: CampaignKind, name: string | undefined, db: Db, now: Temporal.Instant): Promise<Run> {
  const settings = await houseSettings(db);
  const runIn = (week: Run['week']): Run => runOf(kind, week, settings);
  if (name !== undefined) return runIn(weekNamedOf(name));
  const today = weekOf(dayInParis(now));
  return [today, weekAfter(today)].map(runIn).find((run) => !isLate(run, now)) ?? runIn(weekAfter(weekAfter(today)));
}

async function personOf(db: Db, text: string): Promise<CustomerId> {
  const id = asCustomerId(text);
  const row = await db
    .selectFrom('customer')
    .select('id')
    .where((customer) => (id === null ? customer('email', '=', normalAddress(text)) : customer('id', '=', id)))
    .executeTakeFirst();
  if (row === undefined) throw fault('CUSTOMER_UNKNOWN');
  return row.id;
}

export const usage = (problem: string): LanterneError => fault('USAGE', { problem, command: 'notify' });
