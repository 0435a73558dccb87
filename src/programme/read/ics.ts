import { houseZone } from '#calendar/zone.ts';
import ICAL from 'ical.js';
import { momentOf } from '#state/clock.ts';
import {
  mostDrafts,
  problem,
  shorten,
  type Fault,
  type Note,
  type Problem,
  type Reading,
  type ReadOptions,
} from '#programme/read/draft.ts';
import { gatherLines, type FieldLine } from '#programme/read/gather.ts';
import { unreadable } from '#programme/read/unreadable.ts';
import { repeated } from '#programme/read/repeated.ts';

/**
 * Reads a calendar (RFC 5545): each event is a showing, its summary the title, its location the venue. Hours without a zone are those of Paris; events
 * repeated by day or by week are written out within bounds, others are refused.
 * @throws PROGRAMME_UNREADABLE when it is no calendar
 */
export function readIcs(text: string, options: ReadOptions & { readonly file: string }): Reading {
  const events = eventsOf(text, options.file);
  const at = linesOf(text);
  const faults: Fault[] = [];
  const notes: Note[] = [];
  const lines: FieldLine[] = [];
  const replaced = new Set(
    events.flatMap((event) => (event.getFirstProperty('recurrence-id') === null ? [] : [nameOf(event)])),
  );
  for (const [index, event] of events.entries()) {
    const line = at[index] ?? 0;
    const told = shorten(`${textOf(event, 'summary')} ${textOf(event, 'dtstart')} ${textOf(event, 'location')}`, 300);
    const read = momentsOf(event, replaced, options.now);
    if ('wrong' in read) {
      faults.push({ line, text: told, problems: [read.wrong] });
      continue;
    }
    notes.push(...read.told.map((one) => ({ line, ...one })));
    for (const starts of read.starts)
      lines.push({ line, text: told, fields: fieldsOf(event, starts, read.starts.length > 1) });
    if (lines.length > mostDrafts) break;
  }
  return gatherLines('ics', lines, options, { faults, notes });
}

function eventsOf(text: string, file: string): ICAL.Component[] {
  try {
    return new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
  } catch (error) {
    const reason = error instanceof Error ? shorten(error.message, 160) : String(error);
    throw unreadable(file, 'calendar', reason, error);
  }
}

const linesOf = (text: string): number[] =>
  text.split('\n').flatMap((line, at) => (/^BEGIN:VEVENT\s*$/i.test(line) ? [at + 1] : []));

interface Moments {
  readonly starts: readonly string[];
  readonly told: readonly Problem[];
}

function momentsOf(
  event: ICAL.Component,
  replaced: ReadonlySet<string>,
  now: Temporal.Instant,
): Moments | { readonly wrong: Problem } {
  const start = localStart(event);
  if ('wrong' in start) return start;
  const rules = event.getAllProperties('rrule').map((rule) => String(rule.getFirstValue()));
  const [rule, ...others] = rules;
  if (rule === undefined) return { starts: [said(start)], told: [] };
  const skipped = event
    .getAllProperties('exdate')
    .flatMap((one) => one.getValues().map((value) => minuteOf(String(value), start)));
  // an occurrence that another event replaces
  if (replaced.has(nameOf(event)) && event.getFirstProperty('recurrence-id') === null)
    skipped.push(...siblings(event).map((value) => minuteOf(value, start)));
  const days = others.length > 0 ? null : repeated(rule, start.local, { skipped, now });
  if (days === null) return { wrong: problem('rule', { text: rules.join(' ') }) };
  return {
    starts: days.moments.map((local) => said({ ...start, local })),
    told: days.cut ? [problem('ruleCut', { count: String(days.moments.length) })] : [],
  };
}

/** The minute that names an occurrence, in the hours of its series, which may be said in UTC. */
function minuteOf(text: string, { zone }: LocalStart): string {
  if (!/^\d{4}-\d\d-\d\dT[\d:]+Z$/.test(text) || zone === null || zone === 'UTC') return text.slice(0, 16);
  return Temporal.Instant.from(text).toZonedDateTimeISO(zone).toPlainDateTime().toString().slice(0, 16);
}

interface LocalStart {
  readonly local: Temporal.PlainDateTime;
  readonly zone: string | null;
}

function localStart(event: ICAL.Component): LocalStart | { readonly wrong: Problem } {
  const property = event.getFirstProperty('dtstart');
  const text = textOf(event, 'dtstart');
  if (property === null || text === '') return { wrong: problem('noDay') };
  if (!text.includes('T')) return { wrong: problem('noTime', { text }) };
  const named = property.getFirstParameter('tzid');
  const zone = text.endsWith('Z') ? 'UTC' : named ? zoneNamed(named) : houseZone;
  if (zone === null) return { wrong: problem('zone', { text: String(named) }) };
  try {
    return { local: Temporal.PlainDateTime.from(text.replace(/Z$/, ''), { overflow: 'reject' }), zone };
  } catch {
    return { wrong: problem('noSuchDay', { text }) };
  }
}

/** What the fields take: with its offset when it is not said in the hours of Paris. */
const said = ({ local, zone }: LocalStart): string =>
  zone === null || zone === houseZone
    ? local.toString({ smallestUnit: 'minute' })
    : momentOf(local.toZonedDateTime(zone).toInstant());

/** A zone by its name, or as Outlook calls that of Paris; null when it is none. */
function zoneNamed(name: string): string | null {
  const own = name.replace(/^\/?(?:[\w.-]+\/)*(?=[A-Z]\w+\/\w+$)/, '');
  if (/^(?:Romance|W\. Europe|Central European?) Standard Time$|^(?:CET|CEST)$/i.test(name)) return 'Europe/Paris';
  try {
    return Temporal.Now.zonedDateTimeISO(own).timeZoneId;
  } catch {
    return null;
  }
}

function fieldsOf(event: ICAL.Component, starts: string, many: boolean): FieldLine['fields'] {
  const name = nameOf(event);
  const again = event.getFirstProperty('recurrence-id') !== null || many;
  return {
    starts,
    title: textOf(event, 'summary'),
    venue: textOf(event, 'location'),
    features: textOf(event, 'categories'),
    version: shorten(textOf(event, 'description'), 200),
    booking: textOf(event, 'url'),
    origin: name === '' ? '' : shorten(again ? `${name} ${starts}` : name, 120),
    cancelled: textOf(event, 'status'),
  };
}

const textOf = (event: ICAL.Component, name: string): string => {
  const value = event.getFirstPropertyValue(name);
  return value === null ? '' : String(value);
};
const nameOf = (event: ICAL.Component): string => textOf(event, 'uid');
const siblings = (event: ICAL.Component): string[] =>
  (event.parent?.getAllSubcomponents('vevent') ?? [])
    .filter((other) => nameOf(other) === nameOf(event))
    .flatMap((other) => textOf(other, 'recurrence-id') || []);
