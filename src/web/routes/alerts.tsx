import { wishesOf } from '#state/wishes.ts';
import type { Context } from 'hono';
import { asFilmId } from '#brand.ts';
import type { Customer } from '#state/customers.ts';
import { devicesOf } from '#state/devices.ts';
import { customerOwner, listPasskeys } from '#state/passkeys.ts';
import { subscriptionsOf, unsubscribe } from '#state/subscriptions.ts';
import { customerHere, ownPage } from '#web/account/own-page.ts';
import { listPushDevices } from '#state/push-subscriptions.ts';
import { keepPreferences } from '#web/account/keep-preferences.ts';
import { keptValues, type PreferenceValues } from '#web/account/preference-values.ts';
import { channelsOf, pauseDay } from '#web/account/read-preferences.ts';
import { isProvenHere } from '#web/account/proof.ts';
import { reached } from '#web/account/reached.ts';
import { AccountDevices, ChangeAddress } from '#web/components/account-devices.tsx';
import { AccountPasskeys } from '#web/components/account-passkeys.tsx';
import { AccountProve } from '#web/components/account-prove.tsx';
import { Told } from '#web/components/account-parts.tsx';
import { Layout } from '#web/components/layout.tsx';
import { PostButton } from '#web/components/post-button.tsx';
import { PreferencesForm } from '#web/components/preferences-form.tsx';
import { PushSwitch } from '#web/components/push-switch.tsx';
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

/** Keeps the preferences of who is signed in; who no longer is, is asked to sign in. @throws FORM_INVALID, NOTHING_KEPT */
export async function savePreferences(context: Context, site: Site): Promise<Response> {
  const customer = await customerHere(site);
  const again = customer === null ? null : await keepPreferences(context, site, customer, 'page');
  if (customer !== null && again !== null) return mine(context, site, customer, again);
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

async function mine(
  context: Context,
  site: Site,
  customer: Customer,
  again: PreferenceValues | null = null,
): Promise<Response> {
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
  const [proven, letters] = [await isProvenHere(context, site, customer), await reached(db, customer)];
  const keys = await listPasskeys(db, customerOwner(customer.id));
  return ownPage(
    context,
    <Layout site={site} title={words.title} path="/alertes" query="">
      <div class="narrow account">
        <h1>{words.title}</h1>
        {done === undefined ? null : <Told>{done}</Told>}
        {again === null ? null : <Told alert>{preferences.notSaved}</Told>}
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
          values={again ?? keptValues(customer, standing)}
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
        {proven ? null : <AccountProve site={site} letters={letters} keys={keys.length > 0} />}
        <AccountPasskeys site={site} passkeys={keys} proven={proven} />
        {proven || !letters ? <ChangeAddress site={site} /> : null}
        <p>
          <a href={pathIn(site.language, '/mes-donnees')}>{preferences.data}</a>
        </p>
      </div>
    </Layout>,
    again === null ? 200 : 422,
  );
}
