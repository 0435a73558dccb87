import type { CustomerId, VisitorId } from '#brand.ts';
import type { Db } from '#state/schema.ts';

/** Someone with an account. */
export interface Customer {
  readonly id: CustomerId;
  readonly visitor: VisitorId;
  readonly email: string | null;
  readonly phone: string | null;
  readonly name: string | null;
  readonly language: 'fr' | 'en';
  /** INSEE code. */
  readonly commune: string | null;
  /** Minutes by car. */
  readonly radius: number | null;
  /** Minutes of the day. */
  readonly quietFrom: number | null;
  readonly quietUntil: number | null;
  readonly weekCap: number | null;
  readonly pausedUntil: string | null;
  readonly created: string;
  readonly confirmed: string | null;
  readonly lastContact: string;
}

/** The account of a visitor; null when they have none. */
export const customerOfVisitor = (db: Db, visitor: VisitorId): Promise<Customer | null> =>
  found(customers(db).where('visitor', '=', visitor).executeTakeFirst());

export const customerOf = (db: Db, id: CustomerId): Promise<Customer | null> =>
  found(customers(db).where('id', '=', id).executeTakeFirst());

const found = async (row: Promise<Customer | undefined>): Promise<Customer | null> => (await row) ?? null;

const customers = (db: Db) =>
  db
    .selectFrom('customer')
    .select([
      'id',
      'visitor',
      'email',
      'phone',
      'name',
      'language',
      'commune',
      'radius',
      'quiet_from as quietFrom',
      'quiet_until as quietUntil',
      'week_cap as weekCap',
      'paused_until as pausedUntil',
      'created',
      'confirmed',
      'last_contact as lastContact',
    ]);
