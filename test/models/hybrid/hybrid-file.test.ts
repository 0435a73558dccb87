import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeArtefact, encodeArtefact, type Artefact } from '#kernels/artefact.ts';
import { bridgeFilms } from '#models/hybrid/bridge.ts';
import { collaborativeIn, encodeHybrid, hybridKind, hybridVersion, openHybrid } from '#models/hybrid/hybrid-file.ts';
import { trainContent } from '#models/train-content.ts';
import { contentOf, learnt, likesByLabel, namesOf } from '../liking.ts';
import { opened, scoresOf } from '../lists.ts';
import { featuresOf, handMade } from '../worlds.ts';

const features = featuresOf(handMade);
const content = contentOf(features);
const { bytes, model } = await learnt(likesByLabel(features, (film) => film % 5 === 4));
const bridge = bridgeFilms(content, model, namesOf(features));
const file = encodeHybrid(content.vocabulary, bytes, bridge, ['ml', 'house']);

/** The same file with something else inside, and a checksum that fits. */
function changed(change: (artefact: Artefact) => { header?: object; arrays?: object }): Buffer {
  const artefact = decodeArtefact(file, { kind: hybridKind, version: hybridVersion });
  assert.ok(typeof artefact !== 'string');
  const { header, arrays } = change(artefact);
  return encodeArtefact({
    header: { ...artefact.header, ...header },
    arrays: { ...artefact.arrays, ...arrays },
  });
}

test('written and read again: the same scores, the same likes, and where they came from', () => {
  const [first, second] = [openHybrid(file, content), openHybrid(Buffer.from(file), content)].map((one) => opened(one));
  assert.ok(first !== undefined && second !== undefined);
  for (const liked of [[0], [4], [0, 6, 12], []])
    assert.deepEqual(scoresOf(first, { liked, disliked: [9] }), scoresOf(second, { liked, disliked: [9] }));
  const held = collaborativeIn(file);
  assert.ok(held !== null && held.bytes.equals(bytes));
  assert.deepEqual(held.learntFrom, ['ml', 'house']);
  assert.ok(encodeHybrid(content.vocabulary, bytes, bridge, ['ml', 'house']).equals(file), 'the same bytes');
});

test('a file that says nothing of where its likes came from is read all the same', () => {
  const silent = changed(() => ({ header: { learntFrom: undefined } }));
  assert.deepEqual(collaborativeIn(silent)?.learntFrom, []);
  assert.ok(typeof openHybrid(silent, content) !== 'string');
});

test('wherever it is cut or a byte is flipped, it is refused', () => {
  for (let part = 0; part < 1; part += 0.01) {
    const at = Math.floor(part * file.length);
    assert.equal(typeof openHybrid(file.subarray(0, at), content), 'string', `cut at ${at}`);
    const flipped = Buffer.from(file);
    flipped[at] = (flipped[at] ?? 0) ^ 1;
    assert.equal(typeof openHybrid(flipped, content), 'string', `byte ${at}`);
    assert.equal(collaborativeIn(flipped), null);
  }
});

test('each refusal has its reason', () => {
  const damaged = Buffer.from(bytes);
  damaged[damaged.length >> 1] = (damaged[damaged.length >> 1] ?? 0) ^ 1;
  const inside = (text: string): Uint8Array => {
    const artefact = decodeArtefact(bytes, { kind: 'collaborative', version: 1 });
    assert.ok(typeof artefact !== 'string');
    const films = new Uint8Array(Buffer.from(text));
    return new Uint8Array(encodeArtefact({ ...artefact, arrays: { ...artefact.arrays, films } }));
  };
  const cases: [Buffer, RegExp][] = [
    [Buffer.from('a letter'), /not a model file/],
    [Buffer.alloc(0), /not a model file/],
    [file.subarray(0, -1), /truncated or damaged/],
    [encodeHybrid('other films', bytes, bridge), /another catalogue/],
    [changed(() => ({ header: { version: hybridVersion + 1 } })), /version 2, not 1/],
    [bytes, /kind collaborative, not hybrid/],
    [trainContent(features), /kind content, not hybrid/],
    [encodeHybrid(content.vocabulary, damaged, bridge), /truncated or damaged/],
    [encodeHybrid(content.vocabulary, file, bridge), /kind hybrid, not collaborative/],
    [changed(() => ({ arrays: { collaborative: inside('not JSON') } })), /does not hold what a collaborative/],
    [changed(() => ({ arrays: { collaborative: inside('[1, 2]') } })), /does not hold what a collaborative/],
    [changed(() => ({ arrays: { collaborative: new Float32Array(3) } })), /arrays are not those/],
    [changed(({ arrays }) => ({ arrays: { column: arrays['column']?.slice(1) } })), /arrays are not those/],
    [changed(({ arrays }) => ({ arrays: { bonds: arrays['bonds']?.slice(1) } })), /arrays are not those/],
    [changed(({ arrays }) => ({ arrays: { column: arrays['column']?.map((at) => at + 99) } })), /does not lead to/],
    [changed(({ arrays }) => ({ arrays: { row: arrays['row']?.map(() => 7) } })), /does not lead to/],
    [changed(({ arrays }) => ({ arrays: { neighbours: arrays['neighbours']?.map(() => 1e6) } })), /does not lead to/],
  ];
  for (const [buffer, reason] of cases) assert.match(String(openHybrid(buffer, content)), reason);
  assert.equal(collaborativeIn(encodeHybrid(content.vocabulary, damaged, bridge)), null);
  assert.equal(collaborativeIn(bytes), null);
});
