import type { Context } from 'hono';
import { LRUCache } from 'lru-cache';
import { drawChart } from '#charts/draw-chart.ts';
import { chartPng } from '#charts/png.ts';
import { knownIndicator, usableFilters } from '#indicators/ask.ts';
import { exportCsv } from '#indicators/export-csv.ts';
import { captionLines, exportName, type Exported } from '#indicators/exported.ts';
import { chartOf, tableOf } from '#indicators/answer-parts.ts';
import { figureAddress } from '#web/figure-addresses.ts';
import { queryOf } from '#web/page.ts';
import { publicPage } from '#web/ready-pages.ts';
import type { Site } from '#web/site.ts';
import { speechOf } from '#words/speech.ts';

/** Pictures drawn lately, by what is drawn: each takes a good part of a second. */
const drawn = new LRUCache<string, Promise<Uint8Array>>({ max: 100 });

/**
 * A table of an answer as CSV, or a chart as SVG or PNG: filters, date, sources and licences are inside.
 * @throws INDICATOR_UNKNOWN, INDICATOR_PART_UNKNOWN, FILTER_REFUSED
 */
export async function figureFile(context: Context, site: Site): Promise<Response> {
  const [name = '', kind = ''] = (context.req.param('file') ?? '').split('.');
  const indicator = knownIndicator(name);
  const { answers } = site.lanterne;
  const query = queryOf(context);
  const say = speechOf(site.language);
  const holdings = await answers.holdings();
  const filters = usableFilters(indicator, (key) => query.get(key), holdings);
  const told = (await answers.answer(indicator, filters))(say);
  const exported: Exported = { told, filters, holdings, address: site.here + figureAddress(site, name, filters) };
  const send = (body: string | Uint8Array<ArrayBuffer>, type: string, part: string): Response =>
    context.body(body, 200, {
      'Content-Type': type,
      'Content-Disposition': `${kind === 'csv' ? 'attachment' : 'inline'}; filename="${exportName(name, filters, part, kind)}"`,
      'Cache-Control': publicPage,
    });
  if (kind === 'csv') {
    const table = tableOf(name, told, query.get('table') ?? '');
    return send(exportCsv(table, exported, say), 'text/csv; charset=utf-8', table.name);
  }
  const place = query.get('chart') ?? '';
  const chart = chartOf(name, told, place);
  const svg = drawChart(chart, { standalone: true, caption: captionLines(exported, say) });
  const part = `chart-${Number(place || 1)}`;
  return kind === 'svg'
    ? send(svg, 'image/svg+xml; charset=utf-8', part)
    : send(new Uint8Array(await picture(svg)), 'image/png', part);
}

function picture(svg: string): Promise<Uint8Array> {
  const known = drawn.get(svg);
  if (known !== undefined) return known;
  const made = chartPng(svg);
  drawn.set(svg, made);
  made.catch(() => drawn.delete(svg));
  return made;
}
