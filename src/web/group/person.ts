import { createHash } from 'node:crypto';
import type { FilmId } from '#brand.ts';
import type { Evening } from '#state/evenings.ts';
import type { Member } from '#state/groups.ts';
import type { FilmForMember } from '#together.ts';

/** One of the people who watch together, as the pages of a group know them. */
export interface Person {
  /** What forms call them by: says nothing of their key. */
  readonly handle: string;
  readonly name: string;
  readonly liked: readonly FilmId[];
  /** Films that they do not want. */
  readonly refused: readonly FilmId[];
  readonly seen: readonly FilmId[];
  /** What past evenings brought them. */
  readonly received: number;
}

/** What stands for a member in a page: the others see it, and it opens nothing. */
export const handleOf = (key: string): string => createHash('sha256').update(key).digest('base64url').slice(0, 10);

/** A member of a group that is kept. */
export const personOf = ({ id, label, basket }: Member, received: number): Person => ({
  handle: handleOf(id),
  name: label,
  liked: basket.liked,
  refused: basket.disliked,
  seen: basket.seen,
  received,
});

/**
 * What past evenings brought each member. Who was not there is counted what those who were got on average: to come later, or to miss an evening, gives
 * neither a turn nor a debt.
 */
export function receivedBefore(keys: readonly string[], evenings: readonly Pick<Evening, 'gains'>[]): number[] {
  return keys.map((key) =>
    evenings.reduce((sum, { gains }) => sum + (gains.get(key) ?? meanOf([...gains.values()])), 0),
  );
}

/** The same where an address says what each received, or null for who was at none of the evenings. */
export function receivedOr(received: readonly (number | null)[]): number[] {
  const known = received.flatMap((value) => value ?? []);
  return received.map((value) => value ?? meanOf(known));
}

/** How much a film is to a member's taste, from 0 to 4: 2 and more, it is among the fifty films that suit them best of all. */
export function fitOf({ share, standing }: Pick<FilmForMember, 'share' | 'standing'>): 0 | 1 | 2 | 3 | 4 {
  if (share >= 0.75) return 4;
  if (share >= 0.4) return 3;
  if (share > 0) return 2;
  return standing >= 0.8 ? 1 : 0;
}

const meanOf = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
