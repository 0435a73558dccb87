import assert from 'node:assert/strict';
import { test } from 'node:test';
import { narrowed } from '#evaluate/scorer.ts';

test('a narrowed scorer is asked in the larger world and answers by column', () => {
  const asked: number[][] = [];
  const whole = {
    name: 'whole',
    score: (basket: readonly number[], into: Float32Array): void => {
      asked.push([...basket]);
      into.set([10, 11, 12, 13]);
    },
  };
  const into = new Float32Array(2);
  narrowed(whole, [3, 1], 4).score([0], into);
  assert.deepEqual([...into], [13, 11]);
  assert.deepEqual(asked, [[3]]);
});
