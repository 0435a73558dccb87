import type { Context } from 'hono';
import type { StaffId } from '#brand.ts';
import { notePasskeyUse, staffOwner } from '#state/passkeys.ts';
import { staffPasskey } from '#state/staff-passkeys.ts';
import { fault } from '#errors.ts';
import { stateOf, type Site } from '#web/site.ts';
import { askedOf } from '#web/staff.ts';
import { readPasskey } from '#web/webauthn.ts';

/** The member whose passkey answered in this browser. @throws PASSKEY_REFUSED, PASSKEY_OVER */
export async function shownPasskey(context: Context, site: Site, answer: string): Promise<StaffId> {
  const { db } = stateOf(site);
  const asked = { browser: askedOf(context), answer };
  const { owner, id, counter } = await readPasskey(db, site, 'staff', staffPasskey, asked);
  if (!(await notePasskeyUse(db, staffOwner(owner), id, counter)))
    throw fault('PASSKEY_REFUSED', { reason: 'it is not known here any more' });
  return owner;
}
