import type { Context } from 'hono';
import type { StaffId } from '#brand.ts';
import type { PasskeyShown } from '#state/passkeys.ts';
import { staffPasskey } from '#state/staff-passkeys.ts';
import { stateOf, type Site } from '#web/site.ts';
import { askedOf } from '#web/staff.ts';
import { readPasskey } from '#web/webauthn.ts';

/** The passkey of a member that answered in this browser; see takeStaffPasskey. @throws PASSKEY_REFUSED, PASSKEY_OVER */
export const shownPasskey = (context: Context, site: Site, answer: string): Promise<PasskeyShown<StaffId>> =>
  readPasskey(stateOf(site).db, site, 'staff', staffPasskey, { browser: askedOf(context), answer });
