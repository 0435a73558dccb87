import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { facetCounts } from '#kernels/facet-counts.ts';

const combinations = 4;
const column = (items: number) =>
  fc.record({
    of: fc
      .array(fc.integer({ min: 0, max: combinations - 1 }), { minLength: items, maxLength: items })
      .map((values) => Int32Array.from(values)),
    meets: fc
      .array(fc.integer({ min: 0, max: 1 }), { minLength: combinations, maxLength: combinations })
      .map((values) => Uint8Array.from(values)),
  });

test('keeps what meets every condition, and counts each facet as if it had none', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 40 }).chain((items) =>
        fc.record({
          columns: fc.tuple(column(items), column(items), column(items)),
          order: fc.shuffledSubarray(Array.from({ length: items }, (_, item) => item)),
        }),
      ),
      ({ columns, order }) => {
        const { kept, counts } = facetCounts(Int32Array.from(order), columns);
        const meets = (item: number, facet: number): boolean =>
          columns[facet]?.meets[columns[facet]?.of[item] ?? -1] === 1;
        assert.deepEqual(
          [...kept],
          order.filter((item) => [0, 1, 2].every((facet) => meets(item, facet))),
        );
        for (const [facet, counted] of counts.entries()) {
          const others = [0, 1, 2].filter((one) => one !== facet);
          const expected = Array.from(
            { length: combinations },
            (_, value) =>
              order.filter((item) => columns[facet]?.of[item] === value && others.every((other) => meets(item, other)))
                .length,
          );
          assert.deepEqual([...counted], expected);
        }
      },
    ),
    { numRuns: 300 },
  );
});
