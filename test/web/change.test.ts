import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { asFilmId, type FilmId } from '#brand.ts';
import { changeOf, putAll, readChange, sameTaste, undone } from '#web/change.ts';
import { noTaste, put, readTaste, tasteLists, tasteQuery, without, type TasteUrl } from '#web/taste-url.ts';

const ids = (numbers: readonly number[]): FilmId[] => numbers.flatMap((number) => asFilmId(`tt${number}`) ?? []);
const film = fc.integer({ min: 10_000, max: 10_060 }).map((number) => ids([number])[0] ?? assert.fail());
const taste = fc
  .array(fc.tuple(fc.constantFrom(...tasteLists), film), { maxLength: 70 })
  .map((pairs) => again(readTaste(new URLSearchParams(pairs))));
const action = fc.oneof(
  fc.record({ kind: fc.constant('put' as const), list: fc.constantFrom(...tasteLists), film }),
  fc.record({ kind: fc.constant('out' as const), film }),
  fc.record({ kind: fc.constant('all' as const), films: fc.array(film, { maxLength: 30 }) }),
  fc.record({ kind: fc.constant('clear' as const) }),
);

describe('what an address says of a change', () => {
  it('undoes any action: the very same films in the very same order', () => {
    fc.assert(
      fc.property(taste, action, (before, done) => {
        const after = act(before, done);
        const change = readChange(changeOf(before, after));
        if (sameTaste(before, after)) return assert.equal(changeOf(before, after), '');
        assert.ok(change !== null);
        assert.equal(tasteQuery(undone(again(after), change)), tasteQuery(before));
      }),
      { numRuns: 500 },
    );
  });

  it('undoes the undoing too', () => {
    fc.assert(
      fc.property(taste, action, (before, done) => {
        const after = again(act(before, done));
        const change = readChange(changeOf(after, before));
        assert.equal(tasteQuery(change === null ? before : undone(before, change)), tasteQuery(after));
      }),
    );
  });

  it('is shorter than what it takes out', () => {
    const numbers = Array.from({ length: 60 }, (_, at) => 1_000_000 + at);
    const lists = [ids(numbers.slice(0, 20)), ids(numbers.slice(20, 40)), ids(numbers.slice(40))] as const;
    const before: TasteUrl = { ...noTaste, liked: lists[0], not: lists[1], seen: lists[2] };
    const change = changeOf(before, noTaste);
    assert.ok(change.length < tasteQuery(before).length * 0.6, `${change.length} for ${tasteQuery(before).length}`);
    assert.equal(changeOf(before, without(before, lists[0][2] ?? assert.fail())), 'l2-1000002');
  });

  it('holds for a thousand films, of which the address keeps forty liked', () => {
    const many = Array.from({ length: 1000 }, (_, at): [string, string] => ['liked', `tt${100_000 + at}`]);
    const read = readTaste(new URLSearchParams(many));
    assert.equal(read.liked.length, 20);
    assert.equal(read.leftAside.length, 980);
    assert.equal(new URLSearchParams(tasteQuery(read)).getAll('liked').length, 40);
    const change = changeOf(read, noTaste);
    assert.ok(change.length < 500);
    assert.equal(tasteQuery(undone(noTaste, readChange(change) ?? assert.fail())), tasteQuery(read));
    const [first = assert.fail()] = read.liked;
    assert.equal(again(without(read, first)).liked[19], read.leftAside[0]);
  });

  it('is nothing unless it is sound', () => {
    for (const text of [
      '',
      '.',
      'l0',
      'l0-',
      'l0-123',
      'z0-0119038',
      'l0-0119038.',
      'l0-0119038.n0-0119038',
      'l0-0119038-0119038',
      'l9999-0119038',
      'l-1-0119038',
      'l0-<script>',
      'l0-0119038\u0000',
      'l0-01190381234567890',
      `l0${'-0119038'.repeat(2000)}`,
      `l0${Array.from({ length: 300 }, (_, at) => `-${10_000 + at}`).join('')}`,
    ]) {
      assert.equal(readChange(text), null, JSON.stringify(text).slice(0, 40));
    }
    fc.assert(
      fc.property(taste, fc.oneof(fc.string(), fc.stringMatching(/^[lnsx]\d{1,3}(-\d{5,8}){1,4}$/)), (given, text) => {
        const change = readChange(text);
        if (change === null) return;
        const back = undone(given, change);
        const all = tasteLists.flatMap((list) => [...back[list]]).concat(back.leftAside);
        assert.equal(new Set(all).size, all.length);
        assert.ok(back.liked.length <= 20);
      }),
    );
  });
});

/** The taste that the next page reads. */
const again = (one: TasteUrl): TasteUrl => readTaste(new URLSearchParams(tasteQuery(one)));

function act(before: TasteUrl, done: typeof action extends fc.Arbitrary<infer A> ? A : never): TasteUrl {
  if (done.kind === 'put') return put(before, done.list, done.film);
  if (done.kind === 'out') return without(before, done.film);
  return done.kind === 'all' ? putAll(before, 'liked', done.films) : noTaste;
}
