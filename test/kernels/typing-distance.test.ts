import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { osaDistance, osaPrefixDistance } from '#kernels/osa.ts';
import { alikeLetters, typingDistance, type TypingPrices } from '#kernels/typing-distance.ts';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é'), maxLength: 6 });
const price = fc.integer({ min: 1, max: 5 });
const flat = {
  missing: 1,
  extra: 1,
  doubled: 1,
  swapped: 1,
  replaced: 1,
  replacedAlike: 1,
  alike: alikeLetters(['ab']),
};

function priced(typed: string, text: string, prices: TypingPrices, limit = Infinity): { whole: number; begun: number } {
  const out = { whole: 0, begun: 0 };
  typingDistance(typed, text, prices, limit, out);
  return out;
}

// the recursion over the last letters, nothing shared with the kernel
function slow(typed: string, text: string, prices: TypingPrices): number {
  if (typed === '' && text === '') return 0;
  const [q, t] = [typed.at(-1), text.at(-1)];
  const ways: number[] = [];
  if (q !== undefined)
    ways.push(slow(typed.slice(0, -1), text, prices) + (q === typed.at(-2) ? prices.doubled : prices.extra));
  if (t !== undefined)
    ways.push(slow(typed, text.slice(0, -1), prices) + (t === text.at(-2) ? prices.doubled : prices.missing));
  if (q !== undefined && t !== undefined) {
    const alike = (q === 'a' && t === 'b') || (q === 'b' && t === 'a');
    ways.push(
      slow(typed.slice(0, -1), text.slice(0, -1), prices) +
        (q === t ? 0 : alike ? prices.replacedAlike : prices.replaced),
    );
    if (typed.length > 1 && text.length > 1 && q !== t && q === text.at(-2) && t === typed.at(-2))
      ways.push(slow(typed.slice(0, -2), text.slice(0, -2), prices) + prices.swapped);
  }
  return Math.min(...ways);
}

test('with every price 1 it is the alignment distance', () => {
  fc.assert(
    fc.property(word, word, (typed, text) => {
      assert.deepEqual(priced(typed, text, flat), {
        whole: osaDistance(typed, text, 99),
        begun: osaPrefixDistance(typed, text, 99),
      });
    }),
  );
});

test('with any prices it is the least over all ways of typing, and the limit only hides', () => {
  const prices = fc.record({
    missing: price,
    extra: price,
    doubled: price,
    swapped: price,
    replaced: price,
    replacedAlike: price,
  });
  fc.assert(
    fc.property(word, word, prices, fc.integer({ min: 0, max: 12 }), (typed, text, some, limit) => {
      const all = { ...some, alike: alikeLetters(['ab']) };
      const begun = Math.min(
        ...Array.from({ length: text.length + 1 }, (_, size) => slow(typed, text.slice(0, size), all)),
      );
      const expected = { whole: slow(typed, text, all), begun };
      assert.deepEqual(priced(typed, text, all), expected);
      const hidden = (value: number): number => (value <= limit ? value : Infinity);
      assert.deepEqual(priced(typed, text, all, limit), {
        whole: hidden(expected.whole),
        begun: hidden(expected.begun),
      });
    }),
    { numRuns: 300 },
  );
});
