import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import * as fc from 'fast-check';
import { directedOf } from '#indicators/parts/women-directors.ts';
import type { Told } from '#indicators/told.ts';
import { womenDirectors } from '#indicators/women-directors.ts';
import {
  ask,
  behind,
  madeCatalogue,
  saysYearsWithin,
  soundTold,
  tinyCatalogue,
  type MadePerson,
  type MadeTitle,
} from './made-world.ts';

interface Plan {
  readonly year: number;
  readonly women: number;
  readonly men: number;
  readonly unknown: number;
  readonly votes?: number;
}
/** Three directors: a woman, a man, somebody of whom nothing is told. */
const people: MadePerson[] = [{ trade: 'actress', toldTrade: true }, { trade: 'actor', toldTrade: true }, {}];
const titlesOf = (plans: readonly Plan[]): MadeTitle[] =>
  plans.flatMap(({ year, women, men, unknown, votes = 30_000 }) =>
    [women, men, unknown].flatMap((count, who) =>
      Array.from({ length: count }, (): MadeTitle => ({ year, votes, directors: [who] })),
    ),
  );
async function answers(plans: readonly Plan[], filters: Parameters<typeof ask>[2] = {}): Promise<Told> {
  await using catalogue = await madeCatalogue(titlesOf(plans), people);
  soundTold(await ask(womenDirectors, catalogue, filters, 'fr'));
  const told = await ask(womenDirectors, catalogue, filters);
  soundTold(told);
  return told;
}
const said = (told: Told, words: RegExp): void =>
  assert.ok(
    told.finding.some((sentence) => words.test(sentence)),
    `${words} is not in: ${told.finding.join(' | ')}`,
  );

suite('women directors', () => {
  test('a rise that holds whatever the unknown', async () => {
    const told = await answers([
      { year: 1985, women: 2, men: 196, unknown: 2 },
      { year: 2024, women: 60, men: 130, unknown: 10 },
    ]);
    assert.match(told.title, /A woman directed 30% to 35% of films of the 2020s/);
    said(told, /at least 30\.0% and at most 35\.0% of films .* 31\.6% .* of the 190\sfilms of which it is known/);
    said(told, /The share rose, whatever the films of which nothing is known: .* it would still be 2\.0% then 30\.0%/);
    assert.deepEqual(told.tables[0]?.rows[0]?.slice(0, 5), [1980, 200, 2, 2, 196]);
  });

  test('a rise among the known that the unknown could undo; a fall; no move', async () => {
    said(
      await answers([
        { year: 1985, women: 10, men: 90, unknown: 60 },
        { year: 2024, women: 30, men: 70, unknown: 60 },
      ]),
      /Among films of which it is known, the share rose: .* enough for the whole to have done otherwise/,
    );
    said(
      await answers([
        { year: 1985, women: 120, men: 80, unknown: 0 },
        { year: 2024, women: 20, men: 180, unknown: 0 },
      ]),
      /The share fell, whatever/,
    );
    said(
      await answers([
        { year: 1985, women: 20, men: 80, unknown: 0 },
        { year: 2024, women: 22, men: 78, unknown: 0 },
      ]),
      /not seen to change/,
    );
  });

  test('when too little is known it is not answered, but bounded', async () => {
    const told = await answers([{ year: 2024, women: 20, men: 20, unknown: 160 }]);
    assert.match(told.title, /too little is known/);
    said(
      told,
      /^It cannot be told .* the answer is known for only 20% of them, and the share is at least 10\.0% and at most 90\.0%/,
    );
    assert.deepEqual(told.coverage[0], { what: told.coverage[0]?.what, known: 40, of: 200 });
  });

  test('too few: one sentence; filters hold; what the floor of votes does; keys lead to films', async () => {
    const plans = [
      { year: 2024, women: 20, men: 80, unknown: 0 },
      { year: 2024, women: 20, men: 30, unknown: 150, votes: 2000 },
    ];
    const told = await answers(plans);
    assert.equal(told.count.value, 100);
    said(told, /directed it: for 50% of films with at least 1,000\svotes, 100% of those with at least 25,000\svotes/);
    assert.equal((await answers(plans, { minVotes: 1000 })).count.value, 300);
    const none = await answers(plans, { to: 2000 });
    assert.match(none.finding.join(' '), /^Too few films of which it is known .*: 0 of 0/);
    assert.deepEqual([none.charts.length, none.tables.length], [0, 0]);
    await using catalogue = await madeCatalogue(titlesOf(plans), people);
    const count = async (key: string): Promise<number | null> =>
      (await behind(womenDirectors, catalogue, key))?.length ?? null;
    assert.deepEqual(
      await Promise.all(
        ['woman.2024', 'woman.2020s', 'man.2020s', 'unknown.2020s', 'woman.votes1000', 'woman.1990', 'x'].map(count),
      ),
      [20, 20, 80, null, 40, null, null],
    );
    await using tiny = await tinyCatalogue();
    for (const language of ['fr', 'en'] as const) soundTold(await ask(womenDirectors, tiny, {}, language));
  });

  test('a co-directed film is a woman’s as soon as one is, and unknown only without one', async () => {
    const both = (directors: number[]): MadeTitle[] =>
      Array.from({ length: 40 }, () => ({ year: 2024, votes: 30_000, directors }));
    await using catalogue = await madeCatalogue(
      [...both([1, 0]), ...both([2, 0]), ...both([1, 2]), ...both([1])],
      people,
    );
    const told = await ask(womenDirectors, catalogue);
    assert.deepEqual(told.tables[0]?.rows[0]?.slice(1, 5), [160, 80, 40, 40]);
  });

  test('a decade that the filters cut is named by the years left, and not compared under five', async () => {
    const plans = [1982, 1986, 1988, 1995, 2003, 2008].map((year, i) => ({
      year,
      women: 5 + 5 * i,
      men: 95,
      unknown: 0,
    }));
    const five = await answers(plans, { from: 1985 });
    saysYearsWithin(five, 1985, 2026);
    said(five, /the share rose|The share rose/);
    said(five, /from 1985 to 1989/);
    assert.deepEqual(
      five.tables[0]?.rows.map(([start]) => start),
      ['1985-1989', 1990, 2000],
    );
    const piece = await answers(plans, { from: 1987, to: 2003 });
    saysYearsWithin(piece, 1987, 2003);
    said(piece, /^From 2000 to 2003 \(/);
    said(piece, /leave only 1987 to 1989 and 2000 to 2003 of those decades: under 5 years, they are not compared/);
    assert.doesNotMatch(piece.finding.join(' '), /share (rose|fell|is not seen)/);
    const whole = await answers(plans);
    assert.doesNotMatch(whole.finding.join(' '), /leave only/);
  });

  test('the bounds hold whatever the unknown films are, and are within the wide ones', () => {
    fc.assert(
      fc.property(
        fc.nat(200),
        fc.nat(200),
        fc.nat(200),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (women, men, unknown, part) => {
          const { bounds, wide, n } = directedOf(2000, [{ women, men, unknown }]);
          const truth = n === 0 ? 0 : (women + Math.round(part * unknown)) / n;
          assert.ok(bounds.low <= truth && truth <= bounds.high);
          assert.ok(wide.low <= bounds.low + 1e-9 && bounds.high <= wide.high + 1e-9);
        },
      ),
    );
  });
});
