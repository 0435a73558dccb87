import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';

/** The fewest and the most characters of a password. OWASP ASVS 5.0, 6.2.1 and 6.2.9. */
export const passwordLength = { least: 12, most: 200 } as const;

export type PasswordFault = 'short' | 'long' | 'common' | 'yours' | 'house';

/** What else is known of the one who chooses a password: it may not be that. */
export interface PasswordOwner {
  readonly email: string;
  readonly name: string;
  /** The house's name. */
  readonly house: string;
}

/** Why a password is refused; null when it may stand. Length and what others would try first, no rule of kinds of characters. OWASP ASVS 5.0, 6.2. */
export function passwordFault(password: string, { email, name, house }: PasswordOwner): PasswordFault | null {
  const characters = [...password];
  if (characters.length < passwordLength.least) return 'short';
  if (characters.length > passwordLength.most) return 'long';
  const plain = bare(password);
  const own = [email, ...email.split(/[@.]/), ...name.split(/\s+/)].map(bare);
  if (isMadeOf(plain, own)) return 'yours';
  if (isMadeOf(plain, [bare(house)])) return 'house';
  return isDull(plain, new Set(characters).size) || isMadeOf(plain, [...own, bare(house), ...commonWords])
    ? 'common'
    : null;
}

/** A password as it is kept: argon2id, its parameters and its salt beside. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await stretch(password, salt, usual);
  return `argon2id$${usual.memory}$${usual.passes}$${salt.toString('base64url')}$${hash.toString('base64url')}`;
}

/** Whether a password is the one kept. It takes as long when there is none: nobody learns who has one. */
export async function isPassword(password: string, kept: string | null): Promise<boolean> {
  const [, memory = '', passes = '', salt = '', hash = ''] = (kept ?? nobody).split('$');
  const right = Buffer.from(hash, 'base64url');
  // what is longer was never accepted, and costs nothing to refuse
  const typed = password.length > passwordLength.most * 2 ? '' : password;
  const given = await stretch(typed, Buffer.from(salt, 'base64url'), {
    memory: Number(memory),
    passes: Number(passes),
  });
  return timingSafeEqual(given, right) && kept !== null;
}

interface Cost {
  /** KiB. */
  readonly memory: number;
  readonly passes: number;
}

// OWASP Password Storage Cheat Sheet: argon2id with 19 MiB and two passes, one lane
const usual: Cost = { memory: 19_456, passes: 2 };
const nobody = `argon2id$${usual.memory}$${usual.passes}$${Buffer.alloc(16).toString('base64url')}$${Buffer.alloc(32).toString('base64url')}`;

const stretch = (message: string, nonce: Buffer, cost: Cost): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    argon2('argon2id', { message, nonce, parallelism: 1, tagLength: 32, ...cost }, (error, key) => {
      if (error === null) resolve(key);
      else reject(error);
    });
  });

/** Without case, accents, spaces and signs. */
const bare = (text: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^\p{Letter}\p{Number}]/gu, '');

// the words that people make a long password of when they are asked for one, in both languages and in this trade
// prettier-ignore
const commonWords = [
  'motdepasse', 'password', 'passw0rd', 'passe', 'azertyuiop', 'qwertyuiop', 'azerty', 'qwerty', 'qsdfghjklm', 'wxcvbn',
  'bonjour', 'bienvenue', 'welcome', 'soleil', 'chocolat', 'doudou', 'loulou', 'jetaime', 'iloveyou', 'marseille', 'france',
  'secret', 'admin', 'administrateur', 'administrator', 'utilisateur', 'user', 'test', 'letmein', 'dragon', 'football',
  'cinema', 'film', 'films', 'lanterne', 'lantern', 'equipe', 'staff', 'programme', 'creuse', 'gueret', 'changeme',
];

/** Whether little is left of a text without these words and its digits. */
function isMadeOf(plain: string, words: readonly string[]): boolean {
  const held = words.filter((word) => word.length >= 3 && plain.includes(word));
  const left = held
    .toSorted((a, b) => b.length - a.length)
    .reduce((text, word) => text.replaceAll(word, ''), plain)
    .replaceAll(/\d/g, '');
  return held.length > 0 && left.length < 4;
}

/** A few characters or a short piece again and again, or a walk along the alphabet, the digits or a row of keys. */
function isDull(plain: string, different: number): boolean {
  if (different < 5) return true;
  const walks = [
    'abcdefghijklmnopqrstuvwxyz',
    '01234567890123456789',
    'azertyuiopqsdfghjklmwxcvbn',
    'qwertyuiopasdfghjklzxcvbnm',
  ];
  return plain !== '' && walks.some((walk) => walk.includes(plain) || [...walk].toReversed().join('').includes(plain));
}
