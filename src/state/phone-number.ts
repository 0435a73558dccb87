/** Numbers of the French system by the code of the country or territory that an international number begins with: metropolitan France, then overseas by their first digits. */
const overseas: readonly (readonly [digits: RegExp, code: string])[] = [
  [/^0(?:590|690|691)/, '590'],
  [/^0(?:594|694)/, '594'],
  [/^0(?:596|696|697)/, '596'],
  [/^0(?:262|263|269|639|692|693)/, '262'],
];

/**
 * A telephone number as it is kept, E.164: `06 12 34 56 78`, `+33 (0)6 12 34 56 78`, `0033612345678` -> `+33612345678`. Null when it is none that a person
 * may be called at: short numbers, and those of the French system that begin with 08, which are services that may cost.
 */
export function normalPhone(text: string): string | null {
  if (text.length > 40 || !/^[\s\u00a0\u202f]*\+?[\d\s\u00a0\u202f().\-/]+$/.test(text)) return null;
  const plain = text
    .replace(/\(0\)/, '')
    .replaceAll(/[^\d+]/g, '')
    .replace(/^00/, '+');
  if (!plain.startsWith('+')) return french(plain);
  const [, national] = /^\+33(\d*)$/.exec(plain) ?? [];
  if (national !== undefined) return french(national.startsWith('0') ? national : `0${national}`);
  return /^\+[1-9]\d{7,14}$/.test(plain) ? plain : null;
}

function french(digits: string): string | null {
  if (!/^0[1-79]\d{8}$/.test(digits)) return null;
  const [, code = '33'] = overseas.find(([begins]) => begins.test(digits)) ?? [];
  return `+${code}${digits.slice(1)}`;
}

/** What all spellings of a number have in common, those that were kept before too: its normal form; the digits of what has none. */
export function phoneKey(text: string): string {
  const digits = text.replaceAll(/\D/g, '');
  return normalPhone(text) ?? normalPhone(`+${digits}`) ?? digits;
}

/** Whether a kept number can take short messages, as far as it says: mobiles of France and its overseas territories, and any number elsewhere. */
export const takesMessages = (phone: string): boolean =>
  phone.startsWith('+33') ? /^\+33[67]/.test(phone) : !/^\+(?:590|594|596|262)(?!6)/.test(phone);

/** A number, however it was kept, as it is dialled and read aloud in France: `06 12 34 56 78`, with no-break spaces. */
export function spokenPhone(phone: string): string {
  const [, digits] = /^\+(?:33|590|594|596|262)(\d{9})$/.exec(normalPhone(phone) ?? '') ?? [];
  const shown = digits === undefined ? phone : `0${digits}`.replaceAll(/(\d\d)(?=\d)/g, '$1\u00a0');
  return shown;
}
