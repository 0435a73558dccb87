import { momentOf } from '#state/clock.ts';
import { houseSettings } from '#state/house-settings.ts';
import type { ProgrammeImport } from '#state/programme-imports.ts';
import { filmsOfImport, toldOfFilms } from '#state/told-of-import.ts';
import { stateOf, type Site } from '#web/site.ts';

/** When people hear of an import that was applied, or what they heard of it already. */
export async function tellingOf(
  site: Site,
  { id, applied, undone }: Pick<ProgrammeImport, 'id' | 'applied' | 'undone'>,
): Promise<string> {
  const { db } = stateOf(site);
  const words = site.words.staff.programme.import;
  if (applied === null) return '';
  const { sent, waiting } = await toldOfFilms(db, await filmsOfImport(db, id), applied);
  if (sent + waiting > 0 || undone !== null) return words.toldAlready(sent, waiting);
  if (!site.lanterne.config.alertsOn) return words.noSchedule;
  const { settleMinutes } = await houseSettings(db);
  const settled = Temporal.Now.instant().subtract({ minutes: settleMinutes + 1 });
  return applied > momentOf(settled) ? words.willTell(settleMinutes) : words.toldAlready(0, 0);
}
