import { dayOf, daysBefore, momentOf } from '#state/clock.ts';
import { enqueue, type ToTell } from '#state/outbox.ts';
import type { Db } from '#state/schema.ts';

/** How long before an account is erased for silence its owner is told. */
export const warnedDays = 30;
/** After so many days a letter that has not left is of no use. */
const staleDays = 14;

/**
 * Tells, once for each silence, whoever's account is about to be erased because they neither came nor answered; coming back is enough to keep it.
 * @param customerDays after how many days of silence an account is erased
 * @returns how many letters are new
 */
export async function warnSilent(db: Db, customerDays: number, now: Temporal.Instant): Promise<number> {
  if (customerDays <= warnedDays) return 0;
  const silent = daysBefore(now, customerDays - warnedDays);
  const rows = await db
    .selectFrom('customer')
    .innerJoin('visitor', 'visitor.id', 'customer.visitor')
    .select(['customer.id', 'customer.language', 'customer.last_contact', 'visitor.last_seen'])
    .where('customer.email', 'is not', null)
    .where('customer.confirmed', 'is not', null)
    .where('customer.last_contact', '<', momentOf(silent))
    .where('visitor.last_seen', '<', dayOf(silent))
    .execute();
  const letters = rows.map(({ id, language, last_contact, last_seen }): ToTell => {
    const contact = last_contact.slice(0, dayOf(now).length);
    const since = contact > last_seen ? contact : last_seen;
    const on = Temporal.PlainDate.from(since)
      .add({ days: customerDays + 1 })
      .toString();
    const path = `${language === 'en' ? '/en' : ''}/alertes`;
    return {
      recipient: id,
      customer: id,
      message: `soon-erased:${since}`,
      channel: 'email',
      kind: 'account',
      campaign: null,
      payload: { kind: 'account', about: { purpose: 'soon-erased', language, on, path } },
      due: now,
      stale: now.add({ hours: 24 * staleDays }),
    };
  });
  return enqueue(db, letters, { now });
}
