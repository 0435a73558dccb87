import { asCustomerId, type CustomerId, type FilmId, type VisitorId } from '#brand.ts';
import { momentOf } from '#state/clock.ts';
import { setMark } from '#state/marks.ts';
import type { Db, StateSchema } from '#state/schema.ts';
import { newSecret } from '#state/secret.ts';
import { putShowing } from '#state/showings.ts';
import type { ShowingToMatch } from '#state/showings-to-match.ts';
import type { AlertKind, ChannelName } from '#state/tables/customers.ts';
import { createVisitor } from '#state/visitors.ts';
import { putVenue } from '#state/venues.ts';
import { setWish } from '#state/wishes.ts';

const created = Temporal.Instant.from('2026-11-01T09:00:00Z');

export interface Given {
  readonly email?: string | null;
  readonly commune?: string | null;
  readonly confirmed?: boolean;
  readonly wishes?: readonly FilmId[];
  readonly liked?: readonly FilmId[];
  readonly asked?: readonly AlertKind[];
  readonly channel?: ChannelName;
  readonly more?: Partial<StateSchema['customer']>;
}

/** Someone with an account in the state. */
export async function putPerson(db: Db, number: number, given: Given = {}): Promise<CustomerId> {
  const { email = `person-${number}@village.example`, commune = '23096', confirmed = true } = given;
  const { visitor } = await createVisitor(db, { now: created });
  const id = asCustomerId(newSecret());
  if (id === null) throw new Error('not a customer');
  const at = momentOf(created);
  await db
    .insertInto('customer')
    .values({
      id,
      visitor,
      email,
      phone: null,
      name: email === null ? `Person ${number}` : null,
      language: 'fr',
      commune,
      radius: null,
      quiet_from: null,
      quiet_until: null,
      week_cap: null,
      paused_until: null,
      created: at,
      confirmed: confirmed ? at : null,
      last_contact: at,
      ...given.more,
    })
    .execute();
  for (const kind of given.asked ?? (['wish', 'digest'] as const))
    await db
      .insertInto('subscription')
      .values({ customer: id, kind, channel: given.channel ?? 'email', at })
      .execute();
  await say(db, visitor, given);
  return id;
}

async function say(db: Db, visitor: VisitorId, { wishes = [], liked = [] }: Given): Promise<void> {
  for (const film of wishes)
    await setWish(db, visitor, { film, commune: '23096', days: [], seats: 2 }, { now: created });
  for (const film of liked) await setMark(db, visitor, film, 'liked', { now: created });
}

/** Puts showings in the state, with their venues. */
export async function putProgramme(
  db: Db,
  showings: readonly ShowingToMatch[],
  now: Temporal.Instant = created,
): Promise<void> {
  for (const venue of new Map(showings.map(({ at }) => [at.id, at])).values()) await putVenue(db, venue);
  for (const { at, changed: _, ...one } of showings)
    await putShowing(
      db,
      {
        ...one,
        venue: at.id,
        screen: '',
        minutes: null,
        price: null,
        booking: null,
        note: null,
        cancelled: null,
        origin: null,
      },
      { now },
    );
}

/** What the outbox holds, in the order in which it was written. */
export const outboxOf = (db: Db) =>
  db
    .selectFrom('outbox')
    .select(['id', 'customer', 'message', 'channel', 'kind', 'campaign', 'state', 'due', 'stale', 'payload'])
    .orderBy('id')
    .execute();
