import { houseZone } from '#calendar/zone.ts';
import { momentOf } from '#state/clock.ts';
import { showingFeatures, type Version } from '#state/tables/programme.ts';
import { dayInParis } from '#calendar/week.ts';
import { momentIn, readDay, readTime, weekdayAlone, weekEnds, type Read } from '#programme/read/days.ts';
import { problem, shorten, type About, type DraftShowing, type Problem } from '#programme/read/draft.ts';
import { readLink, readMinutes, readPrice } from '#programme/read/fields-values.ts';
import { isUnknownMark, readMarks, versionOf } from '#programme/read/marks.ts';
import { oneLine } from '#programme/read/one-line.ts';
import { readTitle } from '#programme/read/titles.ts';

export const fieldNames = [
  'date',
  'time',
  'starts',
  'title',
  'venue',
  'screen',
  'version',
  'features',
  'minutes',
  'seconds',
  'price',
  'booking',
  'note',
  'origin',
  'year',
  'director',
  'imdb',
  'visa',
  'allocine',
  'eidr',
  'tmdb',
  'cancelled',
] as const;
export type FieldName = (typeof fieldNames)[number];
/** What one line, or one entry, says: words by field. */
export type Fields = Partial<Record<FieldName, string>>;

export type ReadLine =
  | { readonly draft: DraftShowing; readonly told: readonly Problem[] }
  | { readonly problems: readonly Problem[]; readonly about: About };

/** Signs of a field that are looked at. */
const longestField = 2000;
const farthestDays = 400;
const longest = { title: 200, venue: 120, screen: 60, note: 500, director: 120, origin: 120 } as const;

/** Reads a showing from the words of its fields; every fault of the line is told at once. */
export function readFields(
  fields: Fields,
  { line, text, now }: { readonly line: number; readonly text: string; readonly now: Temporal.Instant },
): ReadLine {
  const problems: Problem[] = [];
  const told: Problem[] = [];
  const take = <T>(read: Read<T>): T | null => {
    if ('is' in read) return read.is;
    problems.push(read.wrong);
    return null;
  };
  const field = (name: FieldName): string => oneLine((fields[name] ?? '').slice(0, longestField));
  for (const [name, value] of Object.entries(fields))
    if (isFormula(value)) problems.push(problem('formula', { text: value, field: name }));
  for (const [name, most] of Object.entries(longest))
    if (isField(name) && field(name).length > most)
      problems.push(problem('tooLong', { field: name, most: String(most) }));
  const { title, ...around } = readTitle(field('title').slice(0, 400));
  const offered = readMarks(field('features').replaceAll(/\bad\b/gi, 'AD'));
  // the catalogue knows the title of a film that its identifier names
  if (title === '' && !keyForms.imdb.test(field('imdb'))) problems.push(problem('noTitle'));
  const at = readMoment(field('starts'), field('date'), field('time'), now);
  const moment = 'is' in at ? at.is : null;
  if ('problems' in at) problems.push(...at.problems);
  if (moment?.twice === true) told.push(problem('hourTwice', { text: momentText(moment.at) }));
  if (moment !== null && Temporal.Instant.compare(moment.at, now.add({ hours: 24 * farthestDays })) > 0)
    problems.push(problem('tooFar', { text: momentText(moment.at) }));
  const version = versionOf(field('version'));
  if (isUnknownMark(field('version'))) told.push(problem('versionUnknown', { text: field('version') }));
  for (const mark of field('features').split(/[,;|/]/))
    if (isUnknownMark(mark)) told.push(problem('markUnknown', { text: mark.trim() }));
  const ofVersion = readMarks(field('version')).features;
  const draft = {
    line,
    text: shorten(text, 300),
    venue: field('venue') || null,
    title: shorten(title, longest.title),
    year: take(readYear(field('year'))) ?? around.year,
    director: field('director') || around.director,
    keys: readKeys(field, problems),
    version: firstSaid([version, offered.version, around.version]),
    features: showingFeatures.filter((one) => [...around.features, ...offered.features, ...ofVersion].includes(one)),
    screen: field('screen'),
    minutes: take(readMinutes(field('minutes'), field('seconds'))) ?? around.minutes,
    price: take(readPrice(field('price'))),
    booking: take(readLink(field('booking'))),
    note: field('note') || null,
    origin: field('origin') || null,
    calledOff:
      /^(?:1|true|oui|yes|annul|cancel)/i.test(field('cancelled')) || /EventCancelled/.test(field('cancelled')),
  };
  if (problems.length > 0 || moment === null) {
    const { venue, title: named, year, director, minutes, keys } = draft;
    return { problems, about: { venue, title: named, year, director, minutes, keys } };
  }
  return { draft: { ...draft, starts: momentOf(moment.at), day: dayInParis(moment.at).toString() }, told };
}

interface Moment {
  readonly at: Temporal.Instant;
  readonly twice: boolean;
}

type MomentRead = { readonly is: Moment } | { readonly problems: readonly Problem[] };

/** A moment said in one field (with its offset, or as Paris has it), or by a day and an hour, which are judged apart. */
function readMoment(starts: string, date: string, time: string, now: Temporal.Instant): MomentRead {
  if (/^\d{4}-\d{2}-\d{2}[T ]\d{2}:?\d{2}.*(?:Z|[+-]\d{2}:?\d{2})$/i.test(starts))
    try {
      return { is: { at: Temporal.Instant.from(starts.replace(' ', 'T')), twice: false } };
    } catch {
      return { problems: [problem('noSuchDay', { text: starts })] };
    }
  const [, compact = '', hour = '', minute = ''] = /^(\d{8})(\d{2})(\d{2})$/.exec(starts) ?? [];
  const [, first = '', second = ''] = /^(.*\d)(?:[T\s]+|\s*(?:à|-|,)\s*)(\d{1,3}\s*[h:.].*)$/i.exec(starts) ?? [];
  const [day, clock] =
    starts === ''
      ? [date, time]
      : compact === ''
        ? first === ''
          ? [starts, time]
          : [first, second]
        : [compact, `${hour}:${minute}`];
  // a field of its own in which no hour is found may be anything
  if (starts !== '' && clock === '') return { problems: [problem('noTime', { text: day })] };
  const on: Read<Temporal.PlainDate> = day === '' ? { wrong: problem('noDay') } : readDay(day, dayInParis(now));
  const at: Read<Temporal.PlainTime> = clock === '' ? { wrong: problem('noTime', { text: day }) } : readTime(clock);
  if ('wrong' in on || 'wrong' in at) return { problems: [on, at].flatMap((one) => ('wrong' in one ? one.wrong : [])) };
  const moment = momentIn(on.is, at.is);
  // “Monday” alone, said when its hour is over, is one of the week to come where that is near; else it was, and is refused as over
  const past = 'is' in moment && weekdayAlone(day) > 0 && Temporal.Instant.compare(moment.is.at, now) < 0;
  const read = past && weekEnds(dayInParis(now)) ? momentIn(on.is.add({ days: 7 }), at.is) : moment;
  return 'is' in read ? read : { problems: [read.wrong] };
}

function readYear(text: string): Read<number | null> {
  if (text === '') return { is: null };
  return /^(?:18|19|20)\d\d$/.test(text) ? { is: Number(text) } : { wrong: problem('year', { text }) };
}

const keyForms = {
  imdb: /^tt\d{5,12}$/,
  visa: /^\d{1,3}[ .]?\d{3}$|^\d{1,7}$/,
  allocine: /^\d{1,9}$/,
  eidr: /^10\.5240\/[\dA-F-]{10,40}$/i,
  tmdb: /^\d{1,9}$/,
} as const;

function readKeys(field: (name: FieldName) => string, problems: Problem[]): DraftShowing['keys'] {
  const systems = ['imdb', 'visa', 'allocine', 'eidr', 'tmdb'] as const;
  return systems.flatMap((system) => {
    const value = field(system);
    if (value === '' || value === '0') return [];
    if (keyForms[system].test(value))
      return [{ system, value: system === 'visa' ? value.replaceAll(/\D/g, '') : value }];
    problems.push(problem('key', { system, text: value }));
    return [];
  });
}

const firstSaid = (versions: readonly Version[]): Version => versions.find((one) => one !== 'unknown') ?? 'unknown';
const isField = (name: string): name is FieldName => fieldNames.some((one) => one === name);
// what a spreadsheet would run
const isFormula = (text: string): boolean => /^\s*(?:=|[@+-]\s*[a-z]+\w*[(|!])/i.test(text);
const momentText = (at: Temporal.Instant): string =>
  at.toZonedDateTimeISO(houseZone).toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ');
