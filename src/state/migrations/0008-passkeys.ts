import type { MigrationWords } from '#state/migrations/words.ts';

/** What browsers are asked of a passkey, by the pages of the staff and by those of accounts: kept for minutes, each for one use. */
export const passkeys = ({ table }: MigrationWords): string[] => [
  `create table passkey_challenge (
     browser_hash text not null primary key,
     purpose text not null check (purpose in ('staff-enter', 'staff-add', 'customer-enter', 'customer-add')),
     staff text references staff (id) on delete cascade,
     customer text references customer (id) on delete cascade,
     challenge_hash text not null,
     expires text not null,
     check ((purpose = 'staff-add') = (staff is not null)),
     check ((purpose = 'customer-add') = (customer is not null))
   ) ${table}`,
  'create index passkey_challenge_expires on passkey_challenge (expires)',
  'create index passkey_challenge_staff on passkey_challenge (staff)',
  'create index passkey_challenge_customer on passkey_challenge (customer)',
];
