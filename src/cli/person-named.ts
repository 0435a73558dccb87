import { asCustomerId, asVisitorId, type VisitorId } from '#brand.ts';
import { fault, LanterneError } from '#errors.ts';
import { readEmail } from '#state/contact.ts';
import { customerOf, customerOfEmail, customerOfVisitor, type Customer } from '#state/customers.ts';
import type { Db } from '#state/schema.ts';
import { visitorIdOf } from '#state/secret.ts';

/** Someone as an operator names them. */
export interface PersonNamed {
  readonly visitor: VisitorId;
  readonly customer: Customer | null;
}

/** Whether a text can name somebody at all. */
export const namesSomebody = (text: string): boolean => emailIn(text) !== null || visitorsIn(text).length > 0;

/**
 * Who is meant by an e-mail address, an account's identifier, a cookie's value or a visitor's identifier.
 * @throws CUSTOMER_UNKNOWN for an address, VISITOR_UNKNOWN for the rest
 */
export async function personNamed(db: Db, text: string): Promise<PersonNamed> {
  const email = emailIn(text);
  const id = asCustomerId(text);
  const customer = email !== null ? await customerOfEmail(db, email) : id === null ? null : await customerOf(db, id);
  if (customer !== null) return { visitor: customer.visitor, customer };
  if (email !== null) throw fault('CUSTOMER_UNKNOWN');
  for (const visitor of visitorsIn(text)) {
    const row = await db
      .selectFrom('visitor')
      .select(['id', 'merged_into'])
      .where('id', '=', visitor)
      .executeTakeFirst();
    if (row === undefined) continue;
    const stands = row.merged_into ?? row.id;
    return { visitor: stands, customer: await customerOfVisitor(db, stands) };
  }
  throw fault('VISITOR_UNKNOWN');
}

const visitorsIn = (text: string): VisitorId[] =>
  [visitorIdOf(text), asVisitorId(text)].flatMap((one) => (one === null ? [] : one));

function emailIn(text: string): string | null {
  if (!text.includes('@')) return null;
  try {
    return readEmail(text);
  } catch (error) {
    if (error instanceof LanterneError) return null;
    throw error;
  }
}
