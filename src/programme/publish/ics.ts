import { houseZone } from '#calendar/zone.ts';
import ICAL from 'ical.js';
import {
  minutesOfShowing,
  placeOfShowing,
  plainLine,
  titleOfShowing,
  webAddress,
  type Publication,
  type PublishedShowing,
} from '#programme/publish/published.ts';

// a folded line begins with a space, which the library does not count among the 75 bytes of a line
ICAL.foldLength = 74;

/** When nobody said how long a film is, its place in a calendar is two hours. */
const usualMinutes = 120;

/**
 * Showings as an iCalendar file (RFC 5545, with the names and the refresh hints of RFC 7986): moments in UTC, which every calendar shows in its own zone; an identifier that
 * never changes and a sequence that only rises, so that a calendar follows what is moved or called off.
 */
export function toIcs({ title, description, page, showings }: Omit<Publication, 'self' | 'language'>): string {
  const calendar = new ICAL.Component('vcalendar');
  const lines: readonly (readonly [string, string])[] = [
    ['version', '2.0'],
    ['prodid', '-//Lanterne//Programme//FR'],
    ['calscale', 'GREGORIAN'],
    ['method', 'PUBLISH'],
    ['name', plainLine(title)],
    ['description', plainLine(description)],
    ['x-wr-calname', plainLine(title)],
    ['x-wr-caldesc', plainLine(description)],
    ['x-wr-timezone', houseZone],
    ['url', page],
    ['x-published-ttl', 'PT4H'],
  ];
  for (const [name, value] of lines) calendar.addPropertyWithValue(name, value);
  const refresh = new ICAL.Property('refresh-interval');
  refresh.resetType('duration');
  refresh.setValue(ICAL.Duration.fromString('PT4H'));
  calendar.addProperty(refresh);
  for (const showing of showings) calendar.addSubcomponent(eventOf(showing));
  return `${calendar.toString()}\r\n`;
}

function eventOf(showing: PublishedShowing): ICAL.Component {
  const { at, cancelled, marks, note, changed } = showing;
  const event = new ICAL.Component('vevent');
  const start = Temporal.Instant.from(showing.starts);
  const title = titleOfShowing(showing);
  const booking = webAddress(showing.booking);
  const told = [
    marks.join(', '),
    showing.film === null ? '' : [showing.film.directors.join(', '), showing.film.year].filter(Boolean).join(', '),
    note ?? '',
    booking ?? '',
    showing.page,
  ].map(plainLine);
  const values: readonly (readonly [string, string | number | ICAL.Time])[] = [
    ['uid', `${showing.id}@lanterne`],
    ['dtstamp', timeOf(Temporal.Instant.from(changed))],
    ['last-modified', timeOf(Temporal.Instant.from(changed))],
    ['sequence', sequenceOf(changed)],
    ['dtstart', timeOf(start)],
    ['dtend', timeOf(start.add({ minutes: minutesOfShowing(showing) ?? usualMinutes }))],
    ['summary', plainLine([title, ...marks.slice(0, 1)].join(' · '))],
    ['location', plainLine(placeOfShowing(showing))],
    ['description', told.filter((line) => line !== '').join('\n')],
    ['url', showing.page],
    ['status', cancelled === null ? 'CONFIRMED' : 'CANCELLED'],
    ['transp', cancelled === null ? 'OPAQUE' : 'TRANSPARENT'],
  ];
  for (const [name, value] of values) event.addPropertyWithValue(name, value);
  if (at.latitude !== null && at.longitude !== null) event.addPropertyWithValue('geo', [at.latitude, at.longitude]);
  return event;
}

const timeOf = (instant: Temporal.Instant): ICAL.Time => {
  const { year, month, day, hour, minute, second } = instant.toZonedDateTimeISO('UTC');
  return ICAL.Time.fromData({ year, month, day, hour, minute, second, isDate: false }, ICAL.Timezone.utcTimezone);
};

/** Seconds since 2020: a number that fits, and rises with every change. */
const sequenceOf = (changed: string): number =>
  Math.max(0, Math.floor(Temporal.Instant.from(changed).epochMilliseconds / 1000) - epoch);
const epoch = Temporal.Instant.from('2020-01-01T00:00Z').epochMilliseconds / 1000;
