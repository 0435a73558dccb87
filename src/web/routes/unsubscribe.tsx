import type { Context } from 'hono';
import type { ComponentChildren } from 'preact';
import { customerOf, type Customer } from '#state/customers.ts';
import { linkKeyOf, signLink, type SignedLink } from '#state/signed-links.ts';
import { subscribe, unsubscribe as leave, type Subscription } from '#state/subscriptions.ts';
import { alertKinds } from '#state/tables/customers.ts';
import { ownPage } from '#web/account/own-page.ts';
import { wordingOf } from '#web/account/said.ts';
import { Told } from '#web/components/account-parts.tsx';
import { Layout } from '#web/components/layout.tsx';
import { PostButton } from '#web/components/post-button.tsx';
import { fieldsOf } from '#web/form.ts';
import { pathIn } from '#web/language.ts';
import { linkHere, maskedOf } from '#web/routes/account-link.tsx';
import { stateOf, type Site } from '#web/site.ts';

/** The page of the link that each letter ends with: it asks, and changes nothing. @throws LINK_UNUSABLE, NOTHING_KEPT */
export async function unsubscribePage(context: Context, site: Site): Promise<Response> {
  const link = await linkHere(context, site, 'unsubscribe');
  const customer = await customerOf(stateOf(site).db, link.customer);
  const { unsubscribe: words } = site.words.account.preferences;
  if (customer === null) return told(context, site, words.doneTitle, <p class="lead">{words.gone}</p>);
  return told(
    context,
    site,
    words.title,
    <>
      <p class="lead">{question(site, customer, link)}</p>
      <PostButton action={here(context, site)} fields={{}}>
        {words.go}
      </PostButton>
    </>,
  );
}

/**
 * One click, by the page's button or by a mail program (RFC 8058: no cookie, no origin, the token alone is the right). As often as it comes, the answer
 * is the same.
 * @throws LINK_UNUSABLE, NOTHING_KEPT
 */
export async function unsubscribe(context: Context, site: Site): Promise<Response> {
  const link = await linkHere(context, site, 'unsubscribe');
  const { db } = stateOf(site);
  const field = await fieldsOf(context).catch(() => () => '');
  const customer = await customerOf(db, link.customer);
  const { unsubscribe: words } = site.words.account.preferences;
  if (customer === null) return told(context, site, words.doneTitle, <p class="lead">{words.gone}</p>);
  const byProgram = field('List-Unsubscribe') === 'One-Click';
  const { withdrawn } = await leave(db, customer.id, leaves(link), {
    language: site.language,
    source: byProgram ? 'header' : 'link',
    wording: () => (byProgram ? 'List-Unsubscribe=One-Click' : `${question(site, customer, link)} ${words.go}`),
  });
  const token = signLink(await linkKeyOf(db), { purpose: 'preferences', customer: customer.id });
  return told(
    context,
    site,
    words.doneTitle,
    <>
      <Told>{words.done(words.what[link.kind])}</Told>
      {withdrawn.length === 0 ? null : (
        <PostButton
          action={`${here(context, site)}/annuler`}
          fields={{ kinds: withdrawn.map(({ kind }) => kind).join(',') }}
          class="quiet button"
        >
          {words.undo}
        </PostButton>
      )}
      <p>
        <a href={pathIn(site.language, `/alertes/lien/${token}`)}>{words.choose}</a>
      </p>
    </>,
  );
}

/** Takes it back: from the page alone, and no more than what the link is of. @throws LINK_UNUSABLE, NOTHING_KEPT */
export async function resubscribe(context: Context, site: Site): Promise<Response> {
  const link = await linkHere(context, site, 'unsubscribe');
  const { db } = stateOf(site);
  const field = await fieldsOf(context);
  const customer = await customerOf(db, link.customer);
  const { unsubscribe: words } = site.words.account.preferences;
  if (customer === null) return told(context, site, words.doneTitle, <p class="lead">{words.gone}</p>);
  const asked = new Set(field('kinds').split(','));
  const back = alertKinds
    .filter((kind) => asked.has(kind))
    .map((kind): Subscription => ({ kind, channel: link.channel }))
    .filter(leaves(link));
  await subscribe(db, customer.id, back, {
    language: site.language,
    source: 'link',
    wording: ({ kind, channel }) => `${words.undo}. ${wordingOf(site, kind, channel)}`,
  });
  return told(context, site, words.undoneTitle, <Told>{words.undone}</Told>);
}

const leaves =
  ({ kind, channel }: Extract<SignedLink, { purpose: 'unsubscribe' }>) =>
  (one: Subscription): boolean =>
    one.channel === channel && (kind === 'all' || one.kind === kind);

function question(site: Site, customer: Customer, { kind }: Extract<SignedLink, { purpose: 'unsubscribe' }>): string {
  const { unsubscribe: words } = site.words.account.preferences;
  return kind === 'all' ? words.askAll(maskedOf(customer)) : words.ask(maskedOf(customer), words.what[kind]);
}

const here = (context: Context, site: Site): string =>
  pathIn(site.language, `/desabonner/${context.req.param('token') ?? ''}`);

const told = (context: Context, site: Site, title: string, content: ComponentChildren): Response =>
  ownPage(
    context,
    <Layout site={site} title={title} path={`/desabonner/${context.req.param('token') ?? ''}`} query="">
      <div class="narrow account">
        <h1>{title}</h1>
        {content}
      </div>
    </Layout>,
  );
