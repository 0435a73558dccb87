import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { asFilmId, type FilmId } from '#brand.ts';
import {
  groupQuery,
  nameFrom,
  readGroupUrl,
  withFilm,
  withoutFilm,
  type GroupUrl,
  type UrlMember,
} from '#web/group/group-url.ts';
import { fitOf, receivedBefore, receivedOr } from '#web/group/person.ts';

const film: fc.Arbitrary<FilmId> = fc.integer({ min: 10_000, max: 99_999_999 }).map((number) => {
  const id = asFilmId(`tt${String(number).padStart(7, '0')}`);
  assert.ok(id !== null);
  return id;
});
const member: fc.Arbitrary<UrlMember> = fc
  .record({
    name: fc.string({ unit: 'grapheme', maxLength: 20 }).map(nameFrom),
    films: fc.uniqueArray(film, { maxLength: 30 }),
    split: fc.nat(20),
    received: fc.option(fc.integer({ min: 0, max: 9900 }).map((hundredths) => hundredths / 100)),
  })
  .map(({ name, films, split, received }) => ({
    name,
    liked: films.slice(0, split),
    refused: films.slice(split),
    received,
  }));
const group: fc.Arbitrary<GroupUrl> = fc
  .tuple(fc.array(member, { maxLength: 8 }), fc.uniqueArray(film, { maxLength: 10 }))
  .map(([members, chosen]) => ({ members, chosen, leftOut: 0 }));
const read = (query: string): GroupUrl => readGroupUrl(new URLSearchParams(query));

describe('a group in an address', () => {
  it('is read as it was written', () => {
    fc.assert(fc.property(group, (one) => assert.deepEqual(read(groupQuery(one)), one)));
  });

  it('is plain to read', () => {
    const [one, two] = [asFilmId('tt0119038'), asFilmId('tt0060474')];
    assert.ok(one !== null && two !== null);
    const members = [
      { name: 'Anne', liked: [one], refused: [two], received: 0.85 },
      { name: 'Léa & Tom', liked: [two], refused: [], received: null },
    ];
    assert.equal(
      groupQuery({ members, chosen: [one] }),
      '?m=Anne:tt0119038,-tt0060474:85&m=L%C3%A9a+%26+Tom:tt0060474&chosen=tt0119038',
    );
    assert.equal(groupQuery({ members: [], chosen: [] }), '');
  });

  it('is never more than eight people, twenty films each, whatever is written; once read it stays as it is', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.string({ unit: fc.constantFrom('t', '1', '9', ':', ',', '-', '\u0000', '\u202e', '<', ' '), maxLength: 400 }),
      fc.array(film, { maxLength: 120 }).map((films) => `x:${films.join(',')}:12:13`),
      fc.constantFrom(
        '__proto__:tt0119038',
        ':::::',
        `${'a'.repeat(9000)}:tt0119038`,
        'A:tt0119038:99999',
        'A:tt0119038:-5',
      ),
    );
    fc.assert(
      fc.property(fc.array(hostile, { maxLength: 12 }), fc.array(hostile, { maxLength: 5 }), (people, chosen) => {
        const given = new URLSearchParams([
          ...people.map((text) => ['m', text.toWellFormed()]),
          ...chosen.map((text) => ['chosen', text.toWellFormed()]),
        ]);
        const found = readGroupUrl(given);
        assert.ok(found.members.length <= 8 && found.members.length <= people.length);
        for (const { name, liked, refused, received } of found.members) {
          assert.ok(Array.from(name).length <= 60 && !/[:\p{Cc}\p{Cf}]/u.test(name), name);
          assert.ok(liked.length <= 20 && refused.length <= 30);
          assert.equal(new Set([...liked, ...refused]).size, liked.length + refused.length);
          assert.ok(received === null || (received >= 0 && received <= 99));
        }
        assert.deepEqual(read(groupQuery(found)), { ...found, leftOut: 0 });
      }),
    );
  });

  it('says how much was left out', () => {
    assert.equal(read('?m=Anne:tt0119038,nonsense,tt0119038').leftOut, 2);
    assert.equal(read(`?${Array.from({ length: 10 }, () => 'm=A').join('&')}`).leftOut, 2);
    assert.equal(read('?chosen=x&chosen=tt0119038&chosen=').leftOut, 1);
    assert.equal(read('?m=Anne:tt0119038:much').leftOut, 1);
  });

  it('holds a film in one list of a member at most', () => {
    fc.assert(
      fc.property(member, film, fc.constantFrom('liked', 'refused'), (one, id, list) => {
        const grown = withFilm(one, list, id);
        const there = one.liked.length < 20 || list === 'refused' || one.liked.includes(id);
        assert.equal(grown[list].includes(id), there);
        assert.ok(!grown[list === 'liked' ? 'refused' : 'liked'].includes(id));
        const gone = withoutFilm(grown, id);
        assert.ok(![...gone.liked, ...gone.refused].includes(id));
      }),
    );
  });
});

describe('what past evenings brought', () => {
  it('counts who was away as what the others got on average', () => {
    const evenings = [
      {
        gains: new Map([
          ['a', 1],
          ['b', 0],
        ]),
      },
      { gains: new Map([['a', 0.5]]) },
    ];
    assert.deepEqual(receivedBefore(['a', 'b', 'c'], evenings), [1.5, 0.5, 1]);
    assert.deepEqual(receivedBefore(['a', 'b'], []), [0, 0]);
    assert.deepEqual(receivedOr([1, null, 0]), [1, 0.5, 0]);
    assert.deepEqual(receivedOr([null, null]), [0, 0]);
  });

  it('has five words, in order', () => {
    const gain = fc.record({
      share: fc.double({ min: 0, max: 1, noNaN: true }),
      standing: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(gain, gain, (one, other) => {
        const below = { share: Math.min(one.share, other.share), standing: Math.min(one.standing, other.standing) };
        assert.ok(fitOf(below) <= fitOf(one));
        assert.ok(fitOf(one) >= 2 === one.share > 0);
      }),
    );
  });
});
