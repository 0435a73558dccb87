import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { Advice } from '#advice/advise.ts';
import { judgeNiches } from '#advice/judge.ts';
import { rankNiches, usualWeights } from '#advice/rank.ts';
import type { VisitorId } from '#brand.ts';
import { openMarket } from '#market/book.ts';
import type { MarketBook } from '#market/types.ts';
import { gatherReport, type ReportGround } from '#report/gather.ts';
import { reportHtml } from '#report/report-html.ts';
import { reportText } from '#report/report-text.ts';
import { tellReport } from '#report/tell.ts';
import { weekNamed, weekOf } from '#calendar/week.ts';
import { appendEvents } from '#state/events.ts';
import { createGroup } from '#state/groups.ts';
import { setHouseValue } from '#state/house.ts';
import { setMark } from '#state/marks.ts';
import type { Db } from '#state/schema.ts';
import { createVisitor } from '#state/visitors.ts';
import { setWish } from '#state/wishes.ts';
import { speechOf } from '#words/speech.ts';
import { locality } from '../advice/a-place.ts';
import { event, film, instant, onBothEngines } from '../state/engines.ts';

const week = weekNamed('2026-W46', { now: instant('2026-11-18T08:00:00Z'), days: 760 });
const inside = { now: instant('2026-11-13T19:00:00Z') };
const morning = { now: instant('2026-11-18T06:00:00Z') };
const [fr, en] = [speechOf('fr'), speechOf('en')];

let book: MarketBook;
before(() => {
  book = openMarket('/nowhere', { commune: '23096' });
});

const cells = ['Comedy', 'Action', 'Western', 'Crime', 'War', 'Family'].flatMap((genre, at) =>
  [1950, 1960, 1970, 1980, 1990].map((decade) => ({
    genre,
    decade,
    origin: at % 2 === 0 ? ('french' as const) : ('american' as const),
    films: 40 + 7 * at,
    rated: 40,
    premium: at * 4 - 8,
    squares: 60,
    labelled: 3,
  })),
);
const niches = rankNiches(judgeNiches(cells, locality), locality, { draws: 200 });
const advice: Advice = {
  niches,
  weights: usualWeights,
  minVotes: 300,
  films: 1000,
  withCountry: 900,
  rated: 1000,
  common: [],
  people: 0,
  locality,
};

const ground = (db: Db | null, change: Partial<ReportGround> = {}): ReportGround => ({
  cinema: 'Le Lanternon',
  book,
  db,
  adviser: {
    advice: async () => advice,
    season: async () => ({ films: [], among: 0, minutes: 0, withoutLength: 0 }),
  },
  films: async (ids) =>
    ids.map((id) => ({
      id,
      title: { fr: `Film secret ${id}`, en: `Secret film ${id}` },
      year: 1999,
      runtime: 95,
      directors: ['Anne <Dupont> & fils'],
    })),
  hasRatings: true,
  sources: ['imdb'],
  catalogueDate: '2026-11-01T10:00:00Z',
  ...change,
});

/** So many people each keep, like and are shown the same films. */
async function fill(db: Db, count: number): Promise<VisitorId[]> {
  const people: VisitorId[] = [];
  for (let at = 0; at < count; at++) {
    const { visitor } = await createVisitor(db, inside);
    people.push(visitor);
    await setMark(db, visitor, film(1), 'wanted', inside);
    await setMark(db, visitor, film(2), 'liked', inside);
    const list = `5b0c4b3e-7c1f-4c43-9a3c-${String(at).padStart(12, '0')}`;
    await appendEvents(
      db,
      visitor,
      [2, 3, 4, 5].map((one, place) => event({ list, film: film(one), position: place + 1 })),
      inside,
    );
    await appendEvents(db, visitor, [event({ list, film: film(2), action: 'liked' })], inside);
    await createGroup(db, { creator: visitor }, { now: instant('2026-11-16T20:00:00Z') });
  }
  return people;
}

onBothEngines('the weekly report', ({ open }) => {
  test('four people: not one number, not one title, in no form', async () => {
    const { db } = await open();
    await fill(db, 4);
    for (const say of [fr, en]) {
      const report = await gatherReport(ground(db), week, morning);
      const told = tellReport(report, say);
      const all = [JSON.stringify(told), reportText(told), reportHtml(told)].join('\n');
      assert.doesNotMatch(all, /film secret|secret film|tt0000001|tt0000002/i);
      const { counts, lists, received, lead } = told;
      const said = JSON.stringify([counts?.items, lists, received, lead]);
      assert.doesNotMatch(said.replaceAll(/(?:moins de|under) 5|7 (?:jours|days)/g, ''), /\d/);
      assert.match(lead.join(' '), /moins de 5|under 5/);
      assert.equal(lists, null);
      const { people } = report;
      assert.deepEqual(
        [people?.kept.now.kind, people?.liked.now.kind, people?.wanted.now.kind, people?.groups.kind, people?.received],
        ['few', 'few', 'few', 'erased', 'few'],
      );
    }
  });

  test('five people: numbers with their N, films, the share liked with its interval, beside a week of too few', async () => {
    const { db } = await open();
    await fill(db, 5);
    const { visitor } = await createVisitor(db, inside);
    await setMark(db, visitor, film(9), 'wanted', { now: instant('2026-11-05T10:00:00Z') });
    const report = await gatherReport(ground(db), week, morning);
    const told = tellReport(report, fr);
    assert.deepEqual(
      told.counts?.items.map((item) => [item.value, item.before]),
      [
        ['5', 'semaine d’avant\u00a0: trop peu (moins de 5)'],
        ['5', 'semaine d’avant\u00a0: aucun'],
        ['5', 'semaine d’avant\u00a0: trop peu (moins de 5)'],
        ['5', 'au moins\u00a0: certains sont déjà effacés'],
      ],
    );
    assert.deepEqual(
      told.lists?.lists.map(({ films }) => films.map(({ title, count }) => [title, count])),
      [[['Film secret tt0000001', '5\u00a0personnes']], [['Film secret tt0000002', '5\u00a0personnes']]],
    );
    assert.match(told.received?.text ?? '', /5 sur 20 montrés à 5\u00a0personnes \(intervalle à 95\u00a0%/);
    const share = report.people?.received;
    assert.ok(typeof share === 'object' && share.low < 0.25 && share.high > 0.25);
    // a day later the groups of the week have begun to go, and are no longer counted
    const later = await gatherReport(ground(db), week, { now: instant('2026-11-19T00:00:00Z') });
    assert.equal(later.people?.groups.kind, 'erased');
    assert.ok(later.missing.includes('groups'));
  });

  test('wishes: said from five people on, with the films that reached the threshold of the house in the week', async () => {
    const { db } = await open();
    await setHouseValue(db, 'wish-threshold', '6');
    const wish = async (count: number, of: number, at: Temporal.Instant): Promise<void> => {
      for (let one = 0; one < count; one++) {
        const { visitor } = await createVisitor(db, { now: at });
        await setWish(db, visitor, { film: film(of), commune: '23096', days: [], seats: 2 }, { now: at });
      }
    };
    const sentence = async (): Promise<string> =>
      tellReport(await gatherReport(ground(db), week, morning), fr).lead.join(' ');
    await wish(4, 1, inside.now);
    assert.doesNotMatch(await sentence(), /Je viendrais/);
    await wish(3, 2, instant('2026-11-03T10:00:00Z'));
    await wish(2, 2, inside.now);
    assert.match(await sentence(), /6\s+personnes ont dit «\sJe viendrais\s» pour un film\.$/);
    await wish(1, 2, inside.now);
    await wish(9, 3, instant('2026-11-03T10:00:00Z'));
    await wish(9, 4, instant('2026-11-18T05:00:00Z'));
    assert.match(
      await sentence(),
      /7\s+personnes ont dit «\sJe viendrais\s» pour un film\s; «\sFilm secret tt0000002\s» atteint le seuil de 6 personnes\.$/,
    );
  });

  test('nobody: one kind sentence, and still the season, the idea and the figure', async () => {
    const { db } = await open();
    const told = tellReport(await gatherReport(ground(db), week, morning), fr);
    assert.match(told.lead.join(' '), /vient d’ouvrir/);
    assert.equal(told.lead.length, 1);
    assert.deepEqual([told.counts, told.lists, told.received], [null, null, null]);
    assert.ok(told.season !== null && told.idea !== null && told.figure !== null);
    await fill(db, 5);
    const earlier = weekOf(week.first.subtract({ days: 7 }));
    assert.match(tellReport(await gatherReport(ground(db), earlier, morning), fr).lead.join(' '), /vient d’ouvrir/);
    const after = weekOf(week.first.add({ days: 7 }));
    const quiet = tellReport(await gatherReport(ground(db), after, { now: instant('2026-11-27T00:00:00Z') }), fr);
    assert.match(quiet.lead.join(' '), /Semaine calme/);
  });

  test('a week that is not over says so, and counts the groups as they stand', async () => {
    const { db } = await open();
    await fill(db, 6);
    const report = await gatherReport(ground(db), week, { now: instant('2026-11-17T21:00:00Z') });
    assert.equal(report.days, 6);
    assert.deepEqual(report.people?.groups, { kind: 'told', value: 6, people: 6 });
    const told = tellReport(report, en);
    assert.equal(told.kicker, 'Report of the week so far');
    // whole days alone: what happens today is told tomorrow
    const friday = await gatherReport(ground(db), week, { now: instant('2026-11-13T22:59:00Z') });
    assert.deepEqual([friday.days, friday.people?.kept.now.kind], [2, 'nobody']);
    const wednesday = await gatherReport(ground(db), week, { now: instant('2026-11-11T09:00:00Z') });
    assert.match(tellReport(wednesday, fr).lead.join(' '), /La semaine commence/);
    assert.match(told.lead.join(' '), /6 people kept films this week, up to last night/);
  });
});

describe('the report without a memory, without films, elsewhere', () => {
  test('a site that keeps nothing says so', async () => {
    const told = tellReport(await gatherReport(ground(null), week, morning), fr);
    assert.match(told.lead.join(' '), /ne garde rien/);
    assert.equal(told.counts, null);
  });

  test('what is missing is named: no niche, no ratings, no official file, no programme', async () => {
    const empty = { ...advice, niches: [] };
    const adviser = { ...ground(null).adviser, advice: async () => empty };
    const report = await gatherReport(ground(null, { adviser, hasRatings: false }), week, morning);
    assert.equal(report.idea, null);
    assert.deepEqual(report.missing, ['programme', 'memory', 'ratings', 'imports', 'niches']);
    assert.match(tellReport(report, fr).missing.items.join(' '), /Pas encore de programme/);
  });

  test('a department of which nothing is known reads of none other', async () => {
    const elsewhere = openMarket('/nowhere', { commune: '33063' });
    for (let more = 0; more < 30; more++) {
      const other = weekOf(week.first.subtract({ days: 7 * more }));
      const told = tellReport(await gatherReport(ground(null, { book: elsewhere }), other, morning), fr);
      assert.doesNotMatch(JSON.stringify(told), /Creuse/);
    }
  });
});
