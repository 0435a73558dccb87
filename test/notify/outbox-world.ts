import { randomBytes } from 'node:crypto';
import { asCustomerId, asVisitorId, type CustomerId } from '#brand.ts';
import type { Letter } from '#notify/channel.ts';
import type { Compose } from '#notify/deliver/one-letter.ts';
import { momentOf } from '#state/clock.ts';
import { enqueue, type ToTell } from '#state/outbox.ts';
import type { Db } from '#state/schema.ts';
import { channels, type AlertKind } from '#state/tables/customers.ts';

export const noon = Temporal.Instant.from('2026-11-24T11:00:00Z');

/** Someone with a confirmed account who asked for these kinds by every channel. */
export async function person(
  db: Db,
  email: string | null,
  { kinds = ['wish', 'digest'], confirmed = true }: { kinds?: readonly AlertKind[]; confirmed?: boolean } = {},
): Promise<CustomerId> {
  const id = asCustomerId(randomBytes(16).toString('base64url'));
  const visitor = asVisitorId(randomBytes(32).toString('hex'));
  if (id === null || visitor === null) throw new Error('no identifiers');
  const at = momentOf(noon);
  await db
    .insertInto('visitor')
    .values({ id: visitor, created: at.slice(0, 10), last_seen: at.slice(0, 10) })
    .execute();
  await db
    .insertInto('customer')
    .values({
      id,
      visitor,
      email,
      name: 'Camille Dé',
      language: 'fr',
      created: at,
      confirmed: confirmed ? at : null,
      last_contact: at,
    })
    .execute();
  for (const kind of kinds)
    await db
      .insertInto('subscription')
      .values(channels.map((channel) => ({ customer: id, kind, channel, at })))
      .execute();
  return id;
}

/** Puts one message in the outbox; gives its number. */
export async function told(db: Db, customer: CustomerId | null, given: Partial<ToTell> = {}): Promise<number> {
  const recipient = given.recipient ?? customer ?? 'address:nobody@people.test';
  const message = given.message ?? 'digest:2026-W48';
  await enqueue(
    db,
    [
      {
        recipient,
        customer,
        message,
        channel: 'email',
        kind: 'digest',
        campaign: null,
        payload: { kind: 'digest', week: '2026-W48', films: [] },
        due: noon,
        stale: noon.add({ hours: 48 }),
        ...given,
      },
    ],
    { now: noon },
  );
  const row = await db
    .selectFrom('outbox')
    .select('id')
    .where('recipient', '=', recipient)
    .where('message', '=', message)
    .where('channel', '=', given.channel ?? 'email')
    .executeTakeFirstOrThrow();
  return row.id;
}

export const rowOf = (db: Db, id: number) =>
  db.selectFrom('outbox').selectAll().where('id', '=', id).executeTakeFirst();

export const letter: Letter = {
  subject: 'Cette semaine : « Le Phare de l’été »',
  text: 'Bonjour,\n\nLe Phare de l’été passe mercredi à 20 h 30.\n',
  html: '<p>Bonjour,</p><p>Le Phare de l’été passe mercredi à 20 h 30.</p>',
  short: 'Le Phare de l’été, mercredi 20 h 30',
  link: 'https://films.test/seance/1',
  language: 'fr',
  unsubscribe: 'https://films.test/desabonner/u.abc',
  list: 'digest',
};

export const compose: Compose = (row) =>
  row.kind === 'account' ? { ...letter, unsubscribe: null, list: null } : letter;
