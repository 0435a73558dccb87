import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { asVenueId, type VenueId } from '#brand.ts';
import { fault } from '#errors.ts';
import { venueIdFor } from '#programme/match/match-venues.ts';
import { decodeText } from '#programme/read/decode.ts';
import { readLink } from '#programme/read/fields-values.ts';
import { oneLine } from '#programme/read/one-line.ts';
import { titleKey } from '#state/programme-titles.ts';
import { equipments, type Equipment, type VenueKind } from '#state/tables/programme.ts';
import type { Venue } from '#state/venues.ts';

/** What a file or a form says of a venue: words. */
export type VenueWords = Readonly<Partial<Record<VenueField, string>>>;
export type VenueField =
  | 'id'
  | 'name'
  | 'kind'
  | 'commune'
  | 'address'
  | 'latitude'
  | 'longitude'
  | 'seats'
  | 'equipment'
  | 'website'
  | 'closed';

/** What is wrong with a venue: the fields that cannot be taken. */
export type VenueRead = { readonly venue: Venue } | { readonly wrong: readonly VenueField[] };

export interface VenueContext {
  readonly communes: readonly { readonly code: string; readonly name: string; readonly department: string }[];
  readonly department: string;
  /** The identifier of a venue that says none; null when it cannot be told. */
  readonly identify: (venue: Pick<Venue, 'name' | 'commune'>) => VenueId | null;
}

/** Reads a venue from words: its commune by INSEE code or by name, those of the department first. */
export function readVenue(words: VenueWords, { communes, department, identify }: VenueContext): VenueRead {
  const wrong: VenueField[] = [];
  const said = (field: VenueField): string => oneLine(words[field] ?? '');
  const refuse = (field: VenueField): null => {
    wrong.push(field);
    return null;
  };
  const number = (field: VenueField, low: number, high: number, whole = false): number | null => {
    const text = said(field).replace(',', '.');
    if (text === '') return null;
    const value = Number(text);
    return value >= low && value <= high && (!whole || Number.isInteger(value)) ? value : refuse(field);
  };
  const name = said('name');
  if (name === '' || name.length > 120) refuse('name');
  const commune = communeOf(said('commune'), communes, department);
  if (commune === null) refuse('commune');
  const id = said('id') !== '' ? asVenueId(said('id')) : commune === null ? null : identify({ name, commune });
  if (id === null && (said('id') !== '' || commune !== null)) refuse('id');
  const website = readLink(said('website'));
  if ('wrong' in website) refuse('website');
  const venue = {
    name,
    kind: kindOf(said('kind')),
    address: said('address').slice(0, 200) || null,
    latitude: number('latitude', -90, 90),
    longitude: number('longitude', -180, 180),
    seats: number('seats', 1, 10_000, true),
    equipment: equipmentOf(said('equipment')),
    website: 'is' in website ? website.is : null,
    closed: /^(?:|0|non|no|false)$/i.test(said('closed')) ? null : said('closed'),
  };
  if ((venue.latitude === null) !== (venue.longitude === null)) refuse('latitude');
  return wrong.length > 0 || id === null || commune === null ? { wrong } : { venue: { ...venue, id, commune } };
}

const rows = z.array(z.record(z.string(), z.unknown()));

/**
 * Reads a table or a list of venues. One without an identifier, of the name and the commune of a venue that stands, is that venue; of that name in another
 * commune it is another one.
 * @throws VENUES_REFUSED with every fault, by line
 */
export function readVenues(
  bytes: Uint8Array,
  file: string,
  { standing, ...context }: Omit<VenueContext, 'identify'> & { readonly standing: readonly Venue[] },
): Venue[] {
  const { text } = decodeText(bytes);
  const refuse = (reasons: string): Error => fault('VENUES_REFUSED', { file, reasons });
  if (text === null || text.trim() === '') throw refuse('there is no text in it.');
  const venues: Venue[] = [];
  const reasons: string[] = [];
  const entries = entriesOf(text, refuse);
  const identify = identifier(entries, { standing, ...context });
  const seen = new Set<string>();
  for (const [at, words] of entries.entries()) {
    const read = readVenue(words, { ...context, identify });
    if ('wrong' in read) reasons.push(`entry ${at + 1}: ${read.wrong.join(', ')} cannot be taken.`);
    else if (seen.has(read.venue.id)) reasons.push(`entry ${at + 1}: “${read.venue.id}” is there twice.`);
    else venues.push(read.venue);
    if ('venue' in read) seen.add(read.venue.id);
  }
  if (reasons.length > 0) throw refuse(reasons.slice(0, 20).join(' '));
  if (venues.length === 0) throw refuse('there is none in it.');
  return venues;
}

/** How the venues of a file that say no identifier get theirs, whatever their order. */
function identifier(
  entries: readonly VenueWords[],
  { standing, communes, department }: Parameters<typeof readVenues>[2],
): VenueContext['identify'] {
  const named = entries.map(({ name = '', commune = '' }) => ({
    name,
    commune: communeOf(oneLine(commune), communes, department),
  }));
  const places = Map.groupBy([...standing, ...named], ({ name }) => titleKey(name));
  const taken = new Set<string>([...standing, ...entries].flatMap(({ id }) => id ?? []));
  const given = new Map<string, VenueId | null>();
  return (venue) => {
    const key = titleKey(venue.name);
    const same = standing.filter(({ name, commune }) => commune === venue.commune && titleKey(name) === key);
    const [one, ...others] = same;
    if (one !== undefined) return others.length === 0 ? one.id : null;
    const place = `${key} ${venue.commune}`;
    const known = given.get(place);
    if (known !== undefined) return known;
    const shared = (places.get(key) ?? []).some(({ commune }) => commune !== venue.commune);
    const id = venueIdFor(venue, { taken, shared });
    given.set(place, id);
    if (id !== null) taken.add(id);
    return id;
  };
}

const fieldNames: Readonly<Record<string, VenueField>> = {
  id: 'id',
  identifiant: 'id',
  name: 'name',
  nom: 'name',
  lieu: 'name',
  kind: 'kind',
  type: 'kind',
  commune: 'commune',
  insee: 'commune',
  ville: 'commune',
  codeinsee: 'commune',
  address: 'address',
  adresse: 'address',
  latitude: 'latitude',
  lat: 'latitude',
  longitude: 'longitude',
  lon: 'longitude',
  lng: 'longitude',
  seats: 'seats',
  places: 'seats',
  fauteuils: 'seats',
  equipment: 'equipment',
  equipements: 'equipment',
  website: 'website',
  site: 'website',
  siteweb: 'website',
  closed: 'closed',
  ferme: 'closed',
};

function entriesOf(text: string, refuse: (reason: string) => Error): VenueWords[] {
  try {
    const list: unknown = /^\s*[[{]/.test(text) ? jsonList(JSON.parse(text)) : csvList(text);
    return rows.parse(list).map((row) =>
      Object.fromEntries(
        Object.entries(row).flatMap(([name, value]): [VenueField, string][] => {
          const field = fieldNames[titleKey(name).replaceAll(' ', '')];
          const told = Array.isArray(value)
            ? value.join(',')
            : value === null || value === undefined
              ? ''
              : String(value);
          return field === undefined ? [] : [[field, told]];
        }),
      ),
    );
  } catch (error) {
    throw refuse(`it is no list: ${error instanceof Error ? error.message.slice(0, 160) : String(error)}`);
  }
}

const jsonList = (value: unknown): unknown => {
  const inside = z.object({ venues: z.array(z.unknown()) }).safeParse(value);
  return inside.success ? inside.data.venues : value;
};

const csvList = (text: string): unknown => {
  const [first = ''] = text.split('\n', 1);
  const delimiter = [';', '\t', ','].toSorted((a, b) => first.split(b).length - first.split(a).length)[0] ?? ';';
  return parse(text, {
    delimiter,
    columns: true,
    trim: true,
    skip_empty_lines: true,
    relax_column_count: true,
    to: 2000,
  });
};

function communeOf(text: string, communes: VenueContext['communes'], department: string): string | null {
  if (/^(?:\d{5}|2[AB]\d{3})$/.test(text)) return text;
  const key = titleKey(text);
  const named = communes.filter(({ name }) => titleKey(name) === key);
  const [one, ...others] = named.filter((commune) => commune.department === department);
  if (one !== undefined && others.length === 0) return one.code;
  return named.length === 1 ? (named[0]?.code ?? null) : null;
}

const kindOf = (text: string): VenueKind => (/^(?:itin|travel|circuit|tourn)/i.test(text) ? 'travelling' : 'fixed');

const equipmentOf = (text: string): Equipment[] => {
  const marks: Readonly<Record<Equipment, RegExp>> = {
    wheelchair: /wheelchair|fauteuil|pmr|roulant/i,
    'hearing-loop': /hearing|boucle/i,
    'audio-description': /audio/i,
    parking: /parking|stationnement/i,
  };
  return equipments.filter((one) => marks[one].test(text));
};
