import { z } from 'zod';
import { problem, shorten, type Fault, type Reading, type ReadOptions } from '#programme/read/draft.ts';
import { fieldNamed } from '#programme/read/csv.ts';
import { fieldNames, type FieldName, type Fields } from '#programme/read/fields.ts';
import { unreadable } from '#programme/read/unreadable.ts';
import { gatherLines, type FieldLine } from '#programme/read/gather.ts';

const record = z.record(z.string(), z.unknown());

/**
 * Reads our own shape (`{"showings": [{"venue", "title", "starts", …}]}`, or the list alone) and schema.org's ScreeningEvent, alone, in a list or in a
 * `@graph`. See docs/programme.md.
 * @throws PROGRAMME_UNREADABLE when it is no JSON, or no list
 */
export function readJson(text: string, options: ReadOptions & { readonly file: string }): Reading {
  const entries = entriesOf(parsed(text, options.file));
  if (entries === null) throw unreadable(options.file, 'list');
  const faults: Fault[] = [];
  const lines = entries.flatMap((entry, at): FieldLine[] => {
    const told = shorten(JSON.stringify(entry) ?? '', 300);
    const read = record.safeParse(entry);
    if (read.success) return [{ line: at + 1, text: told, fields: fieldsOf(read.data) }];
    faults.push({ line: at + 1, text: told, problems: [problem('shape')] });
    return [];
  });
  return gatherLines('json', lines, options, { faults });
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/,? (?:\.\.\.)?".*$|\n.*$/s, '') : String(error);
    throw unreadable(file, 'json', reason, error);
  }
}

function entriesOf(value: unknown): unknown[] | null {
  if (Array.isArray(value)) return value;
  const read = record.safeParse(value);
  if (!read.success) return null;
  for (const name of ['showings', 'seances', 'séances', '@graph', 'events', 'event']) {
    const list = read.data[name];
    if (Array.isArray(list)) return list;
  }
  return isEvent(read.data) ? [value] : null;
}

const isEvent = (entry: Record<string, unknown>): boolean =>
  textOf(entry['@type']).includes('Event') || entry['workPresented'] !== undefined;

function fieldsOf(entry: Record<string, unknown>): Fields {
  if (isEvent(entry)) return eventFields(entry);
  const fields: Fields = {};
  for (const [name, value] of Object.entries(entry)) {
    const field = isField(name) ? name : name === 'film' ? filmField(value) : fieldNamed(name);
    if (field !== null && fields[field] === undefined) fields[field] = textOf(value);
  }
  return fields;
}

/** `film` is an IMDb identifier, or a title. */
const filmField = (value: unknown): FieldName => (/^tt\d+$/.test(textOf(value)) ? 'imdb' : 'title');

/** https://schema.org/ScreeningEvent */
function eventFields(event: Record<string, unknown>): Fields {
  const [work, place, offer] = [inside(event['workPresented']), inside(event['location']), inside(event['offers'])];
  const spoken = textOf(inside(event['inLanguage'])['name'] ?? event['inLanguage']);
  const subtitles = textOf(event['subtitleLanguage']);
  const french = /^fr/i.test(spoken);
  const known = textOf(work['sameAs']) || textOf(work['@id']);
  return {
    starts: textOf(event['startDate']),
    title: textOf(work['name']) || textOf(event['name']),
    venue: textOf(place['@id']) || textOf(place['name']) || textOf(event['location']),
    screen: textOf(inside(place['containedInPlace'])['name'] === undefined ? '' : place['name']),
    version: spoken === '' ? '' : french ? 'vf' : /^fr/i.test(subtitles) ? 'vost' : 'vo',
    features: textOf(event['videoFormat']),
    minutes: textOf(work['duration']) || textOf(event['duration']),
    price: textOf(offer['price']),
    booking: textOf(offer['url']),
    note: '',
    origin: textOf(event['identifier']) || textOf(event['@id']),
    year: textOf(work['dateCreated'] ?? work['datePublished']).slice(0, 4),
    director: textOf(inside(work['director'])['name']),
    imdb: /tt\d{5,12}/.exec(known)?.[0] ?? '',
    cancelled: textOf(event['eventStatus']),
  };
}

/** The first object of a value; empty when it has none. */
function inside(value: unknown): Record<string, unknown> {
  const read = record.safeParse(Array.isArray(value) ? value[0] : value);
  return read.success ? read.data : {};
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.map(textOf).join(', ');
  return '';
}

const isField = (name: string): name is FieldName => fieldNames.some((one) => one === name);
