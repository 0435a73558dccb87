import type { Context } from 'hono';
import { asFilmId } from '#brand.ts';
import { fault, LanterneError } from '#errors.ts';
import {
  addCustomerPasskey,
  customerPasskey,
  enterByPasskey,
  removeCustomerPasskey,
} from '#state/customer-passkeys.ts';
import type { Customer } from '#state/customers.ts';
import { customerOwner, renamePasskey } from '#state/passkeys.ts';
import { countRefusal } from '#state/refusals.ts';
import { oneLine } from '#programme/read/one-line.ts';
import { askSignIn } from '#state/sign-in.ts';
import { keepAsking } from '#web/account/asking-cookie.ts';
import { customerHere } from '#web/account/own-page.ts';
import { keepKeyAsked, takeKeyAsked } from '#web/account/passkey-cookie.ts';
import { isProvenHere } from '#web/account/proof.ts';
import { accountWording } from '#web/account/said.ts';
import { limitSignUps } from '#web/account/sign-up-limit.ts';
import { fieldsOf } from '#web/form.ts';
import { pathIn } from '#web/language.ts';
import { cameIn } from '#web/routes/account-code.tsx';
import { accountNote } from '#web/routes/account-note.tsx';
import type { Route } from '#web/routing.ts';
import { stateOf, type Site } from '#web/site.ts';
import { browserOwnId } from '#web/visitor.ts';
import { askNewPasskey, askPasskey, readNewPasskey, readPasskey } from '#web/webauthn.ts';

/** For the script of the page: what to ask the browser of a passkey. */
export const passkeyAsked: Route = async (context, site) => {
  const { options, browser } = await askPasskey(stateOf(site).db, site, 'customer');
  keepKeyAsked(context, browser);
  context.header('Cache-Control', 'no-store');
  return context.json(options);
};

/** Takes what the passkey answered: the browser is in, as after a letter. What is no passkey of an account is told, and counted. */
export const passkeyEnter: Route = async (context, site) => {
  const field = await fieldsOf(context);
  const { db } = stateOf(site);
  return told(context, site, 'PASSKEY_REFUSED', async () => {
    const asked = { browser: takeKeyAsked(context), answer: field('answer') };
    const shown = await readPasskey(db, site, 'customer', customerPasskey, asked);
    const entered = await enterByPasskey(db, shown, browserOwnId(context));
    return cameIn(context, site, { kind: 'signed-in', first: false, ...entered }, asFilmId(field('film')));
  });
};

/** For the script of the page: what to ask the browser for a new passkey. Who did not prove of late whose account it is, is sent to do so. */
export const newPasskeyAsked: Route = (context, site) =>
  proven(context, site, async (customer) => {
    const account = customer.email ?? customer.name ?? site.lanterne.config.cinemaName;
    const named = { account, person: customer.name ?? account };
    const { options, browser } = await askNewPasskey(stateOf(site).db, site, customerOwner(customer.id), named);
    keepKeyAsked(context, browser);
    context.header('Cache-Control', 'no-store');
    return context.json(options);
  });

/** Keeps a new passkey. */
export const newPasskey: Route = (context, site) =>
  proven(context, site, async ({ id }) => {
    const field = await fieldsOf(context);
    const { db } = stateOf(site);
    return told(context, site, 'notAdded', async () => {
      const asked = { browser: takeKeyAsked(context), answer: field('answer') };
      const proof = await readNewPasskey(db, site, customerOwner(id), asked);
      await addCustomerPasskey(db, id, { ...proof, label: nameIn(site, field) });
      return done(context, site, 'key-added');
    });
  });

/** Names a passkey, or takes it away, which asks for a proof of late. @throws FORM_INVALID */
export const changePasskeys: Route = async (context, site) => {
  const customer = await customerHere(site);
  if (customer === null) return done(context, site, null);
  const field = await fieldsOf(context);
  const { db } = stateOf(site);
  if (field('do') === 'rename') {
    await renamePasskey(db, customerOwner(customer.id), field('key'), nameIn(site, field));
    return done(context, site, 'key-renamed');
  }
  if (field('do') !== 'remove') throw fault('FORM_INVALID');
  return proven(context, site, async ({ id }) => {
    await removeCustomerPasskey(db, id, field('key'));
    return done(context, site, 'key-removed');
  });
};

/** Writes a code to who is signed in: typed here, it proves again that the account is theirs. @throws TOO_MANY_REQUESTS */
export const proveByLetter: Route = async (context, site) => {
  const state = stateOf(site);
  const customer = await customerHere(site);
  if (customer === null || customer.email === null) return done(context, site, null);
  await limitSignUps(context, state, site.lanterne.config.proxied);
  const { language } = site;
  const nothing = { kinds: [], commune: null, radius: null, film: null };
  const asked = await askSignIn(state.db, customer.email, {
    ...nothing,
    language,
    accountWording: accountWording(site),
  });
  if (asked.refused !== null) await countRefusal(state.db, asked.refused);
  keepAsking(context, asked.browser);
  return context.redirect(pathIn(language, '/compte/code'), 303);
};

type Done = keyof Site['words']['passkeys']['done'];

const done = (context: Context, { language }: Site, what: Done | null): Response =>
  context.redirect(`${pathIn(language, '/alertes')}${what === null ? '' : `?done=${what}#done`}`, 303);

const nameIn = ({ words }: Site, field: (name: string) => string): string =>
  oneLine(field('label').replaceAll(/\p{Cc}/gu, ' ')).slice(0, 60) || words.passkeys.usual;

async function proven(context: Context, site: Site, go: (customer: Customer) => Promise<Response>): Promise<Response> {
  const customer = await customerHere(site);
  if (customer === null) return done(context, site, null);
  return (await isProvenHere(context, site, customer)) ? go(customer) : done(context, site, 'prove');
}

const statuses = [409, 410, 422] as const;

/** A refusal of a passkey, as a page that says it and leads back. @param refusal what is said when it is not accepted */
async function told(
  context: Context,
  site: Site,
  refusal: 'PASSKEY_REFUSED' | 'notAdded',
  go: () => Promise<Response>,
): Promise<Response> {
  try {
    return await go();
  } catch (error) {
    if (!(error instanceof LanterneError)) throw error;
    const { again, ...refused } = site.words.passkeys.refused;
    const name = error.code === 'PASSKEY_REFUSED' ? refusal : error.code;
    const say = new Map<string, readonly string[]>(Object.entries(refused)).get(name);
    if (say === undefined) throw error;
    await countRefusal(stateOf(site).db, 'bad-passkey');
    const status = statuses.find((one) => one === error.status) ?? 422;
    return accountNote(context, site, [say[0] ?? '', say[1] ?? ''], status, again);
  }
}
