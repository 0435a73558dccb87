import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { integerColumns } from '#kernels/integer-columns.ts';

const read = (text: string, columns: number, cut: number[] = []): number[][] => {
  const parser = integerColumns(columns);
  const bytes = Buffer.from(text);
  let from = 0;
  for (const to of [...cut.toSorted((a, b) => a - b), bytes.length]) {
    parser.push(bytes.subarray(from, to));
    from = Math.max(from, to);
  }
  return parser.end().map((column) => [...column]);
};

test('the first numbers of every line, whatever stands between them; headers and short lines are left out', () => {
  assert.deepEqual(read('user,movie,rating\n1,20,8\n2,30,10\n', 3), [
    [1, 2],
    [20, 30],
    [8, 10],
  ]);
  assert.deepEqual(read('1::1193::5\r\n1::661::3', 3), [
    [1, 1],
    [1193, 661],
    [5, 3],
  ]);
  assert.deepEqual(read('7\t8\t1\t978300760\n9\n\n', 2), [[7], [8]]);
  assert.deepEqual(read('1,2,4.5\n3,4,0.5\n', 3), [
    [1, 3],
    [2, 4],
    [4, 0],
  ]);
  assert.deepEqual(read('', 2), [[], []]);
});

test('blocks may be cut anywhere, and equal the split of the text', () => {
  const rows = fc.array(fc.tuple(fc.nat(), fc.nat(999), fc.nat(9)), { maxLength: 40 });
  fc.assert(
    fc.property(rows, fc.constantFrom(',', '::', '\t'), fc.array(fc.nat(600), { maxLength: 6 }), (lines, mark, cut) => {
      const text = lines.map((line) => `${line.join(mark)}\n`).join('');
      const within = cut.map((at) => Math.min(at, text.length));
      assert.deepEqual(
        read(text, 3, within),
        [0, 1, 2].map((column) => lines.map((line) => line[column])),
      );
    }),
  );
});

test('columns grow past their first room', () => {
  const text = Array.from({ length: 70_000 }, (_, row) => `${row},${row * 2}\n`).join('');
  const [first, second] = read(text, 2);
  assert.equal(first?.length, 70_000);
  assert.equal(second?.at(-1), 139_998);
});
