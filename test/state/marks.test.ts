import assert from 'node:assert/strict';
import { test } from 'node:test';
import { array, assert as check, asyncProperty, constantFrom, nat, tuple } from 'fast-check';
import { asVisitorId } from '#brand.ts';
import { LanterneError } from '#errors.ts';
import {
  asMarkKind,
  listMarks,
  marksOn,
  restoreMarks,
  setMark,
  toTaste,
  unsetMark,
  type FilmMark,
} from '#state/marks.ts';
import { markKinds, type MarkKind } from '#state/schema.ts';
import { createVisitor } from '#state/visitors.ts';
import { film, instant, onBothEngines } from './engines.ts';

const start = instant('2026-01-31T20:15:00Z');
const later = (seconds: number): { now: Temporal.Instant } => ({ now: start.add({ seconds }) });

onBothEngines('marks', ({ open }) => {
  test('are listed the latest first, and become a taste without the wishes', async () => {
    const { db } = await open();
    const { visitor } = await createVisitor(db);
    await setMark(db, visitor, film(1), 'liked', later(1));
    await setMark(db, visitor, film(2), 'liked', later(2));
    await setMark(db, visitor, film(2), 'seen', later(3));
    await setMark(db, visitor, film(3), 'wanted', later(4));
    await setMark(db, visitor, film(4), 'disliked', later(5));
    const marks = await listMarks(db, visitor);
    assert.deepEqual(
      marks.map((mark) => `${mark.film} ${mark.kind}`),
      ['tt0000004 disliked', 'tt0000003 wanted', 'tt0000002 seen', 'tt0000002 liked', 'tt0000001 liked'],
    );
    assert.equal(marks[0]?.at, '2026-01-31T20:15:05.000Z');
    assert.deepEqual(toTaste(marks), { liked: [film(2), film(1)], disliked: [film(4)], seen: [film(2)] });
    assert.deepEqual(await listMarks(db, visitor, { kind: 'wanted' }), [
      { film: film(3), kind: 'wanted', at: '2026-01-31T20:15:04.000Z' },
    ]);
    assert.deepEqual(
      await marksOn(db, visitor, [film(2), film(9)]),
      new Map([[film(2), new Set<MarkKind>(['liked', 'seen'])]]),
    );
    assert.deepEqual(await marksOn(db, visitor, []), new Map());
  });

  test('follow the rules of an obvious model, whatever the order; each change can be undone', async () => {
    const { db } = await open();
    const change = tuple(constantFrom('set', 'unset', 'undo'), nat(2), constantFrom(...markKinds));
    await check(
      asyncProperty(array(change, { maxLength: 14 }), async (changes) => {
        const { visitor } = await createVisitor(db);
        let model: Record<string, string> = {};
        let undo: { number: number; before: readonly FilmMark[]; model: Record<string, string> } | null = null;
        for (const [step, [verb, number, kind]] of changes.entries()) {
          const kept = { ...model };
          if (verb === 'undo') {
            if (undo === null) continue;
            await restoreMarks(db, visitor, film(undo.number), undo.before);
            model = undo.model;
            undo = null;
            continue;
          }
          if (verb === 'unset') delete model[`${number} ${kind}`];
          else {
            if (kind === 'liked') delete model[`${number} disliked`];
            if (kind === 'disliked') delete model[`${number} liked`];
            model[`${number} ${kind}`] = later(step).now.toString({ smallestUnit: 'millisecond' });
          }
          const before =
            verb === 'set'
              ? await setMark(db, visitor, film(number), kind, later(step))
              : await unsetMark(db, visitor, film(number), kind);
          undo = { number, before, model: kept };
        }
        const held = (await listMarks(db, visitor)).map(
          (mark) => [`${Number(mark.film.slice(2))} ${mark.kind}`, mark.at] as const,
        );
        assert.deepEqual(Object.fromEntries(held), model);
      }),
      { numRuns: 40, seed: 7 },
    );
  });

  test('never both like and dislike a film, whoever writes at the same time', async () => {
    const { db } = await open();
    const { visitor } = await createVisitor(db);
    const films = [1, 2, 3].map(film);
    await Promise.all(
      Array.from({ length: 60 }, async (_, at) => {
        const one = films[at % 3] ?? film(1);
        if (at % 7 === 6) return unsetMark(db, visitor, one, 'liked');
        return setMark(db, visitor, one, at % 2 === 0 ? 'liked' : 'disliked');
      }),
    );
    const marks = await listMarks(db, visitor);
    for (const one of films) assert.ok(marks.filter((mark) => mark.film === one).length <= 1);
    await assert.rejects(
      db
        .insertInto('mark')
        .values([
          { visitor, film: film(9), kind: 'liked', at: 'now' },
          { visitor, film: film(9), kind: 'disliked', at: 'now' },
        ])
        .execute(),
      /unique/i,
      'the database itself refuses it',
    );
  });

  test('of nobody are refused, and a kind that is none is not read', async () => {
    const { db } = await open();
    const stranger = asVisitorId('a'.repeat(64));
    assert.ok(stranger !== null);
    await assert.rejects(
      setMark(db, stranger, film(1), 'liked'),
      (error) => error instanceof LanterneError && error.code === 'VISITOR_UNKNOWN',
    );
    assert.deepEqual(await listMarks(db, stranger), []);
    assert.equal(asMarkKind('liked'), 'liked');
    assert.equal(asMarkKind('loved'), null);
  });
});
