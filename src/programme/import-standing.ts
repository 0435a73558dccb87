import {
  inputOf,
  previewImport,
  reportFrom,
  type ImportInput,
  type ImportPreview,
  type ImportReport,
} from '#programme/imports.ts';
import type { FilmFinder } from '#programme/match/match-films.ts';
import { readImport, type ProgrammeImport } from '#state/programme-imports.ts';
import type { Db } from '#state/schema.ts';

/** An import as it stands now. */
export interface ImportStanding {
  readonly row: ProgrammeImport;
  readonly input: ImportInput;
  /** What applying it, or what was refused of it, would do; null when it is undone or nothing of it is left. */
  readonly preview: ImportPreview | null;
  /** What it did; null when it was not applied yet. */
  readonly done: ImportReport | null;
}

/** What an import did, and what it would do now. @throws PROGRAMME_IMPORT_UNKNOWN */
export async function importStanding(
  db: Db,
  finder: FilmFinder,
  id: string,
  { now }: { readonly now: Temporal.Instant },
): Promise<ImportStanding> {
  const row = await readImport(db, id);
  const input = inputOf(row.input);
  const left = row.applied === null || input.reading.drafts.length > 0;
  const mode = row.applied === null ? row.mode : 'add';
  const preview = row.undone === null && left ? await previewImport(db, finder, input, { now, mode }) : null;
  return { row, input, preview, done: row.applied === null ? null : reportFrom(row.report) };
}
