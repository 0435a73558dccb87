import type { Generated } from 'kysely';
import type { CustomerId, FilmId, ShowingId, StaffId, VisitorId } from '#brand.ts';

/** What a person may ask to be told. `wish`: a film that they wished is programmed; `digest`: the week, by their taste; `new`: a film for them is new on the programme; `last-days`: the last showings of a film for them. */
export const alertKinds = ['wish', 'digest', 'new', 'last-days'] as const;
export type AlertKind = (typeof alertKinds)[number];

/** `paper`: a sheet to print for them; `phone`: the house calls. */
export const channels = ['email', 'push', 'sms', 'paper', 'phone'] as const;
export type ChannelName = (typeof channels)[number];

export const consentActions = ['asked', 'given', 'withdrawn'] as const;
export type ConsentAction = (typeof consentActions)[number];

/** Where it was said: a page, a signed link of a message, the header of RFC 8058, a member of the staff for someone who asked, an address that came back. */
export const consentSources = ['page', 'link', 'header', 'staff', 'bounce'] as const;
export type ConsentSource = (typeof consentSources)[number];

export interface CustomerTables {
  /** Someone with an account. Their marks and wishes are those of their visitor, which every browser that they signed in with became. */
  customer: {
    id: CustomerId;
    visitor: VisitorId;
    /** Lower case; null for whom the house prints or calls. */
    email: string | null;
    phone: string | null;
    name: string | null;
    language: 'fr' | 'en';
    /** INSEE code. */
    commune: string | null;
    /** Minutes by car. */
    radius: number | null;
    /** Minutes of the day in the house's time zone, 0 to 1439; `from` after `until` goes over midnight. Both null: the house's own. */
    quiet_from: number | null;
    quiet_until: number | null;
    /** The most messages in seven days; null: the house's own. */
    week_cap: number | null;
    paused_until: string | null;
    created: string;
    /** When the address was shown to be theirs (double opt-in); nothing but the letter that asks is sent before. */
    confirmed: string | null;
    last_contact: string;
  };
  subscription: { customer: CustomerId; kind: AlertKind; channel: ChannelName; at: string };
  /** Append-only: what was said, with the wording that was shown. */
  consent: {
    id: Generated<number>;
    customer: CustomerId;
    kind: AlertKind | 'account';
    channel: ChannelName;
    action: ConsentAction;
    wording: string;
    language: string;
    source: ConsentSource;
    at: string;
  };
  /** A letter with a link and a code that is under way: its secrets are held as hashes. */
  sign_in: {
    id: string;
    customer: CustomerId;
    code_hash: string;
    link_hash: string;
    /** Of the cookie of the browser that asked: the code works there alone. */
    browser_hash: string;
    /** JSON of what was asked for, done once the address is proven. */
    asked: string;
    tries: number;
    created: string;
    expires: string;
    /** When it was used, once; null: not yet. */
    done: string | null;
  };
  push_subscription: {
    /** SHA-256 of the endpoint. */
    id: string;
    customer: CustomerId;
    /** The browser that asked, by its own row: it goes with it. Null for what is older than this column, until its page is opened again. */
    browser: VisitorId | null;
    endpoint: string;
    p256dh: string;
    auth: string;
    created: string;
    failures: number;
    last_sent: string | null;
  };
  /** Addresses never to be written to again, by their SHA-256: it outlives the erasure of the person. */
  suppression: {
    address_hash: string;
    reason: 'bounced' | 'complained' | 'erased' | 'asked';
    detail: string;
    at: string;
  };
  /** How many requests of a kind were turned away on a day: no word of whose. */
  refusal: { day: string; reason: string; count: number };
  wish: {
    visitor: VisitorId;
    film: FilmId;
    /** INSEE code. */
    commune: string;
    /** Days of the week by commas, `3,6`: 1 Monday to 7 Sunday; empty: any. */
    days: string;
    seats: number;
    at: string;
  };
  /** How many came to a showing, counted by the house. */
  attendance: {
    showing: ShowingId;
    /** Tickets sold, to all. */
    sold: number;
    /** Of them, those who had wished the film, with whom they brought; null: nobody asked. */
    came: number | null;
    /** Of those near who wished it before: how many parties of 1, 2 … 9, by commas. Nobody's name, and it outlives their wishes. */
    parties: string;
    author: StaffId | null;
    at: string;
  };
}

export const customerColumns = {
  customer: [
    'id',
    'visitor',
    'email',
    'phone',
    'name',
    'language',
    'commune',
    'radius',
    'quiet_from',
    'quiet_until',
    'week_cap',
    'paused_until',
    'created',
    'confirmed',
    'last_contact',
  ],
  subscription: ['customer', 'kind', 'channel', 'at'],
  consent: ['id', 'customer', 'kind', 'channel', 'action', 'wording', 'language', 'source', 'at'],
  sign_in: ['id', 'customer', 'code_hash', 'link_hash', 'browser_hash', 'asked', 'tries', 'created', 'expires', 'done'],
  push_subscription: ['id', 'customer', 'endpoint', 'p256dh', 'auth', 'created', 'failures', 'last_sent', 'browser'],
  suppression: ['address_hash', 'reason', 'detail', 'at'],
  refusal: ['day', 'reason', 'count'],
  wish: ['visitor', 'film', 'commune', 'days', 'seats', 'at'],
  attendance: ['showing', 'sold', 'came', 'parties', 'author', 'at'],
} as const satisfies { [T in keyof CustomerTables]: readonly (keyof CustomerTables[T])[] };
