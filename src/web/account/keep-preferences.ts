import type { Context } from 'hono';
import { changeCustomer, type Customer } from '#state/customers.ts';
import { houseSetting } from '#state/house-settings.ts';
import { listPushDevices } from '#state/push-subscriptions.ts';
import type { Db } from '#state/schema.ts';
import { changeSubscriptions, subscriptionsOf } from '#state/subscriptions.ts';
import { inTransaction } from '#state/transaction.ts';
import { sentValues, shownIn, type PreferenceValues } from '#web/account/preference-values.ts';
import { boxesOf, channelsOf, preferencesIn } from '#web/account/read-preferences.ts';
import { wordingOf } from '#web/account/said.ts';
import { fieldsOf } from '#web/form.ts';
import { stateOf, type Site } from '#web/site.ts';

/**
 * Keeps what a form of preferences says, all or nothing, with the sentences that were shown.
 * @returns null, or what the form is to be shown again with: nothing is kept then
 * @throws FORM_INVALID
 */
export async function keepPreferences(
  context: Context,
  site: Site,
  customer: Customer,
  source: 'page' | 'link',
): Promise<PreferenceValues | null> {
  const { db } = stateOf(site);
  const field = await fieldsOf(context);
  const read = preferencesIn(site, await wholeQuiet(db, field), { named: source === 'page' });
  if ('wrong' in read) return sentValues(field, read.wrong, await subscriptionsOf(db, customer.id));
  await inTransaction(db, async (within) => {
    await changeCustomer(within, customer.id, read.is);
    const standing = await subscriptionsOf(within, customer.id);
    const has = channelsOf(customer, standing, { pushes: (await listPushDevices(within, customer.id)).length });
    // a channel that came after the page was shown has no box on it: nothing was said of it
    const among = has.filter((channel) => shownIn(field, channel));
    await changeSubscriptions(
      within,
      customer.id,
      { wanted: boxesOf(field, among), among },
      { language: site.language, source, wording: ({ kind, channel }) => wordingOf(site, kind, channel) },
    );
  });
  return null;
}

/** A form of which one quiet hour was left empty: that one is the house's, as the page says. */
async function wholeQuiet(db: Db, field: (name: string) => string): Promise<(name: string) => string> {
  const hours = ['quiet-from', 'quiet-until'] as const;
  const empty = hours.filter((name) => field(name).trim() === '');
  const [one] = empty.length === 1 ? empty : [];
  if (one === undefined) return field;
  const usual = await houseSetting(db, one);
  return (name) => (name === one ? usual : field(name));
}
