import type { MigrationWords } from '#state/migrations/words.ts';

/** “I would come”: for a film, from a commune, on some days of the week. */
export const wishes = ({ table }: MigrationWords): string[] => [
  `create table wish (
     visitor text not null references visitor (id) on delete cascade,
     film text not null check (film like 'tt%'),
     commune text not null,
     days text not null,
     seats integer not null check (seats between 1 and 9),
     at text not null,
     primary key (visitor, film)
   ) ${table}`,
  'create index wish_film on wish (film, commune)',
];
