import { demandCsv } from '#web/demand-csv.ts';
import { queryOf } from '#web/page.ts';
import type { StaffRoute } from '#web/staff.ts';

/** The demand as CSV: a row a film, or with `table=demand-places` a row a film and commune. */
export const demandFile: StaffRoute = async (context, site) => {
  const which = queryOf(context).get('table') === 'demand-places' ? 'places' : 'films';
  const { name, csv } = await demandCsv(site, which);
  return context.body(csv, 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${name}.csv"`,
    'Cache-Control': 'no-store',
  });
};
