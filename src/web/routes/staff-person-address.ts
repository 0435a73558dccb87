import type { Context } from 'hono';
import { fault } from '#errors.ts';
import { writeAudit } from '#state/audit.ts';
import { customerOf } from '#state/customers.ts';
import { askOtherEmail } from '#state/sign-in.ts';
import { personOf } from '#state/staff-people.ts';
import type { StaffMember } from '#state/staff-sessions.ts';
import { fieldsOf } from '#web/form.ts';
import { pathIn } from '#web/language.ts';
import { emailTyped } from '#web/routes/account-ask.tsx';
import { stateOf, type Site } from '#web/site.ts';

/**
 * For who no longer gets the mail of their address and asks the house: writes to another one. It is the account's once its owner has followed the
 * letter's link; the former address is told.
 * @throws CUSTOMER_UNKNOWN
 */
export async function giveAddress(context: Context, site: Site, member: StaffMember): Promise<Response> {
  const { db } = stateOf(site);
  const one = await personOf(db, context.req.param('id') ?? '');
  const customer = await customerOf(db, one.id);
  if (customer === null) throw fault('CUSTOMER_UNKNOWN');
  const field = await fieldsOf(context);
  const email = emailTyped(field('email'));
  const done = (what: string): Response =>
    context.redirect(`${pathIn(site.language, `/equipe/personnes/${one.id}`)}?done=${what}#done`, 303);
  if (email === null) return done('address-wrong');
  const { refused } = await askOtherEmail(db, customer, {
    email,
    language: customer.language,
    accountWording: site.words.account.preferences.addressWording,
  });
  await writeAudit(db, { staff: member.id, action: 'person-address', subject: one.id, detail: refused ?? '' });
  return done(refused === null ? 'address-asked' : 'address-refused');
}
