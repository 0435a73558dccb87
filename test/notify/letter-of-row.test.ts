import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { VenueId } from '#brand.ts';
import { letterOfRow, notBefore } from '#notify/letters/letter-of-row.ts';
import { matchMessages } from '#notify/match/match-messages.ts';
import { decide } from '#notify/match/decide.ts';
import { setHouseValue } from '#state/house.ts';
import { setMark } from '#state/marks.ts';
import { peopleToMatch } from '#state/people-to-match.ts';
import type { Db } from '#state/schema.ts';
import { showingsToMatch } from '#state/showings-to-match.ts';
import { unsetWish } from '#state/wishes.ts';
import { customerOf } from '#state/customers.ts';
import { onBothEngines } from '../state/engines.ts';
import { etoile, film, input, lux, showing } from './match-world.ts';
import { putPerson, putProgramme } from './people.ts';

const now = Temporal.Instant.from('2026-11-23T09:00:00Z');
const towns = new Map([
  [lux.commune, 'Hautbourg'],
  [etoile.commune, 'Valbruyère'],
]);
const townOf = (commune: string): string | null => towns.get(commune) ?? null;
const ground = { cinemaName: 'Lanterne', contact: null, origin: 'https://films.example', townOf };

onBothEngines('a row of the outbox becomes a letter', ({ open }) => {
  const [near, far] = [showing(film(5), '2026-11-25 20:30', lux), showing(film(5), '2026-11-27 18:00', etoile)];
  const programme = [near, far];
  const world = async () => {
    const { db } = await open();
    const id = await putPerson(db, 1, { wishes: [film(5)] });
    await putProgramme(db, programme);
    const people = await peopleToMatch(db, [id], now);
    const showings = await showingsToMatch(db, now);
    await decide(db, matchMessages(input({ kinds: ['wish'], people, showings })).decisions, { now });
    const customer = await customerOf(db, id);
    assert.ok(customer !== null);
    const compose = async (at = now) => {
      const row = await db.selectFrom('outbox').selectAll().executeTakeFirstOrThrow();
      return letterOfRow(db, row, { language: 'fr', customer }, ground, at);
    };
    return { db, customer, compose };
  };
  const change = (
    db: Db,
    which: (typeof programme)[number],
    to: { cancelled?: string; starts?: string; version?: 'vost'; venue?: VenueId },
  ) => db.updateTable('showing').set(to).where('id', '=', which.id).execute();

  test('with what the house is called, and when they asked', async () => {
    const { db, compose } = await world();
    await setHouseValue(db, 'sender-name', 'Le Lux');
    await setHouseValue(db, 'sender-address', '2 place de la Halle');
    const letter = await compose();
    assert.equal(
      letter?.subject,
      '« Film 5 » passe à Hautbourg mercredi 25 novembre à 20\u00a0h\u00a030'
        .replace('« ', '«\u00a0')
        .replace(' »', '\u00a0»'),
    );
    assert.match(letter?.text ?? '', /demandé, le 1er novembre, à savoir/);
    assert.match(letter?.text ?? '', /envoyé par Le Lux\.\n2 place de la Halle/);
    assert.equal(letter?.list, 'wish');
  });

  test('as the programme stands when it leaves', async () => {
    const { db, compose } = await world();
    await change(db, near, { cancelled: '2026-11-24T09:00:00.000Z' });
    await change(db, far, { starts: '2026-11-28T14:00:00.000Z', version: 'vost' });
    const letter = await compose();
    assert.match(letter?.subject ?? '', /Valbruyère samedi 28 novembre à 15/);
    assert.match(letter?.text ?? '', /VOST/);
    assert.doesNotMatch(letter?.text ?? '', /25 novembre/);
    await change(db, far, { cancelled: '2026-11-24T09:00:00.000Z' });
    assert.equal(await compose(), null);
  });

  test('where it is by now, also when both venues have one name', async () => {
    const { db, compose } = await world();
    await db.updateTable('venue').set({ name: 'Salle des fêtes' }).execute();
    await change(db, far, { cancelled: '2026-11-24T09:00:00.000Z' });
    await change(db, near, { venue: etoile.id });
    const letter = await compose();
    assert.match(letter?.subject ?? '', /passe à Valbruyère mercredi 25 novembre/);
    assert.match(letter?.text ?? '', /Salle des fêtes/);
    assert.doesNotMatch(letter?.text ?? '', /Hautbourg|Le Lux|minutes/);
  });

  test('not of a film that was seen since, nor of a wish taken back', async () => {
    const seen = await world();
    await setMark(seen.db, seen.customer.visitor, film(5), 'seen', { now });
    assert.equal(await seen.compose(), null);
    const back = await world();
    await unsetWish(back.db, back.customer.visitor, film(5));
    assert.equal(await back.compose(), null);
  });

  test('after the quiet hours of whom it reaches; what was asked this minute waits for nothing', async () => {
    const { db, customer } = await world();
    const late = Temporal.Instant.from('2026-11-23T22:00:00Z');
    const who = { language: 'fr' as const, customer };
    assert.equal((await notBefore(db, { kind: 'wish' }, who, late)).toString(), '2026-11-24T07:30:00Z');
    assert.ok((await notBefore(db, { kind: 'account' }, who, late)).equals(late));
    await setHouseValue(db, 'quiet-until', '09:15');
    assert.equal((await notBefore(db, { kind: 'wish' }, who, late)).toString(), '2026-11-24T08:15:00Z');
    await setHouseValue(db, 'quiet-until', 'soon');
    assert.equal((await notBefore(db, { kind: 'wish' }, who, late)).toString(), '2026-11-24T07:30:00Z');
  });
});
