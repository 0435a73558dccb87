import type { Context } from 'hono';
import { asFilmId } from '#brand.ts';
import { LanterneError } from '#errors.ts';
import { readEmail } from '#state/contact.ts';
import { countRefusal, type Refusal } from '#state/refusals.ts';
import { askSignIn } from '#state/sign-in.ts';
import { linkKeyOf } from '#state/signed-links.ts';
import { alertKinds } from '#state/tables/customers.ts';
import { keepAsking } from '#web/account/asking-cookie.ts';
import { takenItsTime } from '#web/account/form-stamp.ts';
import { accountWording, wordingOf } from '#web/account/said.ts';
import { limitSignUps } from '#web/account/sign-up-limit.ts';
import { whereOf } from '#web/account/where.ts';
import { fieldsOf } from '#web/form.ts';
import { pathIn } from '#web/language.ts';
import { signUp, type Typed } from '#web/routes/sign-up.tsx';
import { stateOf, type Site } from '#web/site.ts';

/**
 * Takes the form of a new account, or of one who comes back: one letter leaves, and the answer is the same for every address that can be one.
 * @throws TOO_MANY_REQUESTS, FORM_INVALID, NOTHING_KEPT
 */
export async function askAccount(context: Context, site: Site): Promise<Response> {
  const state = stateOf(site);
  const { db } = state;
  await limitSignUps(context, state, site.lanterne.config.proxied);
  const field = await fieldsOf(context);
  const { refused } = site.words.account;
  const where = whereOf(site, field);
  const kinds = alertKinds.filter((kind) => field(`${kind}.email`) === 'on');
  const typed: Typed = { ...where, kinds, email: field('email').slice(0, 254), film: await filmNamed(site, field) };
  const again = async (reason: Refusal, told: string): Promise<Response> => {
    await countRefusal(db, reason);
    return signUp(context, site, typed, told);
  };
  if (field('reference') !== '' || !takenItsTime(await linkKeyOf(db), field('at')))
    return again('like-a-robot', refused.robot);
  const email = emailTyped(field('email'));
  if (email === null) return again('bad-address', refused.email);
  const asked = await askSignIn(db, email, {
    ...where,
    kinds: kinds.map((kind) => ({ kind, wording: wordingOf(site, kind, 'email') })),
    accountWording: accountWording(site),
    language: site.language,
    film: typed.film,
  });
  if (asked.refused !== null) await countRefusal(db, asked.refused);
  keepAsking(context, asked.browser);
  return context.redirect(pathIn(site.language, '/compte/code'), 303);
}

/** The address that was typed; null when it is none. */
export function emailTyped(text: string): string | null {
  try {
    return readEmail(text);
  } catch (error) {
    if (error instanceof LanterneError && error.code === 'CONTACT_REFUSED') return null;
    throw error;
  }
}

async function filmNamed(site: Site, field: (name: string) => string): Promise<Typed['film']> {
  const film = asFilmId(field('film'));
  const [card] = film === null ? [] : await site.lanterne.cards([film]);
  return card === undefined ? null : film;
}
