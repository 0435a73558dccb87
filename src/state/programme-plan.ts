import type { Selectable } from 'kysely';
import type { ShowingId } from '#brand.ts';
import { titleKey } from '#state/programme-titles.ts';
import type { Showing } from '#state/showings.ts';
import type { ImportMode, ProgrammeTables } from '#state/tables/programme.ts';

/** A showing that a file announces, its venue and its film settled. */
export interface ShowingDraft extends Omit<Showing, 'id' | 'cancelled'> {
  readonly line: number;
  /** The file says that it is called off. */
  readonly calledOff: boolean;
}

export type ShowingRow = Selectable<ProgrammeTables['showing']>;

/** What is done to one showing. `line`: of the file; null when the file does not have it. */
export interface PlannedChange {
  readonly kind: 'added' | 'updated' | 'cancelled';
  readonly line: number | null;
  readonly before: ShowingRow | null;
  readonly after: ShowingRow;
}

/** What a file would do to the programme. */
export interface ProgrammePlan {
  readonly changes: readonly PlannedChange[];
  readonly unchanged: number;
  /** The showings that stand as the file says them. */
  readonly standing: readonly { readonly line: number; readonly row: ShowingRow }[];
  /** Lines whose showing is over, and was not there. */
  readonly past: readonly number[];
  /** Lines that say again what an earlier line says. */
  readonly repeated: readonly number[];
  /** Lines that call off what was not there. */
  readonly absent: readonly number[];
}

export interface PlanOptions {
  readonly mode: ImportMode;
  /** The moment it is, and as the rows have it. */
  readonly now: string;
  readonly newId: () => ShowingId;
  /** Venue and moment of lines that could not be taken: what stands there is not called off. */
  readonly spared?: readonly { readonly venue: string; readonly starts: string }[];
  /** Lines that nobody could place: nothing is called off then, since it may be theirs. */
  readonly unplaced?: boolean;
}

/**
 * What the drafts would do to the showings that stand. A showing is known again by the name that its system gives it, else by its venue, moment, room and
 * title, else by its venue, moment and film. What a file does not tell (a price, a room) stays as it was.
 */
export function planChanges(
  existing: readonly ShowingRow[],
  drafts: readonly ShowingDraft[],
  { mode, now, newId, spared = [], unplaced = false }: PlanOptions,
): ProgrammePlan {
  const byOrigin = new Map(existing.flatMap((row) => (row.origin === null ? [] : [[originOf(row, row.origin), row]])));
  const byPlace = new Map(existing.map((row) => [placeOf(row), row]));
  const byMoment = Map.groupBy(existing, momentKey);
  const taken = new Set<ShowingId>();
  const places = new Set<string>();
  const changes: PlannedChange[] = [];
  const [past, repeated, absent]: [number[], number[], number[]] = [[], [], []];
  const standing: { readonly line: number; readonly row: ShowingRow }[] = [];
  const find = (draft: ShowingDraft): ShowingRow | null => {
    const free = (row: ShowingRow | undefined): ShowingRow | null =>
      row === undefined || taken.has(row.id) ? null : row;
    const here = free(byPlace.get(placeOf(draft)));
    if (here !== null) return here;
    const same = draft.origin === null ? null : free(byOrigin.get(originOf(draft, draft.origin)));
    return (
      same ?? (byMoment.get(momentKey(draft)) ?? []).find((row) => !taken.has(row.id) && isSame(row, draft)) ?? null
    );
  };
  for (const draft of drafts) {
    const place = placeOf(draft);
    if (places.has(place)) {
      repeated.push(draft.line);
      continue;
    }
    const before = find(draft);
    if (before === null && (draft.calledOff || draft.starts < now)) {
      (draft.calledOff ? absent : past).push(draft.line);
      continue;
    }
    const after = before === null ? newRow(draft, newId(), now) : changedRow(before, draft, now);
    places.add(placeOf(after)).add(place);
    taken.add(after.id);
    if (before !== null && isEqual(before, after)) standing.push({ line: draft.line, row: before });
    else changes.push({ kind: kindOf(before, after), line: draft.line, before, after });
  }
  if (mode === 'replace' && !unplaced)
    for (const before of left(existing, drafts, { now, spared, taken }))
      changes.push({ kind: 'cancelled', line: null, before, after: { ...before, cancelled: now, changed: now } });
  return { changes, unchanged: standing.length, standing, past, repeated, absent };
}

/** Whether two rows say the same, whenever they were written. */
export const isEqual = (a: ShowingRow, b: ShowingRow): boolean => {
  const other = new Map<string, unknown>(Object.entries(b));
  return Object.entries(a).every(([column, value]) => column === 'changed' || other.get(column) === value);
};

/** Where a showing stands: no two stand in one place. */
export const placeOf = ({
  venue,
  starts,
  screen,
  title,
}: Pick<Showing, 'venue' | 'starts' | 'screen' | 'title'>): string => JSON.stringify([venue, starts, screen, title]);

const momentKey = ({ venue, starts }: Pick<Showing, 'venue' | 'starts'>): string => `${venue} ${starts}`;
const originOf = ({ venue }: Pick<Showing, 'venue'>, origin: string): string => `${venue} ${origin}`;

const isSame = (row: ShowingRow, draft: ShowingDraft): boolean =>
  (row.screen === draft.screen || row.screen === '' || draft.screen === '') &&
  ((row.film !== null && row.film === draft.film) || titleKey(row.title) === titleKey(draft.title));

const kindOf = (before: ShowingRow | null, after: ShowingRow): PlannedChange['kind'] =>
  before === null ? 'added' : before.cancelled === null && after.cancelled !== null ? 'cancelled' : 'updated';

const newRow = (draft: ShowingDraft, id: ShowingId, now: string): ShowingRow => ({
  id,
  venue: draft.venue,
  film: draft.film,
  title: draft.title,
  starts: draft.starts,
  day: draft.day,
  version: draft.version,
  features: draft.features.join(','),
  screen: draft.screen,
  minutes: draft.minutes,
  price: draft.price,
  booking: draft.booking,
  note: draft.note,
  cancelled: null,
  changed: now,
  origin: draft.origin,
});

const changedRow = (before: ShowingRow, draft: ShowingDraft, now: string): ShowingRow => ({
  ...before,
  film: draft.film ?? before.film,
  title: draft.title,
  starts: draft.starts,
  day: draft.day,
  version: draft.version === 'unknown' ? before.version : draft.version,
  features: draft.features.length === 0 ? before.features : draft.features.join(','),
  screen: draft.screen === '' ? before.screen : draft.screen,
  minutes: draft.minutes ?? before.minutes,
  price: draft.price ?? before.price,
  booking: draft.booking ?? before.booking,
  note: draft.note ?? before.note,
  origin: draft.origin ?? before.origin,
  cancelled: draft.calledOff ? (before.cancelled ?? now) : null,
  changed: now,
});

/** What stands, to come, at the venues and on the days of the file, and is not in it. */
function left(
  existing: readonly ShowingRow[],
  drafts: readonly ShowingDraft[],
  { now, spared, taken }: Required<Pick<PlanOptions, 'now' | 'spared'>> & { readonly taken: ReadonlySet<ShowingId> },
): ShowingRow[] {
  const days = new Map(
    [...Map.groupBy(drafts, ({ venue }) => venue)].map(([venue, few]) => {
      const sorted = few.map(({ day }) => day).toSorted();
      return [venue, { from: sorted.at(0) ?? '', until: sorted.at(-1) ?? '' }];
    }),
  );
  const kept = new Set(spared.map(({ venue, starts }) => `${venue} ${starts}`));
  return existing.filter((row) => {
    const span = days.get(row.venue);
    const inside = span !== undefined && row.day >= span.from && row.day <= span.until;
    return inside && row.cancelled === null && row.starts >= now && !taken.has(row.id) && !kept.has(momentKey(row));
  });
}
