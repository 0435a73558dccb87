import { houseZone } from '#calendar/zone.ts';
import { exportCsv } from '#indicators/export-csv.ts';
import { noFilters } from '#indicators/filters.ts';
import { demandTables, demandTold } from '#web/demand-tables.ts';
import { demandView } from '#web/demand-view.ts';
import { pathIn } from '#web/language.ts';
import type { Site } from '#web/site.ts';
import { speechOf } from '#words/speech.ts';

/** The demand as CSV, a row a film, or a row a film and commune; the day and the method inside. @throws NOTHING_KEPT */
export async function demandCsv(
  site: Site,
  which: 'films' | 'places',
): Promise<{ readonly name: string; readonly csv: string }> {
  const { demand } = site.words.wishes;
  const view = await demandView(site);
  const table = demandTables(view, demand)[which];
  const holdings = await site.lanterne.answers.holdings();
  const told = demandTold(view, demand, site.words.percent);
  const today = Temporal.Now.plainDateISO(houseZone).toString();
  const address = site.here + pathIn(site.language, '/equipe/demande');
  const about = { told, filters: noFilters, asked: [site.words.date(today)], holdings, address };
  return { name: `${table.name}_${today}`, csv: exportCsv(table, about, speechOf(site.language)) };
}
