import type { CustomerId } from '#brand.ts';
import type { Letter } from '#notify/channel.ts';
import { composeLetter } from '#notify/letters/compose-letter.ts';
import { currentPayload, type TownOf } from '#notify/letters/current.ts';
import { readPayload } from '#notify/letters/read-payload.ts';
import { afterQuiet, quietHoursOf } from '#notify/timing/quiet.ts';
import { houseSettings } from '#state/house-settings.ts';
import { askedSince } from '#state/outbox-recipient.ts';
import type { Db } from '#state/schema.ts';
import { linkKeyOf } from '#state/signed-links.ts';
import type { ChannelName } from '#state/tables/customers.ts';
import type { MessageKind } from '#state/tables/outbox.ts';

/** A row of the outbox, as far as its words need it. */
export interface RowToWrite {
  readonly customer: CustomerId | null;
  readonly kind: MessageKind;
  readonly channel: ChannelName;
  readonly campaign: string | null;
  readonly payload: string;
}

/** Whom it reaches. */
export interface WhoReads {
  readonly language: 'fr' | 'en';
  readonly customer: {
    readonly id: CustomerId;
    readonly quietFrom: number | null;
    readonly quietUntil: number | null;
  } | null;
}

/** What every letter of this running Lanterne has in common. */
export interface LetterGround {
  readonly cinemaName: string;
  readonly contact: string | null;
  /** Where the site answers. */
  readonly origin: string;
  readonly townOf: TownOf;
}

/** Puts words to a row of the outbox as things stand now; null when nothing that it tells is true any more. */
export async function letterOfRow(
  db: Db,
  row: RowToWrite,
  { language, customer }: WhoReads,
  { cinemaName, contact, origin, townOf }: LetterGround,
  now: Temporal.Instant,
): Promise<Letter | null> {
  const read = readPayload(row.payload);
  const payload = read === null ? null : await currentPayload(db, read, row.customer, townOf);
  if (payload === null) return null;
  const { senderName, senderAddress } = await houseSettings(db);
  return composeLetter(payload, {
    customer,
    house: { name: senderName === '' ? cinemaName : senderName, address: senderAddress, contact },
    linkKey: await linkKeyOf(db),
    origin,
    now,
    language,
    channel: row.channel,
    note: await noteOf(db, row.campaign),
    since: row.customer === null ? null : await askedSince(db, row.customer, row),
  });
}

/** When a row may leave at the earliest: when the quiet hours of whom it reaches are over. Letters of accounts wait for nothing. */
export async function notBefore(
  db: Db,
  { kind }: Pick<RowToWrite, 'kind'>,
  { customer }: WhoReads,
  now: Temporal.Instant,
): Promise<Temporal.Instant> {
  if (kind === 'account' || customer === null) return now;
  return afterQuiet(now, quietHoursOf(customer, await houseSettings(db)));
}

async function noteOf(db: Db, campaign: string | null): Promise<string> {
  if (campaign === null) return '';
  const row = await db.selectFrom('campaign').select('note').where('id', '=', campaign).executeTakeFirst();
  return row?.note ?? '';
}
