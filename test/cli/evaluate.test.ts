import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { runLanterne } from '../helpers/run-lanterne.ts';

test('evaluate refuses what it does not know, in a sentence', async () => {
  for (const [args, said] of [
    [['P9'], /A protocol is P1 or P2 .*not “P9”/],
    [['P1', '--set', 'imdb'], /--set is ml-1m or letterboxd, not “imdb”/],
    [['P1', '--part', 'train'], /--part is test or validation, not “train”/],
    [['P2', '--set', 'ml-1m'], /--set and --split are for P1, not for P2/],
    [['P1', '--seed', 'x'], /--seed is a whole number/],
  ] as const) {
    const { code, err, out } = await runLanterne(['evaluate', ...args]);
    assert.equal(code, 2, err);
    assert.match(err, said);
    assert.equal(out, '');
  }
});

test('without the reference data, evaluate says where it looked', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'lanterne-evaluate-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  for (const protocol of ['P1', 'P2', 'P5']) {
    const { code, err } = await runLanterne(['evaluate', protocol], { environment: { LANTERNE_REFERENCE: folder } });
    assert.equal(code, 3, err);
    assert.match(err, /There is no reference data at .*LANTERNE_REFERENCE/);
  }
});
