import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeArtefact, encodeArtefact, type Artefact } from '#kernels/artefact.ts';
import { seededRandom } from '#kernels/random.ts';
import { openCollaborative } from '#models/collaborative/collaborative.ts';
import { collaborativeVersion, fitCollaborative } from '#models/collaborative/fit.ts';
import { fitIals } from '#models/collaborative/ials.ts';
import { checkerboard } from './likes-worlds.ts';

const { likes, films } = checkerboard(12);
const bytes = await fitCollaborative(likes, films);
const kind = { kind: 'collaborative', version: collaborativeVersion };
const whole = artefactOf(bytes);

function artefactOf(buffer: Buffer): Artefact {
  const artefact = decodeArtefact(buffer, kind);
  assert.ok(typeof artefact !== 'string');
  return artefact;
}

/** Every reason ends a sentence: no capital, no full stop, no value left open. */
function refused(buffer: Buffer, why: RegExp, what: string): void {
  const reason = openCollaborative(buffer);
  assert.ok(typeof reason === 'string', what);
  assert.match(reason, why, what);
  assert.match(reason, /^[a-z][^\n{}]*[^.]$/, what);
}

test('cut at any of many lengths, or too long', () => {
  for (let part = 0; part < 1; part += 0.005) {
    const length = Math.floor(part * bytes.length);
    refused(bytes.subarray(0, length), length < 48 ? /not a model file/ : /truncated or damaged/, `${length} bytes`);
  }
  for (const short of [1, 2, 7, 8]) refused(bytes.subarray(0, bytes.length - short), /truncated/, `${short} too few`);
  refused(Buffer.concat([bytes, Buffer.alloc(8)]), /damaged/, 'eight bytes more');
});

test('one wrong byte, anywhere', () => {
  const random = seededRandom(2);
  const places = [...Array(120).keys(), ...Array.from({ length: 300 }, () => Math.floor(random() * bytes.length))];
  for (const at of places) {
    const damaged = Buffer.from(bytes);
    damaged[at] = (damaged[at] ?? 0) ^ (1 << (at % 8));
    refused(damaged, at < 8 ? /not a model file/ : /damaged/, `byte ${at}`);
  }
});

test('nothing, noise and other files', () => {
  refused(Buffer.alloc(0), /not a model file/, 'nothing');
  refused(Buffer.alloc(4096), /not a model file/, 'zeros');
  refused(Buffer.from('viewer,film,rating\n1,a,5\n'.repeat(9)), /not a model file/, 'a CSV');
  refused(Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(100)]), /not a model file/, 'a database');
});

test('a model of another kind or version says which', async () => {
  refused(await fitIals(likes, films, { epochs: 0 }), /of kind ials, not collaborative/, 'iALS');
  const { header, arrays } = whole;
  const old = encodeArtefact({ header: { ...header, version: 0 }, arrays });
  refused(old, new RegExp(`of version 0, not ${collaborativeVersion}`), 'version 0');
});

test('whole by its checksum, yet without what a model holds', async () => {
  const { header, arrays } = whole;
  const json = (value: unknown): Uint8Array => new Uint8Array(Buffer.from(JSON.stringify(value)));
  const remade = (changes: Artefact['arrays'], headerChanges = {}): Buffer =>
    encodeArtefact({ header: { ...header, ...headerChanges }, arrays: { ...arrays, ...changes } });
  const none = /does not hold what a collaborative model holds/;
  for (const name of Object.keys(arrays).filter((one) => one !== 'ials')) {
    const { [name]: _, ...others } = arrays;
    const why = /^[\d-]+\.|^more\./.test(name) ? /the matrix for baskets of .* is missing or damaged/ : none;
    refused(encodeArtefact({ header, arrays: others }), why, `without ${name}`);
  }
  refused(remade({ films: new Uint8Array(Buffer.from('{"')) }), none, 'films that are no JSON');
  refused(remade({ films: json([1, 2]) }), none, 'films that are no names');
  refused(remade({ films: json(films.slice(1)) }), none, 'a film too few');
  refused(remade({ popularity: new Float32Array(3) }), none, 'popularity of other films');
  refused(remade({ 'more.intercept': new Float32Array(3) }), /baskets of more/, 'an intercept too short');
  refused(remade({}, { parameters: {} }), none, 'no parameters');
  refused(remade({}, { viewers: 'many' }), none, 'no number of viewers');
  refused(remade({ ials: json('factors') }), /not a model file/, 'factors that are none');
  const others = checkerboard(6);
  const factors = new Uint8Array(await fitIals(others.likes, others.films, { epochs: 0 }));
  refused(remade({ ials: factors }), /factors are of other films/, 'factors of other films');
  assert.ok(typeof openCollaborative(remade({})) !== 'string');
});
