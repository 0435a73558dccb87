import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { readDecimal } from '#kernels/read-decimal.ts';

const read = (text: string): number => {
  const bytes = Buffer.from(`;${text};`);
  return readDecimal(bytes, 1, bytes.length - 1);
};

test('reads what Number reads, to the last bit', () => {
  fc.assert(fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => read(String(value)) === value));
  fc.assert(
    fc.property(
      fc.integer({ min: -99_999_999, max: 99_999_999 }),
      fc.integer({ min: 0, max: 9 }),
      (whole, decimals) => {
        const text = (whole / 10 ** decimals).toFixed(decimals);
        assert.equal(read(text), Number(text));
      },
    ),
  );
  for (const text of ['4', '4.', '.5', '+3.5', '-0.25', '4.50', '1e2', '1E-3', '0.1234567890123456789', '007'])
    assert.equal(read(text), Number(text), text);
});

test('refuses what is no finite number', () => {
  for (const text of [
    '',
    '.',
    '-',
    '+.',
    'NaN',
    'nan',
    'Infinity',
    '-inf',
    '1e999',
    '0x10',
    '1_0',
    '4,5',
    '4 5',
    '١',
    '1e',
    '--1',
    '1.2.3',
    '9'.repeat(500),
  ])
    assert.ok(Number.isNaN(read(text)), text);
});
