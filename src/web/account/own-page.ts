import type { Context } from 'hono';
import type { VNode } from 'preact';
import { customerOfVisitor, type Customer } from '#state/customers.ts';
import { page } from '#web/page.ts';
import { stateOf, type Site } from '#web/site.ts';

/** A page about one person: nobody keeps it. */
export function ownPage(context: Context, content: VNode, status: Parameters<typeof page>[2] = 200): Response {
  context.header('Cache-Control', 'no-store');
  return page(context, content, status);
}

/** The account of whoever asks; null when they have none, or are not signed in. @throws NOTHING_KEPT */
export const customerHere = async (site: Site): Promise<Customer | null> => {
  const { db } = stateOf(site);
  return site.visitor === null ? null : customerOfVisitor(db, site.visitor.id);
};
