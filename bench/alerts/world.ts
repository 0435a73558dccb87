import { createHash } from 'node:crypto';
import { asCustomerId, asVisitorId } from '#brand.ts';
import { momentOf } from '#state/clock.ts';
import { openState, type StatePlace } from '#state/open-state.ts';
import { enqueue } from '#state/outbox.ts';
import { inTransaction } from '#state/transaction.ts';

export const addressOf = (at: number): string => `person${at}@domain${at % 40}.test`;

/** A state of so many people who asked for the week, and the week's letter to each in the outbox. */
export async function fillOutbox(place: StatePlace, recipients: number): Promise<void> {
  await using state = await openState(place);
  const now = Temporal.Now.instant();
  const at = momentOf(now);
  for (let start = 0; start < recipients; start += 500) {
    const people = Array.from({ length: Math.min(500, recipients - start) }, (_, one) => personOf(start + one));
    await inTransaction(state.db, async (db) => {
      await db
        .insertInto('visitor')
        .values(people.map(({ visitor }) => ({ id: visitor, created: at.slice(0, 10), last_seen: at.slice(0, 10) })))
        .execute();
      await db
        .insertInto('customer')
        .values(
          people.map(({ id, visitor, email }) => ({
            id,
            visitor,
            email,
            language: 'fr' as const,
            created: at,
            confirmed: at,
            last_contact: at,
          })),
        )
        .execute();
      await db
        .insertInto('subscription')
        .values(people.map(({ id }) => ({ customer: id, kind: 'digest' as const, channel: 'email' as const, at })))
        .execute();
      await enqueue(
        db,
        people.map(({ id }) => ({
          recipient: id,
          customer: id,
          message: 'digest:2026-W48',
          channel: 'email',
          kind: 'digest',
          campaign: null,
          payload: { kind: 'digest', week: '2026-W48', films: [] },
          due: now,
          stale: now.add({ hours: 48 }),
        })),
      );
    });
  }
}

function personOf(at: number) {
  const bytes = createHash('sha256').update(`person ${at}`).digest();
  const [id, visitor] = [asCustomerId(bytes.subarray(0, 16).toString('base64url')), asVisitorId(bytes.toString('hex'))];
  if (id === null || visitor === null) throw new Error('no identifiers');
  return { id, visitor, email: addressOf(at) };
}
