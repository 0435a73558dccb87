import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Contender, Evaluation } from '#evaluate/evaluation.ts';
import type { Told } from '#indicators/told.ts';
import type { PersonCounts } from '#quality/satisfaction.ts';
import { tellQuality, type QualityGround } from '#quality/tell-quality.ts';
import { speechOf } from '#words/speech.ts';

const contender = (name: Contender['name'], given: Partial<Contender> = {}): Contender => ({
  name,
  ndcg: { mean: 0.2, low: 0.15, high: 0.25 },
  recall: { mean: 0.2, low: 0.15, high: 0.25 },
  hit: { mean: 0.6, low: 0.5, high: 0.7 },
  gain: null,
  coverage: 0.1,
  wellKnown: 0.9,
  ...given,
});
const evaluation = (given: Partial<Evaluation> = {}): Evaluation => ({
  version: 1,
  on: '2026-11-22',
  vocabulary: 'v',
  model: 'hybrid',
  given: 3,
  top: 10,
  strata: [],
  behaviour: {
    baskets: 60,
    candidates: 2000,
    coverage: 0.1,
    gini: 0.6,
    wellKnown: 0.99,
    diversity: { mean: 0.8, low: 0.7, high: 0.9 },
    steadiness: { mean: 0.7, low: 0.6, high: 0.8 },
    fidelity: { asked: 600, unexplained: 0, fell: 0.9, left: 0.6, fellWithoutLast: 0.2 },
  },
  ...given,
});
const person = (number: number, given: Partial<PersonCounts> = {}): PersonCounts => ({
  person: number,
  place: number % 2 === 0 ? 'first' : 'after',
  explored: number % 3 === 0,
  basis: 'likes',
  shown: 20,
  liked: 1,
  disliked: 1,
  seen: 2,
  wished: 3,
  propensity: 18,
  ...given,
});
const people = (many: number, given: (number: number) => Partial<PersonCounts> = () => ({})): PersonCounts[] =>
  Array.from({ length: many }, (_, at) => person(at, given(at)));
const ground = (given: Partial<QualityGround> = {}): QualityGround => ({
  evaluation: evaluation(),
  candidates: 2000,
  wellKnown: new Set(['tt1']),
  kept: {
    shown: [
      { film: 'tt1', shown: 30 },
      { film: 'tt2', shown: 10 },
    ],
    people: 12,
    reactions: people(12),
  },
  ...given,
});
const tell = (given: Partial<QualityGround>, language: 'fr' | 'en' = 'fr'): readonly Told[] =>
  tellQuality(ground(given), speechOf(language));
const finding = (told: Told | undefined): string => told?.finding.join(' ') ?? '';
const stratum = (viewers: number, gain: Contender['gain']) => ({
  name: 'public' as const,
  viewers,
  contenders: [contender('service'), contender('popularity', { gain })],
});

test('better, worse, and no difference shown are said as the intervals tell', () => {
  const said = (low: number, high: number): string =>
    finding(tell({ evaluation: evaluation({ strata: [stratum(40, { mean: (low + high) / 2, low, high })] }) })[0]);
  assert.match(said(0.02, 0.08), /Il fait mieux que les films les plus aimés de tous.*un gain de 0,05 \(0,02 à 0,08\)/);
  assert.match(said(-0.08, -0.02), /Il fait moins bien que.*une perte de 0,05 \(0,02 à 0,08\)/);
  assert.match(said(-0.02, 0.08), /On ne peut pas dire qu’il fasse mieux que/);
  assert.match(said(0.02, 0.08), /De 40 spectateurs d’un jeu public jamais vus/);
});

test('a model that learnt from nobody says so, and so does one that was never measured or has too few viewers', () => {
  assert.match(finding(tell({ evaluation: evaluation({ model: 'content' }) })[0]), /n’a appris des goûts de personne/);
  assert.match(finding(tell({ evaluation: null })[0]), /n’a pas été mesuré/);
  const few = { name: 'public' as const, viewers: 3, contenders: [] };
  assert.match(finding(tell({ evaluation: evaluation({ strata: [few] }) })[0]), /Trop peu de spectateurs.*\(3,/);
  const unfaithful = evaluation();
  const worse = { ...unfaithful.behaviour, fidelity: { ...unfaithful.behaviour.fidelity, fell: 0.1 } };
  assert.doesNotMatch(finding(tell({ evaluation: { ...unfaithful, behaviour: worse } })[0]), /est bien la cause/);
});

test('no figure of fewer than five people, in any sentence, table or chart', () => {
  const kept = { shown: [{ film: 'tt1', shown: 77 }], people: 4, reactions: people(4) };
  for (const told of tell({ kept }).slice(1)) {
    assert.match(finding(told), /n < 5/);
    assert.deepEqual([told.tables, told.charts, told.count.value], [[], [], 0]);
  }
  for (const told of tell({ kept: null }).slice(1)) assert.match(finding(told), /ne garde rien de ses visiteurs/);
});

test('what was shown and what was done with it, with intervals and what they rest on', () => {
  const [, shown, done] = tell({});
  assert.match(
    finding(shown),
    /À 12 personnes le site a montré 2\sfilms différents en 40\sfois, soit 0,1\s% des 2\s000/,
  );
  assert.match(finding(shown), /75,0\s% de ce qu’il a montré/);
  assert.match(finding(done), /Sur 240\sfilms montrés à 12 personnes, 5,0\s% \([\d,]+\s% à [\d,]+\s%\) ont été aimés/);
  assert.match(finding(done), /aucune différence n’est établie/);
  const uneven = people(40, (at) => ({ liked: at % 2 === 0 ? 9 : 1 }));
  assert.match(
    finding(tell({ kept: { shown: [], people: 40, reactions: uneven } })[2]),
    /en tête de liste.*plus souvent aimés/,
  );
});

test('both languages say the same numbers, with the spaces of each', () => {
  const digits = (told: Told, thousands: RegExp): string[] =>
    told.finding.flatMap(
      (text) =>
        text
          .replaceAll(thousands, '')
          .replaceAll(/(?<=\d),(?=\d)/g, '.')
          .match(/\d+(?:\.\d+)?/g) ?? [],
    );
  const strata = [stratum(40, { mean: 0.05, low: 0.02, high: 0.08 })];
  const [french, english] = [
    tell({ evaluation: evaluation({ strata }) }),
    tell({ evaluation: evaluation({ strata }) }, 'en'),
  ];
  for (const [at, told] of french.entries()) {
    const other = english[at];
    assert.ok(other !== undefined);
    assert.deepEqual(digits(told, /(?<=\d)\s(?=\d{3})/g), digits(other, /(?<=\d),(?=\d{3})/g));
    for (const text of [...told.finding, ...told.cautions, told.method, told.question])
      assert.doesNotMatch(text, / [:;?!%]/);
    assert.deepEqual(
      told.tables.map(({ columns, rows }) => [columns.length, rows.length]),
      other.tables.map(({ columns, rows }) => [columns.length, rows.length]),
    );
    for (const { columns, rows } of told.tables) for (const row of rows) assert.equal(row.length, columns.length);
  }
});
