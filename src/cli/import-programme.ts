import { basename } from 'node:path';
import { asVenueId, type VenueId } from '#brand.ts';
import { textOption, type Invocation } from '#cli/command.ts';
import { readInput } from '#cli/read-input.ts';
import { settings } from '#cli/settings.ts';
import { asJson, asTold, plannedShowings, tellPlanned, toldLines } from '#cli/told-import.ts';
import { fault } from '#errors.ts';
import { openLanterne } from '#lanterne.ts';
import { emsAdapter } from '#programme/adapters/ems.ts';
import {
  beginImport,
  finishAndNote,
  hasChanged,
  previewImport,
  type ImportInput,
  type ImportReport,
} from '#programme/imports.ts';
import { venueMatcher } from '#programme/match/match-venues.ts';
import { programmeFormats, type ProgrammeFormat, type Reading } from '#programme/read/draft.ts';
import { mostBytes, readProgramme } from '#programme/read/read-programme.ts';
import { openState, statePlace } from '#state/open-state.ts';
import type { Db } from '#state/schema.ts';
import { listVenues, type Venue } from '#state/venues.ts';

/**
 * `lanterne import programme FILE [--dry-run] [--venue ID] [--format F] [--replace] [--announce-unknown] [--json]`; `-` is the standard input.
 * @throws USAGE, VENUE_UNKNOWN, PROGRAMME_UNREADABLE, PROGRAMME_NOTHING_USABLE
 */
export async function runImportProgramme(invocation: Invocation, files: readonly string[]): Promise<void> {
  const [file = '', ...others] = files;
  if (file === '' || others.length > 0) throw usage('One file of showings is needed, or - for the standard input.');
  const format = textOption(invocation, 'format');
  if (format !== undefined && !isFormat(format))
    throw usage(`--format is ${programmeFormats.join(', ')}, not “${format}”.`);
  const bytes = await readInput(file, 'a programme as CSV, ICS, JSON or text', mostBytes);
  const config = settings(invocation);
  await using state = await openState(statePlace(config));
  const venues = await listVenues(state.db);
  const now = Temporal.Now.instant();
  const name = file === '-' ? 'standard input' : basename(file);
  const reading = readBytes(bytes, { file: name, format, venues, now });
  await takeReading(invocation, state.db, reading, {
    name,
    venue: venueAsked(textOption(invocation, 'venue'), venues),
    now,
  });
}

/** Imports what was read, or tells what it would do, with the errors by line on the standard error. @throws PROGRAMME_NOTHING_USABLE */
export async function takeReading(
  invocation: Invocation,
  db: Db,
  reading: Reading,
  { name, venue, now }: { readonly name: string; readonly venue: VenueId | null; readonly now: Temporal.Instant },
): Promise<void> {
  const { values, note, print } = invocation;
  const mode = values['replace'] === true ? 'replace' : 'add';
  const input: ImportInput = { reading, venue, announceUnknown: values['announce-unknown'] === true, choices: {} };
  await using lanterne = await openLanterne(settings(invocation), { onProgress: note });
  const { report: expected, plan } = await previewImport(db, lanterne, input, { now, mode });
  for (const line of toldLines(expected, reading.format)) note(line);
  const planned = values['dry-run'] === true ? await plannedShowings(db, lanterne, plan) : undefined;
  const idle = values['dry-run'] === true || plan.changes.length + expected.refused.length === 0;
  const { report, held } = idle ? { report: expected, held: nowhere } : await apply();
  if (report.imported + report.updated + report.unchanged + report.cancelled === 0)
    throw fault('PROGRAMME_NOTHING_USABLE', {
      file: name,
      reasons:
        report.refused.length === 0
          ? 'it announces no showing.'
          : `each of its lines is refused (${report.refused.length}), for the reasons above.${ending(report, held)}`,
    });
  if (values['json'] === true) return print(JSON.stringify(asJson(report, held.own, planned)));
  for (const line of planned?.map(tellPlanned) ?? []) print(line);
  print(`${asTold(report)}${ending(report, held) || ' Nothing was written.'}`);

  // what is said is what was done: somebody may have changed the programme since the preview
  async function apply(): Promise<{ readonly report: ImportReport; readonly held: Held }> {
    const id = await beginImport(db, input, { source: name, author: null, mode, now });
    const { report: done, heldBy } = await finishAndNote(db, lanterne, id, { author: null, now });
    return { report: done, held: heldBy === id ? { own: id, earlier: null } : { own: null, earlier: heldBy } };
  }
}

/** Which import holds what was taken and what was refused: the one just made, or an earlier one of the same lines. */
interface Held {
  readonly own: string | null;
  readonly earlier: string | null;
}
const nowhere: Held = { own: null, earlier: null };

export function readBytes(
  bytes: Uint8Array,
  options: {
    readonly file: string;
    readonly format: ProgrammeFormat | undefined;
    readonly venues: readonly Venue[];
    readonly now: Temporal.Instant;
  },
): Reading {
  const { file, format, venues, now } = options;
  if (format === 'ems') return emsAdapter.read(bytes, { file, now }).reading;
  const find = venueMatcher(venues);
  const isVenue = (text: string): boolean => find(text).venue !== null;
  return readProgramme(bytes, { file, now, isVenue, ...(format === undefined ? {} : { format }) });
}

/** The venue of that identifier or name; null when none is asked for. @throws VENUE_UNKNOWN */
export function venueAsked(text: string | undefined, venues: readonly Venue[]): VenueId | null {
  if (text === undefined) return null;
  const { venue, nearest } = venueMatcher(venues)(text);
  if (venue !== null) return asVenueId(venue.id);
  throw fault('VENUE_UNKNOWN', {
    venue: text,
    nearest: nearest.length === 0 ? '' : ` The nearest: ${nearest.join(', ')}.`,
  });
}

function ending(report: ImportReport, { own, earlier }: Held): string {
  if (own !== null && hasChanged(report)) return ` To undo it: lanterne programme undo ${own}`;
  const holder = own ?? earlier;
  if (holder === null) return '';
  return ` What is refused is kept${own === null ? ' already' : ''}, to be taken up on /equipe/programme/import/${holder}.`;
}

const isFormat = (text: string): text is ProgrammeFormat => programmeFormats.some((one) => one === text);
const usage = (problem: string): Error => fault('USAGE', { problem, command: 'import' });
