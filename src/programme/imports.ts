import { asFilmId, type FilmId, type StaffId, type VenueId } from '#brand.ts';
import { fault } from '#errors.ts';
import type { FilmFinder } from '#programme/match/match-films.ts';
import { filmName, titleKeyOf } from '#programme/match/match-films.ts';
import { prepareDrafts, type Choices, type Prepared, type Refused } from '#programme/prepare.ts';
import { problem, type Note, type Problem, type Reading } from '#programme/read/draft.ts';
import { writeAudit } from '#state/audit.ts';
import { momentOf } from '#state/clock.ts';
import { keepFilmKeys, type FilmKey } from '#state/film-keys.ts';
import { applyDrafts, planDrafts } from '#state/programme-apply.ts';
import { changeImport, dropImport, keepImport, readImport, standingImports } from '#state/programme-imports.ts';
import type { ProgrammePlan } from '#state/programme-plan.ts';
import type { Db } from '#state/schema.ts';
import type { ImportMode } from '#state/tables/programme.ts';
import { inTransaction } from '#state/transaction.ts';

/** What an import did, or would do. */
export interface ImportReport {
  readonly imported: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly cancelled: number;
  readonly refused: readonly Refused[];
  readonly notes: readonly Note[];
}

/** What is kept of a file between its preview and its end. */
export interface ImportInput {
  readonly reading: Reading;
  readonly venue: VenueId | null;
  readonly announceUnknown: boolean;
  readonly choices: Choices;
}

export interface ImportPreview {
  readonly report: ImportReport;
  readonly prepared: Prepared;
  readonly plan: ProgrammePlan;
}

/** What an import would do; nothing is changed. */
export async function previewImport(
  db: Db,
  finder: FilmFinder,
  input: ImportInput,
  { now, mode }: { readonly now: Temporal.Instant; readonly mode: ImportMode },
): Promise<ImportPreview> {
  const prepared = await prepareDrafts(db, finder, input.reading, { ...input, now });
  const { spared, unplaced } = prepared;
  const plan = await planDrafts(db, prepared.ready, { mode, now, spared, unplaced });
  return { report: reportOf(prepared, plan, input.reading, mode), prepared, plan };
}

/** Keeps what was read of a file until somebody applies it. @returns its identifier */
export const beginImport = (
  db: Db,
  input: ImportInput,
  given: {
    readonly source: string;
    readonly author: StaffId | null;
    readonly mode: ImportMode;
    readonly now: Temporal.Instant;
  },
): Promise<string> =>
  keepImport(
    db,
    {
      source: given.source.slice(0, 200),
      author: given.author,
      mode: given.mode,
      format: input.reading.format,
      input: JSON.stringify(input),
    },
    { now: given.now },
  );

/**
 * Applies what was read of a file, in one transaction; what was refused stays with it, and may be applied later, when somebody has said more.
 * @throws PROGRAMME_IMPORT_UNKNOWN, PROGRAMME_IMPORT_UNDONE
 */
export async function applyImport(
  db: Db,
  finder: FilmFinder,
  id: string,
  { now }: { readonly now: Temporal.Instant },
): Promise<ImportReport> {
  const { input: text } = await readImport(db, id);
  const input = inputOf(text);
  // the catalogue is asked before the transaction, which others wait for
  const prepared = await prepareDrafts(db, finder, input.reading, { ...input, now });
  return inTransaction(db, async (inside) => {
    const row = await readImport(inside, id);
    if (row.undone !== null) throw fault('PROGRAMME_IMPORT_UNDONE', { id });
    if (row.input !== text) return reportFrom(row.report); // somebody applied it meanwhile
    const { ready, spared, unplaced } = prepared;
    // what is taken up again is not the whole programme any more
    const mode = row.applied === null ? row.mode : 'add';
    const plan = await applyDrafts(inside, ready, { import: id, mode, now, spared, unplaced });
    await keepFilmKeys(inside, learned(prepared, input), { now });
    const done = reportOf(prepared, plan, input.reading, mode);
    const report = row.applied === null ? done : together(reportFrom(row.report), done);
    const lines = new Set(done.refused.map(({ line }) => line));
    const { drafts, faults } = input.reading;
    const left: ImportInput = {
      ...input,
      reading: { ...input.reading, drafts: drafts.filter(({ line }) => lines.has(line)), faults, notes: [] },
    };
    await changeImport(inside, id, {
      report: JSON.stringify(report),
      input: JSON.stringify(left),
      applied: row.applied ?? momentOf(now),
    });
    return report;
  });
}

/** What an import did, and which import holds its changes or its refused lines; null when it has none. */
export interface FinishedImport {
  readonly report: ImportReport;
  readonly heldBy: string | null;
}

/**
 * Applies an import for the first time, or again. One that changed nothing stays for its refused lines alone; it goes when there are none, or when an
 * earlier one of the same source holds each of them, so that a file sent every day leaves one import.
 * @throws PROGRAMME_IMPORT_UNKNOWN, PROGRAMME_IMPORT_UNDONE
 */
export async function finishImport(
  db: Db,
  finder: FilmFinder,
  id: string,
  { now }: { readonly now: Temporal.Instant },
): Promise<FinishedImport> {
  const first = (await readImport(db, id)).applied === null;
  const report = await applyImport(db, finder, id, { now });
  if (!first) return { report, heldBy: id };
  return inTransaction(db, async (inside) => {
    const row = await readImport(inside, id);
    if (hasChanged(reportFrom(row.report))) return { report, heldBy: id };
    const lines = linesLeft(row.input);
    const holder = (await standingImports(inside, row)).find(
      (other) => other.id !== id && other.at <= row.at && lines.isSubsetOf(linesLeft(other.input)),
    );
    if (lines.size > 0 && holder === undefined) return { report, heldBy: id };
    await dropImport(inside, id);
    return { report, heldBy: lines.size === 0 ? null : (holder?.id ?? null) };
  });
}

/** The same, with its line in the log where the import stays. @param options.author null: the command line */
export async function finishAndNote(
  db: Db,
  finder: FilmFinder,
  id: string,
  { author, now }: { readonly author: StaffId | null; readonly now: Temporal.Instant },
): Promise<FinishedImport> {
  const finished = await finishImport(db, finder, id, { now });
  const { imported, updated, cancelled } = finished.report;
  const detail = `+${imported} ~${updated} -${cancelled}`;
  if (finished.heldBy === id)
    await writeAudit(db, { staff: author, action: 'programme.import', subject: id, detail }, { now });
  return finished;
}

/** Whether an import did something to the programme. */
export const hasChanged = ({ imported, updated, cancelled }: ImportReport): boolean =>
  imported + updated + cancelled > 0;

/** What is left of an import, wherever it stands in its file. */
function linesLeft(input: string): Set<string> {
  const { venue, reading } = inputOf(input);
  return new Set([
    ...reading.drafts.map((draft) => JSON.stringify([venue, { ...draft, line: 0 }])),
    ...reading.faults.map(({ text, problems }) => JSON.stringify([venue, text, problems])),
  ]);
}

/** Keeps what somebody said of the films of an import. @throws PROGRAMME_IMPORT_UNKNOWN */
export async function chooseFilms(db: Db, id: string, choices: Choices): Promise<void> {
  const input = inputOf((await readImport(db, id)).input);
  await changeImport(db, id, { input: JSON.stringify({ ...input, choices: { ...input.choices, ...choices } }) });
}

export const inputOf = (text: string): ImportInput => JSON.parse(text);

const nothing: ImportReport = { imported: 0, updated: 0, unchanged: 0, cancelled: 0, refused: [], notes: [] };
/** The report of an import, as it was kept. */
export const reportFrom = (text: string): ImportReport => ({ ...nothing, ...JSON.parse(text) });

function reportOf(
  { refused, notes: read, supposed }: Prepared,
  plan: ProgrammePlan,
  reading: Reading,
  mode: ImportMode,
): ImportReport {
  const texts = new Map(reading.drafts.map(({ line, text }) => [line, text]));
  const late = (lines: readonly number[], wrong: Problem): Refused[] =>
    lines.map((line) => ({ line, text: texts.get(line) ?? '', problems: [wrong], candidates: [], film: null }));
  const count = (kind: string): number => plan.changes.filter((change) => change.kind === kind).length;
  const taken = new Set([...plan.changes, ...plan.standing].map(({ line }) => line));
  const told = supposed.filter(({ line }) => taken.has(line));
  const firsts = new Map(told.toReversed().map((one) => [JSON.stringify(one.values), one]));
  const notes = [...read, ...firsts.values().toArray().toReversed()];
  const kept = mode === 'replace' && refused.some(({ film }) => film === null);
  return {
    imported: count('added'),
    updated: count('updated'),
    unchanged: plan.unchanged,
    cancelled: count('cancelled'),
    refused: [
      ...refused,
      ...late(plan.past, problem('past')),
      ...late(plan.repeated, problem('repeated', { line: '' })),
      ...late(plan.absent, problem('absent')),
    ].toSorted((a, b) => a.line - b.line),
    notes: kept ? [...notes, { line: 0, ...problem('notCalledOff') }] : notes,
  };
}

const together = (first: ImportReport, then: ImportReport): ImportReport => ({
  imported: first.imported + then.imported,
  updated: first.updated + then.updated,
  unchanged: first.unchanged + then.unchanged,
  cancelled: first.cancelled + then.cancelled,
  refused: then.refused,
  notes: first.notes,
});

/** What need not be asked again: the titles that somebody said, and the keys of films that were sure. */
function learned({ films }: Prepared, { reading, choices }: ImportInput): (FilmKey & { readonly film: FilmId })[] {
  return reading.drafts.flatMap((draft) => {
    const name = filmName(draft);
    const match = films.get(name);
    if (match?.kind !== 'sure' || match.film === null || match.supposed) return [];
    const { film } = match;
    const keys = draft.keys.flatMap(({ system, value }) => (system === 'imdb' ? [] : [{ system, value, film }]));
    const said = Object.hasOwn(choices, name) ? asFilmId(choices[name] ?? '') : null;
    return said === null || draft.title === '' ? keys : [...keys, { ...titleKeyOf(draft), film: said }];
  });
}
