import type { Context } from 'hono';
import { fault } from '#errors.ts';
import { confirmSignIn } from '#state/confirm-sign-in.ts';
import { maskedEmail } from '#state/contact.ts';
import { customerOf } from '#state/customers.ts';
import { readSignInLink, type SignIn } from '#state/prove-sign-in.ts';
import { countRefusal } from '#state/refusals.ts';
import { ownPage } from '#web/account/own-page.ts';
import { Layout } from '#web/components/layout.tsx';
import { pathIn } from '#web/language.ts';
import { cameIn } from '#web/routes/account-code.tsx';
import { accountNote } from '#web/routes/account-note.tsx';
import { stateOf, type Site } from '#web/site.ts';
import { browserOwnId } from '#web/visitor.ts';

/** The page that the link of a letter opens: it says what will be done, and its button does it. Opening it changes nothing. @throws LINK_UNUSABLE, NOTHING_KEPT */
export async function confirmPage(context: Context, site: Site): Promise<Response> {
  const open = await opened(context, site);
  return open instanceof Response ? open : askToConfirm(context, site, open);
}

/** The button of that page. @throws LINK_UNUSABLE, NOTHING_KEPT */
export async function confirm(context: Context, site: Site): Promise<Response> {
  const open = await opened(context, site, { counted: true });
  if (open instanceof Response) return open;
  return cameIn(context, site, await confirmSignIn(stateOf(site).db, open, browserOwnId(context)), open.asked.film);
}

async function askToConfirm(context: Context, site: Site, { customer: id, asked }: SignIn): Promise<Response> {
  const { confirm: words, kinds, by } = site.words.account;
  const customer = await customerOf(stateOf(site).db, id);
  if (customer === null) throw fault('LINK_UNUSABLE');
  const masked = maskedEmail(asked.email ?? customer.email ?? '');
  const title = customer.confirmed === null || asked.email !== undefined ? words.title : words.signInTitle;
  const path = `/compte/confirmer/${context.req.param('token') ?? ''}`;
  return ownPage(
    context,
    <Layout site={site} title={title} path={path} query="">
      <div class="narrow account">
        <h1>{title}</h1>
        <p class="lead">{asked.email === undefined ? words.who(masked) : words.newAddress(masked)}</p>
        {asked.kinds.length === 0 ? null : (
          <>
            <p>{by.email(site.lanterne.config.cinemaName)}</p>
            <ul>
              {asked.kinds.map(({ kind }) => (
                <li key={kind}>{kinds[kind][0]}</li>
              ))}
            </ul>
          </>
        )}
        <form method="post" action={pathIn(site.language, path)}>
          <button>{words.go}</button>
        </form>
        <p>{words.device}</p>
        <p class="hint">{words.not}</p>
      </div>
    </Layout>,
  );
}

/** The letter of the link, or the page that says why it is none any more. */
async function opened(
  context: Context,
  site: Site,
  { counted = false }: { readonly counted?: boolean } = {},
): Promise<SignIn | Response> {
  const { db } = stateOf(site);
  const { confirm: words } = site.words.account;
  const found = await readSignInLink(db, context.req.param('token') ?? '');
  if (found.kind === 'open') return found.signIn;
  if (counted) await countRefusal(db, 'bad-link');
  if (found.kind === 'unknown') throw fault('LINK_UNUSABLE');
  const told =
    found.kind === 'used' ? ([words.usedTitle, words.used] as const) : ([words.lateTitle, words.late] as const);
  return accountNote(context, site, told, 410);
}
