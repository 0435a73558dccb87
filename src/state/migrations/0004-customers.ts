import type { MigrationWords } from '#state/migrations/words.ts';

/** Those who asked to be told: where, of what, since when, and what they were shown when they agreed. */
export const customers = ({ counted, table, appendOnly }: MigrationWords): string[] => [
  `create table customer (
     id text not null primary key,
     visitor text not null unique references visitor (id),
     email text unique,
     phone text,
     name text,
     language text not null check (language in ('fr', 'en')),
     commune text,
     radius integer check (radius > 0),
     quiet_from integer check (quiet_from between 0 and 1439),
     quiet_until integer check (quiet_until between 0 and 1439),
     week_cap integer check (week_cap > 0),
     paused_until text,
     created text not null,
     confirmed text,
     last_contact text not null,
     check (email is not null or phone is not null or name is not null)
   ) ${table}`,
  'create index customer_last_contact on customer (last_contact)',

  `create table subscription (
     customer text not null references customer (id) on delete cascade,
     kind text not null check (kind in ('wish', 'digest', 'new', 'last-days')),
     channel text not null check (channel in ('email', 'push', 'sms', 'paper', 'phone')),
     at text not null,
     primary key (customer, kind, channel)
   ) ${table}`,

  `create table consent (
     id ${counted},
     customer text not null references customer (id) on delete cascade,
     kind text not null,
     channel text not null,
     action text not null check (action in ('asked', 'given', 'withdrawn')),
     wording text not null,
     language text not null,
     source text not null check (source in ('page', 'link', 'header', 'staff', 'bounce')),
     at text not null
   ) ${table}`,
  'create index consent_customer on consent (customer)',
  ...appendOnly('consent'),

  `create table sign_in (
     id text not null primary key,
     customer text not null references customer (id) on delete cascade,
     code_hash text not null,
     link_hash text not null unique,
     browser_hash text not null,
     asked text not null,
     tries integer not null,
     created text not null,
     expires text not null,
     done text
   ) ${table}`,
  'create index sign_in_browser on sign_in (browser_hash)',
  'create index sign_in_expires on sign_in (expires)',
  'create index sign_in_customer on sign_in (customer)',

  `create table push_subscription (
     id text not null primary key,
     customer text not null references customer (id) on delete cascade,
     endpoint text not null,
     p256dh text not null,
     auth text not null,
     created text not null,
     failures integer not null,
     last_sent text
   ) ${table}`,
  'create index push_subscription_customer on push_subscription (customer)',

  `create table suppression (
     address_hash text not null primary key,
     reason text not null check (reason in ('bounced', 'complained', 'erased', 'asked')),
     detail text not null,
     at text not null
   ) ${table}`,

  `create table refusal (
     day text not null,
     reason text not null,
     count integer not null check (count > 0),
     primary key (day, reason)
   ) ${table}`,
];
