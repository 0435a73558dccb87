import type { Context } from 'hono';
import { asVisitorId } from '#brand.ts';
import { fault } from '#errors.ts';
import { readEmail } from '#state/contact.ts';
import { signOut, signOutOthers } from '#state/devices.ts';
import { leavePush } from '#state/push-consent.ts';
import { dropPushDevice } from '#state/push-subscriptions.ts';
import { countRefusal } from '#state/refusals.ts';
import { askOtherEmail } from '#state/sign-in.ts';
import { keepAsking } from '#web/account/asking-cookie.ts';
import { customerHere } from '#web/account/own-page.ts';
import { forgetProof } from '#web/account/proof.ts';
import { mayGiveAddress } from '#web/account/reached.ts';
import { limitSignUps } from '#web/account/sign-up-limit.ts';
import { fieldsOf } from '#web/form.ts';
import { pathIn } from '#web/language.ts';
import { stateOf, type Site } from '#web/site.ts';
import { browserOwnId, forgetCookie } from '#web/visitor.ts';

/** Ends what a device of the account may: this one, another one, all others, its notifications. @throws FORM_INVALID, NOTHING_KEPT */
export async function changeDevices(context: Context, site: Site): Promise<Response> {
  const field = await fieldsOf(context);
  const { db } = stateOf(site);
  const customer = await customerHere(site);
  const done = (what: string): Response =>
    context.redirect(`${pathIn(site.language, '/alertes')}${what === '' ? '' : `?done=${what}#done`}`, 303);
  const own = browserOwnId(context);
  if (customer === null || own === null) return done('');
  const device = asVisitorId(field('device'));
  const { preferences: words } = site.words.account;
  const shown = (wording: string) => ({ wording, language: site.language });
  if (field('do') === 'here') {
    await signOut(db, customer.visitor, own, shown(words.outHere));
    forgetCookie(context);
    forgetProof(context);
    return done('');
  }
  if (field('do') === 'others') {
    await signOutOthers(db, customer.visitor, own, shown(words.outOthers));
    return done('others-out');
  }
  if (device === null) throw fault('FORM_INVALID');
  if (field('do') === 'push') {
    if (await dropPushDevice(db, customer.id, device)) await leavePush(db, customer.id, shown(site.words.push.leave));
    return done('push-out');
  }
  if (field('do') !== 'out') throw fault('FORM_INVALID');
  await signOut(db, customer.visitor, device, shown(words.out));
  return done('device-out');
}

/** Writes to another address for the account, for who proved of late whose it is; it is the account's once its owner has shown it. @throws TOO_MANY_REQUESTS, CONTACT_REFUSED, NOTHING_KEPT */
export async function changeAddress(context: Context, site: Site): Promise<Response> {
  const state = stateOf(site);
  const field = await fieldsOf(context);
  const customer = await customerHere(site);
  if (customer === null) return context.redirect(pathIn(site.language, '/alertes'), 303);
  if (!(await mayGiveAddress(context, site, customer)))
    return context.redirect(`${pathIn(site.language, '/alertes')}?done=prove#done`, 303);
  await limitSignUps(context, state, site.lanterne.config.proxied);
  const asked = await askOtherEmail(state.db, customer, {
    email: readEmail(field('email')),
    language: site.language,
    accountWording: site.words.account.preferences.addressWording,
  });
  if (asked.refused !== null) await countRefusal(state.db, asked.refused);
  keepAsking(context, asked.browser);
  return context.redirect(pathIn(site.language, '/compte/code'), 303);
}
