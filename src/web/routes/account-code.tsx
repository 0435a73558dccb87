import type { Context } from 'hono';
import { confirmSignIn, type Confirmed } from '#state/confirm-sign-in.ts';
import { tryCode } from '#state/prove-sign-in.ts';
import { countRefusal } from '#state/refusals.ts';
import { askingSecret, forgetAsking } from '#web/account/asking-cookie.ts';
import { ownPage } from '#web/account/own-page.ts';
import { keepProof } from '#web/account/proof.ts';
import { Field, Told } from '#web/components/account-parts.tsx';
import { Layout } from '#web/components/layout.tsx';
import { fieldsOf } from '#web/form.ts';
import { pathIn } from '#web/language.ts';
import { accountNote } from '#web/routes/account-note.tsx';
import { stateOf, type Site } from '#web/site.ts';
import { browserOwnId, keepCookie } from '#web/visitor.ts';

/** After a letter was asked for: where its code is typed. */
export function codeForm(context: Context, site: Site, told: string | null = null): Response {
  const { code: words } = site.words.account;
  const back = pathIn(site.language, '/alertes');
  if (askingSecret(context) === null) return context.redirect(back, 303);
  return ownPage(
    context,
    <Layout site={site} title={words.title} path="/compte/code" query="">
      <div class="narrow account">
        <h1>{words.title}</h1>
        {told === null ? null : <Told alert>{told}</Told>}
        <p class="lead">{words.lead}</p>
        <form class="look-form" method="post" action={pathIn(site.language, '/compte/code')}>
          <Field id="code" label={words.label} hint={words.hint}>
            <input
              id="code"
              class="code"
              name="code"
              required
              inputMode="numeric"
              autocomplete="one-time-code"
              maxLength={8}
              aria-describedby="code-hint"
            />
          </Field>
          <p class="look-end">
            <button>{words.send}</button>
          </p>
        </form>
        <p>{words.nothing}</p>
        <p class="back">
          <a href={back}>{words.again}</a>
        </p>
      </div>
    </Layout>,
    told === null ? 200 : 422,
  );
}

/** Tries a code: right, the browser is in; wrong, so many tries are left; after five a new letter is needed. @throws FORM_INVALID, NOTHING_KEPT */
export async function sendCode(context: Context, site: Site): Promise<Response> {
  const { db } = stateOf(site);
  const { code: words } = site.words.account;
  const field = await fieldsOf(context);
  const tried = await tryCode(db, { browser: askingSecret(context) ?? '', code: field('code') });
  if (tried.kind !== 'right') await countRefusal(db, 'bad-code');
  if (tried.kind === 'wrong') return codeForm(context, site, words.wrong(tried.left));
  if (tried.kind === 'over') return accountNote(context, site, [words.overTitle, words.over], 410);
  return cameIn(context, site, await confirmSignIn(db, tried.signIn, browserOwnId(context)), tried.signIn.asked.film);
}

/** What a confirmation leads to: the page of alerts, by which the way back to the film is offered; or why it was none. */
export async function cameIn(
  context: Context,
  site: Site,
  confirmed: Confirmed,
  film: string | null,
): Promise<Response> {
  const { confirm: words } = site.words.account;
  if (confirmed.kind !== 'signed-in')
    return confirmed.kind === 'used'
      ? accountNote(context, site, [words.usedTitle, words.used], 410)
      : accountNote(context, site, [words.takenTitle, words.taken], 409);
  forgetAsking(context);
  keepCookie(context, confirmed.secret, site.lanterne.config.visitorDays);
  await keepProof(context, site, confirmed.customer.id, confirmed.secret);
  const query = new URLSearchParams({
    done: confirmed.first ? 'confirmed' : 'signed-in',
    ...(film === null ? {} : { film }),
  });
  return context.redirect(`${pathIn(site.language, '/alertes')}?${query}#done`, 303);
}
