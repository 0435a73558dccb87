import assert from 'node:assert/strict';
import { test } from 'node:test';
import { weekOf } from '#calendar/week.ts';
import { matchMessages } from '#notify/match/match-messages.ts';
import type { Decision, MatchInput, Matched } from '#notify/match/types.ts';
import type { MarkedTaste } from '#state/marks.ts';
import type { Told } from '#state/people-to-match.ts';
import type { FilmId } from '#brand.ts';
import { digestMoment, isLate, reminderMoment, runsBy, type Run } from '#notify/timing/moments.ts';
import { asks, etoile, film, input, lux, person, settings, showing, told, wish } from './match-world.ts';

const at = (text: string): Temporal.Instant => Temporal.Instant.from(text);
const week = weekOf(Temporal.PlainDate.from('2026-11-25'));
const digest: Run = { kind: 'digest', week, due: digestMoment(week, settings) };
const digestOf = (more: Partial<MatchInput>): Matched =>
  matchMessages(input({ kinds: ['digest'], run: digest, now: digest.due, ...more }));
const filmsOf = ({ payload }: Decision): number[] =>
  (payload.kind === 'wish' ? [payload.film] : payload.films).map(({ film: one }) => Number(one.id?.slice(2)));
const tellings = ({ decisions }: Matched): [string, number[]][] => decisions.map((one) => [one.message, filmsOf(one)]);
const reasons = ({ untold }: Matched): string[] => untold.map(({ kind, reason }) => `${kind} ${reason}`);

const wednesday = showing(film(5), '2026-11-25 20:30');
const likes: MarkedTaste = { liked: [film(1)], disliked: [], seen: [] };
const everything = (['wish', 'digest', 'new', 'last-days'] as const).map((kind) => asks(kind));

test('a wish that comes true is told at once, with the day and the reason', () => {
  const { decisions } = matchMessages(
    input({ showings: [wednesday], people: [person(1, { wishes: [wish(film(5))] })] }),
  );
  assert.equal(decisions.length, 1);
  const [one] = decisions;
  assert.equal(one?.message, 'wish:tt0000005:2026-W48');
  assert.equal(one?.due.toString(), '2026-11-23T09:00:00Z');
  assert.equal(one?.stale.toString(), '2026-11-25T19:00:00Z');
  assert.equal(one?.campaign, null);
  assert.deepEqual(one?.payload, {
    kind: 'wish',
    film: {
      film: { id: film(5), title: 'Film 5', year: 2026 },
      showings: [
        {
          id: wednesday.id,
          starts: '2026-11-25T19:30:00.000Z',
          venueId: 'le-lux',
          venue: 'Le Lux',
          commune: 'Hautbourg',
          away: 5,
          version: 'vf',
          features: [],
        },
      ],
      why: { kind: 'wished', on: '2026-11-02T09:00:00.000Z' },
    },
  });
});

test('a mark to watch counts as a wish; a film seen or set aside is told by no kind', () => {
  const showings = [wednesday, showing(film(100), '2026-11-26 18:00')];
  const wanted = [{ film: film(5), at: '2026-11-01T00:00:00.000Z' }];
  const matched = (taste = likes) =>
    matchMessages(input({ showings, people: [person(1, { wanted, taste, subscriptions: everything })] }));
  assert.deepEqual(
    tellings(matched({ ...likes })).map(([name]) => name.split(':')[0]),
    ['wish', 'new'],
  );
  const saw = matched({ liked: [film(1)], disliked: [film(100)], seen: [film(5)] });
  assert.deepEqual(saw.decisions, []);
  assert.ok(reasons(saw).includes('wish seen'));
});

test('who is not told, and why', () => {
  const wishes = [wish(film(5))];
  const cases: [string, Parameters<typeof person>[1]][] = [
    ['wish unconfirmed', { confirmed: null }],
    ['wish suppressed', { suppressed: true }],
    ['wish unreachable', { email: null }],
    ['wish not-subscribed', { subscriptions: [asks('digest')] }],
    ['wish paused', { pausedUntil: '2026-12-01T00:00:00.000Z' }],
    ['wish nothing', { wishes: [] }],
    ['wish nothing', { commune: '23030' }],
    ['wish disliked', { taste: { liked: [], disliked: [film(5)], seen: [] } }],
    ['wish told', { told: [told('wish:tt0000005:2026-W48', [film(5)], '2026-11-20T10:00:00.000Z')] }],
    [
      'wish cap',
      {
        weekCap: 2,
        told: [2, 3].map((one) => told(`wish:tt000000${one}:2026-W47`, [film(one)], '2026-11-19T10:00:00.000Z')),
      },
    ],
  ];
  for (const [reason, more] of cases) {
    const matched = matchMessages(
      input({ kinds: ['wish'], showings: [wednesday], people: [person(1, { wishes, ...more })] }),
    );
    assert.deepEqual(matched.decisions, [], reason);
    assert.deepEqual(reasons(matched), [reason]);
  }
});

test('within reach: minutes by car, the house’s thirty unless told, the house’s commune when nothing is known', () => {
  const there = showing(film(5), '2026-11-25 20:30', etoile);
  const reached = (more: Parameters<typeof person>[1], showings = [there]) =>
    matchMessages(input({ kinds: ['wish'], showings, people: [person(1, { wishes: [wish(film(5))], ...more })] }))
      .decisions.length;
  assert.equal(reached({}), 1);
  assert.equal(reached({ radius: 15 }), 0);
  assert.equal(reached({ commune: '23030' }), 1);
  assert.equal(reached({ commune: '23030' }, [wednesday]), 0);
  assert.equal(reached({ commune: '75056' }), 0); // the book does not have it: the house's own screens
  assert.equal(reached({ commune: '75056' }, [wednesday]), 1);
  assert.equal(reached({ commune: null, wishes: [] }, [wednesday]), 0);
  assert.equal(reached({ commune: null }, [wednesday]), 1);
  assert.equal(reached({ commune: null, wishes: [{ ...wish(film(5)), commune: '23030' }] }), 1);
});

test('days that suit come first and are marked, and no more than a dozen showings are told', () => {
  const many = Array.from({ length: 16 }, (_, day) =>
    showing(film(5), `2026-11-${25 + (day % 5)} ${14 + (day % 8)}:0${Math.floor(day / 8)}`),
  );
  const friday = showing(film(5), '2026-12-04 20:30', etoile);
  const { decisions } = matchMessages(
    input({
      kinds: ['wish'],
      showings: [...many, friday].toSorted((a, b) => (a.starts < b.starts ? -1 : 1)),
      people: [person(1, { wishes: [wish(film(5), [5])] })],
    }),
  );
  const [one] = decisions;
  assert.ok(one?.payload.kind === 'wish');
  const { showings } = one.payload.film;
  assert.equal(showings.length, 12);
  assert.deepEqual(
    showings.map(({ starts }) => starts),
    showings.map(({ starts }) => starts).toSorted(),
  );
  assert.ok(showings.some(({ id }) => id === friday.id));
  assert.ok(showings.filter(({ suits }) => suits === true).length >= 4);
});

test('a run is told once, whatever week it goes on to; another run, months later, again', () => {
  const long = ['2026-11-25', '2026-12-05', '2026-12-15', '2026-12-28'].map((day) => showing(film(5), `${day} 20:30`));
  const tell = (now: string, before: ReturnType<typeof told>[], showings = long) =>
    matchMessages(
      input({
        kinds: ['wish'],
        now: at(now),
        showings,
        people: [person(1, { wishes: [wish(film(5))], told: before })],
      }),
    ).decisions.map(({ message }) => message);
  const first = [told('wish:tt0000005:2026-W48', [film(5)], '2026-11-23T09:00:00.000Z')];
  assert.deepEqual(tell('2026-12-10T09:00:00Z', first), []);
  assert.deepEqual(tell('2026-12-26T09:00:00Z', first), []);
  assert.deepEqual(tell('2027-02-01T09:00:00Z', first, [...long, showing(film(5), '2027-02-03 18:00')]), [
    'wish:tt0000005:2027-W05',
  ]);
});

test('what was taken back is told again when the programme has changed since, and not before', () => {
  const back = told('wish:tt0000005:2026-W48', [film(5)], '2026-11-22T09:00:00.000Z', {
    state: 'suppressed',
    outbox: 7,
  });
  const matched = (changed: string) =>
    matchMessages(
      input({
        kinds: ['wish'],
        showings: [{ ...wednesday, changed }],
        people: [person(1, { wishes: [wish(film(5))], told: [back] })],
      }),
    );
  assert.deepEqual(reasons(matched('2026-11-21T09:00:00.000Z')), ['wish told']);
  assert.deepEqual(
    matched('2026-11-22T10:00:00.000Z').decisions.map(({ renews }) => renews),
    [7],
  );
});

test('what was taken back is told again when it was wished or asked for since, or what kept it back is over; not by itself', () => {
  const before = '2026-11-22T08:00:00.000Z';
  const changed = '2026-11-22T09:00:00.000Z';
  const since = '2026-11-23T08:00:00.000Z';
  const renewed = (reason: string, more: Parameters<typeof person>[1] = {}): boolean => {
    const row = told('wish:tt0000005:2026-W48', [film(5)], before, { state: 'suppressed', changed, reason, outbox: 7 });
    const people = [person(1, { wishes: [wish(film(5))], told: [row], ...more })];
    const matched = matchMessages(input({ kinds: ['wish'], showings: [wednesday], people }));
    assert.deepEqual(
      matched.decisions.map(({ renews }) => renews),
      matched.untold.length === 0 ? [7] : [],
    );
    return matched.decisions.length === 1;
  };
  for (const reason of ['paused', 'no device', 'no address', 'not confirmed']) assert.ok(renewed(reason), reason);
  assert.ok(!renewed('paused', { pausedUntil: '2026-12-01T00:00:00.000Z' }));
  for (const reason of ['no longer true', 'unsubscribed', 'address suppressed (bounced)', 'too late']) {
    assert.ok(!renewed(reason), reason);
    assert.ok(renewed(reason, { wishes: [{ ...wish(film(5)), at: since }] }), reason);
    assert.ok(renewed(reason, { wishes: [], wanted: [{ film: film(5), at: since }] }), reason);
    assert.ok(renewed(reason, { subscriptions: [asks('wish', 'email', since)] }), reason);
    assert.ok(!renewed(reason, { subscriptions: [asks('wish'), asks('digest', 'email', since)] }), reason);
    assert.ok(!renewed(reason, { subscriptions: [asks('wish'), asks('wish', 'push', since)], push: false }), reason);
  }
  assert.ok(
    !renewed('address suppressed (bounced)', { suppressed: true, subscriptions: [asks('wish', 'email', since)] }),
  );
});

test('a programme that is being typed is told when it has stood for some minutes', () => {
  const people = [person(1, { wishes: [wish(film(5))] })];
  const showings = [{ ...wednesday, changed: '2026-11-23T08:58:00.000Z' }];
  assert.deepEqual(reasons(matchMessages(input({ kinds: ['wish'], showings, people }))), ['wish settling']);
  assert.equal(
    matchMessages(input({ kinds: ['wish'], showings, people, settings: { ...settings, settleMinutes: 0 } })).decisions
      .length,
    1,
  );
});

test('the week: wished films first, then by taste, six at most, and briefly what was told of alone', () => {
  const showings = [
    showing(film(5), '2026-11-25 20:30'),
    showing(film(6), '2026-11-26 20:30'),
    showing(film(7), '2026-11-27 20:30'),
    ...[100, 101, 102, 103, 104].map((one) => showing(film(one), '2026-11-28 18:00')),
    showing(film(200), '2026-11-28 21:00'),
    showing(film(149), '2026-12-02 21:00'),
  ];
  const someone = person(1, {
    taste: likes,
    wishes: [wish(film(5)), wish(film(7))],
    wanted: [{ film: film(6), at: '2026-11-01T00:00:00.000Z' }],
    told: [told('wish:tt0000007:2026-W48', [film(7)], '2026-11-20T10:00:00.000Z')],
  });
  const [one] = digestOf({ showings, people: [someone] }).decisions;
  assert.ok(one !== undefined && one.payload.kind === 'digest');
  assert.deepEqual(filmsOf(one), [5, 6, 104, 103, 102, 101]);
  assert.equal(one.message, 'digest:2026-W48');
  assert.equal(one.campaign, 'digest:2026-W48');
  assert.equal(one.due.toString(), '2026-11-24T17:00:00Z');
  assert.equal(one.stale.toString(), '2026-11-25T11:00:00Z');
  assert.deepEqual(one.payload.films[2]?.why, { kind: 'taste', liked: [{ id: film(1), title: 'Film 1', year: 2000 }] });
  const [few] = digestOf({ showings: showings.slice(0, 4), people: [someone] }).decisions;
  assert.ok(few !== undefined && few.payload.kind === 'digest');
  assert.deepEqual(filmsOf(few), [5, 6, 100, 7]);
  assert.deepEqual(
    few.payload.films.map((film_) => film_.told === true),
    [false, false, false, true],
  );
});

test('no empty week: nothing for them, or nothing that they were not told; and no taste is pretended', () => {
  const showings = [wednesday, showing(film(100), '2026-11-28 18:00')];
  assert.deepEqual(reasons(digestOf({ showings, people: [person(1)] })), ['digest nothing']);
  assert.deepEqual(tellings(digestOf({ showings, people: [person(1, { wishes: [wish(film(5))] })] })), [
    ['digest:2026-W48', [5]],
  ]);
  const knows = person(1, {
    wishes: [wish(film(5))],
    told: [told('wish:tt0000005:2026-W48', [film(5)], '2026-11-23T10:00:00.000Z')],
  });
  assert.deepEqual(reasons(digestOf({ showings, people: [knows] })), ['digest told']);
});

test('what is new: one message a day, not what a wish or the week has told, nor what the week tells tonight', () => {
  const subscriptions = [asks('new'), asks('wish')];
  const showings = [100, 101, 102].map((one) => showing(film(one), '2026-11-26 20:30'));
  const someone = person(1, { taste: likes, subscriptions, wishes: [wish(film(101))] });
  assert.deepEqual(tellings(matchMessages(input({ showings, people: [someone] }))), [
    ['wish:tt0000101:2026-W48', [101]],
    ['new:2026-11-23', [102, 100]],
  ]);
  const again = { ...someone, told: [told('new:2026-11-23', [film(102)], '2026-11-23T08:00:00.000Z')] };
  const second = matchMessages(input({ showings, people: [again] }));
  assert.deepEqual(
    second.untold
      .flatMap(({ kind, reason, film: one }) => (kind === 'new' ? [`${reason} ${Number(one?.slice(2))}`] : []))
      .toSorted(),
    ['day-full 100', 'told 101', 'told 102'],
  );
  const weekly = { ...someone, subscriptions: [...subscriptions, asks('digest')] };
  const eve = matchMessages(input({ now: at('2026-11-24T09:00:00Z'), showings, people: [weekly] }));
  assert.deepEqual(tellings(eve), [['wish:tt0000101:2026-W48', [101]]]);
  assert.ok(reasons(eve).includes('new in-digest'));
  const old = [showing(film(100), '2026-11-15 20:30'), showing(film(100), '2026-11-26 20:30')];
  assert.deepEqual(tellings(matchMessages(input({ showings: old, people: [{ ...someone, wishes: [] }] }))), []);
});

test('a week’s programme that never left keeps nothing that is new from anybody', () => {
  const weekly = (row: Partial<Told>, films: readonly FilmId[] = [], shown = [film(100), film(101)]): Matched =>
    matchMessages(
      input({
        now: at('2026-11-26T09:00:00Z'),
        kinds: ['new'],
        showings: shown.map((one) => showing(one, '2026-11-29 20:30')),
        people: [
          person(1, {
            taste: likes,
            subscriptions: everything,
            told: [told('digest:2026-W48', films, '2026-11-24T17:00:00.000Z', row)],
          }),
        ],
      }),
    );
  const both = [['new:2026-11-26', [101, 100]]];
  for (const state of ['suppressed', 'failed', 'bounced'] as const) assert.deepEqual(tellings(weekly({ state })), both);
  const waiting = weekly({ state: 'queued' });
  assert.deepEqual([waiting.decisions, reasons(waiting)], [[], ['new in-digest', 'new in-digest']]);
  // what came back reached a server: it is not said to it again
  assert.deepEqual(tellings(weekly({ state: 'bounced' }, [film(101)])), [['new:2026-11-26', [100]]]);
  // what somebody of the house may yet send again, or let go, is not told twice
  const late = { stale: '2026-11-25T11:00:00.000Z', changed: '2026-11-25T11:00:01.000Z' };
  for (const row of [
    { state: 'failed', stale: '2026-11-27T11:00:00.000Z' },
    { state: 'suppressed', held: true, ...late },
  ] as const) {
    const kept = weekly(row, [film(101)]);
    assert.deepEqual(tellings(kept), [['new:2026-11-26', [100]]]);
    assert.deepEqual(reasons(kept), ['new in-digest']);
  }
  assert.deepEqual(tellings(weekly({ state: 'suppressed', ...late }, [film(101)])), both);
  assert.deepEqual(tellings(weekly({ state: 'failed', ...late }, [film(101)])), both);
});

test('a film for which the week’s programme had no room is told as new once that has left', () => {
  const showings = Array.from({ length: 8 }, (_, one) => showing(film(100 + one), `2026-11-28 1${one}:30`));
  const someone = person(1, { taste: likes, subscriptions: everything });
  const [one] = digestOf({ showings, people: [someone] }).decisions;
  assert.ok(one !== undefined);
  assert.deepEqual(filmsOf(one), [107, 106, 105, 104, 103, 102]);
  const asNew = (now: string, before: readonly Told[]): [string, number[]][] =>
    tellings(matchMessages(input({ now: at(now), kinds: ['new'], showings, people: [{ ...someone, told: before }] })));
  const names = [107, 106, 105, 104, 103, 102].map(film);
  const left = told('digest:2026-W48', names, '2026-11-24T17:00:00.000Z');
  assert.deepEqual(asNew('2026-11-24T17:01:00Z', [{ ...left, state: 'claimed' }]), []);
  assert.deepEqual(asNew('2026-11-25T09:00:00Z', [left]), [['new:2026-11-25', [101, 100]]]);
  const since = told('new:2026-11-25', [film(101), film(100)], '2026-11-25T09:00:00.000Z');
  assert.deepEqual(asNew('2026-11-26T09:00:00Z', [left, since]), []);
});

test('last showings: only where the programme beyond is known, and not of a film shown once', () => {
  const subscriptions = [asks('last-days')];
  const people = [person(1, { taste: likes, subscriptions })];
  const run = ['2026-11-18', '2026-11-21', '2026-11-24'].map((day) => showing(film(100), `${day} 20:30`));
  const beyond = showing(film(200), '2026-11-28 20:30');
  assert.deepEqual(tellings(matchMessages(input({ showings: [...run, beyond], people }))), [
    ['last-days:2026-11-23', [100]],
  ]);
  assert.deepEqual(tellings(matchMessages(input({ showings: run, people }))), []);
  assert.deepEqual(
    tellings(matchMessages(input({ showings: [showing(film(100), '2026-11-24 20:30'), beyond], people }))),
    [],
  );
  assert.deepEqual(
    tellings(matchMessages(input({ showings: [...run, beyond, showing(film(100), '2026-12-04 20:30')], people }))),
    [],
  );
});

test('what is cut first: new, then the reminder, then last showings, then the week; a wish last', () => {
  const showings = [wednesday, showing(film(100), '2026-11-26 20:30')];
  const more = { taste: likes, subscriptions: everything, wishes: [wish(film(5))], weekCap: 1 };
  const matched = matchMessages(
    input({
      kinds: ['new', 'digest', 'wish'],
      run: digest,
      now: at('2026-11-24T17:00:00Z'),
      showings,
      people: [person(1, more)],
    }),
  );
  assert.deepEqual(
    tellings(matched).map(([name]) => name),
    ['wish:tt0000005:2026-W48'],
  );
  assert.ok(reasons(matched).includes('digest cap'));
  const two = matchMessages(
    input({
      kinds: ['new', 'digest', 'wish'],
      run: digest,
      now: at('2026-11-24T17:00:00Z'),
      showings,
      people: [person(1, { ...more, weekCap: 2 })],
    }),
  );
  assert.deepEqual(
    tellings(two).map(([name]) => name),
    ['wish:tt0000005:2026-W48', 'digest:2026-W48'],
  );
});

test('quiet hours hold a message back until they are over', () => {
  const { decisions } = matchMessages(
    input({
      kinds: ['wish'],
      now: at('2026-11-23T21:30:00Z'),
      showings: [wednesday],
      people: [person(1, { wishes: [wish(film(5))] })],
    }),
  );
  assert.equal(decisions[0]?.due.toString(), '2026-11-24T07:30:00Z');
  const tooLate = matchMessages(
    input({
      kinds: ['wish'],
      now: at('2026-11-23T21:30:00Z'),
      showings: [showing(film(5), '2026-11-24 09:00', lux)],
      people: [person(1, { wishes: [wish(film(5))] })],
    }),
  );
  assert.deepEqual(reasons(tooLate), ['wish nothing']);
});

test('the moments of a week, and the runs that a machine that was off finds', () => {
  assert.equal(digestMoment(week, settings).toString(), '2026-11-24T17:00:00Z');
  assert.equal(digestMoment(week, { digestDay: 3, digestHour: 0 }).toString(), '2026-11-24T23:00:00Z');
  assert.equal(digestMoment(week, { digestDay: 4, digestHour: 0 }).toString(), '2026-11-18T23:00:00Z');
  assert.equal(reminderMoment(week, settings).toString(), '2026-11-27T09:00:00Z');
  // 25 October and 29 March 2026: the same hour on the wall
  assert.equal(
    digestMoment(weekOf(Temporal.PlainDate.from('2026-03-31')), settings).toString(),
    '2026-03-24T17:00:00Z',
  );
  assert.equal(
    digestMoment(weekOf(Temporal.PlainDate.from('2026-04-01')), settings).toString(),
    '2026-03-31T16:00:00Z',
  );
  const names = (now: string, more = {}) =>
    runsBy(at(now), { ...settings, ...more }).map(({ kind, week: { name } }) => `${kind}:${name}`);
  assert.deepEqual(names('2026-11-24T16:59:00Z'), ['digest:2026-W47']);
  assert.deepEqual(names('2026-11-24T17:00:00Z'), ['digest:2026-W47', 'digest:2026-W48']);
  assert.deepEqual(names('2026-11-24T11:30:00Z', { holdCampaigns: true }), ['digest:2026-W47', 'digest:2026-W48']);
  assert.deepEqual(names('2026-11-27T10:00:00Z', { reminderOn: true }), ['digest:2026-W48', 'reminder:2026-W48']);
  assert.ok(!isLate(digest, at('2026-11-25T11:00:00Z')));
  assert.ok(isLate(digest, at('2026-11-25T11:00:01Z')));
});
