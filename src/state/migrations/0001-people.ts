import type { MigrationWords } from '#state/migrations/words.ts';

/** Visitors and what they said: marks, settings, evenings of a group, the feedback log. */
export const people = ({ double, counted, table }: MigrationWords): string[] => [
  `create table visitor (
     id text not null primary key,
     created text not null,
     last_seen text not null,
     merged_into text references visitor (id) on delete cascade,
     check (merged_into <> id)
   ) ${table}`,
  'create index visitor_merged_into on visitor (merged_into)',
  'create index visitor_last_seen on visitor (last_seen)',

  `create table mark (
     visitor text not null references visitor (id) on delete cascade,
     film text not null check (film like 'tt%'),
     kind text not null check (kind in ('liked', 'disliked', 'seen', 'wanted')),
     at text not null,
     primary key (visitor, film, kind)
   ) ${table}`,
  `create unique index mark_one_opinion on mark (visitor, film) where kind in ('liked', 'disliked')`,

  `create table setting (
     visitor text not null references visitor (id) on delete cascade,
     key text not null,
     value text not null,
     at text not null,
     primary key (visitor, key)
   ) ${table}`,

  `create table group_session (
     id text not null primary key,
     name text,
     created text not null,
     expires text not null,
     creator text references visitor (id) on delete set null
   ) ${table}`,
  'create index group_session_creator on group_session (creator)',
  'create index group_session_expires on group_session (expires)',

  `create table group_member (
     id text not null primary key,
     session text not null references group_session (id) on delete cascade,
     visitor text references visitor (id) on delete cascade,
     label text not null,
     basket text not null,
     weight ${double} not null check (weight > 0 and weight <= 1000),
     received ${double} not null check (received >= 0 and received <= 1000000),
     joined text not null,
     unique (session, visitor)
   ) ${table}`,
  'create index group_member_visitor on group_member (visitor)',

  `create table event (
     id ${counted},
     visitor text references visitor (id) on delete cascade,
     list text not null,
     model text not null,
     position integer not null check (position >= 0),
     film text not null check (film like 'tt%'),
     propensity ${double} not null check (propensity > 0 and propensity <= 1),
     explored integer not null check (explored in (0, 1)),
     team text check (team in ('a', 'b')),
     action text not null check (action in ('shown', 'liked', 'disliked', 'seen', 'wished')),
     at text not null
   ) ${table}`,
  'create index event_visitor on event (visitor)',
  'create index event_at on event (at, id)',
  `create unique index event_shown_once on event (list, position, film) where action = 'shown'`,
];
