import { createHash } from 'node:crypto';
import { asCustomerId, asVisitorId, type CustomerId, type VisitorId } from '#brand.ts';
import { momentOf } from '#state/clock.ts';
import { openState, type StatePlace } from '#state/open-state.ts';
import { enqueue } from '#state/outbox.ts';
import type { Db } from '#state/schema.ts';
import type { AlertKind } from '#state/tables/customers.ts';
import { inTransaction } from '#state/transaction.ts';

export const addressOf = (at: number): string => `person${at}@domain${at % 40}.test`;

/** A state of so many people who asked for the week, and the week's letter to each in the outbox. */
export async function fillOutbox(place: StatePlace, recipients: number): Promise<void> {
  await using state = await openState(place);
  const now = Temporal.Now.instant();
  for (let start = 0; start < recipients; start += lot) {
    const people = Array.from({ length: Math.min(lot, recipients - start) }, (_, one) => personOf(start + one));
    await inTransaction(state.db, async (db) => {
      await putPeople(db, people, { kinds: ['digest'], at: momentOf(now) });
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

/** So many at once: far below what either engine takes. */
export const lot = 500;

export interface BenchPerson {
  readonly id: CustomerId;
  readonly visitor: VisitorId;
  readonly email: string;
  /** INSEE code. */
  readonly commune?: string;
}

/** The person of a number: the same each time. */
export function personOf(at: number): BenchPerson {
  const bytes = createHash('sha256').update(`person ${at}`).digest();
  const [id, visitor] = [asCustomerId(bytes.subarray(0, 16).toString('base64url')), asVisitorId(bytes.toString('hex'))];
  if (id === null || visitor === null) throw new Error('no identifiers');
  return { id, visitor, email: addressOf(at) };
}

/** Puts people with confirmed accounts, who asked for those kinds by e-mail. */
export async function putPeople(
  db: Db,
  people: readonly BenchPerson[],
  { kinds, at }: { readonly kinds: readonly AlertKind[]; readonly at: string },
): Promise<void> {
  const day = at.slice(0, 10);
  await db
    .insertInto('visitor')
    .values(people.map(({ visitor }) => ({ id: visitor, created: day, last_seen: day })))
    .execute();
  await db
    .insertInto('customer')
    .values(
      people.map(({ commune = null, ...person }) => ({
        ...person,
        commune,
        language: 'fr' as const,
        created: at,
        confirmed: at,
        last_contact: at,
      })),
    )
    .execute();
  await db
    .insertInto('subscription')
    .values(people.flatMap(({ id }) => kinds.map((kind) => ({ customer: id, kind, channel: 'email' as const, at }))))
    .execute();
}
