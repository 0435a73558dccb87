import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { actorsCinemaSeries } from '#indicators/actors-cinema-series.ts';
import type { Told } from '#indicators/told.ts';
import {
  ask,
  behind,
  madeCatalogue,
  saysYearsWithin,
  soundTold,
  tinyCatalogue,
  type MadePerson,
  type MadeTitle,
} from './made-world.ts';

interface Plan {
  readonly people: number;
  readonly birth: number | null;
  /** Years of their films, and of their series. */
  readonly films: readonly number[];
  readonly series: readonly number[];
}

/** Each person has titles of their own: nobody's credits depend on another's. */
function worldOf(plans: readonly Plan[]): [MadeTitle[], MadePerson[]] {
  const titles: MadeTitle[] = [];
  const people: MadePerson[] = [];
  for (const { people: count, birth, films, series } of plans)
    for (let i = 0; i < count; i++) {
      const person = people.push({ birth, trade: i % 2 === 0 ? 'actress' : 'actor' }) - 1;
      titles.push(...films.map((year) => ({ year, cast: [person] })));
      titles.push(...series.map((year) => ({ year, cast: [person], type: 'tvSeries' as const })));
    }
  return [titles, people];
}

async function answers(plans: readonly Plan[], filters: Parameters<typeof ask>[2] = {}): Promise<Told> {
  await using catalogue = await madeCatalogue(...worldOf(plans));
  soundTold(await ask(actorsCinemaSeries, catalogue, filters, 'fr'));
  const told = await ask(actorsCinemaSeries, catalogue, filters);
  soundTold(told);
  return told;
}
const said = (told: Told, words: RegExp): void =>
  assert.ok(
    told.finding.some((sentence) => words.test(sentence)),
    `${words} is not in: ${told.finding.join(' | ')}`,
  );
const cell = (told: Told, table: number, row: number, key: string): unknown =>
  told.tables[table]?.rows[row]?.[told.tables[table].columns.findIndex((column) => column.key === key)];

suite('cinema and series', () => {
  test('planted shares, a rise by decade of birth, and the way from films to series', async () => {
    const told = await answers([
      { people: 80, birth: 1945, films: [1970, 1980, 1990], series: [] },
      { people: 10, birth: 1945, films: [1970, 1980], series: [2000] },
      { people: 30, birth: 1982, films: [2005, 2006], series: [] },
      { people: 60, birth: 1982, films: [2005, 2008], series: [2012] },
      { people: 20, birth: 1982, films: [2012], series: [2005, 2008] },
      { people: 40, birth: null, films: [], series: [2005, 2008, 2010] },
    ]);
    // The 30 people of two credits are below three.
    assert.equal(told.count.value, 210);
    said(told, /Of 210\speople .* 38% .* acted in films only, 43% .* in films and series, 19% .* in series only/);
    said(told, /Doing both became more common: 11% .* born in the 1940s, 100% .* born in the 1980s/);
    said(told, /from films to series more often than back: 78% .* of 90\speople/);
    said(told, /The threshold hardly changes the answer|The answer depends on the threshold/);
    assert.deepEqual([cell(told, 0, 0, 'born'), cell(told, 0, 0, 'n'), cell(told, 0, 0, 'both')], ['1940', 90, 1 / 9]);
    assert.deepEqual(told.coverage.at(-1), { what: 'people whose birth is known', known: 170, of: 210 });
  });

  test('a crossing in a decade that the filters cut is named by the years left', async () => {
    const plans = [
      { people: 40, birth: 1945, films: [1986, 1987], series: [1988] },
      { people: 40, birth: 1955, films: [1991, 1992], series: [2001] },
    ];
    const told = await answers(plans, { from: 1985, to: 2003 });
    const crossings = told.tables.filter(({ name }) => name === 'crossings');
    assert.deepEqual(
      crossings[0]?.rows.map(([decade]) => decade),
      ['1985-1989', '2000-2003'],
    );
    // Births are not of the years of the films.
    const charts = told.charts.filter(({ kind, title }) => kind === 'bar' && /Crossings/.test(title));
    assert.equal(charts.length, 1);
    saysYearsWithin({ ...told, finding: [], charts, tables: crossings }, 1985, 2003);
  });

  test('the other way, and rarer', async () => {
    const told = await answers([
      { people: 70, birth: 1945, films: [1990], series: [1970, 1980] },
      { people: 60, birth: 1982, films: [2005, 2006, 2007], series: [] },
    ]);
    said(told, /from series to films more often than back: only 0/);
    said(told, /Doing both became rarer/);
  });

  test('as often in one way as the other, and no move', async () => {
    const told = await answers([
      { people: 30, birth: 1945, films: [1990], series: [1970, 1980] },
      { people: 30, birth: 1945, films: [1970], series: [1990, 1995] },
      { people: 30, birth: 1982, films: [2005], series: [2010, 2011] },
      { people: 30, birth: 1982, films: [2015], series: [2010, 2011] },
    ]);
    said(told, /as often in one direction as in the other: 50/);
    said(told, /neither more nor less common/);
  });

  test('too few who crossed, or nobody: said, without a chart of crossings', async () => {
    const few = await answers([
      { people: 40, birth: 1960, films: [1990, 1991, 1992], series: [] },
      { people: 3, birth: 1960, films: [1990], series: [1991, 1992] },
    ]);
    said(few, /^3\speople did both: too few \(n < 30\) to say which way/);
    const nobody = await answers([{ people: 40, birth: 1960, films: [1990, 1991, 1992], series: [] }]);
    said(nobody, /nobody acted both in films and in a series/);
    assert.ok(nobody.tables.every(({ name }) => name !== 'crossings' && name !== 'bridges'));
  });

  test('too few people: one sentence', async () => {
    const told = await answers([{ people: 5, birth: 1960, films: [1990, 1991, 1992], series: [] }]);
    assert.match(
      told.finding.join(' '),
      /^Too few people for shares .*: 5 have at least 3\scredits, and 30 are needed\.$/,
    );
    assert.deepEqual([told.charts.length, told.tables.length], [0, 0]);
    await using tiny = await tinyCatalogue();
    soundTold(await ask(actorsCinemaSeries, tiny, { minVotes: 0 }, 'fr'));
  });

  test('the same limit of billing on both sides, the sex, the years and the least credits; keys lead to films', async () => {
    const cast = Array.from({ length: 40 }, (_, i) => i);
    const titles: MadeTitle[] = [2001, 2002, 2003, 2004].map((year, i) => ({
      year,
      cast,
      type: i % 2 === 0 ? 'movie' : 'tvSeries',
    }));
    const people = cast.map((i): MadePerson => ({ birth: 1970, trade: i % 2 === 0 ? 'actress' : 'actor' }));
    await using catalogue = await madeCatalogue(titles, people);
    const count = async (filters: Parameters<typeof ask>[2]): Promise<number> =>
      (await ask(actorsCinemaSeries, catalogue, filters)).count.value;
    assert.equal(await count({}), 6);
    assert.equal(await count({ billing: 35 }), 35);
    assert.equal(await count({ billing: 40, people: 'actress' }), 20);
    assert.equal(await count({ billing: 40, to: 2002 }), 0);
    assert.equal(await count({ billing: 40, to: 2002, credits: 2 }), 40);
    assert.equal(
      await count({ billing: 40, country: 'FR' }),
      40,
      'the country of a series is not known: no filter of it',
    );
    assert.deepEqual(await behind(actorsCinemaSeries, catalogue, 'both.1970', { billing: 40 }), [0, 1]);
    assert.deepEqual(await behind(actorsCinemaSeries, catalogue, 'to-series.2000', { billing: 40 }), [0, 1]);
    assert.deepEqual(await behind(actorsCinemaSeries, catalogue, 'nm0000001'), [0, 1]);
    for (const none of ['both.1980', 'to-film.2000', 'series.1970', 'x'])
      assert.equal(await behind(actorsCinemaSeries, catalogue, none, { billing: 40 }), null, none);
  });

  test('a birth that a spreadsheet made up is not a decade', async () => {
    const told = await answers([
      { people: 35, birth: 1905, films: [2000, 2001, 2002], series: [] },
      { people: 35, birth: 1905, films: [1930, 1931, 1932], series: [] },
    ]);
    assert.deepEqual(
      told.tables[0]?.rows.map(([born, n]) => [born, n]),
      [
        ['1900', 35],
        ['unknown', 35],
        ['all', 70],
      ],
    );
  });
});
