import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { interleave } from '#evaluate/interleave.ts';
import { judgeFeedback } from '#evaluate/judge-feedback.ts';
import { seededRandom } from '#kernels/random.ts';
import { exploration } from '#recommend/explore.ts';
import type { FeedbackRow } from '#recommend/feedback-log.ts';

const id = (film: number): string => `tt${String(film).padStart(7, '0')}`;
const base = { at: '2026-02-01T20:00:00Z', model: 'm', propensity: 1, explored: false, team: null } as const;
const line = (list: string, film: string, rest: Partial<FeedbackRow>): FeedbackRow => ({
  ...base,
  list,
  film,
  position: 1,
  action: 'shown',
  ...rest,
});
const ranked = Array.from({ length: 50 }, (_, film) => ({ film, score: -film / 10 }));
/** What a visitor likes: the better ranked, the likelier. */
const chance = (film: number): number => 0.4 * 0.95 ** film;

/** Lists of ten with an explored place; every film is liked with its chance. */
function simulated(lists: number, seed: number): FeedbackRow[] {
  const random = seededRandom(seed);
  const policy = exploration(ranked, { top: 10, away: new Set() });
  return Array.from({ length: lists }, () => {
    const list = randomUUID();
    const named = line(list, id(99), { position: 0, action: 'liked' });
    return [
      named,
      ...policy.draw(random).flatMap(({ film, position, propensity, explored }) => {
        const shown = line(list, id(film), { position, propensity, explored });
        return random() < chance(film) ? [shown, { ...shown, action: 'liked' as const }] : [shown];
      }),
    ];
  }).flat();
}
const plain = Array.from({ length: 10 }, (_, film) => id(film));

test('the ranking without exploring, from lists that explore: the intervals hold the truth', () => {
  const truth = plain.reduce((sum, _, film) => sum + chance(film), 0) / 10;
  let [held, heldSelf] = [0, 0];
  for (let world = 0; world < 60; world++) {
    const { judged } = judgeFeedback(simulated(150, world + 1), ({ liked, disliked, top }) => {
      assert.deepEqual([liked, disliked, top], [[id(99)], [], 10]);
      return plain;
    });
    assert.ok(judged !== null && judged.snips !== null);
    assert.ok(Math.abs(judged.meanWeight - 1) < 0.35);
    held += Number(judged.ips.low <= truth && truth <= judged.ips.high);
    heldSelf += Number(judged.snips.low <= truth && truth <= judged.snips.high);
  }
  assert.ok(held >= 52 && heldSelf >= 52, `${held} and ${heldSelf} of 60`);
});

test('explored places and the others apart; a film named before the list earns nothing', () => {
  const rows = simulated(400, 9);
  const { lists, shown, actions, earned, judged, interleaving } = judgeFeedback(rows);
  assert.deepEqual([lists, shown, judged, interleaving], [400, 4000, null, null]);
  assert.equal(actions.shown, 4000);
  assert.equal(earned.explored.n, 400);
  assert.equal(earned.others.n, 3600);
  const liked = rows.filter(({ action, position }) => action === 'liked' && position > 0).length;
  assert.equal(Math.round(earned.explored.mean * 400 + earned.others.mean * 3600), liked);
  assert.ok(earned.explored.mean < earned.others.mean);
});

test('the last word counts: a like taken back earns nothing, a wish does unless the film is disliked', () => {
  const list = randomUUID();
  const said = (film: number, ...actions: FeedbackRow['action'][]): FeedbackRow[] => [
    line(list, id(film), { position: film }),
    ...actions.map((action, n) => line(list, id(film), { position: film, action, at: `2026-02-01T20:0${n}:00Z` })),
  ];
  const rows = [
    ...said(1, 'liked'),
    ...said(2, 'liked', 'disliked'),
    ...said(3, 'wished'),
    ...said(4, 'wished', 'disliked'),
    ...said(5, 'seen'),
    ...said(6),
    line(list, id(6), { position: 6 }),
  ];
  const { earned, shown } = judgeFeedback(rows);
  assert.deepEqual([shown, earned.others.n, earned.others.mean * 6], [6, 6, 2]);
});

test('interleaved lists are compared, and are no part of the other figures', () => {
  const random = seededRandom(4);
  const [good, bad] = [plain.map((_, film) => film), plain.map((_, film) => film + 30)];
  const rows = Array.from({ length: 120 }, () => {
    const list = randomUUID();
    return interleave(good, bad, { top: 10, random }).flatMap(({ film, team, position, propensity }) => {
      const shown = line(list, id(film), { position, propensity, team });
      return random() < chance(film) ? [shown, { ...shown, action: 'wished' as const }] : [shown];
    });
  }).flat();
  const { interleaving, judged, earned } = judgeFeedback(rows, () => plain);
  assert.equal(interleaving?.better, 'a');
  assert.equal(interleaving?.sessions, 120);
  assert.equal(judged, null);
  assert.equal(earned.others.n + earned.explored.n, 0);
});

test('an empty log, and lists of which nothing was shown, are no fault', () => {
  for (const rows of [[], [line(randomUUID(), id(1), { position: 0, action: 'liked' })]]) {
    const { shown, judged, earned } = judgeFeedback(rows, () => plain);
    assert.deepEqual([shown, judged, earned.others.n], [0, null, 0]);
  }
});
