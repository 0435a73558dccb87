import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { dotRows } from '#kernels/csr.ts';
import { decodeFeedback, encodeFeedback, feedbackToLikes, type FeedbackRow } from '#recommend/feedback-log.ts';

const films = ['tt00001', 'tt00002', 'tt00003', 'tt00004', 'tt00005'];
const anyRow: fc.Arbitrary<FeedbackRow> = fc.record({
  at: fc
    .date({ min: new Date('2026-01-01'), max: new Date('2026-01-02'), noInvalidDate: true })
    .map((date) => date.toISOString().replace(/\.\d+/, '')),
  list: fc.constantFrom(...Array.from({ length: 5 }, (_, n) => `00000000-0000-4000-8000-00000000000${n}`)),
  model: fc.stringMatching(/^[a-f0-9]{8,64}$/),
  position: fc.nat(20),
  film: fc.constantFrom(...films, 'tt99999'),
  propensity: fc.double({ min: 1e-9, max: 1, noNaN: true }),
  explored: fc.boolean(),
  team: fc.constantFrom('a', 'b', null),
  action: fc.constantFrom('shown', 'liked', 'disliked', 'seen', 'wished'),
});
const row: FeedbackRow = {
  at: '2026-01-31T20:15:00Z',
  list: '6f0f4a52-5c4e-4d39-9a3e-0b8a3f0b8d11',
  model: 'content:3f2a',
  position: 4,
  film: 'tt00003',
  propensity: 0.02,
  explored: true,
  team: null,
  action: 'liked',
};

test('a row is one line, and comes back as it was', () => {
  fc.assert(
    fc.property(anyRow, (any) => {
      const line = encodeFeedback(any);
      assert.ok(!line.includes('\n'));
      assert.deepEqual(decodeFeedback(line), { ...any });
    }),
  );
  assert.equal(
    encodeFeedback(row),
    '{"at":"2026-01-31T20:15:00Z","list":"6f0f4a52-5c4e-4d39-9a3e-0b8a3f0b8d11","model":"content:3f2a","position":4,"film":"tt00003","propensity":0.02,"explored":true,"team":null,"action":"liked"}',
  );
});

test('every other line is refused with a reason that repeats nothing of it', () => {
  const line = encodeFeedback(row);
  for (let length = 0; length < line.length; length++)
    assert.equal(decodeFeedback(line.slice(0, length)), 'it is not JSON');
  const refused = (change: object): string => {
    const answer = decodeFeedback(JSON.stringify({ ...row, ...change }));
    assert.ok(typeof answer === 'string', JSON.stringify(change));
    return answer;
  };
  assert.equal(refused({ mail: 'somebody@example.org' }), 'it has a member that the log does not keep');
  for (const list of ['somebody@example.org', '0612345678', 'name', ''])
    assert.equal(refused({ list }), 'list is not as it should be');
  for (const propensity of [0, -0.1, 1.01, null, '1']) assert.match(refused({ propensity }), /^propensity/);
  for (const at of ['2026-01-31', '2026-01-31T20:15:00.123Z', '2026-01-31T20:15:00+01:00', 'today'])
    assert.match(refused({ at }), /^at/);
  for (const change of [
    { film: 'nm0000001' },
    { position: -1 },
    { position: 1.5 },
    { team: 'c' },
    { action: 'bought' },
  ])
    refused(change);
  assert.ok(typeof decodeFeedback('[]') === 'string' && typeof decodeFeedback('null') === 'string');
  assert.throws(() => encodeFeedback({ ...row, propensity: 0 }));
});

test('likes and dislikes: the last opinion of a list on a film, by a slow reading of the log', () => {
  fc.assert(
    fc.property(fc.array(anyRow, { maxLength: 60 }), fc.constantFrom(0, 0.5), (rows, wishWeight) => {
      const found = feedbackToLikes(rows, films, { wishWeight });
      const cells = (sign: 'liked' | 'disliked'): string[] =>
        [...new Set(rows.map(({ list }) => list))].flatMap((list) => {
          return films.flatMap((film, at) => {
            const said = rows
              .filter((each) => each.list === list && each.film === film && ['liked', 'disliked'].includes(each.action))
              .toSorted((a, b) => a.at.localeCompare(b.at));
            const wished = rows.some((each) => each.list === list && each.film === film && each.action === 'wished');
            const last = said.at(-1)?.action;
            if (last === sign) return [`${list} ${at} 1`];
            return sign === 'liked' && last === undefined && wished && wishWeight > 0
              ? [`${list} ${at} ${wishWeight}`]
              : [];
          });
        });
      assert.equal(found.films, films);
      for (const [matrix, sign] of [
        [found.likes, 'liked'],
        [found.dislikes, 'disliked'],
      ] as const) {
        assert.deepEqual([matrix.rows, matrix.columns], [found.viewers, films.length]);
        const expected = cells(sign).map((cell) => cell.split(' ').slice(1).join(' '));
        const held = Array.from(matrix.indices, (column, at) => `${column} ${matrix.values[at]}`);
        assert.deepEqual(held.toSorted(), expected.toSorted());
      }
      assert.equal(
        found.viewers,
        new Set([...cells('liked'), ...cells('disliked')].map((cell) => cell.slice(0, 36))).size,
      );
      const opinion = ['liked', 'disliked', ...(wishWeight > 0 ? ['wished'] : [])];
      const strangers = rows.filter(({ film, action }) => film === 'tt99999' && opinion.includes(action));
      assert.equal(found.unknown, new Set(strangers.map(({ list }) => list)).size);
    }),
  );
});

test('the films that a visitor named count with those liked in the list: they are what the two share', () => {
  const of = (film: string, position: number): FeedbackRow => ({ ...row, film, position });
  const { likes, viewers } = feedbackToLikes([of('tt00001', 0), of('tt00002', 0), of('tt00005', 4)], films);
  assert.equal(viewers, 1);
  assert.equal(dotRows(likes, 0, 0), 3);
});
