import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { columnStart, sieveLines } from '#kernels/sieve-lines.ts';

const field = fc.string({ unit: fc.constantFrom('k', 'x', 'é', ' '), maxLength: 3 });
const line = fc.array(field, { minLength: 1, maxLength: 4 }).map((fields) => fields.join('\t'));
const block = fc
  .tuple(fc.array(line, { maxLength: 30 }), fc.boolean())
  .map(([lines, ended]) => lines.join('\n') + (ended && lines.length > 0 ? '\n' : ''));

/** The lines of a text: what follows the last line feed is one too, unless it is empty. */
const linesOf = (text: string): string[] => (text === '' ? [] : text.replace(/\n$/, '').split('\n'));

test('as split, filter and join', () => {
  fc.assert(
    fc.property(block, fc.integer({ min: 1, max: 4 }), (text, columns) => {
      const bytes = Buffer.from(text);
      const out = new Uint8Array(bytes.length + 1);
      const asked: string[] = [];
      const result = sieveLines(bytes, out, columns, (all, start, end) => {
        const whole = all.toString('utf8', start, end);
        asked.push(whole);
        return whole.includes('k');
      });
      const lines = linesOf(text);
      const accepted = lines.filter((whole) => whole.includes('k'));
      const good = accepted.filter((whole) => whole.split('\t').length === columns);
      assert.deepEqual(asked, lines, 'each line is asked about once, in order');
      assert.equal(result.lines, lines.length);
      assert.equal(result.kept, good.length);
      assert.equal(Buffer.from(out.subarray(0, result.length)).toString(), good.map((whole) => `${whole}\n`).join(''));
      const bad = accepted.filter((whole) => whole.split('\t').length !== columns);
      assert.deepEqual(
        result.bad.map((start) => linesOf(bytes.toString('utf8', start))[0] ?? ''),
        bad,
      );
    }),
    { numRuns: 500 },
  );
});

test('the offset of a column, -1 when the line is too short', () => {
  fc.assert(
    fc.property(line, line, fc.nat(5), (before, text, column) => {
      const bytes = Buffer.from(`${before}\n${text}\n`);
      const start = Buffer.byteLength(before) + 1;
      const at = columnStart(bytes, start, bytes.length - 1, column);
      const fields = text.split('\t');
      if (column >= fields.length) assert.equal(at, -1);
      else assert.equal(bytes.toString('utf8', at, bytes.length - 1), fields.slice(column).join('\t'));
    }),
    { numRuns: 300 },
  );
});
