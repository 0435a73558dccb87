import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openMarket } from '#market/book.ts';
import { trace } from '#market/trace.ts';
import { figureOfWeek } from '#report/figure-of-week.ts';
import { seasonOf } from '#report/season.ts';
import { weekOf } from '#calendar/week.ts';
import { seasonTold } from '#report/words/season.ts';
import { speechOf } from '#words/speech.ts';

const book = openMarket('/nowhere', { commune: '23096' });
const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);

test('the index of a month is that of its years, and the next month is compared year by year', () => {
  const season = seasonOf(book, day('2026-11-17'));
  assert.ok(season !== null);
  assert.deepEqual([season.here.month, season.next.month], [11, 12]);
  assert.ok(season.here.low <= season.here.value && season.here.value <= season.here.high);
  assert.ok(Math.abs(season.months.reduce((sum, { value }) => sum + value, 0) - 1200) < 1e-6);
  // by hand: entries of November and December of each year that the book has whole
  const rose = [2015, 2016, 2017, 2018, 2019, 2023, 2024, 2025].filter(
    (year) =>
      (book.figure('entries-month-12.FR', year)?.value ?? 0) > (book.figure('entries-month-11.FR', year)?.value ?? 0),
  );
  assert.deepEqual(season.rose, { years: rose.length, of: 8 });
});

test('December leads to the January after it', () => {
  const season = seasonOf(book, day('2026-12-29'));
  assert.deepEqual([season?.here.month, season?.next.month, season?.rose.of], [12, 1, 6]);
});

test('each way of the season has its words', () => {
  const titles = ['2026-11-17', '2026-12-29', '2026-03-10'].map((text) => {
    const season = seasonOf(book, day(text));
    assert.ok(season !== null);
    return seasonTold(season, speechOf('fr')).title;
  });
  assert.deepEqual(titles, [
    'La saison\u00a0: elle monte',
    'La saison\u00a0: elle baisse',
    'La saison\u00a0: elle se maintient',
  ]);
  assert.equal(seasonOf({ ...book, figure: () => null, series: () => [] }, day('2026-11-17')), null);
});

test('the figures of the week: each traced to rows with a source and an address, none the same two weeks in a row', () => {
  const names: string[] = [];
  for (const say of [speechOf('fr'), speechOf('en')])
    for (let at = 0; at < 20; at++) {
      const figure = figureOfWeek(book, weekOf(day('2026-01-07').add({ days: 7 * at })), say);
      assert.ok(figure !== null);
      names.push(figure.name);
      assert.ok(figure.used.length > 0 && figure.sources.length > 0);
      for (const { id, year } of figure.used) assert.ok(trace(book, id, year) !== null, id);
      for (const { url } of figure.sources) assert.match(url, /^https?:\/\//);
      assert.doesNotMatch(`${figure.big} ${figure.text}`, /NaN|undefined|null|\{/);
      assert.match(figure.big, /\d/);
    }
  assert.ok(names.every((name, at) => name !== names[at + 1]));
  assert.ok(new Set(names).size >= 12);
});
