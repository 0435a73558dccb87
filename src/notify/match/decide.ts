import type { Decision } from '#notify/match/types.ts';
import { isLate, type Run } from '#notify/timing/moments.ts';
import { campaignStanding, holdUnreleased } from '#state/campaigns.ts';
import type { Clock } from '#state/clock.ts';
import { keepAccounts } from '#state/customers.ts';
import { enqueue, type ToTell } from '#state/outbox.ts';
import { renewMessage } from '#state/renew-message.ts';
import type { Db } from '#state/schema.ts';

export interface Decided {
  /** Messages that are new in the outbox. */
  readonly added: number;
  /** Messages that were taken back, and are true again. */
  readonly renewed: number;
}

/**
 * Writes decisions into the outbox, inside the transaction in which the state that they come from was read. What leaves for many waits where the
 * house holds it, or where it is late, unless somebody of the house has let it go; of what somebody of the house has cancelled, nothing is written,
 * nor for whom was erased meanwhile.
 */
export async function decide(
  db: Db,
  decisions: readonly Decision[],
  { now = Temporal.Now.instant(), run, hold = false }: Clock & { readonly run?: Run; readonly hold?: boolean } = {},
): Promise<Decided> {
  const cancelled = new Set<string>();
  if (run !== undefined && decisions.some(({ campaign }) => campaign !== null)) {
    const id = decisions.find(({ campaign }) => campaign !== null)?.campaign ?? '';
    const held = hold || isLate(run, now);
    const standing = await campaignStanding(
      db,
      { id, kind: run.kind, week: run.week.name, state: held ? 'held' : 'released', due: run.due },
      { now },
    );
    if (standing === 'cancelled') cancelled.add(id);
    // it stands from before: a word of the house was written for it, or a part of it was decided in time
    if (held) await holdUnreleased(db, id);
  }
  const there = await keepAccounts(
    db,
    decisions.map(({ customer }) => customer),
  );
  const standing = decisions.filter(
    ({ customer, campaign }) => there.has(customer) && (campaign === null || !cancelled.has(campaign)),
  );
  let renewed = 0;
  for (const decision of standing)
    if (decision.renews !== null && (await renewMessage(db, decision.renews, decision, { now }))) renewed++;
  const added = await enqueue(
    db,
    standing.flatMap(({ renews, customer, channel, kind, message, campaign, payload, due, stale }): ToTell[] =>
      renews === null ? [{ recipient: customer, customer, channel, kind, message, campaign, payload, due, stale }] : [],
    ),
    { now },
  );
  return { added, renewed };
}
