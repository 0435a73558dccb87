import type { MigrationWords } from '#state/migrations/words.ts';

/** What was decided to be told, to whom, by which channel, and what became of it. */
export const outbox = (words: MigrationWords): string[] => [
  `create table campaign (
     id text not null primary key,
     kind text not null check (kind in ('digest', 'reminder', 'wish', 'new', 'last-days')),
     week text not null,
     state text not null check (state in ('held', 'released', 'cancelled')),
     note text not null,
     due text not null,
     created text not null,
     author text
   ) ${words.table}`,

  outboxTable(words, { name: 'outbox', id: words.counted }),
  ...outboxIndexes,
  attemptTable(words, { name: 'attempt', of: 'outbox' }),
  attemptIndex,
  ...words.appendOnly('attempt'),

  `create table circuit (
     domain text not null primary key,
     failures integer not null,
     open_until text,
     changed text not null
   ) ${words.table}`,
];

/** The table of messages, as this version and 0010 write it. @param id the column of the number */
export const outboxTable = ({ table }: MigrationWords, { name, id }: { name: string; id: string }): string =>
  `create table ${name} (
     id ${id},
     recipient text not null,
     customer text references customer (id) on delete cascade,
     message text not null,
     channel text not null check (channel in ('email', 'push', 'sms', 'paper', 'phone')),
     kind text not null check (kind in ('wish', 'digest', 'reminder', 'new', 'last-days', 'account')),
     campaign text references campaign (id),
     payload text not null,
     state text not null check (state in ('queued', 'claimed', 'sent', 'delivered', 'bounced', 'failed', 'suppressed')),
     due text not null,
     stale text not null,
     attempts integer not null,
     claimed_by text,
     claimed_until text,
     handed text,
     sent_id text,
     reason text,
     created text not null,
     changed text not null,
     unique (recipient, message, channel)
   ) ${table}`;

export const outboxIndexes: readonly string[] = [
  `create index outbox_to_send on outbox (due, id) where state in ('queued', 'claimed')`,
  `create index outbox_asked on outbox (due, id) where state in ('queued', 'claimed') and kind = 'account'`,
  'create index outbox_customer on outbox (customer)',
  'create index outbox_state on outbox (state, changed)',
  'create index outbox_sent_id on outbox (sent_id)',
  'create index outbox_campaign on outbox (campaign)',
];

export const attemptTable = (
  { counted, whole, table }: MigrationWords,
  { name, of }: { name: string; of: string },
): string =>
  `create table ${name} (
     id ${counted},
     outbox ${whole} not null references ${of} (id) on delete cascade,
     worker text not null,
     outcome text not null check (outcome in ('sent', 'later', 'refused', 'delivered', 'bounced', 'suppressed')),
     code text not null,
     detail text not null,
     at text not null
   ) ${table}`;

export const attemptIndex = 'create index attempt_outbox on attempt (outbox)';
