import { filmIds, openDesk, subscriptionOf, type Desk } from '#notify/match/desk.ts';
import { nearbyOf } from '#notify/match/nearby.ts';
import { propose, type Proposal } from '#notify/match/propose.ts';
import type { AlertMessage, Decision, MatchInput, Matched, Untold, UntoldReason } from '#notify/match/types.ts';
import { roomAt } from '#notify/timing/cap.ts';
import { afterQuiet, quietHoursOf } from '#notify/timing/quiet.ts';
import { momentOf } from '#state/clock.ts';
import type { PersonToMatch, Told } from '#state/people-to-match.ts';
import { channels, type ChannelName } from '#state/tables/customers.ts';

/**
 * Programme, tastes and wishes become messages: who is told what, when, why; and who is not told, and why not. It looks at nothing else than what
 * it is given, and changes nothing.
 *
 * Where the messages of a week are counted (by each channel, in any seven days), those to be cut first come last: a film that was wished, the
 * week's programme, last showings, the reminder, what is new. A wish gives way to other wishes alone: whatever else somebody asks for, never takes
 * one away.
 */
export function matchMessages(input: MatchInput): Matched {
  const nearby = nearbyOf(input.showings, input.place, input.now);
  const decisions: Decision[] = [];
  const untold: Untold[] = [];
  for (const person of input.people) {
    const desk = openDesk(input, person, nearby);
    for (const kind of priority) if (input.kinds.includes(kind)) matchKind(kind, desk, decisions, untold);
  }
  return { decisions, untold };
}

/** The first is cut last. */
export const priority = ['wish', 'digest', 'last-days', 'reminder', 'new'] as const satisfies readonly AlertMessage[];

function matchKind(kind: AlertMessage, desk: Desk, decisions: Decision[], untold: Untold[]): void {
  const { person, input } = desk;
  const asked = channels.filter((channel) =>
    person.subscriptions.some((one) => one.kind === subscriptionOf(kind) && one.channel === channel),
  );
  const leave = (reason: UntoldReason, channel: ChannelName | null, film: Untold['film'] = null): void =>
    void untold.push({ customer: person.id, kind, channel, reason, film });
  if (asked.length === 0) leave('not-subscribed', null);
  const moment =
    input.run !== undefined && input.run.kind === kind && Temporal.Instant.compare(input.run.due, input.now) > 0
      ? input.run.due
      : input.now;
  const due = afterQuiet(moment, quietHoursOf(person, input.settings));
  for (const channel of asked) {
    const barred = barOf(person, channel, due);
    if (barred !== null) {
      leave(barred, channel);
      continue;
    }
    const { proposals, left } = propose(kind, desk, channel, due);
    for (const { reason, film } of left) leave(reason, channel, film);
    for (const proposal of proposals) {
      const standing = standingOf(proposal, desk, channel);
      const cut = standing === 'told' ? 'told' : isCut(kind, desk, channel, due) ? 'cap' : null;
      if (cut !== null || standing === 'told') {
        leave(cut ?? 'told', channel, proposal.payload.kind === 'wish' ? proposal.payload.film.film.id : null);
        continue;
      }
      const films = proposal.payload.kind === 'wish' ? [proposal.payload.film] : proposal.payload.films;
      desk.note(channel, { kind, due: momentOf(due), films: filmIds(films) });
      decisions.push({ customer: person.id, channel, kind, ...proposal, due, renews: standing });
    }
  }
}

/** Why a channel may not be used for somebody at all; null when it may. */
export function barOf(person: PersonToMatch, channel: ChannelName, due: Temporal.Instant): UntoldReason | null {
  if (person.confirmed === null) return 'unconfirmed';
  const has = {
    email: person.email !== null,
    push: person.push,
    sms: person.phone !== null,
    phone: person.phone !== null,
    paper: person.name !== null,
  }[channel];
  if (!has) return 'unreachable';
  if (channel === 'email' && person.suppressed) return 'suppressed';
  return person.pausedUntil !== null && person.pausedUntil > momentOf(due) ? 'paused' : null;
}

/**
 * Whether the outbox has this very message: `told` when it does; the row to renew when it was taken back and may be said again; null when it has
 * not.
 */
function standingOf(proposal: Proposal, desk: Desk, channel: ChannelName): 'told' | number | null {
  const row = desk.person.told.find((one) => one.message === proposal.message && one.channel === channel);
  if (row === undefined) return null;
  return row.state === 'suppressed' && mayBeSaidAgain(row, proposal, desk) ? row.outbox : 'told';
}

/** What kept it back is over (whoever is still barred has no proposal), the programme changed since, or the person wished it or asked for it since. */
function mayBeSaidAgain({ reason, changed, channel }: Told, { payload }: Proposal, { person, input }: Desk): boolean {
  if (reason !== null && passing.has(reason)) return true;
  const films = payload.kind === 'wish' ? [payload.film] : payload.films;
  const asked = subscriptionOf(payload.kind);
  if (films.some(({ why }) => why.kind !== 'taste' && why.on > changed)) return true;
  const ids = new Set<string>(films.flatMap(({ showings }) => showings.map(({ id }) => id)));
  return (
    input.showings.some((showing) => ids.has(showing.id) && showing.changed > changed) ||
    person.subscriptions.some((one) => one.kind === asked && one.channel === channel && one.at > changed)
  );
}

/** What reachOf says of a person whom a message cannot reach for now, and who has not said that they no longer want it. */
const passing: ReadonlySet<string> = new Set(['paused', 'no device', 'no address', 'not confirmed']);

function isCut(kind: AlertMessage, desk: Desk, channel: ChannelName, due: Temporal.Instant): boolean {
  const counted = desk.history(channel).filter((one) => kind !== 'wish' || one.kind === 'wish');
  const most = desk.person.weekCap ?? desk.input.settings.weekCap;
  return (
    roomAt(
      due,
      counted.map((one) => Temporal.Instant.from(one.due)),
      most,
    ) === 0
  );
}
