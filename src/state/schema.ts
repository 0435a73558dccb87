import type { Kysely, Generated } from 'kysely';
import type { FilmId, VisitorId } from '#brand.ts';
import { customerColumns, type CustomerTables } from '#state/tables/customers.ts';
import { outboxColumns, type OutboxTables } from '#state/tables/outbox.ts';
import { passkeyColumns, type PasskeyTables } from '#state/tables/passkeys.ts';
import { programmeColumns, type ProgrammeTables } from '#state/tables/programme.ts';
import { staffColumns, type StaffTables } from '#state/tables/staff.ts';

/** What holds the state: a file on this machine, or a PostgreSQL server. */
export type StateEngine = 'sqlite' | 'postgresql';

/** A connection to the state; inside a transaction, the transaction. Every function of this folder takes one first. */
export type Db = Kysely<StateSchema>;

export const markKinds = ['liked', 'disliked', 'seen', 'wanted'] as const;
export type MarkKind = (typeof markKinds)[number];

export const eventActions = ['shown', 'liked', 'disliked', 'seen', 'wished'] as const;
export type EventAction = (typeof eventActions)[number];

/** Moments are UTC text (`2025-01-31T20:15:00.000Z`), days `2025-01-31`: they sort as they stand, on both engines. */
export interface StateSchema extends ProgrammeTables, CustomerTables, OutboxTables, StaffTables, PasskeyTables {
  visitor: {
    id: VisitorId;
    /** Days, no finer. */
    created: string;
    last_seen: string;
    /** Who this visitor became; never one who was merged in turn. */
    merged_into: VisitorId | null;
  };
  /** At most one of liked and disliked for a visitor and a film: a unique index says so. */
  mark: { visitor: VisitorId; film: FilmId; kind: MarkKind; at: string };
  setting: { visitor: VisitorId; key: string; value: string; at: string };
  group_session: {
    /** The code of its link: 128 random bits. */
    id: string;
    name: string | null;
    created: string;
    expires: string;
    creator: VisitorId | null;
  };
  group_member: {
    /** 128 random bits, known to the member alone. */
    id: string;
    session: string;
    visitor: VisitorId | null;
    label: string;
    /** JSON of a Basket. */
    basket: string;
    weight: number;
    /** The relevance received at past evenings. */
    received: number;
    joined: string;
  };
  /** What a film that the group chose brought to a member. */
  group_gain: { member: string; film: FilmId; gain: number; at: string };
  /** The feedback log: see src/recommend/feedback-log.ts. */
  event: {
    id: Generated<number>;
    visitor: VisitorId | null;
    /** Drawn for one list alone. */
    list: string;
    model: string;
    position: number;
    film: FilmId;
    propensity: number;
    explored: 0 | 1;
    team: 'a' | 'b' | null;
    action: EventAction;
    /** The hour, no finer. */
    at: string;
  };
}

/** The columns of every table, for what must look at all of them (the rights of persons, tests). */
export const columns = {
  visitor: ['id', 'created', 'last_seen', 'merged_into'],
  mark: ['visitor', 'film', 'kind', 'at'],
  setting: ['visitor', 'key', 'value', 'at'],
  group_session: ['id', 'name', 'created', 'expires', 'creator'],
  group_member: ['id', 'session', 'visitor', 'label', 'basket', 'weight', 'received', 'joined'],
  group_gain: ['member', 'film', 'gain', 'at'],
  event: ['id', 'visitor', 'list', 'model', 'position', 'film', 'propensity', 'explored', 'team', 'action', 'at'],
  ...programmeColumns,
  ...customerColumns,
  ...outboxColumns,
  ...staffColumns,
  ...passkeyColumns,
} as const satisfies { [T in keyof StateSchema]: readonly (keyof StateSchema[T])[] };
