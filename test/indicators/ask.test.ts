import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { LanterneError } from '#errors.ts';
import { filterQuery, knownIndicator, readFilters, usableFilters } from '#indicators/ask.ts';
import { filterKeys, filterNames } from '#indicators/filter-terms.ts';
import { noFilters, type FilterName, type Filters } from '#indicators/filters.ts';
import { indicator, type Indicator } from '#indicators/indicator.ts';
import { describeFilters } from '#indicators/words/filters.ts';
import { refusalSentence } from '#indicators/words/refusals.ts';
import { speechOf } from '#words/speech.ts';

const holdings = { genres: ['Drama', 'Comedy', 'Sci-Fi'], countries: ['FR', 'US', 'CI'] };
const asking = (filters: readonly FilterName[]): Indicator =>
  indicator({
    name: 'asked',
    theme: 'films',
    filters,
    needs: [],
    title: { fr: 'Titre', en: 'Title' },
    question: { fr: 'Question\u00a0?', en: 'Question?' },
    measure: () => Promise.reject(new Error('not asked')),
    tell: () => assert.fail('not asked'),
  });
const all = asking(filterNames);
const read = (given: Record<string, string>, one = all) => readFilters(one, (key) => given[key], holdings);
const fr = speechOf('fr');
const en = speechOf('en');

describe('the filters of a question', () => {
  it('are read from text; what is empty was not given', () => {
    const { filters, refused } = read({
      from: ' 1990 ',
      to: '2010',
      genre: '',
      country: 'FR',
      'min-votes': '1000',
      stratum: 'voted',
      people: 'actress',
      sort: 'esteem',
      billing: '3',
      credits: '5',
      weight: '500',
    });
    assert.deepEqual(refused, []);
    assert.deepEqual(filters, {
      from: 1990,
      to: 2010,
      genre: null,
      country: 'FR',
      minVotes: 1000,
      stratum: 'voted',
      people: 'actress',
      sort: 'esteem',
      billing: 3,
      credits: 5,
      weight: 500,
    } satisfies Filters);
    assert.deepEqual(read({}).filters, noFilters);
  });

  it('take a genre and a country by code or name, in either language, whatever the case and the accents', () => {
    for (const genre of ['Comedy', 'COMEDY', 'comédie', 'Comedie'])
      assert.equal(read({ genre }).filters.genre, 'Comedy');
    assert.equal(read({ genre: 'science-fiction' }).filters.genre, 'Sci-Fi');
    for (const country of ['fr', 'France']) assert.equal(read({ country }).filters.country, 'FR');
    assert.equal(read({ country: 'cote d’ivoire' }).filters.country, 'CI');
  });

  it('are refused one by one, each with why', () => {
    const cases: readonly (readonly [Record<string, string>, string, RegExp])[] = [
      [{ from: 'abc' }, 'bounds', /première année\s» est un nombre entier de 1870 à 2100, pas «\sabc\s»/],
      [{ to: '3000' }, 'bounds', /dernière année/],
      [{ from: '19.9e2' }, 'bounds', /nombre entier/],
      [{ weight: '0' }, 'bounds', /de 1 à 1\s000\s000/],
      [{ 'min-votes': '-1' }, 'bounds', /votes au moins/],
      [{ stratum: 'some' }, 'choice', /all, voted et top/],
      [{ genre: 'Zzz' }, 'genre', /Aucun film du catalogue n’est du genre «\sZzz\s»/],
      [{ country: 'XX' }, 'country', /Aucun film du catalogue ne vient du pays/],
      [{ from: '2000', to: '1990' }, 'order', /La première année vient après la dernière/],
    ];
    for (const [given, why, sentence] of cases) {
      const { refused } = read(given);
      assert.deepEqual(
        refused.map((one) => one.why),
        [why],
        JSON.stringify(given),
      );
      const [first] = refused;
      assert.ok(first !== undefined);
      assert.match(refusalSentence(first, all, fr), sentence);
      assert.match(refusalSentence(first, all, en), /^[A-Z].*\.$/);
    }
  });

  it('are refused where the indicator does not understand them, which names those that it does', () => {
    const few = asking(['from', 'minVotes']);
    const { refused, filters } = read({ genre: 'Comedy', from: '1950' }, few);
    assert.equal(filters.genre, null);
    assert.equal(filters.from, 1950);
    const [first] = refused;
    assert.ok(first !== undefined && first.why === 'elsewhere');
    assert.match(
      refusalSentence(first, few, en),
      /“genre” is none of this indicator’s; its filters are “first year” and “votes at least”/,
    );
    assert.match(refusalSentence(first, asking([]), fr), /qui n’en a aucun/);
  });

  it('that cannot be used are a fault of the input, with one sentence', () => {
    assert.throws(
      () => usableFilters(all, (key) => (key === 'genre' ? 'Zzz' : null), holdings),
      (error) =>
        error instanceof LanterneError &&
        error.code === 'FILTER_REFUSED' &&
        error.status === 400 &&
        error.exit === 3 &&
        /genre “Zzz”/.test(error.message),
    );
  });

  it('never break on any text, and come back the same from the address that they make', () => {
    const number = (low: number, high: number) => fc.option(fc.integer({ min: low, max: high }));
    const usable = fc.record({
      from: number(1870, 1980),
      to: number(1981, 2100),
      genre: fc.option(fc.constantFrom(...holdings.genres)),
      country: fc.option(fc.constantFrom(...holdings.countries)),
      minVotes: number(0, 10_000_000),
      stratum: fc.option(fc.constantFrom('all', 'voted', 'top')),
      people: fc.option(fc.constantFrom('actress', 'actor')),
      sort: fc.option(fc.constantFrom('volume', 'audience', 'esteem')),
      billing: number(1, 100),
      credits: number(1, 1000),
      weight: number(1, 1_000_000),
    });
    fc.assert(
      fc.property(usable, (filters) => {
        const query = new URLSearchParams(filterQuery(filters));
        assert.deepEqual(
          readFilters(all, (key) => query.get(key), holdings),
          { filters: { ...filters }, refused: [] },
        );
        assert.equal(describeFilters(filters, fr).length === 0, filterQuery(filters) === '');
      }),
    );
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...Object.values(filterKeys)), fc.string()), (given) => {
        for (const one of read(given).refused) assert.ok(refusalSentence(one, all, en).endsWith('.'));
      }),
    );
  });
});

describe('an indicator', () => {
  it('that none is called has near names', () => {
    assert.throws(
      () => knownIndicator('coverage'),
      (error) => error instanceof LanterneError && error.status === 404 && /catalogue-coverage/.test(error.message),
    );
    assert.throws(
      () => knownIndicator('__proto__'),
      (error) => error instanceof LanterneError && error.code === 'INDICATOR_UNKNOWN',
    );
  });
});

describe('filters in words', () => {
  it('are phrases of their language', () => {
    const filters: Filters = {
      ...noFilters,
      from: 1990,
      to: 2010,
      genre: 'Comedy',
      country: 'FR',
      minVotes: 1000,
      stratum: 'top',
    };
    assert.deepEqual(describeFilters(filters, fr), [
      'de 1990 à 2010',
      'genre\u00a0: comédie',
      'pays\u00a0: France',
      'au moins 1\u202f000\u00a0votes',
      'les 100 films les plus votés de chaque année',
    ]);
    assert.deepEqual(describeFilters({ ...noFilters, from: 1990, to: 1990, billing: 1 }, en), [
      'year 1990',
      'up to place 1 in the billing',
    ]);
    assert.deepEqual(describeFilters({ ...noFilters, billing: 1 }, fr), ['la première place du générique']);
  });
});
