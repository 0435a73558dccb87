import { z } from 'zod';
import { asFilmId, asShowingId, type CustomerId, type FilmId, type ShowingId, type VisitorId } from '#brand.ts';
import { addressHash } from '#state/address-hash.ts';
import { momentOf } from '#state/clock.ts';
import { toTaste, type Mark, type MarkedTaste } from '#state/marks.ts';
import type { Db } from '#state/schema.ts';
import type { AlertKind, ChannelName } from '#state/tables/customers.ts';
import type { MessageKind, OutboxState } from '#state/tables/outbox.ts';

/** Someone with an account, with all that decides what they are told. */
export interface PersonToMatch {
  readonly id: CustomerId;
  readonly language: 'fr' | 'en';
  readonly email: string | null;
  readonly phone: string | null;
  readonly name: string | null;
  /** Whether a device of theirs takes notifications. */
  readonly push: boolean;
  /** Whether their e-mail address is never to be written to. */
  readonly suppressed: boolean;
  readonly confirmed: string | null;
  readonly pausedUntil: string | null;
  readonly commune: string | null;
  readonly radius: number | null;
  readonly quietFrom: number | null;
  readonly quietUntil: number | null;
  readonly weekCap: number | null;
  readonly subscriptions: readonly { readonly kind: AlertKind; readonly channel: ChannelName; readonly at: string }[];
  readonly taste: MarkedTaste;
  /** Films marked to watch. */
  readonly wanted: readonly { readonly film: FilmId; readonly at: string }[];
  readonly wishes: readonly {
    readonly film: FilmId;
    readonly commune: string;
    /** 1 Monday to 7 Sunday; none: any. */
    readonly days: readonly number[];
    readonly at: string;
  }[];
  /** What the outbox has of them, of the last weeks; letters of accounts left out. */
  readonly told: readonly Told[];
}

export interface Told {
  readonly outbox: number;
  readonly message: string;
  readonly kind: MessageKind;
  readonly channel: ChannelName;
  readonly state: OutboxState;
  readonly due: string;
  readonly stale: string;
  readonly changed: string;
  /** Why it is where it is. */
  readonly reason: string | null;
  /** Whether it is of a campaign that waits for somebody of the house. */
  readonly held: boolean;
  readonly films: readonly FilmId[];
  readonly showings: readonly ShowingId[];
}

/** The next people after one, in the order of their identifiers; those who asked for nothing are left out unless told. */
export async function nextPeople(
  db: Db,
  { after, most, everyone = false }: { after: CustomerId | null; most: number; everyone?: boolean },
): Promise<CustomerId[]> {
  let query = db.selectFrom('customer').select('id').orderBy('id').limit(most);
  if (after !== null) query = query.where('id', '>', after);
  if (!everyone)
    query = query.where(({ exists, selectFrom }) =>
      exists(selectFrom('subscription').select('kind').whereRef('subscription.customer', '=', 'customer.id')),
    );
  return (await query.execute()).map(({ id }) => id);
}

/** Those who asked, wished or marked a film to watch from a moment on. */
export async function peopleChanged(db: Db, since: Temporal.Instant): Promise<CustomerId[]> {
  const at = momentOf(since);
  const rows = await db
    .selectFrom('customer')
    .select('id')
    .where(({ or, exists, selectFrom }) =>
      or([
        exists(
          selectFrom('subscription')
            .select('kind')
            .whereRef('subscription.customer', '=', 'customer.id')
            .where('subscription.at', '>=', at),
        ),
        exists(
          selectFrom('wish')
            .select('film')
            .whereRef('wish.visitor', '=', 'customer.visitor')
            .where('wish.at', '>=', at),
        ),
        exists(
          selectFrom('mark')
            .select('film')
            .whereRef('mark.visitor', '=', 'customer.visitor')
            .where('mark.kind', '=', 'wanted')
            .where('mark.at', '>=', at),
        ),
      ]),
    )
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** How far back what was told is looked at, in days: longer than a film runs. */
export const toldDays = 60;

/** People as the matching looks at them, in the order of their identifiers; unknown ones are left out. */
export async function peopleToMatch(
  db: Db,
  ids: readonly CustomerId[],
  now: Temporal.Instant,
): Promise<PersonToMatch[]> {
  if (ids.length === 0) return [];
  const rows = await db.selectFrom('customer').selectAll().where('id', 'in', ids).orderBy('id').execute();
  const visitors = rows.map(({ visitor }) => visitor);
  if (visitors.length === 0) return [];
  const [subscriptions, marks, wishes, devices, told, suppressed] = [
    groupBy(
      await db
        .selectFrom('subscription')
        .select(['customer', 'kind', 'channel', 'at'])
        .where('customer', 'in', ids)
        .orderBy('kind')
        .orderBy('channel')
        .execute(),
      ({ customer }) => customer,
    ),
    await marksOf(db, visitors),
    groupBy(
      await db
        .selectFrom('wish')
        .select(['visitor', 'film', 'commune', 'days', 'at'])
        .where('visitor', 'in', visitors)
        .orderBy('film')
        .execute(),
      ({ visitor }) => visitor,
    ),
    new Set(
      (await db.selectFrom('push_subscription').select('customer').where('customer', 'in', ids).execute()).map(
        ({ customer }) => customer,
      ),
    ),
    await toldOf(db, ids, now),
    await suppressedOf(
      db,
      rows.flatMap(({ email }) => email ?? []),
    ),
  ];
  return rows.map((row) => {
    const said = marks.get(row.visitor) ?? [];
    return {
      id: row.id,
      language: row.language,
      email: row.email,
      phone: row.phone,
      name: row.name,
      push: devices.has(row.id),
      suppressed: row.email !== null && suppressed.has(row.email),
      confirmed: row.confirmed,
      pausedUntil: row.paused_until,
      commune: row.commune,
      radius: row.radius,
      quietFrom: row.quiet_from,
      quietUntil: row.quiet_until,
      weekCap: row.week_cap,
      subscriptions: (subscriptions.get(row.id) ?? []).map(({ kind, channel, at }) => ({ kind, channel, at })),
      taste: toTaste(said),
      wanted: said.flatMap(({ film, kind, at }) => (kind === 'wanted' ? [{ film, at }] : [])),
      wishes: (wishes.get(row.visitor) ?? []).map(({ film, commune, days, at }) => ({
        film,
        commune,
        days: days === '' ? [] : days.split(',').map(Number),
        at,
      })),
      told: told.get(row.id) ?? [],
    };
  });
}

async function marksOf(db: Db, visitors: readonly VisitorId[]): Promise<Map<VisitorId, Mark[]>> {
  const rows = await db
    .selectFrom('mark')
    .select(['visitor', 'film', 'kind', 'at'])
    .where('visitor', 'in', visitors)
    .orderBy('at', 'desc')
    .orderBy('film')
    .orderBy('kind')
    .execute();
  return groupBy(rows, ({ visitor }) => visitor);
}

async function toldOf(
  db: Db,
  ids: readonly CustomerId[],
  now: Temporal.Instant,
): Promise<Map<CustomerId, readonly Told[]>> {
  const rows = await db
    .selectFrom('outbox')
    .leftJoin('campaign', 'campaign.id', 'outbox.campaign')
    .select(['outbox.id', 'customer', 'message', 'outbox.kind', 'channel', 'outbox.state', 'outbox.due'])
    .select(['stale', 'changed', 'reason', 'payload', 'campaign.state as standing'])
    .where('customer', 'in', ids)
    .where('outbox.kind', '<>', 'account')
    .where('outbox.due', '>=', momentOf(now.subtract({ hours: 24 * toldDays })))
    .orderBy('outbox.id')
    .execute();
  const told = new Map<CustomerId, Told[]>();
  for (const { id, customer, payload, standing, ...row } of rows) {
    if (customer === null) continue;
    const films = filmsTold(payload);
    const one = {
      ...row,
      outbox: id,
      held: standing === 'held',
      films: films.flatMap(({ film }) => asFilmId(film.id ?? '') ?? []),
      showings: films.flatMap(({ showings }) => showings.flatMap((showing) => asShowingId(showing.id) ?? [])),
    };
    const before = told.get(customer);
    if (before === undefined) told.set(customer, [one]);
    else before.push(one);
  }
  return told;
}

const filmShape = z.object({
  film: z.object({ id: z.string().nullable() }),
  showings: z.array(z.object({ id: z.string() })),
});
const payloadShape = z.object({ film: filmShape.optional(), films: z.array(filmShape).optional() });

/** The films that a payload of the outbox tells; none of one that was emptied or that is of another kind. */
export function filmsTold(payload: string): z.infer<typeof filmShape>[] {
  const { data } = payloadShape.safeParse(JSON.parse(payload));
  return [...(data?.film === undefined ? [] : [data.film]), ...(data?.films ?? [])];
}

async function suppressedOf(db: Db, emails: readonly string[]): Promise<Set<string>> {
  if (emails.length === 0) return new Set();
  const byHash = new Map(emails.map((email) => [addressHash(email), email]));
  const rows = await db
    .selectFrom('suppression')
    .select('address_hash')
    .where('address_hash', 'in', [...byHash.keys()])
    .execute();
  return new Set(rows.flatMap(({ address_hash }) => byHash.get(address_hash) ?? []));
}

function groupBy<Row, Key>(rows: readonly Row[], keyOf: (row: Row) => Key): Map<Key, Row[]> {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  return groups;
}
