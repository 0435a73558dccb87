import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import type { Catalogue } from '#catalogue/catalogue.ts';
import { openAnswers } from '#indicators/answers.ts';
import { noFilters } from '#indicators/filters.ts';
import { indicator, type Indicator, type Need } from '#indicators/indicator.ts';
import { catalogueCoverage } from '#indicators/catalogue-coverage.ts';
import type { Lanterne } from '#lanterne.ts';
import { speechOf } from '#words/speech.ts';
import { starterLanterne } from '../helpers/starter-lanterne.ts';
import { tinyLanterne } from '../helpers/tiny-lanterne.ts';

const fr = speechOf('fr');
let tiny: Lanterne;
let starter: Lanterne;
before(async () => {
  [tiny, starter] = await Promise.all([tinyLanterne(), starterLanterne()]);
});

/** An indicator that measures nothing, and what it was asked. */
function counting(needs: readonly Need[] = [], measure: () => Promise<void> = () => Promise.resolve()) {
  const asked: string[] = [];
  const made: Indicator = indicator<string>({
    name: 'counting',
    theme: 'films',
    filters: ['from'],
    needs,
    title: { fr: 'Compter', en: 'Counting' },
    question: { fr: 'Combien\u00a0?', en: 'How many?' },
    async measure({ today }, { from }) {
      asked.push(`${today} ${from}`);
      await measure();
      return today;
    },
    tell: (day, _, { language }) => ({
      title: language,
      question: '',
      finding: [day],
      cautions: [],
      charts: [],
      tables: [],
      count: { value: 0, what: '' },
      coverage: [],
      method: '',
      citations: [],
    }),
  });
  return { made, asked };
}

/** A catalogue that has the rows that the holdings count, and nothing else. */
const empty = (): Catalogue => {
  const one: Catalogue = {
    path: '',
    stamp: '',
    vocabulary: '',
    builtAt: '2026-01-01T00:00:00Z',
    films: 3,
    get connection(): never {
      return assert.fail('not asked');
    },
    run: () => Promise.resolve([]),
    beside: () => Promise.resolve(one),
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
  return one;
};

describe('an answer', () => {
  it('is measured once for a day and its filters, however many ask, and told in either language', async () => {
    const { made, asked } = counting();
    let day = '2026-11-22';
    const answers = openAnswers(empty(), [], { today: () => day, asked: [made] });
    const [one, two] = await Promise.all([answers.answer(made, noFilters), answers.answer(made, noFilters)]);
    assert.equal(one, two);
    assert.equal(one(fr).title, 'fr');
    assert.equal(one(speechOf('en')).title, 'en');
    await answers.answer(made, { ...noFilters, from: 1990 });
    day = '2026-11-23';
    await answers.answer(made, noFilters);
    assert.deepEqual(asked, ['2026-11-22 null', '2026-11-22 1990', '2026-11-23 null']);
  });

  it('that failed is asked for again', async () => {
    let fails = true;
    const { made } = counting([], () => (fails ? Promise.reject(new Error('no')) : Promise.resolve()));
    const answers = openAnswers(empty(), [], { asked: [made] });
    await assert.rejects(answers.answer(made, noFilters), /no/);
    await answers.warm();
    fails = false;
    await answers.answer(made, noFilters);
  });

  it('says in one sentence what the catalogue lacks, and measures nothing', async () => {
    const { made, asked } = counting(['votes', 'births', 'money']);
    const told = (await openAnswers(empty(), [], { asked: [made] }).answer(made, noFilters))(fr);
    assert.deepEqual(told.finding, [
      'Pas de réponse avec ce catalogue\u00a0: il lui manque les notes et les votes des films, les années de naissance et les budgets et les recettes.',
    ]);
    assert.match(told.cautions[0] ?? '', /viennent d’IMDb \(title\.ratings\), d’IMDb \(name\.basics\) et de TMDB/);
    assert.deepEqual([told.charts, told.tables, asked], [[], [], []]);
  });

  it('asked by a person goes before those that are being made ready', async () => {
    const order: string[] = [];
    const slow = ['a', 'b', 'c'].map((name) => ({
      ...counting([], async () => {
        order.push(name);
        await wait(30);
      }).made,
      name,
    }));
    const asked = { ...counting([], async () => void order.push('asked')).made, name: 'asked' };
    const answers = openAnswers(empty(), [], { asked: slow });
    const warm = answers.warm();
    await wait(35);
    await answers.answer(asked, noFilters);
    await warm;
    assert.equal(order.length, 4);
    assert.ok(order.indexOf('asked') < order.indexOf('c'), order.join(' '));
  });
});

describe('what a catalogue holds', () => {
  it('is read from its rows: the tiny world has votes, the starter has none', async () => {
    const { has, years, genres, sources } = await tiny.answers.holdings();
    assert.ok(has.has('votes') && has.has('series') && has.has('births') && has.has('money'));
    assert.ok(years !== null && years.first < years.last);
    assert.ok(genres.includes('Drama'));
    assert.deepEqual(
      sources.map(({ name }) => name),
      ['imdb', 'tmdb'],
    );
    const starting = await starter.answers.holdings();
    assert.ok(!starting.has.has('votes') && starting.has.has('lengths'));
    assert.deepEqual(
      starting.sources.map(({ name }) => name),
      ['starter'],
    );
    const lacking = await starter.answers.lacking(counting(['votes', 'lengths']).made);
    assert.deepEqual(lacking, ['votes']);
  });

  it('is asked by a connection of its own: a long measure does not hold a page', async () => {
    const [page, told] = await Promise.all([
      tiny.filmPage('tt99000001'),
      tiny.answers.answer(catalogueCoverage, noFilters),
    ]);
    assert.ok(page !== null);
    assert.ok(told(fr).count.value > 10);
  });
});
