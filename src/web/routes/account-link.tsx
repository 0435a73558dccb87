import type { Context } from 'hono';
import type { CustomerId } from '#brand.ts';
import { fault } from '#errors.ts';
import { maskedEmail } from '#state/contact.ts';
import { customerOf, type Customer } from '#state/customers.ts';
import { listPushDevices } from '#state/push-subscriptions.ts';
import { countRefusal } from '#state/refusals.ts';
import { linkKeyOf, readLink, type SignedLink } from '#state/signed-links.ts';
import { subscriptionsOf } from '#state/subscriptions.ts';
import { ownPage } from '#web/account/own-page.ts';
import { keepPreferences } from '#web/account/keep-preferences.ts';
import { keptValues, type PreferenceValues } from '#web/account/preference-values.ts';
import { channelsOf } from '#web/account/read-preferences.ts';
import { Told } from '#web/components/account-parts.tsx';
import { Layout } from '#web/components/layout.tsx';
import { PreferencesForm } from '#web/components/preferences-form.tsx';
import { pathIn } from '#web/language.ts';
import { queryOf } from '#web/page.ts';
import { stateOf, type Site } from '#web/site.ts';

/**
 * Preferences by the signed link of a letter: what is told, where and when, and nothing else. It signs nobody in, and shows the address masked.
 * @throws LINK_UNUSABLE, CUSTOMER_UNKNOWN, NOTHING_KEPT
 */
export const linkPreferences = async (context: Context, site: Site): Promise<Response> =>
  linkPage(context, site, await ofLink(context, site));

/** Keeps them. @throws LINK_UNUSABLE, CUSTOMER_UNKNOWN, FORM_INVALID, NOTHING_KEPT */
export async function saveLinkPreferences(context: Context, site: Site): Promise<Response> {
  const customer = await ofLink(context, site);
  const again = await keepPreferences(context, site, customer, 'link');
  if (again !== null) return linkPage(context, site, customer, again);
  const path = `/alertes/lien/${context.req.param('token') ?? ''}`;
  return context.redirect(`${pathIn(site.language, path)}?done=saved#done`, 303);
}

/** What the token of the address says. @throws LINK_UNUSABLE when it is cut or forged: counted when something was to be changed */
export async function linkHere<P extends SignedLink['purpose']>(
  context: Context,
  site: Site,
  purpose: P,
): Promise<Extract<SignedLink, { purpose: P }>> {
  const { db } = stateOf(site);
  const link = readLink(await linkKeyOf(db), context.req.param('token') ?? '');
  if (link !== null && isFor(link, purpose)) return link;
  if (context.req.method === 'POST') await countRefusal(db, 'bad-link');
  throw fault('LINK_UNUSABLE');
}

/** An address as it may be shown to whoever holds a link. */
export const maskedOf = ({ email }: Pick<Customer, 'email'>): string => (email === null ? '…' : maskedEmail(email));

const isFor = <P extends SignedLink['purpose']>(
  link: SignedLink,
  purpose: P,
): link is Extract<SignedLink, { purpose: P }> => link.purpose === purpose;

async function ofLink(context: Context, site: Site): Promise<Customer> {
  const { customer }: { customer: CustomerId } = await linkHere(context, site, 'preferences');
  const found = await customerOf(stateOf(site).db, customer);
  if (found === null) throw fault('CUSTOMER_UNKNOWN');
  return found;
}

async function linkPage(
  context: Context,
  site: Site,
  customer: Customer,
  again: PreferenceValues | null = null,
): Promise<Response> {
  const { db } = stateOf(site);
  const { account: words } = site.words;
  const standing = await subscriptionsOf(db, customer.id);
  const pushes = (await listPushDevices(db, customer.id)).length;
  const path = `/alertes/lien/${context.req.param('token') ?? ''}`;
  return ownPage(
    context,
    <Layout site={site} title={words.title} path={path} query="">
      <div class="narrow account">
        <h1>{words.title}</h1>
        {queryOf(context).get('done') === 'saved' ? <Told>{words.preferences.done.saved}</Told> : null}
        {again === null ? null : <Told alert>{words.preferences.notSaved}</Told>}
        <p class="lead">{words.preferences.byLink(maskedOf(customer))}</p>
        <PreferencesForm
          site={site}
          values={again ?? keptValues(customer, standing)}
          among={channelsOf(customer, standing, { pushes })}
          action={pathIn(site.language, path)}
          named={false}
        />
      </div>
    </Layout>,
    again === null ? 200 : 422,
  );
}
