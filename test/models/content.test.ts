import assert from 'node:assert/strict';
import { test } from 'node:test';
import { families } from '#features/families.ts';
import { encodeArtefact } from '#kernels/artefact.ts';
import { openContentModel } from '#models/content.ts';
import { contentParameters } from '#models/content-parameters.ts';
import { contentKind, contentVersion, trainContent } from '#models/train-content.ts';
import { conformance } from './conformance.ts';
import { opened, scoresOf } from './lists.ts';
import { featuresOf, handMade, type Facts } from './worlds.ts';

conformance({ name: 'content', train: (features, seed) => trainContent(features, { seed }), open: openContentModel });

const modelOf = (films: readonly Facts[]): ReturnType<typeof opened> =>
  opened(openContentModel(trainContent(featuresOf(films))));
const finite = (scores: Float32Array): boolean => scores.every(Number.isFinite);

test('a film that lacks any one family still gets scores, and gives some', () => {
  for (const { name } of families) {
    const model = modelOf(handMade.map((facts, film) => (film > 0 ? facts : without(facts, name))));
    for (const liked of [[0], [1], [0, 1], []]) assert.ok(finite(scoresOf(model, { liked, disliked: [] })), name);
    assert.ok(model.similarity(0, 1) > model.similarity(0, 8), name);
  }
});

test('a family that no film has, or that the features lack, is no fault', () => {
  for (const { name } of families) {
    const films = handMade.map((facts) => without(facts, name));
    assert.ok(finite(scoresOf(modelOf(films), { liked: [0], disliked: [9] })), name);
    const features = featuresOf(handMade);
    const fewer = { ...features, families: features.families.filter((family) => family.name !== name) };
    assert.ok(finite(scoresOf(opened(openContentModel(trainContent(fewer))), { liked: [0], disliked: [9] })), name);
  }
});

test('of a film of which nothing is known, the likeness is NaN and the score the prior', () => {
  const model = modelOf([...handMade, { terms: {}, renown: 3 }, { terms: {} }]);
  assert.ok(Number.isNaN(model.similarity(0, 16)) && Number.isNaN(model.similarity(16, 0)));
  assert.equal(model.recommendable(15), true, 'our renown is enough');
  assert.equal(model.recommendable(16), false, 'neither votes nor renown');
  const scores = scoresOf(model, { liked: [0], disliked: [] });
  assert.ok(Number.isFinite(scores[15]));
  assert.equal(scores[16], -Infinity);
});

test('our renown stands for the votes where there are none', () => {
  const model = modelOf([...handMade, twin({ renown: 5 }), twin({ renown: 1 }), twin({ votes: 300, rating: 6.5 })]);
  const scores = scoresOf(model, { liked: [], disliked: [] });
  assert.ok((scores[15] ?? 0) > (scores[16] ?? 0), 'better known, better placed');
  assert.ok((scores[15] ?? 0) > (scores[17] ?? 0), 'half a million votes weigh more than 300');
});

test('films with too few votes are not recommended, but may be liked', () => {
  const features = featuresOf([...handMade, { ...handMade[0], terms: handMade[0]?.terms ?? {}, votes: 50 }]);
  const model = opened(openContentModel(trainContent(features, { minVotes: 100 })));
  assert.equal(model.recommendable(15), false);
  assert.equal(scoresOf(model, { liked: [0], disliked: [] })[15], -Infinity);
  assert.ok((model.contributions({ liked: [15], disliked: [] }, 0)[0] ?? 0) > 0);
});

test('what is probably an episode of a series is not recommended', () => {
  const doubtful = new Uint8Array(handMade.length);
  doubtful[3] = 1;
  const model = opened(openContentModel(trainContent({ ...featuresOf(handMade), doubtful })));
  assert.equal(model.recommendable(3), false);
  assert.equal(model.recommendable(2), true);
});

test('an artefact of the right kind that holds something else is refused with a reason', () => {
  const header = { kind: contentKind, version: contentVersion, vocabulary: 'x' };
  assert.equal(typeof openContentModel(encodeArtefact({ header, arrays: {} })), 'string');
  const rest = { films: 1, columns: 0, depth: 0, traits: [], labels: [] };
  const parameters = { ...contentParameters, families: {} };
  const arrays = { indptr: new Int32Array(2) };
  assert.match(
    String(openContentModel(encodeArtefact({ header: { ...header, ...rest, parameters }, arrays }))),
    /arrays/,
  );
});

function without(facts: Facts, family: string): Facts {
  return { ...facts, terms: { ...facts.terms, [family]: [] } };
}

const twin = (facts: Partial<Facts>): Facts => ({ terms: handMade[0]?.terms ?? {}, year: 1952, ...facts });
