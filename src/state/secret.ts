import { createHash, randomBytes } from 'node:crypto';
import { asVisitorId, type VisitorId } from '#brand.ts';

/** 128 random bits in base64url, 22 characters: a cookie, the code of a link. */
export const newSecret = (): string => newName(16);

/** Random bytes in base64url, to name a row that people may have to type; never with a dash in front, which a command line takes for an option. */
export function newName(bytes: number): string {
  for (;;) {
    const name = randomBytes(bytes).toString('base64url');
    if (!name.startsWith('-')) return name;
  }
}

/** SHA-256 in hexadecimal: what the state keeps in the place of a secret. */
export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Whether a text can be a secret of ours at all. */
export const isSecret = (text: string): boolean => /^[\w-]{22}$/.test(text);

/**
 * What the state keeps of a visitor's secret: whoever reads the database, or a backup of it, cannot make the cookie. 128 random bits need
 * neither salt nor a slow hash (OWASP ASVS 5.0, 7.2 and 11.4). Null when the text is no secret.
 */
export function visitorIdOf(secret: string): VisitorId | null {
  return isSecret(secret) ? asVisitorId(hashOf(secret)) : null;
}
