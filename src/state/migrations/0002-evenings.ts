import type { MigrationWords } from '#state/migrations/words.ts';

/** What a film that a group chose brought to each who was there: an evening is the rows of one film. */
export const evenings = ({ double, table }: MigrationWords): string[] => [
  `create table group_gain (
     member text not null references group_member (id) on delete cascade,
     film text not null check (film like 'tt%'),
     gain ${double} not null check (gain >= 0 and gain <= 1),
     at text not null,
     primary key (member, film)
   ) ${table}`,
];
