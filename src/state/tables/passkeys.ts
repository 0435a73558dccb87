import type { CustomerId, StaffId } from '#brand.ts';

/** What a browser is asked for: any passkey of the staff or of an account, by which one comes in, or a new one for somebody who is in. */
export const challengePurposes = ['staff-enter', 'staff-add', 'customer-enter', 'customer-add'] as const;
export type ChallengePurpose = (typeof challengePurposes)[number];

export interface PasskeyTables {
  /** Of a member of the staff or of someone with an account: of one of the two. */
  passkey: {
    /** The credential's, base64url. */
    id: string;
    staff: StaffId | null;
    customer: CustomerId | null;
    /** COSE, base64url. */
    public_key: string;
    counter: number;
    transports: string;
    label: string;
    created: string;
    last_used: string | null;
  };
  passkey_challenge: {
    /** SHA-256 of what the cookie of the browser that asked holds: the answer counts from there alone. */
    browser_hash: string;
    purpose: ChallengePurpose;
    /** For whom a new one is; null: the passkey will say whose it is. */
    staff: StaffId | null;
    customer: CustomerId | null;
    challenge_hash: string;
    expires: string;
  };
}

export const passkeyColumns = {
  passkey: ['id', 'staff', 'customer', 'public_key', 'counter', 'transports', 'label', 'created', 'last_used'],
  passkey_challenge: ['browser_hash', 'purpose', 'staff', 'customer', 'challenge_hash', 'expires'],
} as const satisfies { [T in keyof PasskeyTables]: readonly (keyof PasskeyTables[T])[] };
