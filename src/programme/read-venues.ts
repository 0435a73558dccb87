import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { VenueId } from '#brand.ts';
import { fault } from '#errors.ts';
import { venueIdFor } from '#programme/match/match-venues.ts';
import { readCommune, readVenue, type VenueContext, type VenueField, type VenueWords } from '#programme/read-venue.ts';
import { firstLine } from '#programme/read/csv.ts';
import type { Read } from '#programme/read/days.ts';
import { decodeProgramme } from '#programme/read/decode-programme.ts';
import { problem, type Problem } from '#programme/read/draft.ts';
import { mostBytes } from '#programme/read/read-programme.ts';
import { unreadableReasons } from '#programme/read/unreadable.ts';
import { oneLine } from '#programme/read/one-line.ts';
import { tellProblem } from '#programme/words/problems.ts';
import { titleKey } from '#state/programme-titles.ts';
import type { Venue } from '#state/venues.ts';

const rows = z.array(z.record(z.string(), z.unknown()));

/**
 * Reads a table or a list of venues. One without an identifier, of the name and the commune of a venue that stands, is that venue; of that name in another
 * commune it is another one.
 * @returns them, and what is worth telling of them, by line
 * @throws VENUES_REFUSED with every fault, by line
 */
export function readVenues(
  bytes: Uint8Array,
  file: string,
  { standing, ...context }: Omit<VenueContext, 'identify'> & { readonly standing: readonly Venue[] },
): { readonly venues: readonly Venue[]; readonly notes: readonly string[] } {
  const refuse = (reasons: string): Error => fault('VENUES_REFUSED', { file, reasons });
  if (bytes.length > mostBytes) throw refuse(unreadableReasons.tooLarge);
  const { text } = decodeProgramme(bytes);
  if (text === null || text.trim() === '') throw refuse('there is no text in it.');
  const venues: Venue[] = [];
  const [reasons, notes]: [string[], string[]] = [[], []];
  const entries = entriesOf(text, refuse);
  const identify = identifier(
    entries.map(({ words }) => words),
    { standing, ...context },
  );
  const seen = new Set<string>();
  for (const { at, words } of entries) {
    const tell = (problems: readonly Problem[]): string[] =>
      problems.length === 0 ? [] : [`${at}: ${problems.map((one) => tellProblem(one, 'en')).join(' ')}`];
    const read = readVenue(words, { ...context, identify });
    if ('wrong' in read) reasons.push(...tell(read.wrong));
    else if (seen.has(read.venue.id)) reasons.push(...tell([problem('venueTwice', { text: read.venue.id })]));
    else venues.push(read.venue);
    if ('wrong' in read) continue;
    seen.add(read.venue.id);
    notes.push(...tell(read.notes));
  }
  if (reasons.length > 0) throw refuse(reasons.slice(0, 20).join(' '));
  if (venues.length === 0) throw refuse('there is none in it.');
  return { venues, notes };
}

/** How the venues of a file that say no identifier get theirs, whatever their order. */
function identifier(
  entries: readonly VenueWords[],
  { standing, communes, department }: Parameters<typeof readVenues>[2],
): VenueContext['identify'] {
  const named = entries.map(({ name = '', commune = '' }) => ({
    name,
    commune: codeOf(readCommune(oneLine(commune), communes, department)),
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

interface VenueEntry {
  /** `line 3`, `entry 2`. */
  readonly at: string;
  readonly words: VenueWords;
}

function entriesOf(text: string, refuse: (reason: string) => Error): VenueEntry[] {
  try {
    return /^\s*[[{]/.test(text)
      ? rows.parse(jsonList(JSON.parse(text))).map((row, at) => ({ at: `entry ${at + 1}`, words: wordsOf(row) }))
      : csvList(text);
  } catch (error) {
    throw refuse(`it is no list: ${error instanceof Error ? error.message.slice(0, 160) : String(error)}`);
  }
}

const wordsOf = (row: Readonly<Record<string, unknown>>): VenueWords =>
  Object.fromEntries(
    Object.entries(row).flatMap(([name, value]): [VenueField, string][] => {
      const field = fieldNames[titleKey(name).replaceAll(' ', '')];
      const told = Array.isArray(value) ? value.join(',') : value === null || value === undefined ? '' : String(value);
      return field === undefined ? [] : [[field, told]];
    }),
  );

const jsonList = (value: unknown): unknown => {
  const inside = z.object({ venues: z.array(z.unknown()) }).safeParse(value);
  return inside.success ? inside.data.venues : value;
};

function csvList(text: string): VenueEntry[] {
  const [first = ''] = text.split('\n', 1);
  const delimiter = [';', '\t', ','].toSorted((a, b) => first.split(b).length - first.split(a).length)[0] ?? ';';
  const list: VenueEntry[] = [];
  parse(text, {
    delimiter,
    columns: true,
    trim: true,
    skip_empty_lines: true,
    relax_column_count: true,
    to: 2000,
    on_record: (row: Record<string, string>, { lines }) => {
      list.push({ at: `line ${firstLine(lines, Object.values(row))}`, words: wordsOf(row) });
      return null;
    },
  });
  return list;
}

const codeOf = (commune: Read<string>): string | null => ('is' in commune ? commune.is : null);
