import type { MigrationWords } from '#state/migrations/words.ts';

/** “I would come”: for a film, from a commune, on some days of the week; and who came, once it was shown. */
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

  `create table attendance (
     showing text not null primary key references showing (id) on delete cascade,
     sold integer not null check (sold between 0 and 100000),
     came integer check (came >= 0),
     parties text not null,
     author text,
     at text not null,
     check (came <= sold)
   ) ${table}`,
];
