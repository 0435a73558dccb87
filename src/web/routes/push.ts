import type { Context } from 'hono';
import { fault, LanterneError } from '#errors.ts';
import { endpointFault, keysFault } from '#notify/push/endpoint.ts';
import { vapidOf, vapidSubject } from '#notify/push/vapid.ts';
import { customerOfVisitor, type Customer } from '#state/customers.ts';
import { agreeToPush, leavePush } from '#state/push-consent.ts';
import {
  dropPushDevice,
  hasPushDevice,
  isPushedIn,
  keepPushDevice,
  listPushDevices,
  pushIdOf,
  tiePushDevice,
  type PushDevice,
} from '#state/push-subscriptions.ts';
import type { Db } from '#state/schema.ts';
import { fieldsOf } from '#web/form.ts';
import { pathIn } from '#web/language.ts';
import { queryOf } from '#web/page.ts';
import { stateOf, type Site } from '#web/site.ts';
import { browserOwnId } from '#web/visitor.ts';

/** What the switch must know: the key of the house, null where nothing is pushed; whether the device of `?id=` is held for who asks. */
export async function pushStanding(context: Context, site: Site): Promise<Response> {
  context.header('Cache-Control', 'no-store');
  const { db } = stateOf(site);
  const customer = await ownerHere(db, site);
  const id = queryOf(context).get('id');
  if (customer === null || vapidSubject(site.lanterne.config) === null)
    return context.json({ key: null, known: false });
  const { publicKey } = await vapidOf(db);
  const known = id !== null && (await hasPushDevice(db, customer.id, id));
  const own = browserOwnId(context);
  if (known && own !== null) await tiePushDevice(db, customer.id, id, own);
  return context.json({ key: publicKey, known });
}

/**
 * Keeps the device of who is signed in. A device that changes its address by itself (`renewed`) takes the place of the one it was, and agrees to nothing more.
 * @throws PUSH_NEEDS_ACCOUNT, PUSH_ADDRESS_REFUSED, FORM_INVALID, NOTHING_KEPT
 */
export async function keepDevice(context: Context, site: Site): Promise<Response> {
  const { db } = stateOf(site);
  const field = await fieldsOf(context);
  const device: PushDevice = { endpoint: field('endpoint'), p256dh: field('p256dh'), auth: field('auth') };
  const customer = await ownerHere(db, site);
  if (customer === null) throw fault('PUSH_NEEDS_ACCOUNT');
  const reason = endpointFault(device.endpoint) ?? keysFault(device);
  if (reason !== null) throw fault('PUSH_ADDRESS_REFUSED', { reason });
  const [old, browser] = [field('old'), browserOwnId(context)];
  const first = (await listPushDevices(db, customer.id)).length === 0;
  if (field('renewed') !== '') {
    const held =
      old === ''
        ? browser !== null && (await isPushedIn(db, customer.id, browser))
        : await hasPushDevice(db, customer.id, pushIdOf(old));
    // taken away meanwhile, from another device perhaps: it does not come back by itself
    if (!held) return context.json({ known: false });
  }
  await keepPushDevice(db, customer.id, device, { browser, ...(old === '' ? {} : { replaces: old }) }).catch(signedOut);
  if (field('renewed') === '')
    await agreeToPush(db, customer.id, { wording: site.words.push.agree, language: site.language, first });
  return context.json({ known: true });
}

/** Forgets a device of who is signed in, by its endpoint or its identifier; answers a form of a page with that page. @throws PUSH_NEEDS_ACCOUNT, NOTHING_KEPT */
export async function removeDevice(context: Context, site: Site): Promise<Response> {
  const { db } = stateOf(site);
  const field = await fieldsOf(context);
  const customer = await ownerHere(db, site);
  if (customer === null) throw fault('PUSH_NEEDS_ACCOUNT');
  const id = field('id') === '' ? pushIdOf(field('endpoint')) : field('id');
  if (await dropPushDevice(db, customer.id, id))
    await leavePush(db, customer.id, { wording: site.words.push.leave, language: site.language });
  if (context.req.header('Accept')?.includes('application/json') === true) return context.json({ known: false });
  return context.redirect(pathIn(site.language, '/alertes'), 303);
}

function signedOut(error: unknown): never {
  throw error instanceof LanterneError && error.code === 'VISITOR_UNKNOWN' ? fault('PUSH_NEEDS_ACCOUNT') : error;
}

async function ownerHere(db: Db, { visitor }: Site): Promise<Customer | null> {
  const customer = visitor === null ? null : await customerOfVisitor(db, visitor.id);
  return customer?.confirmed == null ? null : customer;
}
