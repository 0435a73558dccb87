import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import ICAL from 'ical.js';
import { z } from 'zod';
import { toCsv } from '#programme/publish/csv.ts';
import { toFeed } from '#programme/publish/feed.ts';
import { toIcs } from '#programme/publish/ics.ts';
import { toJson } from '#programme/publish/json.ts';
import { webAddress, type Publication, type PublishedShowing } from '#programme/publish/published.ts';
import { showingFeatures, versions } from '#state/tables/programme.ts';
import { momentOf } from '#state/clock.ts';
import { seededVenues, showingIdOf } from '../../helpers/seed-programme.ts';
import { fr } from '#web/words.fr.ts';

const [hall] = seededVenues;
assert.ok(hall !== undefined);

/** Texts as people and programs write them: signs of every format, line ends, other alphabets, halves of letters. */
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.constantFrom(
    '=1+1',
    '@cmd',
    '-2',
    'a;b',
    'a,b\\n',
    '"quoted"',
    'é'.repeat(90),
    ']]>',
    '<b>&amp;',
    '\ud800',
    'a\r\nb',
  ),
);
const title = text.filter((one) => /[\p{L}\p{N}]/u.test(one));
const moment = fc
  .date({ min: new Date('2024-01-01T00:00Z'), max: new Date('2031-12-31T00:00Z'), noInvalidDate: true })
  .map((date) => momentOf(Temporal.Instant.from(`${date.toISOString().slice(0, 16)}:00Z`)));

const showing: fc.Arbitrary<PublishedShowing> = fc
  .record({
    id: fc.nat().map((seed) => showingIdOf(String(seed))),
    title,
    starts: moment,
    changed: moment,
    version: fc.constantFrom(...versions),
    features: fc.subarray([...showingFeatures]),
    screen: text,
    minutes: fc.option(fc.integer({ min: 1, max: 300 })),
    price: fc.option(fc.integer({ min: 0, max: 5000 })),
    booking: fc.option(fc.constantFrom('https://billets.example/1?a=b;c', 'javascript:alert(1)', 'no address')),
    note: fc.option(text),
    cancelled: fc.option(moment),
    known: fc.boolean(),
  })
  .map(({ known, ...given }) => ({
    ...given,
    venue: hall.id,
    at: hall,
    origin: null,
    day: Temporal.Instant.from(given.starts).toZonedDateTimeISO('Europe/Paris').toPlainDate().toString(),
    page: `https://films.example/seance/${given.id}`,
    venuePage: 'https://films.example/programme/salle-des-tilleuls',
    communeName: 'Guéret',
    marks: ['VF', 'audiodescription'],
    film: known
      ? {
          id: 'tt0119038',
          title: given.title,
          year: 1998,
          directors: ['Francis Veber'],
          runtime: 80,
          page: 'https://films.example/film/tt0119038',
          picture: 'https://films.example/poster/tt0119038.svg',
        }
      : null,
  }));
const showings = fc.uniqueArray(showing, { selector: ({ id }) => id, maxLength: 6 });

const published = (list: readonly PublishedShowing[]): Publication => ({
  title: 'Lanterne : le programme',
  description: 'Les séances annoncées.',
  language: 'fr',
  page: 'https://films.example/programme',
  self: {
    ics: 'https://films.example/programme.ics',
    rss: 'https://films.example/programme.rss',
    'feed.json': 'https://films.example/programme.feed.json',
    json: 'https://films.example/programme.json',
    csv: 'https://films.example/programme.csv',
  },
  showings: list,
});

const flat = (one: string): string =>
  one
    .toWellFormed()
    .replaceAll(/[\p{Cc}\u2028\u2029\ufffe\uffff]+/gu, ' ')
    .trim();

describe('the programme as a calendar', () => {
  it('is read back as it was, whatever the texts; lines are folded at 75 bytes', () => {
    fc.assert(
      fc.property(showings, (list) => {
        const file = toIcs(published(list));
        for (const line of file.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line);
        assert.doesNotMatch(file, /[^\r]\n|\r(?!\n)/);
        const calendar = ICAL.Component.fromString(file);
        assert.equal(calendar.getFirstPropertyValue('x-wr-calname'), 'Lanterne : le programme');
        assert.equal(String(calendar.getFirstPropertyValue('refresh-interval')), 'PT4H');
        const events = calendar.getAllSubcomponents('vevent');
        assert.equal(events.length, list.length);
        for (const [at, event] of events.entries()) {
          const one = list[at];
          assert.ok(one !== undefined);
          const value = (name: string): string => String(event.getFirstPropertyValue(name));
          assert.equal(value('uid'), `${one.id}@lanterne`);
          assert.equal(Temporal.Instant.compare(value('dtstart'), one.starts), 0);
          const minutes = Temporal.Instant.from(value('dtstart')).until(value('dtend')).total('minutes');
          assert.equal(minutes, one.minutes ?? one.film?.runtime ?? 120);
          assert.equal(value('summary'), flat(`${one.title} · VF`));
          assert.equal(value('status'), one.cancelled === null ? 'CONFIRMED' : 'CANCELLED');
          assert.equal(value('url'), one.page);
          assert.doesNotMatch(value('description'), /javascript:/);
        }
      }),
      { numRuns: 120 },
    );
  });

  it('keeps its identifier and raises its sequence when a showing changes', () => {
    const [one] = fc.sample(showing, { numRuns: 1, seed: 7 });
    assert.ok(one !== undefined);
    const read = (changed: string): ICAL.Component | null =>
      ICAL.Component.fromString(toIcs(published([{ ...one, changed }]))).getFirstSubcomponent('vevent');
    const [before, after] = [read('2026-11-20T10:00:00.000Z'), read('2026-11-20T10:00:01.000Z')];
    assert.equal(before?.getFirstPropertyValue('uid'), after?.getFirstPropertyValue('uid'));
    assert.equal(
      Number(after?.getFirstPropertyValue('sequence')) - Number(before?.getFirstPropertyValue('sequence')),
      1,
    );
  });
});

describe('the programme as a table', () => {
  const words = { ...fr.programme.feed, weekday: (day: string) => fr.programme.day(day).split(' ')[0] ?? '' };

  it('opens in a French spreadsheet, and no cell is a formula', () => {
    fc.assert(
      fc.property(showings, (list) => {
        const file = toCsv(list, 'fr', words);
        assert.ok(file.startsWith('\ufeff'));
        const rows = z
          .array(z.record(z.string(), z.string()))
          .parse(parse(file, { bom: true, delimiter: ';', columns: true, relax_column_count: false }));
        assert.equal(rows.length, list.length);
        for (const [at, row] of rows.entries()) {
          const one = list[at];
          assert.ok(one !== undefined);
          const local = Temporal.Instant.from(one.starts).toZonedDateTimeISO('Europe/Paris');
          const [day = '', month = '', year = ''] = (row['Date'] ?? '').split('/');
          assert.equal(`${year}-${month}-${day}`, one.day);
          assert.equal(row['Heure'], local.toPlainTime().toString({ smallestUnit: 'minute' }));
          assert.equal(row['Tarif'], one.price === null ? '' : (one.price / 100).toFixed(2).replace('.', ','));
          assert.equal(row['Identifiant'], one.id.startsWith('-') ? `'${one.id}` : one.id);
          for (const cell of Object.values(row)) assert.doesNotMatch(cell, /^\s*[=+\-@]/);
        }
      }),
      { numRuns: 80 },
    );
  });
});

describe('the programme as data and as news', () => {
  it('says each showing with its offset, its price in euros, and no address but of the web', () => {
    fc.assert(
      fc.property(showings, (list) => {
        const shape = z.object({
          format: z.literal('lanterne-programme'),
          version: z.literal(1),
          venues: z.array(z.object({ id: z.string(), name: z.string() })),
          showings: z.array(
            z.object({
              id: z.string(),
              venue: z.string(),
              starts: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}[+-]\d{2}:00$/),
              price: z.number().nullable(),
              booking: z.url({ protocol: /^https?$/ }).nullable(),
              cancelled: z.boolean(),
            }),
          ),
        });
        const read = shape.parse(JSON.parse(JSON.stringify(toJson(published(list)))));
        assert.equal(read.showings.length, list.length);
        for (const [at, one] of read.showings.entries())
          assert.equal(Temporal.Instant.compare(one.starts, list[at]?.starts ?? ''), 0);
      }),
      { numRuns: 60 },
    );
  });

  it('is one entry a film and week, in XML and JSON that hold whatever the texts', () => {
    const words = {
      item: (name: string, from: string): string => `${name} ${from}`,
      cancelled: (line: string): string => `Annulé : ${line}`,
      when: ({ day }: PublishedShowing): string => day,
    };
    fc.assert(
      fc.property(showings, (list) => {
        const feed = toFeed(published(list), words);
        const news = z
          .object({ items: z.array(z.object({ id: z.string(), title: z.string() })) })
          .parse(JSON.parse(feed.json1()));
        assert.equal(new Set(news.items.map(({ id }) => id)).size, news.items.length);
        const xml = feed.rss2();
        assert.equal(xml.match(/<item>/g)?.length ?? 0, news.items.length);
        // oxlint-disable-next-line no-control-regex
        assert.doesNotMatch(xml, /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
        assert.ok(xml.isWellFormed());
        assert.equal(xml.match(/<!\[CDATA\[/g)?.length ?? 0, xml.match(/\]\]>/g)?.length ?? 0);
      }),
      { numRuns: 60 },
    );
  });

  it('takes for an address of the web nothing else', () => {
    assert.equal(webAddress('https://billets.example/1'), 'https://billets.example/1');
    for (const wrong of ['javascript:alert(1)', 'data:text/html,x', 'ftp://x.example/', 'billets', '', null])
      assert.equal(webAddress(wrong), null);
  });
});
