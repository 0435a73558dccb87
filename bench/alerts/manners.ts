import { createHash } from 'node:crypto';

/** What the sink does to a letter at one try: `taken`, or the way in which it fails. */
export type Manner =
  | 'taken'
  | 'unknown'
  | 'policy'
  | 'greylist'
  | 'busy'
  | 'not now'
  | 'cut at rcpt'
  | 'cut at dot'
  | 'stall at rcpt'
  | 'stall at dot';

/** Refused at every try: these people must not get the letter, and their rows must say why. */
export const isPermanent = (seed: number, address: string): Manner | null => {
  const drawn = draw(`${seed} ${address}`);
  return drawn < 0.015 ? 'unknown' : drawn < 0.02 ? 'policy' : null;
};

const passing: readonly (readonly [Manner, number])[] = [
  ['greylist', 0.04],
  ['busy', 0.01],
  ['not now', 0.02],
  ['cut at rcpt', 0.01],
  ['cut at dot', 0.01],
  ['stall at rcpt', 0.002],
  ['stall at dot', 0.001],
];

/** Seeded: the same address fails in the same way at the same try, whatever else happens. */
export function mannerOf(seed: number, address: string, attempt: number): Manner {
  const always = isPermanent(seed, address);
  if (always !== null) return always;
  let left = draw(`${seed} ${address} ${attempt}`);
  for (const [manner, share] of passing) {
    if (left < share) return manner;
    left -= share;
  }
  return 'taken';
}

const draw = (text: string): number => createHash('sha256').update(text).digest().readUInt32BE(0) / 2 ** 32;
