import type { Invocation } from '#cli/command.ts';
import { tellStanding } from '#cli/programme/one-import.ts';
import { settings } from '#cli/settings.ts';
import { fault } from '#errors.ts';
import { openLanterne } from '#lanterne.ts';
import { importStanding } from '#programme/import-standing.ts';
import { finishAndNote } from '#programme/imports.ts';
import type { Db } from '#state/schema.ts';

/** Applies an import that waits, or those of its refused lines that a choice has settled. @throws PROGRAMME_IMPORT_UNKNOWN, PROGRAMME_IMPORT_UNDONE */
export async function applyOne(invocation: Invocation, db: Db, id: string): Promise<void> {
  const now = Temporal.Now.instant();
  await using lanterne = await openLanterne(settings(invocation), { onProgress: invocation.note });
  const before = await importStanding(db, lanterne, id, { now });
  if (before.row.undone !== null) throw fault('PROGRAMME_IMPORT_UNDONE', { id });
  const changes = before.preview?.plan.changes.length ?? 0;
  if (changes === 0) invocation.note('Nothing of it is ready to be taken.');
  const heldBy = changes === 0 ? null : (await finishAndNote(db, lanterne, id, { author: null, now })).heldBy;
  tellStanding(invocation, heldBy === null ? before : await importStanding(db, lanterne, heldBy, { now }));
}
