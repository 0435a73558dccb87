import type { Generated } from 'kysely';
import type { FilmId, ShowingId, StaffId, VenueId } from '#brand.ts';

export const venueKinds = ['fixed', 'travelling'] as const;
export type VenueKind = (typeof venueKinds)[number];

/** What a place has for those who hear, see or walk with difficulty. */
export const equipments = ['wheelchair', 'hearing-loop', 'audio-description', 'parking'] as const;
export type Equipment = (typeof equipments)[number];

/** `vost`: original language with French subtitles; `vo`: without; `silent`: there is nothing to understand. */
export const versions = ['vf', 'vost', 'vo', 'silent', 'unknown'] as const;
export type Version = (typeof versions)[number];

/** `sme`: subtitles for the deaf and hard of hearing; `ad`: audio description; `relaxed`: Ciné-Relax and the like. */
export const showingFeatures = ['sme', 'ad', 'relaxed', 'hearing-loop', '3d', 'preview', 'debate'] as const;
export type ShowingFeature = (typeof showingFeatures)[number];

/** Systems by which a programme names a film; `title`: a title as this house writes it, normalised. */
export const filmKeySystems = ['visa', 'allocine', 'eidr', 'tmdb', 'title'] as const;
export type FilmKeySystem = (typeof filmKeySystems)[number];

/** `add`: the file adds and changes; `replace`: it is the whole programme of its venues for its days, and what it has not is called off. */
export const importModes = ['add', 'replace'] as const;
export type ImportMode = (typeof importModes)[number];

export interface ProgrammeTables {
  /** Values of the house: its threshold of wishes, the hour of its digest, keys of its own. */
  house: { key: string; value: string; at: string };
  venue: {
    id: VenueId;
    name: string;
    kind: VenueKind;
    /** INSEE code. */
    commune: string;
    address: string | null;
    latitude: number | null;
    longitude: number | null;
    seats: number | null;
    /** Equipment, by commas. */
    equipment: string;
    website: string | null;
    /** Since when it shows nothing more; its past showings stay. */
    closed: string | null;
  };
  programme_import: {
    id: string;
    at: string;
    /** The name of the file, or where else it came from. */
    source: string;
    format: string;
    author: StaffId | null;
    mode: ImportMode;
    /** JSON of what was read: all of it until it is applied, then the lines that were refused, to be taken up again. */
    input: string;
    /** JSON of what was taken and refused, line by line. */
    report: string;
    /** Null: shown to somebody, not applied yet. */
    applied: string | null;
    undone: string | null;
  };
  showing: {
    id: ShowingId;
    venue: VenueId;
    /** Null: the catalogue does not have it, or it is no film. */
    film: FilmId | null;
    /** As announced. */
    title: string;
    starts: string;
    /** The day in the house's time zone: a film at half past midnight is of that day. */
    day: string;
    version: Version;
    /** Features, by commas. */
    features: string;
    /** The room; empty where there is one. */
    screen: string;
    minutes: number | null;
    /** Cents. */
    price: number | null;
    booking: string | null;
    note: string | null;
    cancelled: string | null;
    changed: string;
    /** How the system that it came from calls it. */
    origin: string | null;
  };
  /** What an import did to a showing, as JSON of its row before and after: what undoing it needs. */
  programme_change: {
    id: Generated<number>;
    import: string;
    showing: ShowingId;
    before: string | null;
    after: string | null;
  };
  /** Which film a key means, as somebody of the house said or a sure match found. */
  film_key: { system: FilmKeySystem; value: string; film: FilmId; at: string };
}

export const programmeColumns = {
  house: ['key', 'value', 'at'],
  venue: [
    'id',
    'name',
    'kind',
    'commune',
    'address',
    'latitude',
    'longitude',
    'seats',
    'equipment',
    'website',
    'closed',
  ],
  programme_import: ['id', 'at', 'source', 'format', 'author', 'mode', 'input', 'report', 'applied', 'undone'],
  showing: [
    'id',
    'venue',
    'film',
    'title',
    'starts',
    'day',
    'version',
    'features',
    'screen',
    'minutes',
    'price',
    'booking',
    'note',
    'cancelled',
    'changed',
    'origin',
  ],
  programme_change: ['id', 'import', 'showing', 'before', 'after'],
  film_key: ['system', 'value', 'film', 'at'],
} as const satisfies { [T in keyof ProgrammeTables]: readonly (keyof ProgrammeTables[T])[] };
