import type { CustomerId } from '#brand.ts';
import type { Db } from '#state/schema.ts';

/** A device that receives notifications. */
export interface PushDevice {
  readonly id: string;
  readonly created: string;
}

/** Those of an account, the first added first. */
export const pushDevicesOf = (db: Db, customer: CustomerId): Promise<PushDevice[]> =>
  db
    .selectFrom('push_subscription')
    .select(['id', 'created'])
    .where('customer', '=', customer)
    .orderBy('created')
    .orderBy('id')
    .execute();

/** Takes one of an account away; of another account's, nothing happens. */
export const removePushDevice = async (db: Db, customer: CustomerId, id: string): Promise<void> =>
  void (await db.deleteFrom('push_subscription').where('customer', '=', customer).where('id', '=', id).execute());
