import type { MigrationWords } from '#state/migrations/words.ts';

/** The house's own values, its venues, and what they show. */
export const programme = ({ counted, double, table }: MigrationWords): string[] => [
  `create table house (
     key text not null primary key,
     value text not null,
     at text not null
   ) ${table}`,

  `create table venue (
     id text not null primary key check (id <> ''),
     name text not null check (name <> ''),
     kind text not null check (kind in ('fixed', 'travelling')),
     commune text not null,
     address text,
     latitude ${double},
     longitude ${double},
     seats integer check (seats > 0),
     equipment text not null,
     website text,
     closed text
   ) ${table}`,

  `create table programme_import (
     id text not null primary key,
     at text not null,
     source text not null,
     format text not null,
     author text,
     mode text not null check (mode in ('add', 'replace')),
     input text not null,
     report text not null,
     applied text,
     undone text
   ) ${table}`,
  'create index programme_import_at on programme_import (at)',

  `create table showing (
     id text not null primary key,
     venue text not null references venue (id),
     film text check (film like 'tt%'),
     title text not null check (title <> ''),
     starts text not null,
     day text not null,
     version text not null check (version in ('vf', 'vost', 'vo', 'silent', 'unknown')),
     features text not null,
     screen text not null,
     minutes integer check (minutes > 0),
     price integer check (price >= 0),
     booking text,
     note text,
     cancelled text,
     changed text not null,
     origin text,
     unique (venue, starts, screen, title)
   ) ${table}`,
  'create index showing_day on showing (day, starts)',
  'create index showing_film on showing (film, starts)',

  `create table programme_change (
     id ${counted},
     import text not null references programme_import (id) on delete cascade,
     showing text not null,
     before text,
     after text
   ) ${table}`,
  'create index programme_change_import on programme_change (import)',

  `create table film_key (
     system text not null check (system in ('visa', 'allocine', 'eidr', 'tmdb', 'title')),
     value text not null,
     film text not null check (film like 'tt%'),
     at text not null,
     primary key (system, value)
   ) ${table}`,
];
