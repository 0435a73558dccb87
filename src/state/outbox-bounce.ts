import { normalAddress } from '#state/address-hash.ts';
import { daysBefore, momentOf } from '#state/clock.ts';
import { writeAttempt } from '#state/outbox-finish.ts';
import type { Db } from '#state/schema.ts';
import { suppressAddress } from '#state/suppression.ts';
import { inTransaction } from '#state/transaction.ts';

/** What came back about a letter. */
export interface CameBack {
  readonly outbox: number;
  readonly what: 'hard' | 'soft' | 'complaint' | 'delivered';
  readonly code: string;
  readonly detail: string;
  /** Of the letter that came back: the same one again changes nothing. */
  readonly digest: string;
  /** Whom it names, when it does. */
  readonly recipient: string | null;
  readonly now: Temporal.Instant;
}

export type Taken = 'taken' | 'suppressed' | 'known' | 'gone';

/** Three that come back within thirty days say as much as one that says never. */
const [softMost, softDays] = [3, 30];
/** How a letter to an address that is no account's (or not yet) is named. */
const toAddress = 'address:';

/** Writes down what came back: once for each letter that did. Who is erased meanwhile is left alone (`gone`). */
export const takeCameBack = (db: Db, back: CameBack): Promise<Taken> =>
  inTransaction(db, async (within) => {
    const row = await within
      .selectFrom('outbox')
      .leftJoin('customer', 'customer.id', 'outbox.customer')
      .select(['outbox.id', 'outbox.state', 'outbox.recipient', 'outbox.customer', 'customer.email'])
      .where('outbox.id', '=', back.outbox)
      .executeTakeFirst();
    if (row === undefined) return 'gone';
    const known = await within
      .selectFrom('attempt')
      .select('id')
      .where('outbox', '=', row.id)
      .where('worker', '=', `return:${back.digest}`)
      .executeTakeFirst();
    if (known !== undefined) return 'known';
    const { now, what, code } = back;
    const delivered = what === 'delivered';
    await writeAttempt(within, row.id, delivered ? 'delivered' : 'bounced', {
      worker: `return:${back.digest}`,
      code: `${what} ${code}`.trim(),
      detail: back.detail,
      now,
    });
    if (what !== 'complaint')
      await within
        .updateTable('outbox')
        .set({
          state: delivered ? 'delivered' : 'bounced',
          reason: delivered ? null : `${code} ${back.detail}`.trim().slice(0, 500),
          changed: momentOf(now),
        })
        .where('id', '=', row.id)
        .where('state', 'in', delivered ? ['sent'] : ['sent', 'delivered'])
        .execute();
    const address = row.recipient.startsWith(toAddress) ? row.recipient.slice(toAddress.length) : row.email;
    if (delivered || address === null) return 'taken';
    // they have another address by now: that one is not to be blamed
    if (back.recipient !== null && normalAddress(back.recipient) !== normalAddress(address)) return 'taken';
    if (what === 'soft' && (await softOf(within, row.recipient, now)) < softMost) return 'taken';
    await suppressAddress(
      within,
      address,
      {
        reason: what === 'complaint' ? 'complained' : 'bounced',
        detail: `${code} ${back.detail}`.trim(),
        customer: address === row.email ? row.customer : null,
      },
      { now },
    );
    return 'suppressed';
  });

async function softOf(db: Db, recipient: string, now: Temporal.Instant): Promise<number> {
  const { count } = await db
    .selectFrom('attempt')
    .innerJoin('outbox', 'outbox.id', 'attempt.outbox')
    .select((eb) => eb.fn.count('outbox.id').distinct().as('count'))
    .where('outbox.recipient', '=', recipient)
    .where('attempt.outcome', '=', 'bounced')
    .where('attempt.code', 'like', 'soft%')
    .where('attempt.at', '>=', momentOf(daysBefore(now, softDays)))
    .executeTakeFirstOrThrow();
  return Number(count);
}
