import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tellProblem } from '#programme/words/problems.ts';
import { measureFolder, type Measured } from './pasted/measure.ts';

const total = (all: readonly Measured[], of: (one: Measured) => number): number =>
  all.reduce((sum, one) => sum + of(one), 0);

for (const [half, least] of [
  ['first', 1],
  ['second', 0.85],
] as const)
  test(`programmes pasted from tables, the ${half} half: none wrong, none lost`, () => {
    const all = measureFolder(half);
    assert.ok(all.length >= 10);
    assert.deepEqual(
      all.flatMap(({ wrong, lost }) => [...wrong, ...lost]),
      [],
    );
    const right = total(all, (one) => one.right) / total(all, (one) => one.expected);
    assert.ok(right >= least, `${right} of the showings are read`);
  });

test('what is refused says its line, its column and what to do', () => {
  const faults = [...measureFolder('first'), ...measureFolder('second')].flatMap(({ reading }) => reading.faults);
  assert.deepEqual([...new Set(faults.flatMap(({ problems }) => problems.map(({ kind }) => kind)))].toSorted(), [
    'notDay',
    'unaligned',
  ]);
  for (const { line, problems } of faults)
    for (const problem of problems)
      for (const language of ['fr', 'en'] as const) {
        const sentence = tellProblem(problem, language);
        assert.ok(line > 0 && /[.]$/.test(sentence) && !/[{}]/.test(sentence), sentence);
      }
});
