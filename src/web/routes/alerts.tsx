import { wishesOf } from '#state/wishes.ts';
import type { Context } from 'hono';
import { asFilmId } from '#brand.ts';
import type { Customer } from '#state/customers.ts';
import { asOwner } from '#state/customer-passkeys.ts';
import { devicesOf } from '#state/devices.ts';
import { houseSetting } from '#state/house-settings.ts';
import type { Db } from '#state/schema.ts';
import { changeSubscriptions, subscriptionsOf, unsubscribe } from '#state/subscriptions.ts';
import { changeCustomer } from '#state/customers.ts';
import { listPasskeys } from '#state/passkeys.ts';
import { heldBack, suppressionOf } from '#state/suppression.ts';
import { inTransaction } from '#state/transaction.ts';
import { customerHere, ownPage } from '#web/account/own-page.ts';
import { listPushDevices } from '#state/push-subscriptions.ts';
import { boxesOf, channelsOf, pauseDay, preferencesIn } from '#web/account/read-preferences.ts';
import { wordingOf } from '#web/account/said.ts';
import { isProvenHere } from '#web/account/proof.ts';
import { AccountDevices, ChangeAddress } from '#web/components/account-devices.tsx';
import { AccountPasskeys } from '#web/components/account-passkeys.tsx';
import { Told } from '#web/components/account-parts.tsx';
import { Layout } from '#web/components/layout.tsx';
import { PostButton } from '#web/components/post-button.tsx';
import { PreferencesForm } from '#web/components/preferences-form.tsx';
import { PushSwitch } from '#web/components/push-switch.tsx';
import { fieldsOf } from '#web/form.ts';
import { pathIn } from '#web/language.ts';
import { queryOf } from '#web/page.ts';
import { signUp } from '#web/routes/sign-up.tsx';
import { stateOf, type Site } from '#web/site.ts';
import { titleOf } from '#web/titles.ts';
import { browserOwnId } from '#web/visitor.ts';

/** What one is told: the form to ask for it, or, for who is signed in, all that may be changed. @throws NOTHING_KEPT */
export async function alerts(context: Context, site: Site): Promise<Response> {
  const customer = await customerHere(site);
  if (customer !== null) return mine(context, site, customer);
  const film = asFilmId(queryOf(context).get('film') ?? '');
  // where they said that they would come from
  const [wish] = site.visitor === null ? [] : await wishesOf(stateOf(site).db, site.visitor.id);
  return signUp(context, site, { email: '', kinds: [], commune: wish?.commune ?? null, film });
}

/** Keeps the preferences of who is signed in; who no longer is, is asked to sign in. @throws FORM_INVALID, CONTACT_REFUSED, NOTHING_KEPT */
export async function savePreferences(context: Context, site: Site): Promise<Response> {
  const customer = await customerHere(site);
  if (customer !== null) await keepPreferences(context, site, customer, 'page');
  return context.redirect(pathIn(site.language, customer === null ? '/alertes' : '/alertes?done=saved#done'), 303);
}

/** Ends every alert of who is signed in, by every channel. @throws NOTHING_KEPT */
export async function stopAll(context: Context, site: Site): Promise<Response> {
  const customer = await customerHere(site);
  const { stop, stopHint } = site.words.account.preferences;
  if (customer !== null)
    await unsubscribe(stateOf(site).db, customer.id, () => true, {
      language: site.language,
      source: 'page',
      wording: () => `${stop}. ${stopHint}`,
    });
  return context.redirect(pathIn(site.language, customer === null ? '/alertes' : '/alertes?done=stopped#done'), 303);
}

/** A form of which one quiet hour was left empty: that one is the house's, as the page says. */
async function wholeQuiet(db: Db, field: (name: string) => string): Promise<(name: string) => string> {
  const hours = ['quiet-from', 'quiet-until'] as const;
  const empty = hours.filter((name) => field(name) === '');
  const [one] = empty.length === 1 ? empty : [];
  if (one === undefined) return field;
  const usual = await houseSetting(db, one);
  return (name) => (name === one ? usual : field(name));
}

/** Keeps what a form of preferences says, all or nothing, with the sentences that were shown. @throws FORM_INVALID, CONTACT_REFUSED */
export async function keepPreferences(
  context: Context,
  site: Site,
  customer: Customer,
  source: 'page' | 'link',
): Promise<void> {
  const { db } = stateOf(site);
  const field = await fieldsOf(context);
  const preferences = preferencesIn(site, await wholeQuiet(db, field), { named: source === 'page' });
  await inTransaction(db, async (within) => {
    await changeCustomer(within, customer.id, preferences);
    const standing = await subscriptionsOf(within, customer.id);
    const has = channelsOf(customer, standing, { pushes: (await listPushDevices(within, customer.id)).length });
    // a channel that came after the page was shown has no box on it: nothing was said of it
    const shown = field('channels') === '' ? has : field('channels').split(',');
    const among = has.filter((channel) => shown.includes(channel));
    await changeSubscriptions(
      within,
      customer.id,
      { wanted: boxesOf(field, among), among },
      { language: site.language, source, wording: ({ kind, channel }) => wordingOf(site, kind, channel) },
    );
  });
}

/** Whether a letter with a code would reach them. */
const reached = async (db: Db, { email }: Customer): Promise<boolean> =>
  email !== null && !heldBack(await suppressionOf(db, email), 'account');

async function mine(context: Context, site: Site, customer: Customer): Promise<Response> {
  const { db } = stateOf(site);
  const { account: words } = site.words;
  const { preferences } = words;
  const query = queryOf(context);
  const told = { ...preferences.done, ...site.words.passkeys.done };
  const done = Object.entries(told).find(([name]) => name === query.get('done'))?.[1];
  const film = asFilmId(query.get('film') ?? '');
  const [card] = film === null ? [] : await site.lanterne.cards([film]);
  const standing = await subscriptionsOf(db, customer.id);
  const pushes = await listPushDevices(db, customer.id);
  const pause = pauseDay(customer.pausedUntil);
  return ownPage(
    context,
    <Layout site={site} title={words.title} path="/alertes" query="">
      <div class="narrow account">
        <h1>{words.title}</h1>
        {done === undefined ? null : <Told>{done}</Told>}
        {card === undefined ? null : (
          <p>
            <a class="button" href={pathIn(site.language, `/film/${card.id}`)}>
              {preferences.backToFilm(titleOf(card, site.language))}
            </a>
          </p>
        )}
        <p class="lead">
          {customer.email === null ? preferences.signedInNameless : preferences.signedIn(customer.email)}
        </p>
        {pause === null ? null : <p class="notice">{preferences.paused(site.words.date(pause))}</p>}
        {standing.length === 0 ? <p>{preferences.nothingAsked}</p> : null}
        <PreferencesForm
          site={site}
          customer={customer}
          standing={standing}
          among={channelsOf(customer, standing, { pushes: pushes.length })}
          action={pathIn(site.language, '/alertes/preferences')}
          named
        />
        <PushSwitch site={site} />
        {standing.length === 0 ? null : (
          <section>
            <h2>{preferences.stop}</h2>
            <p id="stop-hint">{preferences.stopHint}</p>
            <PostButton action={pathIn(site.language, '/alertes/arreter')} fields={{}} class="quiet button">
              {preferences.stop}
            </PostButton>
          </section>
        )}
        <AccountDevices
          site={site}
          devices={await devicesOf(db, customer.visitor)}
          here={browserOwnId(context)}
          pushes={pushes}
        />
        <AccountPasskeys
          site={site}
          passkeys={await listPasskeys(db, asOwner(customer.id))}
          proven={await isProvenHere(context, site, customer)}
          letters={await reached(db, customer)}
        />
        <ChangeAddress site={site} />
        <p>
          <a href={pathIn(site.language, '/mes-donnees')}>{preferences.data}</a>
        </p>
      </div>
    </Layout>,
  );
}
