import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mostNewADay, plausible } from '#demand/plausible.ts';
import { film } from '../state/engines.ts';

const wish = (given: { film?: number; commune?: string; at?: string; known?: boolean }) => ({
  film: film(given.film ?? 1),
  commune: given.commune ?? '23096',
  at: given.at ?? '2026-11-20T10:00:00.000Z',
  known: given.known ?? false,
});
const knows = (commune: string): boolean => commune.startsWith('23');

test('a flood of visitors who never came back counts as ten wishes a film and day', () => {
  const flood = Array.from({ length: 5000 }, (_, at) => wish({ film: at % 2 }));
  const people = Array.from({ length: 30 }, () => wish({ known: true }));
  const { counted, aside } = plausible([...flood, ...people], knows);
  assert.equal(counted.length, 2 * mostNewADay + 30);
  assert.equal(aside, 5000 - 2 * mostNewADay);
  const tomorrow = flood.map((one) => ({ ...one, at: '2026-11-21T08:00:00.000Z' }));
  assert.equal(plausible([...flood, ...tomorrow], knows).counted.length, 4 * mostNewADay);
});

test('the first of a day count, and wishes from nowhere never do', () => {
  const rows = [
    wish({ commune: '75056' }),
    ...Array.from({ length: 12 }, (_, at) => wish({ at: `2026-11-20T10:00:${at + 10}.000Z` })),
    wish({ at: '2026-11-20T11:00:00.000Z', known: true }),
  ];
  const { counted, aside } = plausible(rows, knows);
  assert.deepEqual(counted, [...rows.slice(1, 11), rows[13]]);
  assert.equal(aside, 3);
});
