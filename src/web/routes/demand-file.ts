import { exportCsv } from '#indicators/export-csv.ts';
import { noFilters } from '#indicators/filters.ts';
import { demandTables, demandTold } from '#web/demand-tables.ts';
import { demandView } from '#web/demand-view.ts';
import { pathIn } from '#web/language.ts';
import { queryOf } from '#web/page.ts';
import type { StaffRoute } from '#web/staff.ts';
import { speechOf } from '#words/speech.ts';

/** The demand as CSV: a row a film, or with `table=demand-places` a row a film and commune; the day and the method inside. */
export const demandFile: StaffRoute = async (context, site) => {
  const { demand } = site.words.wishes;
  const view = await demandView(site);
  const { films, places } = demandTables(view, demand);
  const table = queryOf(context).get('table') === places.name ? places : films;
  const holdings = await site.lanterne.answers.holdings();
  const told = demandTold(view, demand, site.words.percent);
  const today = Temporal.Now.plainDateISO('Europe/Paris').toString();
  const address = site.here + pathIn(site.language, '/equipe/demande');
  const about = { told, filters: noFilters, asked: [site.words.date(today)], holdings, address };
  return context.body(exportCsv(table, about, speechOf(site.language)), 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${table.name}_${today}.csv"`,
    'Cache-Control': 'no-store',
  });
};
