import type { Invocation } from '#cli/command.ts';
import { settings } from '#cli/settings.ts';
import { openLanterne } from '#lanterne.ts';
import { importStanding, type ImportStanding } from '#programme/import-standing.ts';
import { tellFilm } from '#programme/prepare.ts';
import { tellProblem } from '#programme/words/problems.ts';
import type { Db } from '#state/schema.ts';
import { several } from '#words/english.ts';

/** One import: what it did or would do, and the lines that it refused. @throws PROGRAMME_IMPORT_UNKNOWN */
export async function tellImport(invocation: Invocation, db: Db, id: string): Promise<void> {
  await using lanterne = await openLanterne(settings(invocation), { onProgress: invocation.note });
  tellStanding(invocation, await importStanding(db, lanterne, id, { now: Temporal.Now.instant() }));
}

/** Prints how an import stands: its counts, each refused line with the films that it may mean, and what can be done. */
export function tellStanding({ values, print, note }: Invocation, standing: ImportStanding): void {
  const told = asTold(standing);
  if (values['json'] === true) return print(JSON.stringify(told));
  const { id, source, format, applied, undone, imported, updated, unchanged, cancelled, refused, ready } = told;
  const state = applied === null ? 'not applied yet' : undone === null ? `applied ${applied}` : `undone ${undone}`;
  print(`${id}  ${source} (${format}), ${state}`);
  print(`${imported} imported, ${updated} updated, ${unchanged} unchanged, ${cancelled} cancelled.`);
  for (const { line, text, problem, candidates } of refused) {
    print(`line ${line}: ${problem} [${text}]`);
    for (const candidate of candidates) print(`  ${candidate.id}  ${tellFilm(candidate)}`);
  }
  if (undone === null && refused.some(({ asksFilm }) => asksFilm))
    note(`A film for a line: lanterne programme choose ${id} LINE FILM (FILM: an identifier, a title, or none).`);
  if (ready > 0) note(`${several(ready, 'change', 'changes')} may be taken: lanterne programme apply ${id}`);
}

function asTold({ row, preview, done }: ImportStanding) {
  const { id, source, format, applied, undone } = row;
  const report = preview?.report ?? done;
  const { imported = 0, updated = 0, unchanged = 0, cancelled = 0 } = done ?? report ?? {};
  return {
    id,
    source,
    format,
    applied,
    undone,
    imported,
    updated,
    unchanged,
    cancelled,
    refused: (report?.refused ?? []).map(({ line, text, problems, candidates, film }) => ({
      line,
      text,
      problem: problems.map((one) => tellProblem(one, 'en')).join(' '),
      candidates,
      asksFilm: film !== null,
    })),
    /** Changes that applying it now would make. */
    ready: preview?.plan.changes.length ?? 0,
  };
}
