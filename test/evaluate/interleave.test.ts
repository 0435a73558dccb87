import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { compareTeams, creditTeams, interleave, type Interleaved } from '#evaluate/interleave.ts';
import { seededRandom, shuffle } from '#kernels/random.ts';

const films = Array.from({ length: 14 }, (_, film) => film);
const ranking = fc.shuffledSubarray(films);
const top = fc.nat(16);
const numbers = (list: readonly Interleaved[]): number[] => list.map(({ film }) => film);

test('no film twice; each pick is the best of its own ranking that was left; teams take turns', () => {
  fc.assert(
    fc.property(ranking, ranking, top, fc.integer(), (a, b, most, seed) => {
      const list = interleave(a, b, { top: most, random: seededRandom(seed) });
      assert.equal(list.length, Math.min(most, new Set([...a, ...b]).size));
      assert.equal(new Set(numbers(list)).size, list.length);
      for (const [at, { film, team, position }] of list.entries()) {
        const before = new Set(numbers(list).slice(0, at));
        assert.equal(position, at + 1);
        assert.equal(
          film,
          (team === 'a' ? a : b).find((each) => !before.has(each)),
        );
        if (a.some((each) => !before.has(each)) && b.some((each) => !before.has(each))) {
          const lead = list.slice(0, at + 1).reduce((sum, one) => sum + (one.team === 'a' ? 1 : -1), 0);
          assert.ok(Math.abs(lead) <= 1, 'neither is ever two picks ahead');
        }
      }
    }),
  );
});

test('a shorter list is the beginning of a longer one; equal rankings give that ranking; the best film of each is in the first two', () => {
  fc.assert(
    fc.property(ranking, ranking, top, fc.integer(), (a, b, most, seed) => {
      const whole = numbers(interleave(a, b, { top: 99, random: seededRandom(seed) }));
      assert.deepEqual(numbers(interleave(a, b, { top: most, random: seededRandom(seed) })), whole.slice(0, most));
      assert.deepEqual(numbers(interleave(a, a, { top: most, random: seededRandom(seed) })), a.slice(0, most));
      for (const [first] of [a, b]) if (first !== undefined) assert.ok(whole.slice(0, 2).includes(first));
      // A film that both rankings place among the first n is in the first 2 n of the list.
      for (const [at, film] of a.entries()) assert.ok(whole.indexOf(film) < 2 * (at + 1));
    }),
  );
});

test('propensities: 1 in all at each position, and as often as every row of coins gives', () => {
  fc.assert(
    fc.property(ranking, ranking, fc.integer({ min: 1, max: 12 }), (a, b, most) => {
      const flips = 12;
      const counts = new Map<string, number>();
      const told = new Map<string, number>();
      for (let row = 0; row < 2 ** flips; row++) {
        let at = 0;
        const list = interleave(a, b, { top: most, random: () => ((row >> (at++ % flips)) & 1) / 2 });
        for (const { film, position, propensity } of list) {
          const cell = `${film} ${position}`;
          counts.set(cell, (counts.get(cell) ?? 0) + 2 ** -flips);
          told.set(cell, propensity);
        }
      }
      for (const [cell, share] of counts) assert.ok(Math.abs((told.get(cell) ?? 0) - share) < 1e-9, cell);
    }),
    { numRuns: 15 },
  );
});

test('each ranking has half of the picks and half of the first places', () => {
  const random = seededRandom(2);
  const [a, b] = [films, films.toReversed()];
  let [picks, first] = [0, 0];
  const lists = 20_000;
  for (let n = 0; n < lists; n++) {
    const list = interleave(a, b, { top: 7, random });
    picks += list.filter(({ team }) => team === 'a').length;
    first += Number(list[0]?.team === 'a');
  }
  assert.ok(Math.abs(first / lists - 0.5) < 0.015 && Math.abs(picks / lists / 7 - 0.5) < 0.005);
});

test('credit and comparison, by hand', () => {
  const shown = [
    { film: 1, team: 'a' },
    { film: 2, team: 'b' },
    { film: 3, team: 'b' },
  ] as const;
  assert.deepEqual(creditTeams(shown, new Set([2, 3, 9])), { a: 0, b: 2 });
  assert.deepEqual(creditTeams(shown, new Set()), { a: 0, b: 0 });
  const found = compareTeams([...Array.from({ length: 10 }, () => ({ a: 0, b: 1 })), { a: 1, b: 1 }, { a: 3, b: 0 }]);
  assert.deepEqual([found.sessions, found.ties, found.test.wins, found.test.losses], [12, 1, 1, 10]);
  // P(10 or more of 11) twice: 2 x 12 / 2048.
  assert.ok(Math.abs(found.test.p - 24 / 2048) < 1e-12);
  assert.equal(found.better, 'b');
  assert.deepEqual(compareTeams([]).better, null);
});

/** A visitor likes few films and each shown one with a chance of its own; the better model knows the chances less dimly. */
function liveTest(sessions: number, noise: readonly [number, number], seed: number): ReturnType<typeof compareTeams> {
  const random = seededRandom(seed);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const credits = Array.from({ length: sessions }, () => {
    const liking = shuffle(
      films.map((film) => 0.5 * 0.75 ** film),
      random,
    );
    const [a = [], b = []] = noise.map((level) => {
      const scores = liking.map((chance) => chance + level * normal());
      return films.toSorted((x, y) => (scores[y] ?? 0) - (scores[x] ?? 0));
    });
    const shown = interleave(a, b, { top: 6, random });
    const liked = shown.filter(({ film }) => random() < (liking[film] ?? 0)).map(({ film }) => film);
    return creditTeams(shown, new Set(liked));
  });
  return compareTeams(credits);
}

test('simulation: a planted better model is found, and equal ones raise 5 false alarms in a hundred at most', (t) => {
  const trials = 300;
  const count = (noise: readonly [number, number]): Record<string, number> => {
    const answers: Record<string, number> = { a: 0, b: 0, none: 0 };
    for (let trial = 0; trial < trials; trial++) {
      const { better } = liveTest(200, noise, 1000 + trial);
      answers[better ?? 'none'] = (answers[better ?? 'none'] ?? 0) + 1;
    }
    return answers;
  };
  const [planted, equal] = [count([0.5, 0.2]), count([0.25, 0.25])];
  const share = (n = 0): number => n / trials;
  t.diagnostic(`200 sessions: b better, found ${share(planted['b'])}, wrong ${share(planted['a'])}`);
  t.diagnostic(`200 sessions: equal, false alarms ${share((equal['a'] ?? 0) + (equal['b'] ?? 0))}`);
  assert.ok(share(planted['b']) > 0.9 && planted['a'] === 0);
  assert.ok(share((equal['a'] ?? 0) + (equal['b'] ?? 0)) <= 0.05 + 2 * Math.sqrt((0.05 * 0.95) / trials));
});
