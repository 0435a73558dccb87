import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openMarket } from '#market/book.ts';
import { computed, computedNamed, valueOf, type Value } from '#market/computed.ts';
import { huffAnswer } from '#market/questions/huff.ts';
import { leakageAnswer } from '#market/questions/leakage.ts';
import { trace } from '#market/trace.ts';
import { smallMarket } from '../../helpers/small-market.ts';

const book = openMarket('nowhere', { commune: '23096' });
const found = (question: string, key: string): Value => {
  const value = valueOf(computedNamed(question)?.compute(book) ?? null, key);
  assert.ok(value !== null, `${question} ${key}`);
  return value;
};
const is = (question: string, key: string, expected: number, within: number): void => {
  const { value } = found(question, key);
  assert.ok(Math.abs(value - expected) <= within, `${question} ${key}: ${value} for ${expected}`);
};

describe('what is computed of the Creuse equals the study that was made by hand', () => {
  it('people and films', () => {
    is('ageing', 'sixty-and-over', 0.399, 0.0005);
    is('french-films', 'share', 0.521, 0.0005);
    is('french-films', 'elsewhere', 0.636, 0.0005);
    is('french-films', 'home', 0.43, 0.0005);
    is('french-films', 'above', 10.8, 0.05);
    is('art-et-essai', 'share', 0.274, 0.0005);
    is('audience-per-screening', 'all', 12.6, 0.05);
    is('seat-occupancy', 'all', 0.071, 0.001); // the CNC, which knows the halls, publishes 7.1 % for 2022
    is('recovery', 'here', 89, 0.5);
    is('recovery', 'france', 85, 0.5);
    is('receipt-per-entry', 'receipt', 5.53, 0.005);
    is('offer', 'travelling', 0.093, 0.0005);
  });

  it('potential and coverage', () => {
    is('age-potential', 'entries', 318_319, 3);
    is('age-potential', 'per-head', 2.76, 0.005);
    is('age-potential', 'oldest-share', 0.58, 0.005);
    is('coverage', 'coverage', 0.57, 0.005);
    is('coverage', 'rural', 0.82, 0.005);
    const { low = 0, high = 0 } = found('age-potential', 'entries');
    assert.ok(low < 270_000 && high === found('age-potential', 'entries').value);
  });

  // the coordinates of the built-in communes are rounded to a kilometre: 1.68 for 1.71, 84 % for 83 %; see docs/market.md
  it('access and zones, as far as rounded coordinates allow', () => {
    for (const [minutes, share] of [
      [10, 0.28],
      [15, 0.42],
      [20, 0.55],
      [25, 0.69],
      [30, 0.83],
      [40, 0.94],
    ] as const)
      is('access', `within/${minutes}`, share, 0.015);
    is('access', 'mean', 19, 0.5);
    is('access', 'multiplex/30', 0, 0.001);
    is('catchment', 'index/senechal-gueret', 1.71, 0.04);
    is('catchment', 'index/eden-la-souterraine', 0.49, 0.01);
    is('catchment', 'index/colbert-aubusson', 0.87, 0.03);
    is('catchment', 'index/alpha-evaux-les-bains', 0.62, 0.01);
    is('catchment', 'index/le-marchois-la-courtine', 0.39, 0.01);
    is('catchment', 'later-index/eden-la-souterraine', 0.6, 0.01);
  });

  it('the model of Huff, with another set of competitors', () => {
    is('huff', 'error', 3.2, 0.15);
    is('huff', 'best-beta', 1.5, 0.01);
    is('leakage', 'leakage', 0.35, 0.05);
    const steeper = valueOf(leakageAnswer(book, { alpha: 1, beta: 3 }), 'leakage')?.value ?? 0;
    assert.ok(steeper < found('leakage', 'leakage').value, 'the more time keeps away, the fewer leave');
    const shares = huffAnswer(book)?.values.filter(({ key }) => key.startsWith('share/')) ?? [];
    assert.equal(shares.length, 6);
    const [all, sold] = ['share/', 'sold/'].map(
      (start) =>
        huffAnswer(book)?.values.reduce((sum, { key, value }) => (key.startsWith(start) ? sum + value : sum), 0) ?? 0,
    );
    assert.ok(Math.abs((all ?? 0) - 1) < 1e-9 && Math.abs((sold ?? 0) - 1) < 1e-9);
  });

  it('costs: a known break-even tells what it supposes', () => {
    const margin = found('break-even', 'margin');
    const implied = found('break-even', 'implied-costs/colbert-aubusson');
    assert.ok(Math.abs(implied.value - 25_000 * margin.value) < 1);
    assert.ok((implied.low ?? 0) < implied.value && implied.value < (implied.high ?? 0));
  });
});

describe('every answer', () => {
  for (const { name, compute, formula, question, needs } of computed)
    it(`${name}: has its range in order, its words in both languages, and rows with a source`, () => {
      const answer = compute(book);
      assert.ok(answer !== null);
      for (const both of [formula, question, needs]) assert.ok(both.fr !== '' && both.en !== '' && both.fr !== both.en);
      assert.equal(new Set(answer.values.map(({ key }) => key)).size, answer.values.length, 'keys are unique');
      for (const { key, value, low = value, high = value } of answer.values) {
        assert.ok(Number.isFinite(value), key);
        assert.ok(low <= value + 1e-9 && value <= high + 1e-9, `${key}: ${low} ${value} ${high}`);
      }
      assert.ok(answer.used.length > 0);
      for (const { id, year } of answer.used) {
        const row = trace(book, id, year);
        assert.ok(row !== null, `${id} ${year} is no row`);
        assert.match(row.source.url, /^https?:\/\//);
      }
    });

  it('is null, not wrong, when the book knows nothing', () => {
    const empty = smallMarket({});
    for (const { name, compute } of computed) assert.equal(compute(empty), null, name);
  });
});

describe('a small department', () => {
  it('with one cinema has zones, and no model', () => {
    const one = smallMarket({
      cinemas: [{ id: 'only', entries: 5000 }],
      communes: [{ code: '15014', population: 20_000 }],
    });
    assert.equal(valueOf(computedNamed('catchment')?.compute(one) ?? null, 'index/only')?.value, 0.25);
    assert.equal(computedNamed('huff')?.compute(one), null);
    assert.equal(computedNamed('leakage')?.compute(one), null);
  });

  it('with a cinema without screenings has no ratio of nothing', () => {
    const still = smallMarket({ cinemas: [{ id: 'shut', screenings: 0, entries: 0, screens: 0, seats: 0 }] });
    for (const { name, compute } of computed)
      for (const { key, value } of compute(still)?.values ?? []) assert.ok(Number.isFinite(value), `${name} ${key}`);
  });

  it('whose shares are not published says nothing of films', () => {
    const silent = smallMarket({ cinemas: [{ frenchShare: null, artEtEssaiShare: null }] });
    assert.equal(computedNamed('french-films')?.compute(silent), null);
  });
});
