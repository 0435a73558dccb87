import { asVenueId, type VenueId } from '#brand.ts';
import type { Read } from '#programme/read/days.ts';
import { problem, type Problem } from '#programme/read/draft.ts';
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

/** A venue with what is worth telling of it, or what is wrong with it. */
export type VenueRead =
  | { readonly venue: Venue; readonly notes: readonly Problem[] }
  | { readonly wrong: readonly Problem[] };

export interface VenueContext {
  readonly communes: readonly { readonly code: string; readonly name: string; readonly department: string }[];
  readonly department: string;
  /** The identifier of a venue that says none; null when it cannot be told. */
  readonly identify: (venue: Pick<Venue, 'name' | 'commune'>) => VenueId | null;
}

/** Pages of the programme: `/programme/cadre`. */
export const reservedVenueIds: ReadonlySet<string> = new Set(['cadre', 'integrer']);

/** Reads a venue from words: its commune by INSEE code or by name, those of the department first. Every fault is told at once. */
export function readVenue(words: VenueWords, { communes, department, identify }: VenueContext): VenueRead {
  const wrong: Problem[] = [];
  const said = (field: VenueField): string => oneLine(words[field] ?? '');
  const take = <T>(read: Read<T>): T | null => {
    if ('is' in read) return read.is;
    wrong.push(read.wrong);
    return null;
  };
  const name = said('name');
  if (name === '') wrong.push(problem('venueNoName'));
  if (name.length > 120) wrong.push(problem('tooLong', { field: 'name', most: '120' }));
  const commune = take(readCommune(said('commune'), communes, department));
  const id =
    said('id') !== ''
      ? take(readId(said('id')))
      : commune === null || name === ''
        ? null
        : take(readOwn(identify({ name, commune }), name));
  const website = readLink(said('website'));
  if ('wrong' in website) wrong.push(problem('website', { text: said('website') }));
  const venue = {
    name,
    kind: kindOf(said('kind')),
    address: said('address').slice(0, 200) || null,
    latitude: take(readNumber('latitude', said('latitude'), -90, 90)),
    longitude: take(readNumber('longitude', said('longitude'), -180, 180)),
    seats: take(readNumber('seats', said('seats'), 1, 10_000)),
    equipment: equipmentOf(said('equipment')),
    website: 'is' in website ? website.is : null,
    closed: /^(?:|0|non|no|false)$/i.test(said('closed')) ? null : said('closed'),
  };
  if ((said('latitude') === '') !== (said('longitude') === '')) wrong.push(problem('coordinatesAlone'));
  return wrong.length > 0 || id === null || commune === null
    ? { wrong }
    : { venue: { ...venue, id, commune }, notes: equipmentLeft(said('equipment')) };
}

/** The code of a commune, said by its code or by its name, those of the department first. */
export function readCommune(text: string, communes: VenueContext['communes'], department: string): Read<string> {
  if (text === '') return { wrong: problem('communeMissing') };
  const code = text.toUpperCase();
  if (/^\d[\dAB]\d{3}$/.test(code))
    return isCommuneCode(code) ? { is: code } : { wrong: problem('communeCode', { text }) };
  const key = titleKey(text);
  const named = communes.filter(({ name }) => titleKey(name) === key);
  const near = named.filter((commune) => commune.department === department);
  const [one, ...others] = near.length > 0 ? near : named;
  if (one === undefined) return { wrong: problem(/^\d+$/.test(text) ? 'communeCode' : 'communeUnknown', { text }) };
  if (others.length === 0) return { is: one.code };
  const codes = [one, ...others].map((commune) => commune.code).slice(0, 8);
  return { wrong: problem('communeSeveral', { text, codes: codes.join(', ') }) };
}

/** Its department, then its number there from 001 on. */
const isCommuneCode = (code: string): boolean =>
  /^(?:0[1-9]|1\d|2[1-9AB]|[3-8]\d|9[0-5])\d{3}$|^97[1-8]\d{2}$|^98[46-9]\d{2}$/.test(code) && !code.endsWith('000');

function readId(text: string): Read<VenueId> {
  const id = asVenueId(text);
  return id === null ? { wrong: problem('venueId', { text }) } : unreserved(id);
}

const readOwn = (id: VenueId | null, name: string): Read<VenueId> =>
  id === null ? { wrong: problem('venueSeveral', { text: name }) } : unreserved(id);

const unreserved = (id: VenueId): Read<VenueId> =>
  reservedVenueIds.has(id) ? { wrong: problem('venueReserved', { text: id }) } : { is: id };

/** Empty: not told. Seats are whole. */
function readNumber(
  kind: 'latitude' | 'longitude' | 'seats',
  text: string,
  low: number,
  high: number,
): Read<number | null> {
  if (text === '') return { is: null };
  const value = Number(text.replace(',', '.'));
  const fine = value >= low && value <= high && (kind !== 'seats' || Number.isInteger(value));
  return fine ? { is: value } : { wrong: problem(kind, { text }) };
}

const kindOf = (text: string): VenueKind => (/^(?:itin|travel|circuit|tourn)/i.test(text) ? 'travelling' : 'fixed');

const equipmentMarks: Readonly<Record<Equipment, RegExp>> = {
  wheelchair: /wheelchair|fauteuil|pmr|roulant/i,
  'hearing-loop': /hearing|boucle/i,
  'audio-description': /audio/i,
  parking: /parking|stationnement/i,
};

const equipmentOf = (text: string): Equipment[] => equipments.filter((one) => equipmentMarks[one].test(text));

const equipmentLeft = (text: string): Problem[] =>
  text
    .split(/[,;|/]/)
    .map((one) => one.trim())
    .filter((one) => one !== '' && equipmentOf(one).length === 0)
    .map((one) => problem('equipmentUnknown', { text: one, known: equipments.join(', ') }));
