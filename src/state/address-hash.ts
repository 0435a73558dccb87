import { hashOf } from '#state/secret.ts';

/** An e-mail address as it is kept and compared: no spaces around, lower case. */
export const normalAddress = (address: string): string => address.trim().toLowerCase().normalize('NFC');

/** What the list of suppressed addresses holds of one: SHA-256, in hexadecimal. */
export const addressHash = (address: string): string => hashOf(normalAddress(address));
