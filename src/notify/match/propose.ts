import { dayInParis, weekAfter, weekOf } from '#calendar/week.ts';
import type { FilmId } from '#brand.ts';
import { byText, filmIds, whyOf, type Desk } from '#notify/match/desk.ts';
import type { AlertMessage, NearRun, NearShowing, UntoldReason } from '#notify/match/types.ts';
import type { FilmAtCinema, ListPayload, WishPayload } from '#notify/payload.ts';
import { digestMoment, isLate, runName, staleOf, type Run } from '#notify/timing/moments.ts';
import { momentOf } from '#state/clock.ts';
import type { Told } from '#state/people-to-match.ts';
import type { ChannelName } from '#state/tables/customers.ts';
import type { OutboxState } from '#state/tables/outbox.ts';

/** A message that may be told, if nothing speaks against it. */
export interface Proposal {
  readonly message: string;
  readonly campaign: string | null;
  readonly payload: WishPayload | ListPayload;
  readonly stale: Temporal.Instant;
}

export interface Proposed {
  readonly proposals: readonly Proposal[];
  /** What is not proposed, and why; a film null: the whole message. */
  readonly left: readonly { readonly reason: UntoldReason; readonly film: FilmId | null }[];
}

/** What one kind of message has to say to a person by a channel, would it leave at `due`. */
export const propose = (kind: AlertMessage, desk: Desk, channel: ChannelName, due: Temporal.Instant): Proposed => {
  const { run } = desk.input;
  if (kind === 'wish') return proposeWishes(desk, channel, due);
  if (kind === 'new') return proposeNew(desk, channel, due);
  if (kind === 'last-days') return proposeLastDays(desk, channel, due);
  return run === undefined || run.kind !== kind ? nothing : proposeRun(run, desk, channel, due);
};

const nothing: Proposed = { proposals: [], left: [{ reason: 'nothing', film: null }] };
const mostFilms = 6;
const showingsOfOne = 12;
const showingsOfMany = 6;

/** A message is no use to who could no longer be on time. */
const ahead = (due: Temporal.Instant): string => momentOf(due.add({ minutes: 60 }));
const daysBefore = (moment: string, days: number): string =>
  momentOf(Temporal.Instant.from(moment).subtract({ hours: 24 * days }));
/** Since when a film that was told was told of this run: a programme is announced three weeks ahead at most. */
const runSince = ({ first }: NearRun): string => daysBefore(first, 21);

/** A film that they wished, or marked to watch, is within reach: each once a run. */
function proposeWishes(desk: Desk, channel: ChannelName, due: Temporal.Instant): Proposed {
  const proposals: (Proposal & { readonly first: string })[] = [];
  const left: { reason: UntoldReason; film: FilmId }[] = [];
  for (const { film, why, days } of desk.desired.values()) {
    const run = desk.run(film);
    const coming = (run?.coming ?? []).filter(({ starts }) => starts > ahead(due));
    if (run === null || coming.length === 0) continue;
    const said = desk.said(film);
    const settled = coming.filter((one) => !desk.isSettling(one));
    const told = desk.wasTold(channel, film, runSince(run), ['wish']);
    if (said !== null || told || settled.length === 0)
      left.push({ film, reason: said ?? (told ? 'told' : 'settling') });
    else {
      const payload: WishPayload = { kind: 'wish', film: desk.tell(film, settled, why, { most: showingsOfOne, days }) };
      const week = weekOf(dayInParis(Temporal.Instant.from(run.first))).name;
      const message = `wish:${film}:${week}`;
      proposals.push({
        message,
        campaign: null,
        payload,
        stale: staleAfter([payload.film]),
        first: settled[0]?.starts ?? '',
      });
    }
  }
  return {
    proposals: proposals.toSorted((a, b) => byText(a.first, b.first) || byText(a.message, b.message)),
    left: proposals.length + left.length === 0 ? nothing.left : left,
  };
}

/** The week by their taste, or what is left of it: what they wanted first, then what suits them most, then, briefly, what they were told of alone. */
function proposeRun(run: Run, desk: Desk, channel: ChannelName, due: Temporal.Instant): Proposed {
  const [from, until] = [maxText(momentOf(run.week.from), ahead(due)), momentOf(run.week.until)];
  const lately = daysBefore(momentOf(due), 14);
  const ranked = desk.runs.concat(elsewhere(desk)).flatMap(({ film, coming }) => {
    const shown = coming.filter(({ starts }) => starts >= from && starts < until);
    const why = shown.length === 0 ? null : whyOf(desk, film);
    if (why === null) return [];
    const told = run.kind === 'digest' && desk.wasTold(channel, film, lately, ['wish']);
    const rank = told ? 3 : why.kind === 'wished' ? 0 : why.kind === 'to-watch' ? 1 : 2;
    const share = desk.fits(film)?.share ?? 0;
    const days = desk.desired.get(film)?.days ?? [];
    return [{ film: desk.tell(film, shown, why, { most: showingsOfMany, days, told }), rank, share }];
  });
  const films = ranked
    .toSorted((a, b) => a.rank - b.rank || b.share - a.share || byText(a.film.film.id ?? '', b.film.film.id ?? ''))
    .slice(0, mostFilms)
    .map(({ film }) => film);
  if (films.length === 0) return nothing;
  if (films.every(({ told }) => told === true)) return { proposals: [], left: [{ reason: 'told', film: null }] };
  const name = runName(run.kind, run.week);
  return {
    proposals: [
      {
        message: name,
        campaign: name,
        payload: { kind: run.kind, week: run.week.name, films },
        stale: staleOfRun(run, desk, due, films),
      },
    ],
    left: [],
  };
}

/** Films for them that are new on the programme; one message a day gathers them. */
function proposeNew(desk: Desk, channel: ChannelName, due: Temporal.Instant): Proposed {
  const since = daysBefore(desk.now, 3);
  const covered = coveredWeeks(desk, channel);
  return proposeList('new', desk, channel, due, (run, coming) => {
    if (run.first < since) return 'nothing';
    if (desk.wasTold(channel, run.film, runSince(run), ['wish', 'new', 'digest'])) return 'told';
    return covered.some((week) => coming.some(covers(week, run.film))) ? 'in-digest' : null;
  });
}

/** The last announced showings of films for them. */
function proposeLastDays(desk: Desk, channel: ChannelName, due: Temporal.Instant): Proposed {
  const [soon, lately] = [momentOf(due.add({ hours: 96 })), daysBefore(desk.now, 3)];
  return proposeList('last-days', desk, channel, due, (run, coming) => {
    if (!run.ends || (coming.at(-1)?.starts ?? '') > soon) return 'nothing';
    const told =
      desk.wasTold(channel, run.film, lately) || desk.wasTold(channel, run.film, runSince(run), ['last-days']);
    return told ? 'told' : null;
  });
}

function proposeList(
  kind: 'new' | 'last-days',
  desk: Desk,
  channel: ChannelName,
  due: Temporal.Instant,
  against: (run: NearRun, coming: readonly NearShowing[]) => UntoldReason | null,
): Proposed {
  const left: { reason: UntoldReason; film: FilmId }[] = [];
  const films: { readonly film: FilmAtCinema; readonly share: number }[] = [];
  for (const run of desk.runs.concat(elsewhere(desk))) {
    const coming = run.coming.filter(({ starts }) => starts > ahead(due));
    const why = coming.length === 0 ? null : whyOf(desk, run.film);
    if (why === null) continue;
    const settled = coming.filter((one) => !desk.isSettling(one));
    const reason = against(run, coming) ?? (settled.length === 0 ? 'settling' : null);
    if (reason === 'nothing') continue;
    if (reason !== null) left.push({ reason, film: run.film });
    else
      films.push({
        film: desk.tell(run.film, settled, why, {
          most: showingsOfMany,
          days: desk.desired.get(run.film)?.days ?? [],
        }),
        share: why.kind === 'taste' ? (desk.fits(run.film)?.share ?? 0) : 2,
      });
  }
  if (films.length === 0) return { proposals: [], left: left.length === 0 ? nothing.left : left };
  const today = dayInParis(due).toString();
  const chosen = films
    .toSorted((a, b) => b.share - a.share || byText(a.film.film.id ?? '', b.film.film.id ?? ''))
    .slice(0, mostFilms)
    .map(({ film }) => film);
  if (desk.history(channel).some((one) => one.kind === kind && dayOf(one.due) === today))
    return {
      proposals: [],
      left: [...left, ...filmIds(chosen).map((film) => ({ reason: 'day-full' as const, film }))],
    };
  const payload: ListPayload = { kind, week: weekOf(dayInParis(due)).name, films: chosen };
  return {
    proposals: [{ message: `${kind}:${today}`, campaign: null, payload, stale: staleAfter(chosen) }],
    left,
  };
}

/** Films that they wished from elsewhere, when they did not say where they live. */
const elsewhere = (desk: Desk): NearRun[] =>
  desk.person.commune !== null
    ? []
    : [...desk.desired.keys()].flatMap((film) =>
        desk.runs.some((run) => run.film === film) ? [] : (desk.run(film) ?? []),
      );

/** A week whose programme says, or has said, what is in it. */
interface Covered {
  readonly from: string;
  readonly until: string;
  /** What changed later it could not know; null: that does not matter. */
  readonly asOf: string | null;
  /** Null: whatever is shown, since it has not left yet. */
  readonly films: readonly FilmId[] | null;
}

/** The weeks whose programme this person has had by this channel, or gets within a day: until it is late, it may still be decided for them. */
function coveredWeeks({ person, input }: Desk, channel: ChannelName): Covered[] {
  const today = weekOf(dayInParis(input.now));
  return [today, weekAfter(today)].flatMap((week): Covered[] => {
    const days = { from: momentOf(week.from), until: momentOf(week.until) };
    const name = runName('digest', week);
    const done = person.told.find((one) => one.channel === channel && one.message === name);
    if (done !== undefined && waits.has(done.state))
      return [
        { ...days, asOf: done.due, films: null },
        { ...days, asOf: null, films: done.films },
      ];
    if (done !== undefined && (left.has(done.state) || mayStillLeave(done, momentOf(input.now))))
      return [{ ...days, asOf: null, films: done.films }];
    if (!person.subscriptions.some((one) => one.kind === 'digest' && one.channel === channel)) return [];
    const run = { kind: 'digest' as const, due: digestMoment(week, input.settings) };
    const hours = input.now.until(run.due).total('hours');
    return !isLate(run, input.now) && hours <= 24 ? [{ ...days, asOf: null, films: null }] : [];
  });
}

const waits: ReadonlySet<OutboxState> = new Set(['queued', 'claimed']);
const left: ReadonlySet<OutboxState> = new Set(['sent', 'delivered']);

/** Whether somebody of the house may send again what was given up, or let go what became too late while they held it: nobody is to be told twice by that. */
const mayStillLeave = ({ state, stale, changed, held }: Told, now: string): boolean =>
  (state === 'failed' && stale > now) || (state === 'suppressed' && held && changed >= stale);

const covers =
  ({ from, until, asOf, films }: Covered, film: FilmId) =>
  ({ starts, changed }: NearShowing): boolean =>
    // a film that the letter tells is told, its showings of later weeks too
    starts >= from && (films === null ? starts < until : films.includes(film)) && (asOf === null || changed <= asOf);

/** Late runs wait for somebody of the house, and hold until what they tell is over; quiet hours that last as long as the guard leave two hours to send. */
function staleOfRun(
  run: Run,
  { input }: Desk,
  due: Temporal.Instant,
  films: readonly FilmAtCinema[],
): Temporal.Instant {
  const over = staleAfter(films);
  if (isLate(run, input.now)) return over;
  const guard = staleOf(run);
  const least = due.add({ hours: 2 });
  return earlier(Temporal.Instant.compare(guard, least) < 0 ? least : guard, over);
}

/** Half an hour before the last showing told. */
const staleAfter = (films: readonly FilmAtCinema[]): Temporal.Instant =>
  Temporal.Instant.from(
    films.flatMap(({ showings }) => showings.map(({ starts }) => starts)).reduce((a, b) => maxText(a, b)),
  ).subtract({ minutes: 30 });

const dayOf = (moment: string): string => dayInParis(Temporal.Instant.from(moment)).toString();
const maxText = (a: string, b: string): string => (a > b ? a : b);
const earlier = (a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant =>
  Temporal.Instant.compare(a, b) < 0 ? a : b;
