import { houseZone } from '#calendar/zone.ts';
import type { StaffId } from '#brand.ts';
import { weekBefore, type Week } from '#calendar/week.ts';
import type { ImportInput } from '#programme/imports.ts';
import { momentOf } from '#state/clock.ts';
import { applyDrafts } from '#state/programme-apply.ts';
import { changeImport, keepImport } from '#state/programme-imports.ts';
import type { ShowingDraft } from '#state/programme-plan.ts';
import type { Db } from '#state/schema.ts';
import { listShowings } from '#state/showings.ts';
import { inTransaction } from '#state/transaction.ts';

const nothingRead: ImportInput = {
  reading: { format: 'text', drafts: [], faults: [], notes: [] },
  venue: null,
  announceUnknown: false,
  choices: {},
};

/**
 * Has a week show what the week before showed: same films, venues, days and hours of Paris, those that are past left out. What is there already stays as it
 * is. Kept as an import, which can be undone.
 * @returns the import, null when there was nothing to take up, and how many showings were added
 */
export const copyWeek = (
  db: Db,
  week: Week,
  { now, author }: { readonly now: Temporal.Instant; readonly author: StaffId | null },
): Promise<{ readonly id: string | null; readonly added: number }> =>
  inTransaction(db, async (inside) => {
    const [from, to] = [weekBefore(week), week];
    const shown = await listShowings(inside, { from: String(from.first), until: String(from.last) });
    const there = await listShowings(inside, { from: String(to.first), until: String(to.last), cancelled: true });
    const taken = new Set(there.map(({ venue, starts, screen }) => `${venue} ${starts} ${screen}`));
    const drafts = shown.flatMap((showing, line): ShowingDraft[] => {
      const local = Temporal.Instant.from(showing.starts).toZonedDateTimeISO(houseZone).add({ days: 7 });
      const starts = momentOf(local.toInstant());
      const free =
        showing.at.closed === null &&
        starts > momentOf(now) &&
        !taken.has(`${showing.venue} ${starts} ${showing.screen}`);
      // what was said of one evening (a guest, its link, its name elsewhere) is not of the next
      const once = {
        booking: null,
        note: null,
        origin: null,
        features: showing.features.filter((one) => one !== 'preview' && one !== 'debate'),
      };
      return free
        ? [{ ...showing, ...once, starts, day: String(local.toPlainDate()), line: line + 1, calledOff: false }]
        : [];
    });
    if (drafts.length === 0) return { id: null, added: 0 };
    const id = await keepImport(
      inside,
      { source: from.name, format: 'week', author, mode: 'add', input: JSON.stringify(nothingRead) },
      { now },
    );
    const { changes } = await applyDrafts(inside, drafts, { import: id, mode: 'add', now });
    const report = { imported: changes.length, updated: 0, unchanged: 0, cancelled: 0, refused: [], notes: [] };
    await changeImport(inside, id, { applied: momentOf(now), report: JSON.stringify(report) });
    return { id, added: changes.length };
  });
