import type { MigrationWords } from '#state/migrations/words.ts';

/** What was decided to be told, to whom, by which channel, and what became of it. */
export const outbox = ({ counted, whole, table, appendOnly }: MigrationWords): string[] => [
  `create table campaign (
     id text not null primary key,
     kind text not null check (kind in ('digest', 'reminder', 'wish', 'new', 'last-days')),
     week text not null,
     state text not null check (state in ('held', 'released', 'cancelled')),
     note text not null,
     due text not null,
     created text not null,
     author text
   ) ${table}`,

  `create table outbox (
     id ${counted},
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
   ) ${table}`,
  `create index outbox_to_send on outbox (due, id) where state in ('queued', 'claimed')`,
  `create index outbox_asked on outbox (due, id) where state in ('queued', 'claimed') and kind = 'account'`,
  'create index outbox_customer on outbox (customer)',
  'create index outbox_state on outbox (state, changed)',
  'create index outbox_sent_id on outbox (sent_id)',
  'create index outbox_campaign on outbox (campaign)',

  `create table attempt (
     id ${counted},
     outbox ${whole} not null references outbox (id) on delete cascade,
     worker text not null,
     outcome text not null check (outcome in ('sent', 'later', 'refused', 'delivered', 'bounced', 'suppressed')),
     code text not null,
     detail text not null,
     at text not null
   ) ${table}`,
  'create index attempt_outbox on attempt (outbox)',
  ...appendOnly('attempt'),

  `create table circuit (
     domain text not null primary key,
     failures integer not null,
     open_until text,
     changed text not null
   ) ${table}`,
];
