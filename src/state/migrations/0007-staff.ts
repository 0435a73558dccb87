import type { MigrationWords } from '#state/migrations/words.ts';

/** Those who run the house, how they prove who they are, and what they did. */
export const staff = ({ counted, whole, table, appendOnly }: MigrationWords): string[] => [
  `create table staff (
     id text not null primary key,
     email text not null unique,
     name text not null,
     roles text not null,
     language text not null check (language in ('fr', 'en')),
     password text,
     created text not null,
     disabled text
   ) ${table}`,

  `create table staff_session (
     id text not null primary key,
     staff text not null references staff (id) on delete cascade,
     created text not null,
     last_used text not null,
     expires text not null,
     proven text not null
   ) ${table}`,
  'create index staff_session_staff on staff_session (staff)',

  `create table staff_sign_in (
     id text not null primary key,
     staff text references staff (id) on delete cascade,
     purpose text not null check (purpose in ('password', 'setup', 'passkey', 'register')),
     secret_hash text not null,
     browser_hash text not null,
     tries integer not null,
     created text not null,
     expires text not null
   ) ${table}`,
  'create index staff_sign_in_expires on staff_sign_in (expires)',

  `create table staff_wait (
     id text not null primary key,
     failures integer not null,
     until text not null,
     changed text not null
   ) ${table}`,

  `create table staff_browser (
     id text not null primary key,
     staff text not null references staff (id) on delete cascade,
     last_used text not null
   ) ${table}`,
  'create index staff_browser_staff on staff_browser (staff)',

  `create table passkey (
     id text not null primary key,
     staff text references staff (id) on delete cascade,
     customer text references customer (id) on delete cascade,
     public_key text not null,
     counter ${whole} not null,
     transports text not null,
     label text not null,
     created text not null,
     last_used text,
     check ((staff is null) <> (customer is null))
   ) ${table}`,
  'create index passkey_staff on passkey (staff)',
  'create index passkey_customer on passkey (customer)',

  `create table audit (
     id ${counted},
     staff text,
     action text not null,
     subject text not null,
     detail text not null,
     at text not null
   ) ${table}`,
  'create index audit_at on audit (at)',
  ...appendOnly('audit'),
];
