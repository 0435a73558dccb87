import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { LanterneError } from '#errors.ts';
import { openContent } from '#models/open.ts';
import { contentModelPath, trainInto } from '#models/train.ts';
import { scoresOf } from './lists.ts';
import { featuresOf, handMade } from './worlds.ts';

const features = featuresOf(handMade);
const refusedAs = (code: string, reason: RegExp) => (error: unknown) =>
  error instanceof LanterneError && error.code === code && reason.test(error.message);

test('trained into a folder, opened, replaced, refused: each with its sentence', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'lanterne-model-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const path = contentModelPath(folder);
  const open = () => openContent(folder, features.vocabulary);
  assert.throws(open, refusedAs('MODEL_MISSING', /content\.model/));

  const { buffer } = trainInto(folder, features);
  const basket = { liked: [0], disliked: [] };
  const first = scoresOf(open(), basket);
  assert.equal(readFileSync(path).length, buffer.length);
  trainInto(folder, features);
  assert.deepEqual(scoresOf(open(), basket), first);
  assert.deepEqual(readdirSync(join(folder, 'models')), ['content.model'], 'no temporary file is left');

  assert.throws(() => openContent(folder, 'other films'), refusedAs('MODEL_UNUSABLE', /another catalogue/));
  writeFileSync(path, readFileSync(path).subarray(0, -1));
  assert.throws(open, refusedAs('MODEL_UNUSABLE', /truncated or damaged/));
  writeFileSync(path, 'not a model');
  assert.throws(open, refusedAs('MODEL_UNUSABLE', /not a model file/));
});
