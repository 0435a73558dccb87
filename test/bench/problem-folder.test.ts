import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { SweepWorld } from '#evaluate/sweep-world.ts';
import { csrFromTriplets } from '#kernels/csr.ts';
import { answersOf, readProblem, writeProblem } from '../../bench/peers/problem-folder.ts';
import { peerPython, runPython } from '../../bench/peers/python.ts';

// Three viewers, four films: 0-1, 1-2, 2-3.
const [row, column] = [Int32Array.of(0, 0, 1, 1, 2, 2), Int32Array.of(0, 1, 1, 2, 2, 3)];
const world: SweepWorld = {
  train: csrFromTriplets(3, 4, row, column, new Float32Array(6).fill(1)),
  films: ['00000000', '00000001', '00000002', '00000003'],
  popularity: Float64Array.of(1, 2, 2, 1),
  head: Uint8Array.of(0, 1, 0, 0),
  tailTargets: 1,
  questions: [
    { label: '1', depth: 10, shots: [{ viewer: 7, basket: [0], targets: new Set([1, 2]) }] },
    { label: '80 %', depth: 100, shots: [{ viewer: 7, basket: [0, 2], targets: new Set([1]) }] },
  ],
};

function folder(t: { after: (end: () => void) => void }): string {
  const path = mkdtempSync(join(tmpdir(), 'lanterne-problem-'));
  t.after(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

test('what is written is read back', async (t) => {
  const path = folder(t);
  await writeProblem(path, world);
  assert.deepEqual(await readProblem(path), world);
});

test('answers become rankings: without the basket, without repeats, empty where there is none', async (t) => {
  const path = folder(t);
  mkdirSync(join(path, 'lists', 'peer'), { recursive: true });
  writeFileSync(join(path, 'lists', 'peer', '1.jsonl'), '{"id":7,"films":[2,0,2,1],"tail":[3]}\n');
  writeFileSync(join(path, 'lists', 'peer', '80.jsonl'), '');
  const rank = await answersOf(path, 'peer', world);
  const [one, most] = world.questions;
  assert.ok(one && most);
  assert.deepEqual(rank(one, 0), { top: [2, 1], tail: [3] });
  assert.deepEqual(rank(most, 0), { top: [], tail: [] });
});

test('a script that fails says why, in a line', async () => {
  const done = await runPython('/nowhere/python', 'problem.py', []);
  assert.ok('failure' in done && /ENOENT/.test(done.failure));
});

test('a peer in Python answers a problem folder', async (t) => {
  const python = peerPython();
  if (python === undefined) return t.skip('skipped: bench/.venv is not there');
  const path = folder(t);
  await writeProblem(path, world);
  const done = await runPython(python, 'implicit_cosine.py', [path]);
  assert.ok('line' in done, JSON.stringify(done));
  const rank = await answersOf(path, 'implicit_cosine', world);
  const [one] = world.questions;
  assert.ok(one);
  // Film 0 is liked with 1 alone; the head (1) is not in the tail.
  assert.equal(rank(one, 0).top[0], 1);
  assert.ok(!Array.from(rank(one, 0).tail).includes(1));
});
