import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { asFilmIndex } from '#brand.ts';
import { openContentModel } from '#models/content.ts';
import { trainContent } from '#models/train-content.ts';
import { average } from '#recommend/group/average.ts';
import { threeChoices } from '#recommend/group/choices.ts';
import { epFuzzDA } from '#recommend/group/ep-fuzzda.ts';
import { contenders, greedy } from '#recommend/group/greedy.ts';
import { recommendGroup, type GroupMember } from '#recommend/group/group.ts';
import { greedyLeastMisery, leastMisery } from '#recommend/group/least-misery.ts';
import { onGrid, relevances, standings } from '#recommend/group/relevance.ts';
import { recommend } from '#recommend/recommend.ts';
import { opened } from '../models/lists.ts';
import { featuresOf, handMade } from '../models/worlds.ts';

const count = handMade.length;
const model = opened(openContentModel(trainContent(featuresOf(handMade))));
const list = fc.uniqueArray(fc.nat(count - 1).map(asFilmIndex), { maxLength: 4 });
const member: fc.Arbitrary<GroupMember> = fc.record({
  taste: fc.record({ liked: list, disliked: list, seen: list }),
  weight: fc.double({ min: 0.1, max: 5, noNaN: true }),
  received: fc.double({ min: 0, max: 3, noNaN: true }),
});
const group = fc.array(member, { minLength: 2, maxLength: 5 });
const scoreRows = (rows: number, columns = 12) =>
  fc.array(
    fc
      .array(
        fc.integer({ min: 0, max: 64 }).map((n) => n / 64),
        { minLength: columns, maxLength: columns },
      )
      .map((row) => Float32Array.from(row)),
    { minLength: rows, maxLength: 5 },
  );
const all = (rows: readonly Float32Array[]): number[] => [...(rows[0] ?? []).keys()];

test('the veto is never broken: nothing that one of them liked, disliked or has seen', () => {
  fc.assert(
    fc.property(group, (members) => {
      const away = new Set<number>(members.flatMap(({ taste }) => [...taste.liked, ...taste.disliked, ...taste.seen]));
      const found = recommendGroup(model, members, { top: 20 });
      const left = [...handMade.keys()].filter((film) => model.recommendable(film) && !away.has(film));
      assert.deepEqual(
        found.list.map(({ film }) => film).toSorted((a, b) => a - b),
        left,
      );
      for (const { pick } of found.choices) assert.ok(pick === null || left.includes(pick.film));
    }),
  );
});

test('“nobody unhappy” is below the veto for no one, and is there whenever a film is', () => {
  fc.assert(
    fc.property(scoreRows(2), fc.double({ min: 0, max: 1, noNaN: true }), (rows, veto) => {
      const views = rows.map((scores) => ({ relevance: relevances(scores, 3), standing: standings(scores) }));
      const [, choice] = threeChoices(views, all(rows), { veto });
      const worst = all(rows).map((film) => Math.min(...views.map(({ standing }) => standing[film] ?? 0)));
      const film = choice?.film ?? null;
      if (film === null) assert.ok(worst.every((value) => value < veto));
      else assert.ok((worst[film] ?? 0) >= veto);
    }),
  );
});

test('“nobody unhappy” serves the least served best, “whose turn” is another film; the list, the choices and the gains agree', () => {
  fc.assert(
    fc.property(group, (members) => {
      const found = recommendGroup(model, members, { top: 10, veto: 0 });
      const chosen = found.choices.flatMap(({ pick }) => pick?.film ?? []);
      assert.deepEqual(
        found.choices.map(({ kind }) => kind),
        ['best-for-all', 'nobody-unhappy', 'whose-turn'],
      );
      const [best, kind, turn] = found.choices.map(({ pick }) => pick);
      assert.ok(found.list.length < 3 || (turn?.film !== best?.film && turn?.film !== kind?.film));
      assert.equal(chosen.length, found.list.length === 0 ? 0 : 3);
      const least = (pick: typeof best): number => Math.min(...(pick?.members ?? []).map(({ share }) => share));
      assert.ok(least(kind) >= least(best), 'the least served is served no less by “nobody unhappy”');
      for (const { members: gains } of found.list) {
        for (const [place, { share, standing, receivedAfter, reasons }] of gains.entries()) {
          assert.ok(share >= 0 && share <= 1 && standing >= 0 && standing <= 1);
          assert.ok(Math.abs(receivedAfter - share - (members[place]?.received ?? 0)) < 1e-9);
          assert.ok(reasons.every(({ film }) => members[place]?.taste.liked.includes(film)));
        }
      }
      assert.ok(found.listShares.every((share) => share >= 0 && share <= 1 + 1e-9));
    }),
  );
});

test('with one member, the list is their own', () => {
  fc.assert(
    fc.property(member, (one) => {
      const own = recommend(model, one.taste, { top: 20 });
      const found = recommendGroup(model, [{ taste: one.taste }], { top: 20 });
      assert.deepEqual(
        found.list.map(({ film }) => film),
        own.map(({ film }) => film),
      );
      assert.ok(own.length === 0 || Math.abs((found.listShares[0] ?? 0) - 1) < 1e-9);
    }),
  );
});

test('permuting the members permutes the result, and nothing else', () => {
  fc.assert(
    fc.property(group, fc.integer(), (members, seed) => {
      const order = [...members.keys()].toSorted((a, b) => Math.imul(a + 1, seed | 1) - Math.imul(b + 1, seed | 1));
      const found = recommendGroup(model, members, { top: 10 });
      const other = recommendGroup(
        model,
        order.flatMap((place) => members[place] ?? []),
        { top: 10 },
      );
      assert.deepEqual(
        other.list.map(({ film }) => film),
        found.list.map(({ film }) => film),
      );
      assert.deepEqual(
        other.listShares,
        order.map((place) => found.listShares[place]),
      );
      for (const [at, { film, members: gains }] of other.list.entries())
        assert.deepEqual(
          gains,
          order.map((place) => found.list[at]?.members[place]),
          `${film}`,
        );
      for (const at of [0, 1]) assert.equal(other.choices[at]?.pick?.film, found.choices[at]?.pick?.film);
    }),
  );
});

test('EP-FuzzDA is the rule written out, film after film', () => {
  fc.assert(
    fc.property(
      scoreRows(2),
      fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 5, maxLength: 5 }),
      fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 5, maxLength: 5 }),
      (rows, weights, received) => {
        const found = epFuzzDA(rows, all(rows), { top: 6, weights, received });
        const total = rows.reduce((sum, _, u) => sum + (weights[u] ?? 0), 0);
        const got = rows.map((_, u) => received[u] ?? 0);
        for (const [at, film] of found.entries()) {
          const gain = (f: number): number => {
            const whole = rows.reduce((sum, row, u) => sum + (got[u] ?? 0) + (row[f] ?? 0), 0);
            return rows.reduce(
              (sum, row, u) =>
                sum + Math.min(row[f] ?? 0, Math.max(0, ((weights[u] ?? 0) / total) * whole - (got[u] ?? 0))),
              0,
            );
          };
          const left = all(rows).filter((f) => !found.slice(0, at).includes(f));
          assert.ok(gain(film) >= Math.max(...left.map(gain)) - 1e-6);
          for (const [u, row] of rows.entries()) got[u] = (got[u] ?? 0) + (row[film] ?? 0);
        }
      },
    ),
  );
});

// Ten films for each of two people who share nothing.
const [left, right] = [0, 10].map((from) =>
  Float32Array.from({ length: 20 }, (_, film) => (film >= from && film < from + 10 ? 1 : 0)),
);
assert.ok(left && right);
const brought = (films: readonly number[], of: Float32Array): number =>
  films.reduce((sum, film) => sum + (of[film] ?? 0), 0);

test('each gets their due: by halves, by weight, and by what past evenings brought', () => {
  const run = (options: { weights?: number[]; received?: number[] }) =>
    epFuzzDA([left, right], [...left.keys()], { top: 8, ...options });
  assert.equal(brought(run({}), left), 4);
  assert.equal(brought(run({ weights: [3, 1] }), left), 6);
  assert.equal(brought(run({ weights: [1, 3] }), left), 2);
  assert.equal(brought(run({ received: [4, 0] }), left), 2, 'who had four has two now, and the other six');
  assert.ok((run({ received: [1, 0] })[0] ?? 0) >= 10, 'the one who lost before comes first');
});

test('whose turn: the one who had least for their weight, and their best film', () => {
  const views = [left, right].map((scores) => ({ relevance: scores, standing: standings(scores) }));
  const turnOf = (options: { weights?: number[]; received?: number[] }) =>
    threeChoices(views, [...left.keys()], { veto: 0, ...options })[2];
  for (const [received, turn] of [
    [[1, 0], 1],
    [[0, 1], 0],
  ] as const) {
    const choice = turnOf({ received: [...received] });
    assert.equal(choice?.turn, turn);
    assert.equal([left, right][turn]?.[choice?.film ?? -1], 1);
  }
  assert.equal(turnOf({ received: [2, 1], weights: [4, 1] })?.turn, 0);
  assert.equal(turnOf({})?.turn, 1, 'the best for all is film 0, which serves the second least');
});

test('average, least misery and greedy least misery, against slow ones', () => {
  fc.assert(
    fc.property(scoreRows(2), (rows) => {
      const by = (value: (film: number) => number): number[] =>
        all(rows)
          .toSorted((a, b) => value(b) - value(a) || a - b)
          .slice(0, 5);
      const worst = (film: number): number => Math.min(...rows.map((row) => row[film] ?? 0));
      assert.deepEqual(leastMisery(rows, all(rows), { top: 5 }), by(worst));
      assert.deepEqual(
        leastMisery(rows, all(rows), { top: 5, veto: 0.5 }),
        by(worst).filter((film) => worst(film) >= 0.5),
      );
      const mean = (film: number): number => rows.reduce((sum, row) => sum + (row[film] ?? 0), 0);
      assert.deepEqual(average(rows, all(rows), { top: 5 }).map(mean), by(mean).map(mean));
      const found = greedyLeastMisery(rows, all(rows), { top: 5 });
      const least = (chosen: readonly number[]): number => Math.min(...rows.map((row) => brought(chosen, row)));
      for (const at of found.keys())
        assert.equal(
          least(found.slice(0, at + 1)),
          Math.max(
            ...all(rows)
              .filter((film) => !found.slice(0, at).includes(film))
              .map((film) => least([...found.slice(0, at), film])),
          ),
        );
    }),
  );
});

test('relevance is 1 at the best, falls with the score, is 0 past the depth; logs and sums read alike', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 30 }),
      fc.integer({ min: 1, max: 10 }),
      (raw, depth) => {
        const scores = Float32Array.from(raw);
        const found = relevances(scores, depth);
        const standing = standings(scores);
        assert.equal(Math.max(...found), 1);
        const bound = raw.toSorted((a, b) => b - a)[depth] ?? -Infinity;
        if (bound < Math.max(...raw)) assert.ok(raw.every((score, film) => (found[film] ?? 0) > 0 === score > bound));
        for (const [a, one] of raw.entries()) {
          for (const [b, other] of raw.entries()) {
            if (one > other) assert.ok((found[a] ?? 0) >= (found[b] ?? 0) && (standing[a] ?? 0) > (standing[b] ?? 0));
            if (one === other) assert.deepEqual([found[a], standing[a]], [found[b], standing[b]]);
          }
        }
        assert.deepEqual(
          relevances(
            scores.map((score) => 4 * score - 100),
            depth,
          ),
          found,
        );
        assert.ok(found.every((value) => onGrid(value) === value));
      },
    ),
  );
});

test('a film that may not be chosen is nothing to anyone', () => {
  const scores = Float32Array.of(1, -Infinity, 3, 2);
  assert.deepEqual(
    [...relevances(scores)].map((value) => value === 0),
    [false, true, false, false],
  );
  assert.deepEqual([...standings(scores)], [0, -Infinity, 1, 0.5]);
});

test('who named nothing is served by renown; when nothing is left, the choices are empty', () => {
  const nobody: GroupMember = { taste: { liked: [], disliked: [], seen: [] } };
  const renown = Float32Array.from({ length: count }, (_, film) => film);
  const found = recommendGroup(model, [nobody, nobody], { top: 3, renown });
  assert.deepEqual(
    found.list.map(({ film }) => film),
    [count - 1, count - 2, count - 3],
  );
  const none = recommendGroup(model, [nobody, nobody], { top: 3, allow: () => false });
  assert.deepEqual(none.list, []);
  assert.ok(none.choices.every(({ pick }) => pick === null));
});

test('what is asked of other films is answered for those that may be chosen, and as the list says it', () => {
  fc.assert(
    fc.property(group, (members) => {
      const whole = recommendGroup(model, members, { top: 20, also: [...handMade.keys()] });
      const bare = recommendGroup(model, members, { top: 20 });
      assert.deepEqual(bare.also, []);
      assert.deepEqual(whole.choices, bare.choices);
      const asked = new Map(whole.also.map((pick) => [pick.film, pick]));
      assert.equal(asked.size, bare.list.length);
      for (const pick of bare.list) assert.deepEqual(asked.get(pick.film), pick);
    }),
  );
});

test('the contenders are enough: a choice among them is the choice among all', () => {
  const values = fc.constantFrom(0, 0, 0, 0.25, 0.5);
  const rows = fc.array(fc.array(values, { minLength: 30, maxLength: 30 }), { minLength: 1, maxLength: 4 });
  const ties = fc.array(fc.constantFrom(0, 1, 2), { minLength: 30, maxLength: 30 });
  fc.assert(
    fc.property(rows, ties, fc.nat(12), (plain, tie, top) => {
      const members = plain.map((row) => Float32Array.from(row));
      const gain = (film: number): number => members.reduce((sum, row) => sum + (row[film] ?? 0), 0);
      const films = [...(members[0] ?? []).keys()].toReversed();
      const few = contenders(members, films, { top, tie });
      assert.deepEqual(greedy(few, { top, tie }, gain), greedy(films, { top, tie }, gain));
      assert.ok(few.length <= films.filter((film) => gain(film) > 0).length + top);
    }),
  );
});

test('a standing is the share of the other films that are not above, ties together', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(-Infinity, 0, 0.5, 1, 2), { maxLength: 20 }), (plain) => {
      const finite = plain.filter((score) => score > -Infinity);
      const slow = plain.map((score) =>
        score === -Infinity
          ? -Infinity
          : onGrid(1 - finite.filter((other) => other > score).length / Math.max(1, finite.length - 1)),
      );
      assert.deepEqual([...standings(Float32Array.from(plain))], [...Float32Array.from(slow)]);
    }),
  );
});
