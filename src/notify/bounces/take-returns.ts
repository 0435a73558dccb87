import { createHash } from 'node:crypto';
import { readReturn, type Return } from '#notify/bounces/read-return.ts';
import { readMailKey } from '#notify/deliver/mail-key.ts';
import { takeCameBack, type Taken } from '#state/outbox-bounce.ts';
import type { Db } from '#state/schema.ts';

/** What was made of one letter that came back. */
export interface TakenReturn {
  readonly kind: Return['kind'];
  readonly hard: boolean;
  readonly code: string;
  readonly detail: string;
  /** The row of the outbox; null when it names none of our letters. */
  readonly outbox: number | null;
  /** `forged`: it names no letter that we made, so that it changes nothing; `nothing`: it says nothing of a delivery. */
  readonly taken: Taken | 'forged' | 'nothing';
}

/** Reads one letter that came back, and writes down what it says of the letter of ours that it proves to be about. */
export async function takeReturn(
  db: Db,
  secret: Buffer,
  raw: Buffer,
  { now = Temporal.Now.instant() }: { readonly now?: Temporal.Instant } = {},
): Promise<TakenReturn> {
  const back = await readReturn(raw);
  const outbox = back.keys.map((key) => readMailKey(secret, key)).find((id) => id !== null) ?? null;
  const about = { kind: back.kind, hard: back.hard, code: back.code, detail: back.detail, outbox };
  if (back.kind === 'none' || back.kind === 'delayed') return { ...about, taken: 'nothing' };
  if (outbox === null) return { ...about, taken: 'forged' };
  const what = back.kind === 'bounce' ? (back.hard ? 'hard' : 'soft') : back.kind;
  const digest = createHash('sha256').update(raw).digest('hex').slice(0, 24);
  return {
    ...about,
    taken: await takeCameBack(db, {
      outbox,
      what,
      code: back.code,
      detail: back.detail,
      digest,
      recipient: back.recipient,
      now,
    }),
  };
}
