import type { Config } from '#config.ts';
import { openFigures } from '#figures.ts';
import type { Letter } from '#notify/channel.ts';
import {
  letterOfRow,
  notBefore,
  type LetterGround,
  type RowToWrite,
  type WhoReads,
} from '#notify/letters/letter-of-row.ts';
import type { Db } from '#state/schema.ts';

/** How the rows of the outbox become letters as things stand when they leave, and when they may leave: what a delivery is given. */
export interface Writing {
  /** Null when nothing that the row tells is true any more. */
  compose(row: RowToWrite, to: WhoReads): Promise<Letter | null>;
  /** When a row may leave at the earliest: after the quiet hours of whom it reaches. */
  notBefore(row: Pick<RowToWrite, 'kind'>, to: WhoReads, now: Temporal.Instant): Promise<Temporal.Instant>;
}

/** The words of a house. */
export function openWriting(
  db: Db,
  config: Config,
  { now = Temporal.Now.instant }: { readonly now?: () => Temporal.Instant } = {},
): Writing {
  const { cinemaName, contact, origin, host, port } = config;
  const figures = openFigures(config);
  // where nobody said the public address, links lead to this machine
  const ground: LetterGround = {
    cinemaName,
    contact: contact ?? null,
    origin: origin ?? `http://${host}:${port}`,
    townOf: (commune) => figures.market().communes.find(({ code }) => code === commune)?.name ?? null,
  };
  return {
    compose: (row, to) => letterOfRow(db, row, to, ground, now()),
    notBefore: (row, to, at) => notBefore(db, row, to, at),
  };
}
