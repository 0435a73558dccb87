import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { weekOf } from '#calendar/week.ts';
import { matchMessages } from '#notify/match/match-messages.ts';
import type { Decision, MatchInput } from '#notify/match/types.ts';
import { digestMoment } from '#notify/timing/moments.ts';
import { afterQuiet, isQuiet, quietHoursOf } from '#notify/timing/quiet.ts';
import { momentOf } from '#state/clock.ts';
import type { PersonToMatch, Told } from '#state/people-to-match.ts';
import { alertKinds, channels } from '#state/tables/customers.ts';
import { asks, etoile, film, home, input, lux, person, settings, showing } from './match-world.ts';

const hour = (at: number): string => String(at).padStart(2, '0');
const aFilm = fc.constantFrom(2, 3, 4, 5, 100, 101, 102, 103, 104, 105, 106, 107).map(film);
const aMoment = fc
  .tuple(fc.integer({ min: 0, max: 24 }), fc.integer({ min: 10, max: 22 }))
  .map(([day, at]) => `${Temporal.PlainDate.from('2026-11-12').add({ days: day }).toString()} ${hour(at)}:00`);
const aChange = fc.constantFrom('2026-11-01T08:00:00.000Z', '2026-11-23T08:58:00.000Z');
const showings = fc
  .uniqueArray(fc.tuple(aFilm, aMoment, fc.constantFrom(lux, etoile), aChange), {
    maxLength: 40,
    selector: ([one, at, venue]) => `${one} ${at} ${venue.id}`,
  })
  .map((all) =>
    all
      .map(([one, at, venue, changed]) => showing(one, at, venue, { changed }))
      .toSorted((a, b) => (a.starts < b.starts ? -1 : 1)),
  );
const films = fc.uniqueArray(aFilm, { maxLength: 4 });
const at = '2026-11-02T09:00:00.000Z';
const aTold = fc
  .tuple(aFilm, fc.constantFrom('wish', 'new'), fc.integer({ min: 0, max: 20 }), fc.constantFrom(...channels))
  .map(([one, kind, days, channel]): Told => {
    const due = momentOf(Temporal.Instant.from('2026-11-23T08:00:00Z').subtract({ hours: 24 * days }));
    return {
      outbox: days,
      message: kind === 'wish' ? `wish:${one}:2026-W47` : `new:${due.slice(0, 10)}`,
      kind: kind === 'wish' ? 'wish' : 'new',
      channel,
      state: 'sent',
      due,
      stale: due,
      changed: due,
      reason: null,
      held: false,
      films: [one],
      showings: [],
    };
  });
const aSubscription = fc
  .tuple(fc.constantFrom(...alertKinds), fc.constantFrom(...channels))
  .map(([kind, channel]) => asks(kind, channel));
const aPerson = (number: number): fc.Arbitrary<PersonToMatch> =>
  fc
    .record({
      subscriptions: fc.array(aSubscription, { maxLength: 6 }),
      wished: films,
      wanted: films,
      seen: films,
      disliked: films,
      likes: fc.boolean(),
      commune: fc.constantFrom(home, '23008', '23030', null, '75056'),
      weekCap: fc.constantFrom(null, 1, 2),
      told: fc.array(aTold, { maxLength: 4 }),
      days: fc.constantFrom([], [3], [6, 7]),
    })
    .map(({ wished, wanted, seen, disliked, likes, days, ...more }) =>
      person(number, {
        ...more,
        phone: '+33500000000',
        name: 'N',
        push: true,
        taste: { liked: likes ? [film(1)] : [], disliked, seen },
        wanted: wanted.map((one) => ({ film: one, at })),
        wishes: wished.map((one) => ({ film: one, commune: home, days, at })),
      }),
    );
const people = fc.tuple(...[1, 2, 3].map(aPerson));
const week = weekOf(Temporal.PlainDate.from('2026-11-25'));
const run = { kind: 'digest' as const, week, due: digestMoment(week, settings) };
const nows = fc.constantFrom('2026-11-23T09:00:00Z', '2026-11-24T17:00:00Z', '2026-11-24T22:15:00Z');
const aWorld = fc.record({ showings, people, now: nows.map((text) => Temporal.Instant.from(text)) });

const match = (more: Partial<MatchInput>): readonly Decision[] =>
  matchMessages(input({ kinds: ['wish', 'digest', 'last-days', 'new'], run, ...more })).decisions;
const nameOf = ({ customer, channel, message, renews }: Decision): string =>
  `${customer} ${channel} ${message} ${renews}`;
const names = (decisions: readonly Decision[]): string[] => decisions.map(nameOf).toSorted();
const filmsIn = ({ payload }: Decision) => (payload.kind === 'wish' ? [payload.film] : payload.films);

/** A person after their messages were written. */
const after = (one: PersonToMatch, decisions: readonly Decision[]): PersonToMatch => ({
  ...one,
  told: [
    ...one.told,
    ...decisions
      .filter(({ customer }) => customer === one.id)
      .map((decision): Told => ({
        outbox: 1000,
        message: decision.message,
        kind: decision.kind,
        channel: decision.channel,
        state: 'queued',
        due: momentOf(decision.due),
        stale: momentOf(decision.stale),
        changed: momentOf(decision.due),
        reason: null,
        held: false,
        films: filmsIn(decision).flatMap(({ film: { id } }) => id ?? []),
        showings: filmsIn(decision).flatMap(({ showings: all }) => all.map(({ id }) => id)),
      })),
  ],
});

test('matching twice adds nothing', () => {
  fc.assert(
    fc.property(aWorld, (world) => {
      const once = match(world);
      assert.deepEqual(names(match({ ...world, people: world.people.map((one) => after(one, once)) })), []);
    }),
  );
});

test('what has left, or may leave yet, is told by no later “new”', () => {
  const fates = fc.constantFrom<Partial<Told>>(
    { state: 'sent' },
    { state: 'delivered' },
    { state: 'bounced' },
    { state: 'queued' },
    { state: 'failed', stale: '2026-12-01T23:00:00.000Z' },
    { state: 'suppressed', stale: '2026-11-25T11:00:00.000Z', changed: '2026-11-25T11:00:00.000Z', held: true },
  );
  fc.assert(
    fc.property(aWorld, fates, fc.integer({ min: 1, max: 3 }), (world, fate, days) => {
      const once = matchMessages(input({ ...world, kinds: ['digest'], run })).decisions;
      const now = world.now.add({ hours: 24 * days });
      const later = world.people.map((one) => {
        const grown = after(one, once);
        return {
          ...grown,
          told: grown.told.map((row) => (row.kind === 'digest' ? { ...row, ...fate } : row)),
        };
      });
      for (const one of matchMessages(input({ ...world, now, kinds: ['new'], people: later })).decisions) {
        const before = once.filter(({ customer, channel }) => customer === one.customer && channel === one.channel);
        const known = new Set(before.flatMap(filmsIn).map(({ film: { id } }) => id));
        for (const { film: told } of filmsIn(one)) assert.ok(!known.has(told.id));
      }
    }),
    { numRuns: 2000 },
  );
});

/** A person whose rows of the outbox became something else. */
const turned = (one: PersonToMatch, number: number, fate: Partial<Told>): PersonToMatch => ({
  ...one,
  told: one.told.map((row, place) =>
    row.state === 'queued' ? { ...row, outbox: 1000 * number + place, ...fate } : row,
  ),
});

test('what was not told for a passing reason is told once that is over, and never twice; what ended for good is no wish again', () => {
  const passing = fc.constantFrom('paused', 'no device', 'no address', 'not confirmed');
  const ended = fc.constantFrom('unsubscribed', 'address suppressed (bounced)', 'no longer true', 'too late');
  fc.assert(
    fc.property(aWorld, passing, ended, (world, why, end) => {
      const once = match(world);
      const told = (reason: string): PersonToMatch[] =>
        world.people.map((one, number) =>
          turned(after(one, once), number + 1, { state: 'suppressed', reason, changed: momentOf(world.now) }),
        );
      const kept = told(why);
      const again = match({ ...world, people: kept });
      assert.deepEqual(names(again.map((one) => ({ ...one, renews: null }))), names(once));
      const rows = kept.flatMap(({ id, told: all }) =>
        all.map((row) => `${id} ${row.channel} ${row.message} ${row.outbox}`),
      );
      for (const one of again) assert.ok(rows.includes(nameOf(one)), nameOf(one));
      const renewed = kept.map((one, number) => turned(after(world.people[number] ?? one, again), number + 1, {}));
      assert.deepEqual(names(match({ ...world, people: renewed })), []);
      const over = names(match({ ...world, people: told(end) }).map((one) => ({ ...one, renews: null })));
      for (const one of once) if (one.kind === 'wish') assert.ok(!over.includes(nameOf(one)), nameOf(one));
    }),
  );
});

test('who comes first changes nothing', () => {
  fc.assert(
    fc.property(aWorld, (world) => {
      const key = (one: Decision): string => JSON.stringify([nameOf(one), one.payload, one.due, one.stale]);
      assert.deepEqual(
        match({ ...world, people: world.people.toReversed() })
          .map(key)
          .toSorted(),
        match(world).map(key).toSorted(),
      );
    }),
  );
});

test('whatever else somebody asks for takes no wish away', () => {
  fc.assert(
    fc.property(aWorld, fc.array(aSubscription, { maxLength: 6 }), (world, asked) => {
      const more = world.people.map((one) => ({ ...one, subscriptions: [...one.subscriptions, ...asked] }));
      const held = new Set(names(match({ ...world, people: more })));
      for (const one of match(world)) if (one.kind === 'wish') assert.ok(held.has(nameOf(one)), nameOf(one));
    }),
  );
});

test('what is told is true, asked for, within reach, not seen, not in quiet hours, not beyond the cap, and once', () => {
  fc.assert(
    fc.property(aWorld, (world) => {
      const decisions = match(world);
      assert.equal(new Set(names(decisions)).size, decisions.length);
      for (const one of decisions) {
        const to = world.people.find(({ id }) => id === one.customer);
        assert.ok(to !== undefined);
        assert.ok(to.subscriptions.some(({ kind, channel }) => kind === one.kind && channel === one.channel));
        const quiet = quietHoursOf(to, settings);
        assert.ok(!isQuiet(one.due, quiet) && afterQuiet(one.due, quiet).equals(one.due));
        assert.ok(Temporal.Instant.compare(one.due, world.now) >= 0);
        assert.ok(Temporal.Instant.compare(one.due, one.stale) < 0);
        assert.ok(filmsIn(one).length > 0 && filmsIn(one).length <= 6);
        for (const { film: told, showings: shown, why } of filmsIn(one)) {
          assert.ok(told.id !== null && shown.length > 0);
          assert.ok(!to.taste.seen.includes(told.id) && !to.taste.disliked.includes(told.id));
          if (why.kind === 'taste') assert.ok(to.taste.liked.length > 0);
          if (why.kind === 'wished') assert.ok(to.wishes.some((wished) => wished.film === told.id));
          if (why.kind === 'to-watch') assert.ok(to.wanted.some((wanted) => wanted.film === told.id));
          for (const { id, away, starts } of shown) {
            const of = world.showings.find((each) => each.id === id);
            assert.ok(of !== undefined && of.film === told.id);
            assert.ok(away === null || away <= 30);
            assert.ok(starts > momentOf(one.due));
          }
        }
      }
      for (const to of world.people)
        for (const channel of channels) {
          const mine = decisions.filter((one) => one.customer === to.id && one.channel === channel);
          const wishes = mine.filter(({ kind }) => kind === 'wish').length;
          assert.ok(wishes <= (to.weekCap ?? 4));
          assert.ok(mine.length <= Math.max(wishes, to.weekCap ?? 4));
        }
    }),
  );
});
