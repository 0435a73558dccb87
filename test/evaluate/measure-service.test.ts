import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { encodeEvaluation, evaluationPath, readEvaluation } from '#evaluate/evaluation.ts';
import type { NamedShot } from '#evaluate/held-out.ts';
import { measureService, type Service } from '#evaluate/measure-service.ts';
import { csrFromTriplets } from '#kernels/csr.ts';
import type { Model } from '#models/model.ts';

const films = 60;
const idOf = Array.from({ length: films }, (_, film) => `tt${String(film).padStart(7, '0')}`);
/** Films of six circles of ten; it recommends the basket's own circle, and film 59 to nobody. */
const circles: Model = {
  kind: 'circles',
  films,
  vocabulary: 'v',
  bytes: 0,
  recommendable: (film) => film !== 59,
  score({ liked }, into) {
    for (let film = 0; film < films; film++)
      into[film] = film === 59 ? -Infinity : liked.filter((one) => one % 6 === film % 6).length - film / 1000;
  },
  contributions: ({ liked }, film) => Float32Array.from(liked, (one) => Number(one % 6 === film % 6)),
  shared: () => [],
  similarity: () => 0,
};
/** It knows nothing: every film as good. */
const blind: Model = {
  ...circles,
  kind: 'blind',
  score: (_, into) => void into.fill(0),
  contributions: ({ liked }) => new Float32Array(liked.length),
};
const shots = (viewers: number): NamedShot[] =>
  Array.from({ length: viewers }, (_, viewer) => {
    const circle = idOf.filter((_id, film) => film % 6 === viewer % 6);
    return { basket: circle.slice(0, 3), targets: new Set(circle.slice(3, 8)) };
  });
const service = (given: Partial<Service>): Service => ({
  model: circles,
  content: blind,
  genres: csrFromTriplets(
    films,
    2,
    Int32Array.from(idOf.keys()),
    Int32Array.from(idOf.keys(), (film) => film % 2),
    new Float32Array(films).fill(1),
  ),
  fame: Float32Array.from(idOf, (_, film) => film),
  idOf,
  likes: new Map(idOf.map((id, film) => [id, film])),
  shots: { public: shots(24), own: shots(4) },
  ...given,
});
const folder = mkdtempSync(join(tmpdir(), 'lanterne-evaluation-'));
after(() => rmSync(folder, { recursive: true, force: true }));

test('a model that finds what viewers love is told from those that do not, on the same viewers', () => {
  const { strata, model } = measureService(service({}), { seed: 1 });
  assert.equal(model, 'hybrid');
  const [publicOnes, own] = strata;
  assert.equal(publicOnes?.viewers, 24);
  const of = (name: string) => publicOnes?.contenders.find((one) => one.name === name);
  assert.ok((of('service')?.ndcg.mean ?? 0) > 0.9);
  assert.equal(of('service')?.hit.mean, 1);
  assert.ok((of('service')?.hit.low ?? 1) < 1, 'twenty-four of twenty-four is not everybody');
  for (const name of ['content', 'genres', 'popularity']) assert.ok((of(name)?.gain?.low ?? 0) > 0, name);
  assert.deepEqual(own, { name: 'own', viewers: 4, contenders: [] }, 'no figure of four people');
});

test('a model that learnt from nobody has no stratum; how it behaves is measured on drawn baskets, the same for a seed', () => {
  const alone = service({ content: circles, shots: { public: [], own: [] } });
  const first = measureService(alone, { seed: 3 });
  assert.equal(first.model, 'content');
  assert.deepEqual(first.strata, []);
  assert.equal(first.behaviour.candidates, 59);
  assert.equal(first.behaviour.fidelity.fell > first.behaviour.fidelity.fellWithoutLast, true);
  assert.deepEqual(measureService(alone, { seed: 3 }), first);
});

test('the evaluation is read back for the same films only; a file that is none counts as none', () => {
  mkdirSync(join(folder, 'models'));
  assert.equal(readEvaluation(folder, 'v'), null);
  const measured = measureService(service({}), { seed: 1 });
  writeFileSync(evaluationPath(folder), encodeEvaluation(measured, { on: '2026-11-22', vocabulary: 'v' }));
  assert.deepEqual(readEvaluation(folder, 'v'), { version: 1, on: '2026-11-22', vocabulary: 'v', ...measured });
  assert.equal(readEvaluation(folder, 'another'), null);
  for (const text of ['', '{', '{"version":1}', '[]']) {
    writeFileSync(evaluationPath(folder), text);
    assert.equal(readEvaluation(folder, 'v'), null);
  }
});
