import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RankedNiche } from '#advice/rank.ts';
import { nicheKey } from '#advice/niche.ts';
import { judgeNiches } from '#advice/judge.ts';
import { rankNiches } from '#advice/rank.ts';
import { nicheOfWeek } from '#report/idea.ts';
import { weekOf } from '#calendar/week.ts';
import { locality } from '../advice/a-place.ts';

const cells = ['Comedy', 'Action', 'Western', 'Crime'].flatMap((genre) =>
  [1960, 1970, 1980, 1990, 2000].map((decade) => ({
    genre,
    decade,
    origin: 'french' as const,
    films: 50,
    rated: 50,
    premium: 0,
    squares: 10,
    labelled: 0,
  })),
);
const ranked = rankNiches(judgeNiches(cells, locality), locality, { draws: 20 });
const sure = (count: number): RankedNiche[] =>
  ranked.map((niche) => ({ ...niche, firstTenth: niche.rank <= count ? 0.9 : 1 / (niche.rank + 2) }));
const weeks = Array.from({ length: 60 }, (_, at) =>
  weekOf(Temporal.PlainDate.from('2026-01-07').add({ days: 7 * at })),
);
const ideas = (niches: readonly RankedNiche[]): string[] =>
  weeks.map((week) => {
    const niche = nicheOfWeek({ niches }, week);
    return niche === null ? '' : nicheKey(niche);
  });

test('those that hold take turns, each once before any comes back, and the same week has the same idea', () => {
  const turns = ideas(sure(10));
  assert.equal(new Set(turns).size, 10);
  for (let at = 10; at < turns.length; at++) assert.equal(turns[at], turns[at - 10]);
  assert.deepEqual(turns, ideas(sure(10).toReversed()));
  for (const [at, one] of turns.entries()) assert.notEqual(one, turns[at + 1]);
});

test('when few hold, those nearest to it fill the turns; two weeks in a row are unlike', () => {
  const turns = ideas(sure(2));
  assert.equal(new Set(turns).size, 8);
  const genre = (key: string | undefined): string => key?.split('-')[0] ?? '';
  const same = turns.slice(0, 7).filter((one, at) => genre(one) === genre(turns[at + 1])).length;
  assert.ok(same <= 3, `${same} of 7`);
});

test('one niche comes back each week, and none is none', () => {
  assert.equal(new Set(ideas(sure(1).slice(0, 1))).size, 1);
  const [week] = weeks;
  assert.ok(week !== undefined);
  assert.equal(nicheOfWeek({ niches: [] }, week), null);
});
