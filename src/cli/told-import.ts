import { timeInParis } from '#calendar/week.ts';
import type { ImportReport } from '#programme/imports.ts';
import type { FilmFinder } from '#programme/match/match-films.ts';
import { hasEntries, type ProgrammeFormat } from '#programme/read/draft.ts';
import { tellProblem } from '#programme/words/problems.ts';
import type { PlannedChange, ProgrammePlan, ShowingRow } from '#state/programme-plan.ts';
import type { Db } from '#state/schema.ts';
import { listVenues } from '#state/venues.ts';

/** What is to be said of the lines of an import: of the whole file first, then by line. */
export const toldLines = ({ refused, notes }: ImportReport, format: ProgrammeFormat): string[] => {
  const said = [
    ...notes.map((note) => ({ line: note.line, told: tellProblem(note, 'en') })),
    ...refused.map(({ line, text, problems }) => ({
      line,
      told: `${problems.map((one) => tellProblem(one, 'en')).join(' ')} [${text}]`,
    })),
  ];
  return said
    .toSorted((a, b) => a.line - b.line)
    .map(({ line, told }) => (line === 0 ? told : `${hasEntries(format) ? 'entry' : 'line'} ${line}: ${told}`));
};

/** What an import did, in numbers. */
export const asTold = ({ imported, updated, unchanged, cancelled, refused }: ImportReport): string =>
  `${imported} imported, ${updated} updated, ${unchanged} unchanged, ${cancelled} cancelled, ${refused.length} refused.`;

/** @param showings what a dry run would do to each */
export const asJson = (
  { refused, notes, ...counts }: ImportReport,
  id: string | null,
  showings?: readonly PlannedShowing[],
): object => ({
  ...counts,
  refused: refused.map(({ line, text, problems, candidates }) => ({
    line,
    text,
    problem: problems.map((one) => tellProblem(one, 'en')).join(' '),
    candidates,
  })),
  notes: notes.map((one) => ({ line: one.line, note: tellProblem(one, 'en') })),
  import: id,
  ...(showings === undefined ? {} : { showings }),
});

/** What would become of one showing. */
export interface PlannedShowing {
  /** Null: the file does not have it. */
  readonly line: number | null;
  readonly day: string;
  /** Of Paris. */
  readonly time: string;
  readonly venue: string;
  readonly venueName: string;
  readonly title: string;
  /** Null: it is announced without a card. */
  readonly film: string | null;
  readonly year: number | null;
  readonly what: 'new' | 'changed' | 'unchanged' | 'removed';
}

const whats: Readonly<Record<PlannedChange['kind'], PlannedShowing['what']>> = {
  added: 'new',
  updated: 'changed',
  cancelled: 'removed',
};

const unchanged: PlannedShowing['what'] = 'unchanged';

/** Each showing that a plan is about, in the order of time. */
export async function plannedShowings(
  db: Db,
  finder: Pick<FilmFinder, 'cards'>,
  { changes, standing }: ProgrammePlan,
): Promise<PlannedShowing[]> {
  const rows: { line: number | null; row: ShowingRow; what: PlannedShowing['what'] }[] = [
    ...changes.map(({ line, kind, after }) => ({ line, row: after, what: whats[kind] })),
    ...standing.map(({ line, row }) => ({ line, row, what: unchanged })),
  ];
  const films = [...new Set(rows.flatMap(({ row }) => row.film ?? []))];
  const years = new Map((await finder.cards(films)).map(({ id, year }) => [id, year]));
  const names = new Map((await listVenues(db)).map(({ id, name }) => [id, name]));
  return rows
    .toSorted((a, b) => a.row.starts.localeCompare(b.row.starts) || a.row.venue.localeCompare(b.row.venue))
    .map(({ line, row, what }) => ({
      line,
      day: row.day,
      time: timeInParis(Temporal.Instant.from(row.starts)),
      venue: row.venue,
      venueName: names.get(row.venue) ?? row.venue,
      title: row.title,
      film: row.film,
      year: row.film === null ? null : (years.get(row.film) ?? null),
      what,
    }));
}

/** “2026-11-25 20:30  La Lanterne: Ratatouille (2007, tt0382932)  new” */
export function tellPlanned({ day, time, venueName, title, film, year, what }: PlannedShowing): string {
  const card = film === null ? 'without a card' : [...(year === null ? [] : [year]), film].join(', ');
  return `${day} ${time}  ${venueName}: ${title} (${card})  ${what}`;
}
