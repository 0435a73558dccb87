import { dayInParis, weekAfter, weekBefore, weekOf, type Week } from '#calendar/week.ts';
import { houseZone } from '#calendar/zone.ts';
import type { HouseSettings } from '#state/house-settings.ts';

export type CampaignKind = 'digest' | 'reminder';

/** What leaves for many at a set moment, about a week. */
export interface Run {
  readonly kind: CampaignKind;
  readonly week: Week;
  readonly due: Temporal.Instant;
}

/** Hours after its moment at which a programme, or its reminder, is no longer sent unless somebody of the house says so: by Wednesday noon the week has begun, by Friday evening so has the weekend. */
export const lateHours: Readonly<Record<CampaignKind, number>> = { digest: 18, reminder: 8 };

/** Hours ahead that a programme is made ready where the house wants to see it first. */
export const heldAhead = 6;

/** `digest:2026-W48`: what tells one run from the others. */
export const runName = (kind: CampaignKind, week: Week): string => `${kind}:${week.name}`;

type DigestMoment = Pick<HouseSettings, 'digestDay' | 'digestHour'>;
type ReminderMoment = Pick<HouseSettings, 'reminderDay' | 'reminderHour'>;

/** When the programme of a week leaves: the digest's day on or before its Wednesday. */
export const digestMoment = ({ first }: Week, { digestDay, digestHour }: DigestMoment): Temporal.Instant =>
  at(first.subtract({ days: (first.dayOfWeek - digestDay + 7) % 7 }), digestHour);

/** When its reminder leaves: the reminder's day on or after its Wednesday. */
export const reminderMoment = ({ first }: Week, { reminderDay, reminderHour }: ReminderMoment): Temporal.Instant =>
  at(first.add({ days: (reminderDay - first.dayOfWeek + 7) % 7 }), reminderHour);

/** The mailing of a kind about a week, at its moment. */
export const runOf = (kind: CampaignKind, week: Week, settings: DigestMoment & ReminderMoment): Run => ({
  kind,
  week,
  due: kind === 'digest' ? digestMoment(week, settings) : reminderMoment(week, settings),
});

/**
 * The runs whose moment has come and whose week is not over, the oldest first: a machine that was off finds those that it missed. Which of them
 * were done, the caller knows; whether one is late, isLate says.
 */
export function runsBy(
  now: Temporal.Instant,
  settings: DigestMoment & ReminderMoment & Pick<HouseSettings, 'reminderOn' | 'holdCampaigns'>,
): Run[] {
  const reach = settings.holdCampaigns ? now.add({ hours: heldAhead }) : now;
  const today = weekOf(dayInParis(now));
  return [weekBefore(today), today, weekAfter(today)]
    .flatMap((week): Run[] => [
      runOf('digest', week, settings),
      ...(settings.reminderOn ? [runOf('reminder', week, settings)] : []),
    ])
    .filter(
      ({ due, week }) => Temporal.Instant.compare(due, reach) <= 0 && Temporal.Instant.compare(now, week.until) < 0,
    )
    .toSorted((a, b) => Temporal.Instant.compare(a.due, b.due));
}

/** Whether it is too late for a run to leave by itself. */
export const isLate = ({ kind, due }: Pick<Run, 'kind' | 'due'>, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(now, staleOf({ kind, due })) > 0;

export const staleOf = ({ kind, due }: Pick<Run, 'kind' | 'due'>): Temporal.Instant =>
  due.add({ hours: lateHours[kind] });

const at = (day: Temporal.PlainDate, minute: number): Temporal.Instant =>
  day
    .toPlainDateTime(Temporal.PlainTime.from({ hour: Math.floor(minute / 60), minute: minute % 60 }))
    .toZonedDateTime(houseZone, { disambiguation: 'later' })
    .toInstant();
