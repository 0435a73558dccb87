import type { Context } from 'hono';
import { tableOf } from '#indicators/answer-parts.ts';
import { filterQuery, knownIndicator, usableFilters } from '#indicators/ask.ts';
import { describeFilters } from '#indicators/words/filters.ts';
import { Breadcrumb } from '#web/components/breadcrumb.tsx';
import { DataTable } from '#web/components/data-table.tsx';
import { Layout } from '#web/components/layout.tsx';
import { figureAddress, figureFileAddress, figureFilmsAddress, figuresTrail } from '#web/figure-addresses.ts';
import { page, queryOf } from '#web/page.ts';
import type { Site } from '#web/site.ts';
import { speechOf } from '#words/speech.ts';

/**
 * A table that is too long for the page of its indicator.
 * @throws INDICATOR_UNKNOWN, INDICATOR_PART_UNKNOWN, FILTER_REFUSED
 */
export async function figureTable(context: Context, site: Site): Promise<Response> {
  const indicator = knownIndicator(context.req.param('name') ?? '');
  const { answers } = site.lanterne;
  const query = queryOf(context);
  const say = speechOf(site.language);
  const filters = usableFilters(indicator, (key) => query.get(key), await answers.holdings());
  const told = (await answers.answer(indicator, filters))(say);
  const table = tableOf(indicator.name, told, query.get('table') ?? '');
  const { figures: text } = site.words;
  const title = indicator.title[site.language];
  const back = figureAddress(site, indicator.name, filters);
  const narrowed = describeFilters(filters, say);
  const link = (key: string): string | null =>
    indicator.films === undefined ? null : figureFilmsAddress(site, indicator.name, filters, key);
  const csv = figureFileAddress(site, indicator.name, filters, 'csv', { table: table.name });
  return page(
    context,
    <Layout
      site={site}
      title={`${table.title}, ${title}`}
      path={`/chiffres/${indicator.name}/table`}
      query={filterQuery(filters, { table: table.name })}
      class="figure-page"
    >
      <Breadcrumb site={site} trail={[...figuresTrail(site), { name: title, href: back }]} here={table.title} />
      <h1>{table.title}</h1>
      <p class="figure-count">
        {text.count(told.count)}
        {narrowed.length === 0 ? '' : ` · ${text.narrowed} ${narrowed.join(', ')}`}
      </p>
      <p class="whole-table">
        <a href={csv} download="">
          {text.file(table.title, 'CSV')}
        </a>
      </p>
      <DataTable site={site} table={table} link={link} />
      <p class="back">
        <a href={back}>{text.backTo(title)}</a>
      </p>
    </Layout>,
  );
}
