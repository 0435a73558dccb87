import type { Context } from 'hono';
import type { Customer } from '#state/customers.ts';
import type { Db } from '#state/schema.ts';
import { heldBack, suppressionOf } from '#state/suppression.ts';
import { isProvenHere } from '#web/account/proof.ts';
import { stateOf, type Site } from '#web/site.ts';

/** Whether a letter with a code would reach them. */
export const reached = async (db: Db, { email }: Pick<Customer, 'email'>): Promise<boolean> =>
  email !== null && !heldBack(await suppressionOf(db, email), 'account');

/** Whether another address may be given from here: by who proved of late whose account it is, or who no longer can by a letter. */
export const mayGiveAddress = async (context: Context, site: Site, customer: Customer): Promise<boolean> =>
  (await isProvenHere(context, site, customer)) || !(await reached(stateOf(site).db, customer));
