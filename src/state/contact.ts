import { domainToASCII } from 'node:url';
import { fault } from '#errors.ts';
import { normalAddress } from '#state/address-hash.ts';

const ATOM = String.raw`[a-z\d!#$%&'*+/=?^_\x60{|}~-]+`;
const LABEL = String.raw`[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?`;
const address = new RegExp(`^(?=.{1,64}@)${ATOM}(?:\\.${ATOM})*@(?:${LABEL}\\.)+${LABEL}$`);

/**
 * An e-mail address as a person typed it, in its normal form: the dot-atom form of RFC 5321, a domain with a point in it, an international domain as
 * mail servers write it.
 * @throws CONTACT_REFUSED for anything else: above all what would end a line of a letter's head
 */
export function readEmail(text: string): string {
  const typed = normalAddress(text);
  const at = typed.lastIndexOf('@');
  const domain = typed.slice(at + 1);
  // only letters beyond ASCII are rewritten: what is written otherwise stands as it was typed, and is judged so
  const email = /^[\p{L}\p{M}\d.-]+$/u.test(domain) ? typed.slice(0, at + 1) + domainToASCII(domain) : typed;
  if (hasControls(text.trim()) || email.length > 254 || !address.test(email)) throw refused('e-mail address');
  return email;
}

/** A person's name as they typed it: one line of at most 80 characters; null when there is none. @throws CONTACT_REFUSED */
export function readName(text: string): string | null {
  const name = text.trim().normalize('NFC');
  if (name === '') return null;
  if (hasControls(name) || [...name].length > 80 || /[<>"@]|:\/\//.test(name)) throw refused('name');
  return name;
}

/** An address that its owner knows again, and that tells nobody else much: `m…@example.org`. */
export function maskedEmail(email: string): string {
  const at = email.lastIndexOf('@');
  return `${email.slice(0, 1)}…${email.slice(at)}`;
}

// line ends, NUL, other controls, and what turns the direction of writing around
const hasControls = (text: string): boolean => /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(text);

const refused = (what: string) => fault('CONTACT_REFUSED', { what });
